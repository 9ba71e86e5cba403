// One walk for links and images; a second one, in a text that is Markdown, for emphasis and escapes; one for
// numbers, in a text that has none of these.
#include "reader/inline_marks.h"

#include <algorithm>
#include <iterator>
#include <vector>

namespace newswash {
namespace {

constexpr std::size_t kLinksOfMarkdown = 3;  // so many links show that a text is Markdown
constexpr std::size_t kLongestText = 4000;   // bytes of a link's text: some hold a whole teaser
constexpr std::size_t kLongestTarget = 4000;
constexpr std::size_t kLongestWords = 200;  // of an address, from its first space on: the title of a page
constexpr std::size_t kMostOpen = 16;  // brackets in brackets, or runs of asterisks that wait for their like
constexpr std::size_t kNumbersOfLinks = 10;  // so many that count up are lynx's numbers
constexpr std::size_t kMostUnseen = 10;      // links in a row that show nothing
constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kSchemes[] = {"https:", "http:", "mailto:", "javascript:"};

bool is_space(char c) {
  return c == ' ' || c == '\n';
}

bool is_punctuation(char c) {
  return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

bool is_title(std::string_view text, std::size_t at) {
  return at < text.size() && (text[at] == '"' || text[at] == '\'' || text[at] == '(');
}

/// Where an address ends that begins at `at`: at a space, or at a bracket that it did not open. A program
/// that breaks lines breaks addresses behind a hyphen. One that says what it is may hold spaces, if nothing
/// else is in the brackets; its paragraph is the longest it can be.
std::size_t end_of_address(std::string_view text, std::size_t at) {
  const std::string_view address = text.substr(at);
  const bool named = std::any_of(std::begin(kSchemes), std::end(kSchemes),
                                 [&](std::string_view scheme) { return address.starts_with(scheme); });
  int open = 0;
  std::size_t most = text.size();
  for (; at < most; ++at) {
    if (text[at] == '\\')
      ++at;
    else if (text[at] == '(')
      ++open;
    else if (text[at] == ')' && --open < 0)
      return at;
    else if (text[at] == '\n' && text.substr(at + 1).starts_with('\n'))
      return kNone;
    else if (is_space(text[at]) && text[at - 1] != '-' && (!named || is_title(text, at + 1)))
      return at;
    else if (is_space(text[at]))
      most = std::min(most, at + kLongestWords);
  }
  return kNone;
}

/// Past the title of a link, if one begins at `at`: "…", '…' or (…).
std::size_t skip_title(std::string_view text, std::size_t at) {
  if (!is_title(text, at)) return at;
  const char closing = text[at] == '(' ? ')' : text[at];
  for (++at; at < text.size() && text[at] != closing; ++at) {
    if (text[at] == '\\') ++at;
  }
  return std::min(at + 1, text.size());
}

bool is_address(std::string_view target) {
  return target.empty() || target.find_first_of("/#.:?") != kNone;
}

/// Past the "(target)" that begins at `open`, or kNone if there is none. It ends before the next one begins,
/// so that no byte is looked at for two of them.
std::size_t end_of_target(std::string_view text, std::size_t open) {
  text = text.substr(0, open + kLongestTarget);
  text = text.substr(0, text.find("](", open));
  std::size_t at = skip_spaces(text, open + 1);
  const std::size_t begin = at;
  if (at < text.size() && text[at] == '<') {
    at = text.find_first_of(">\n", at);
    if (at == kNone || text[at] == '\n') return kNone;
    ++at;
  } else {
    at = end_of_address(text, at);
    if (at == kNone || !is_address(text.substr(begin, at - begin))) return kNone;
  }
  at = skip_spaces(text, skip_title(text, skip_spaces(text, at)));
  return at < text.size() && text[at] == ')' ? at + 1 : kNone;
}

/// Only the last few marks that opened can be closed.
template <typename Mark>
void push(std::vector<Mark>& open, Mark mark) {
  if (open.size() == kMostOpen) open.erase(open.begin());
  open.push_back(mark);
}

class MarkFinder {
 public:
  MarkFinder(std::string_view text, Edits& edits) : text_(text), edits_(edits) {}

  void find() {
    find_links();
    sort();
    if (links_ < kLinksOfMarkdown) return;
    find_emphasis_and_escapes();
    sort();
  }

 private:
  void find_links() {
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (text_[at] == '\\')
        ++at;
      else if (text_[at] == '[')
        push(open_, at);
      else if (text_[at] == ']' && !open_.empty())
        at = close(at);
    }
  }

  /// The last byte of what ends with the bracket at `at`.
  std::size_t close(std::size_t at) {
    const std::size_t open = open_.back();
    open_.pop_back();
    if (at - open > kLongestText || at + 1 >= text_.size() || text_[at + 1] != '(') return at;
    const std::size_t end = end_of_target(text_, at + 1);
    if (end == kNone) return at;
    ++links_;
    if (open > 0 && text_[open - 1] == '!') {
      while (!edits_.empty() && edits_.back().begin >= open) edits_.pop_back();
      edits_.push_back({open - 1, end, {}});
    } else {
      edits_.push_back({open, open + 1, {}});
      const bool another = end < text_.size() && text_[end] == '[';  // "[Home](/)[Sport](/sport)"
      edits_.push_back({at, end, another ? " " : ""});
    }
    return end - 1;
  }

  void find_emphasis_and_escapes() {
    std::vector<Run> open;  // of this line
    const std::size_t links = edits_.size();
    std::size_t next = 0;
    for (std::size_t at = 0; at < text_.size(); ++at) {
      while (next < links && edits_[next].end <= at) ++next;
      if (next < links && edits_[next].begin <= at)
        at = edits_[next].end - 1;
      else if (text_[at] == '\n')
        open.clear();
      else if (text_[at] == '*' || text_[at] == '_')
        at = take_run(at, open);
      else if (text_[at] == '\\' && at + 1 < text_.size() && is_punctuation(text_[at + 1]))
        edits_.push_back({at, at + 1, {}}), ++at;
    }
  }

  struct Run {
    std::size_t begin = 0;
    std::size_t size = 0;
  };

  /// The last byte of the asterisks or underscores that begin at `at`; with those that opened what they
  /// close, they go.
  std::size_t take_run(std::size_t at, std::vector<Run>& open) {
    const std::size_t end = std::min(text_.find_first_not_of(text_[at], at), text_.size());
    const Run run{at, end - at};
    const bool opens = (at == 0 || !is_in_word(at - 1)) && end < text_.size() && !is_space(text_[end]);
    const bool closes = at > 0 && !is_space(text_[at - 1]) && !is_in_word(end);
    const auto opened = std::find_if(open.rbegin(), open.rend(), [&](const Run& before) {
      return before.size == run.size && text_[before.begin] == text_[at];
    });
    if (closes && opened != open.rend()) {
      edits_.push_back({opened->begin, opened->begin + opened->size, {}});
      edits_.push_back({at, end, {}});
      open.erase(opened.base() - 1, open.end());
    } else if (opens) {
      push(open, run);
    }
    return end - 1;
  }

  bool is_in_word(std::size_t at) const {
    return at < text_.size() && !is_space(text_[at]) && !is_punctuation(text_[at]);
  }

  void sort() {
    std::sort(edits_.begin(), edits_.end(), [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
  }

  std::string_view text_;
  Edits& edits_;
  std::vector<std::size_t> open_;  // brackets that wait for theirs
  std::size_t links_ = 0;
};

/// The number in the brackets that begin at `at`, or 0. `at` moves past them, or on by one.
std::size_t read_number(std::string_view text, std::size_t& at) {
  constexpr std::size_t kMostDigits = 5;
  std::size_t end = ++at, number = 0;
  for (; end < text.size() && end - at < kMostDigits && text[end] >= '0' && text[end] <= '9'; ++end)
    number = number * 10 + static_cast<std::size_t>(text[end] - '0');
  if (end >= text.size() || text[end] != ']') return 0;
  at = end + 1;
  return number;
}

/// A reference stands behind a word or a full stop, a link's number before its text.
bool is_before_word(std::string_view text, std::size_t begin, std::size_t end) {
  constexpr std::string_view kBefore = " \n([-|#/";
  return end < text.size() && !is_space(text[end]) && (begin == 0 || kBefore.find(text[begin - 1]) != kNone);
}

/// lynx numbers all links of a page; those that show nothing have a number, too.
void find_link_numbers(std::string_view text, Edits& edits) {
  std::size_t last = 0;
  for (std::size_t at = text.find('['); at < text.size(); at = text.find('[', at)) {
    const std::size_t begin = at;
    const std::size_t number = read_number(text, at);
    if (number <= last || number > last + kMostUnseen) continue;
    last = number;
    if (is_before_word(text, begin, at)) edits.push_back({begin, at, {}});
  }
  if (edits.size() < kNumbersOfLinks) edits.clear();
}

/// The first that could be the end of a link or number, so that hardly a text is walked in vain.
bool may_hold_marks(std::string_view text) {
  for (std::size_t at = text.find(']'); at != kNone; at = text.find(']', at + 1)) {
    const bool first_number = at >= 2 && text[at - 1] == '1' && text[at - 2] == '[';
    if (first_number || (at + 1 < text.size() && text[at + 1] == '(')) return true;
  }
  return false;
}

}  // namespace

void find_inline_marks(std::string_view text, Edits& edits) {
  if (!may_hold_marks(text)) return;
  MarkFinder(text, edits).find();
  if (edits.empty()) find_link_numbers(text, edits);
}

}  // namespace newswash
