// Escapes by byte: a table says which characters may mean something anywhere, a short list what may mean
// something at the start of a line. Rather one escape too many than one too few; both show the same.
#include "writer/markdown.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace newswash {
namespace {

constexpr std::string_view kAnywhere = "\\`*_[<~&\n\r";

constexpr std::array<bool, 256> make_special() {
  std::array<bool, 256> special{};
  for (const char c : kAnywhere) special[static_cast<unsigned char>(c)] = true;
  return special;
}
constexpr std::array<bool, 256> kSpecial = make_special();

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}
bool is_alphanumeric(char c) noexcept {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// "&amp;", "&#233;": from the ampersand on.
bool is_reference(std::string_view text) noexcept {
  std::size_t at = 1;
  if (at < text.size() && text[at] == '#') ++at;
  while (at < text.size() && is_alphanumeric(text[at])) ++at;
  return at > 1 && at < text.size() && text[at] == ';';
}

/// An underscore between two letters or digits emphasizes nothing, and URLs stay readable.
bool needs_escape(std::string_view text, std::size_t at) noexcept {
  if (text[at] == '&') return is_reference(text.substr(at));
  if (text[at] != '_') return true;
  return at == 0 || at + 1 == text.size() || !is_alphanumeric(text[at - 1]) || !is_alphanumeric(text[at + 1]);
}

bool ends_word(std::string_view text, std::size_t at) noexcept {
  return at >= text.size() || text[at] == ' ' || text[at] == '\t';
}

/// The byte that needs an escape because the text begins a line; the text's size where none does.
std::size_t start_escape(std::string_view text) noexcept {
  if (text.empty()) return 0;
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  if (digits > 0) {
    const bool numbers =
        digits < text.size() && (text[digits] == '.' || text[digits] == ')') && ends_word(text, digits + 1);
    return numbers ? digits : text.size();
  }
  const bool twice = text.size() > 1 && text[1] == text[0];
  switch (text[0]) {
    case '>':
    case '|':
      return 0;
    case '#':
      return ends_word(text, text.find_first_not_of('#')) ? 0 : text.size();
    case '-':
    case '+':
    case '=':
      return twice || ends_word(text, 1) ? 0 : text.size();
    case ':':
      return text.size() > 1 && text[1] == '-' ? 0 : text.size();
    default:
      return text.size();
  }
}

std::string_view trimmed(std::string_view text) noexcept {
  const std::size_t begin = std::min(text.find_first_not_of(" \t"), text.size());
  text.remove_prefix(begin);
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

/// A list item's own mark. `number` is what Markdown would show; nothing where it would show another one.
struct ItemMark {
  std::size_t size = 0;
  bool bullet = false;
  std::optional<unsigned> number;
  char delimiter = '.';
};

ItemMark mark_of(std::string_view item) noexcept {
  for (const std::string_view bullet : {"- ", "* ", "• ", "‣ "}) {
    if (item.starts_with(bullet)) return {bullet.size(), true, {}, '-'};
  }
  const std::size_t digits = std::min(item.find_first_not_of("0123456789"), item.size());
  const bool numbered = digits > 0 && digits <= 9 && digits < item.size() &&
                        (item[digits] == '.' || item[digits] == ')') && ends_word(item, digits + 1);
  if (!numbered) return {};
  ItemMark mark{digits + 1, false, {}, item[digits]};
  unsigned number = 0;
  std::from_chars(item.data(), item.data() + digits, number);
  if (item[0] != '0' || digits == 1) mark.number = number;
  return mark;
}

class MarkdownWriter {
 public:
  MarkdownWriter(const Article& article, std::string& out) : article_(article), out_(out) {}

  void write() {
    heading("# ", article_.headline);
    if (!is_paragraph(article_.standfirst)) strong(article_.standfirst);
    byline();
    for (const Paragraph& each : article_.paragraphs) paragraph(each);
    if (any_) out_ += '\n';
  }

 private:
  void begin_block(bool in_list = false) {
    if (any_) out_ += in_list ? "\n" : "\n\n";
    any_ = true;
    if (!in_list) list_.reset();
  }

  bool is_paragraph(std::string_view text) const {
    return std::any_of(article_.paragraphs.begin(), article_.paragraphs.end(),
                       [&](const Paragraph& each) { return each.text == text; });
  }

  /// A heading's own number signs at its end would be taken for its closing mark.
  void heading(std::string_view mark, std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return;
    begin_block();
    out_ += mark;
    append_markdown_escaped(text, true, out_);
    const bool is_escaped = start_escape(text) == text.size() - 1;
    if (out_.back() == '#' && !is_escaped) out_.insert(out_.size() - 1, 1, '\\');
  }

  void marked(std::string_view mark, std::string_view text) {
    text = trimmed(text);
    if (text.empty()) return;
    begin_block();
    out_ += mark;
    append_markdown_escaped(text, true, out_);
    out_ += mark;
  }
  void strong(std::string_view text) { marked("**", text); }

  void byline() {
    const std::string_view date = article_.date_published;
    const std::string_view by = is_paragraph(article_.byline) ? std::string_view() : article_.byline;
    if (by.empty() && date.empty()) return;
    begin_block();
    append_markdown_escaped(trimmed(by), true, out_);
    if (!by.empty() && !date.empty()) out_ += " · ";
    append_markdown_escaped(date, by.empty(), out_);
  }

  void paragraph(const Paragraph& paragraph) {
    const std::string_view text = trimmed(paragraph.text);
    if (text.empty()) return;
    switch (paragraph.kind) {
      case ParagraphKind::heading:
        return heading("## ", text);
      case ParagraphKind::list_item:
        return list_item(text);
      case ParagraphKind::caption:
        return marked("*", text);
      case ParagraphKind::quote:
      case ParagraphKind::paragraph:
        break;
    }
    if (text == article_.standfirst) return strong(text);
    begin_block();
    if (paragraph.kind == ParagraphKind::quote) out_ += "> ";
    append_markdown_escaped(text, true, out_);
  }

  void list_item(std::string_view text) {
    const ItemMark mark = mark_of(text);
    const bool goes_on = list_ && list_->bullet == mark.bullet && list_->delimiter == mark.delimiter;
    // Markdown numbers the items of one list itself: a number out of line is text, not a mark.
    const bool counts = !goes_on || mark.bullet || (mark.number && mark.number == *list_->number + 1);
    if (!mark.bullet && (!mark.number || !counts)) {
      begin_block();
      return append_markdown_escaped(text, true, out_);
    }
    begin_block(goes_on);
    out_ += mark.bullet ? std::string_view("-") : text.substr(0, mark.size);
    const std::string_view content = trimmed(text.substr(mark.size));
    if (!content.empty()) out_ += ' ';
    append_markdown_escaped(content, true, out_);
    list_ = mark;
  }

  const Article& article_;
  std::string& out_;
  bool any_ = false;
  std::optional<ItemMark> list_;  // the last block was this item
};

}  // namespace

void append_markdown_escaped(std::string_view text, bool at_start, std::string& out) {
  const std::size_t start = at_start ? start_escape(text) : text.size();
  std::size_t from = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool special = kSpecial[static_cast<unsigned char>(text[at])];
    if (at != start && (!special || !needs_escape(text, at))) continue;
    out.append(text.substr(from, at - from));
    from = at;
    if (text[at] == '\n' || text[at] == '\r') {
      out += ' ';  // a block is one line
      ++from;
    } else {
      out += '\\';
    }
  }
  out.append(text.substr(from));
}

void write_markdown(const Article& article, std::string& out) {
  MarkdownWriter(article, out).write();
}

}  // namespace newswash
