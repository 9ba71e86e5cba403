// A recursive-descent parser of the template language.
#include "reader/boilerplate/template.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "reader/boilerplate/key.h"

namespace newswash {
namespace {

constexpr std::uint16_t kMostAnyWords = 40;  // a slot longer than this is no slot

class Parser {
 public:
  Parser(std::string_view text, const NamedWords& names) : text_(text), names_(names) {}

  Result<TemplateNode> parse() {
    TemplateNode tree = alternatives();
    if (at_ < text_.size()) fail("')' or ']' without its opening bracket");
    if (message_.empty() && tree.children.empty()) fail("the template is empty");
    if (!message_.empty()) {
      return Error{
          ErrorCode::bad_rule, {.file = {}, .line = 0, .column = failed_at_ + 1, .offset = 0}, message_, {}};
    }
    return tree;
  }

 private:
  using Kind = TemplateNode::Kind;

  void fail(std::string message) {
    if (!message_.empty()) return;
    message_ = std::move(message);
    failed_at_ = at_;
    at_ = text_.size();
  }

  bool at_end_of_sequence() const {
    return at_ >= text_.size() || text_[at_] == '|' || text_[at_] == ')' || text_[at_] == ']';
  }

  TemplateNode alternatives() {
    TemplateNode choice{.kind = Kind::choice};
    choice.children.push_back(sequence());
    while (at_ < text_.size() && text_[at_] == '|') {
      ++at_;
      choice.children.push_back(sequence());
    }
    return choice.children.size() == 1 ? std::move(choice.children.front()) : choice;
  }

  TemplateNode sequence() {
    TemplateNode parts{.kind = Kind::sequence};
    while (!at_end_of_sequence()) part(parts.children);
    return parts;
  }

  void part(std::vector<TemplateNode>& into) {
    const char c = text_[at_];
    if (c == '(' || c == '[') return group(into, c == '(' ? ')' : ']');
    if (c == '{') return named(into);
    if (c == '<') return slot(into);
    if (c == '#') return ++at_, into.push_back({.kind = Kind::number});
    if (text_.substr(at_, 3) == "...") return at_ += 3, into.push_back({.kind = Kind::rest});
    if (c == '}' || c == '>') return fail(fmt::format("'{}' without its opening bracket", c));
    words(into);
  }

  void group(std::vector<TemplateNode>& into, char closing) {
    const std::size_t opened = at_++;
    TemplateNode inside = alternatives();
    if (at_ >= text_.size() || text_[at_] != closing) {
      at_ = message_.empty() ? opened : at_;
      return fail(fmt::format("'{}' is not closed", text_[opened]));
    }
    ++at_;
    if (at_ < text_.size() && text_[at_] == ':')
      return fail("a colon belongs to a word: (a:|b:), not (a|b):");
    if (closing == ')') return into.push_back(std::move(inside));
    TemplateNode choice{.kind = Kind::choice};
    if (inside.kind == Kind::choice)
      choice.children = std::move(inside.children);
    else
      choice.children.push_back(std::move(inside));
    choice.children.push_back({.kind = Kind::sequence});
    into.push_back(std::move(choice));
  }

  /// Punctuation is no word: "(a|/)" would be "a or nothing".
  static bool holds_nothing(const TemplateNode& inside) {
    const auto is_empty = [](const TemplateNode& node) {
      return node.kind == Kind::sequence && node.children.empty();
    };
    return is_empty(inside) || (inside.kind == Kind::choice &&
                                std::any_of(inside.children.begin(), inside.children.end(), is_empty));
  }

  void named(std::vector<TemplateNode>& into) {
    const std::size_t close = text_.find('}', at_);
    if (close == std::string_view::npos) return fail("'{' is not closed");
    const auto name = text_.substr(at_ + 1, close - at_ - 1);
    const auto found = names_.find(name);
    if (found == names_.end()) return fail(fmt::format("the pack's [words] have no '{}'", name));
    TemplateNode choice{.kind = Kind::choice};
    for (const auto& alternative : found->second) {
      TemplateNode parts{.kind = Kind::sequence};
      append_words(parts.children, alternative);
      choice.children.push_back(std::move(parts));
    }
    into.push_back(std::move(choice));
    at_ = close + 1;
    if (at_ < text_.size() && text_[at_] == ':') require_colon(into.back()), ++at_;
  }

  static void require_colon(TemplateNode& choice) {
    for (auto& alternative : choice.children) {
      if (!alternative.children.empty()) alternative.children.back().colon = true;
    }
  }

  void slot(std::vector<TemplateNode>& into) {
    TemplateNode any{.kind = Kind::any_words};
    const char* const end = text_.data() + text_.size();
    std::from_chars_result parsed = std::from_chars(text_.data() + at_ + 1, end, any.at_least);
    any.at_most = any.at_least;
    if (parsed.ec == std::errc{} && parsed.ptr < end && *parsed.ptr == '-') {
      parsed = std::from_chars(parsed.ptr + 1, end, any.at_most);
    }
    const bool well_formed = parsed.ec == std::errc{} && parsed.ptr < end && *parsed.ptr == '>';
    if (!well_formed || any.at_most < any.at_least || any.at_most == 0 || any.at_most > kMostAnyWords) {
      return fail(fmt::format("a slot is written <2> or <1-4>, up to {}", kMostAnyWords));
    }
    at_ = static_cast<std::size_t>(parsed.ptr - text_.data()) + 1;
    into.push_back(std::move(any));
  }

  void words(std::vector<TemplateNode>& into) {
    const std::size_t start = at_;
    while (at_ < text_.size() && std::string_view("()[]{}<>|#").find(text_[at_]) == std::string_view::npos &&
           text_.substr(at_, 3) != "...") {
      ++at_;
    }
    append_words(into, text_.substr(start, at_ - start));
  }

  static void append_words(std::vector<TemplateNode>& into, std::string_view text) {
    KeyReader key(text);
    for (Word word; key.next(word);) {
      into.push_back(
          {.kind = Kind::word, .word = std::string(word.folded), .colon = colon_after(text, word)});
    }
  }

  std::string_view text_;
  const NamedWords& names_;
  std::size_t at_ = 0;
  std::size_t failed_at_ = 0;
  std::string message_;
};

}  // namespace

Result<TemplateNode> parse_template(std::string_view text, const NamedWords& names) {
  return Parser(text, names).parse();
}

}  // namespace newswash
