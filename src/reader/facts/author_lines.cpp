// Quick looks at lines; see author_lines.h.
#include "reader/facts/author_lines.h"

#include <algorithm>

#include "reader/facts/byte_scan.h"
#include "reader/facts/letters.h"

namespace newswash::facts {

namespace {

constexpr std::size_t kLongestLine = 260;
constexpr std::size_t kLongestBare = 110;

/// "Dylan Jones 5 hours ago", "Jane Doe Follow"
bool followed_by_page_words(const Tokens& tokens, std::size_t i) {
  if (tokens[i].type == TokenType::kNumber) return tokens.size() <= i + 3;
  return (tokens[i].phrase_kinds & (kInterface | kRelative | kPublished | kModified | kComments)) != 0;
}

/// The second word begins with a capital or is short enough for a particle, or the script has no capitals.
bool may_begin_with_name(std::string_view text, bool prose) {
  constexpr std::size_t kLongestParticle = 5;
  constexpr unsigned char kFirstWithoutCapitals = 0xD6;  // the lead byte of Hebrew, then Arabic and further
  if (static_cast<unsigned char>(text.front()) >= kFirstWithoutCapitals) return true;
  const std::size_t space = text.find(' ');
  if (space == text.npos || space + 1 >= text.size()) {
    return std::any_of(text.begin(), text.end(), [](char c) { return (c & '\x80') != 0; });
  }
  const char next = text[space + 1];
  if (next < 'a' || next > 'z') return true;
  if (prose) return false;
  const std::size_t end = std::min(text.find(' ', space + 1), text.size());
  return end - space - 1 <= kLongestParticle && end < text.size();
}

/// What parts a byline from what stands before it in its line, where that is no date.
bool is_separator(char32_t c) {
  switch (c) {
    case U'|':
    case U'·':
    case U'•':
    case U'–':
    case U'—':
    case U'-':
    case U'/':
    case U',':
    case U'(':
    case U':':
    case U'»':
      return true;
    default:
      return false;
  }
}

/// The quick looks at one line. No more of it is split into tokens than each needs.
class LineLook {
 public:
  LineLook(Page& page, std::size_t i)
      : text_(page[i].raw),
        head_(page.head(i)),
        languages_(page.languages()),
        tokens_(page.scratch()),
        phrase_(page.phrase_scratch()) {
    if (text_.data() == page[i].text.data()) find_second_word();
    if (second_ == 0) cut_tokens(text_, tokens_, kStart);
    any_mark_ = (head_.kinds & (kPublished | kModified)) != 0 || page.may_have_date(i);
  }

  /// A byline word is the first or second token or stands after a mark.
  bool may_hold_byline() {
    if (second_ != 0) {
      if ((head_.kinds & kByline) != 0) return true;
      if (may_begin_byline(second_word_.hash) && byline_begins_at(second_)) return true;
    } else {
      for (const Token& token : tokens_) {
        if (token.type == TokenType::kWord && byline_begins_at(token.begin)) return true;
      }
    }
    for (std::size_t at = after_mark(0); at < text_.size(); at = after_mark(at)) {
      if (byline_begins_at(at)) return true;
    }
    return false;
  }

  /// Names at the start, with what makes them a byline behind them.
  bool may_begin_with_byline() {
    if (second_ == 0 && !begins_with_word()) return false;
    if ((head_.kinds & (kAgency | kRole)) == 0 && (is_one_word_name() || begins_sentence())) return false;
    return true;
  }

 private:
  static constexpr std::size_t kStart = 2;

  /// More than these of a name's words make the reader stop.
  static constexpr unsigned kMostWords = 6;
  /// What can make names a byline or part of one.
  static constexpr std::uint32_t kTelling =
      kAnd | kAgency | kRole | kInterface | kRelative | kPublished | kModified | kComments;

  bool is_ascii_letter(std::size_t at) const {
    const auto byte = static_cast<unsigned char>(text_[at]);
    return byte < 0x80 && is_letter(byte);
  }

  /// The token that names may begin with, behind a bullet.
  std::size_t first_word() const { return is_mark(tokens_, 0, U"*+-–—•·©") ? 1 : 0; }
  bool begins_with_word() const {
    const std::size_t first = first_word();
    return first < tokens_.size() && tokens_[first].type == TokenType::kWord;
  }

  /// Where two words of plain ASCII begin the line, one space between, no tokens are needed to see them.
  void find_second_word() {
    if (!is_ascii_letter(0)) return;
    const PlainWord first = plain_word(text_, 0);
    if (first.plain) second_ = next_plain(first.end, second_word_);
  }

  /// The byte after the first mark at or after `at` that a byline may follow; the mark may be part of a word.
  std::size_t after_mark(std::size_t at) const {
    const auto next = any_mark_ ? next_mark_byte : next_separator_byte;
    for (at = next(text_, at); at < text_.size(); at = next(text_, at)) {
      const char32_t c = next_letter(text_, at);
      if (any_mark_ ? !is_letter(c) && digit_value(c) < 0 : is_separator(c)) return at;
    }
    return at;
  }

  /// The word after the one that ends at `end`, where one space parts them and it is plain; 0 where not so.
  std::size_t next_plain(std::size_t end, PlainWord& word) const {
    if (end + 1 >= text_.size() || text_[end] != ' ' || !is_ascii_letter(end + 1)) return 0;
    word = plain_word(text_, end + 1);
    return word.plain ? end + 1 : 0;
  }

  bool has_kind(std::size_t at, std::uint32_t hash, std::uint32_t kinds) {
    if (!may_be_known(hash)) return false;
    const LineHead word = head_of(text_.substr(at), languages_, phrase_);
    return ((word.word_kinds | word.kinds) & kinds) != 0;
  }

  /// Plain words with capitals, which may be a name, and then a word in small letters; neither these nor the
  /// two words behind them are such as make names a byline ("The White House said on Monday").
  bool begins_sentence() {
    if (second_ == 0) return false;
    std::size_t at = second_;
    PlainWord word = second_word_;
    for (unsigned words = 1; is_upper(static_cast<unsigned char>(text_[at])); ++words) {
      if (words >= kMostWords || has_kind(at, word.hash, kTelling)) return false;
      at = next_plain(word.end, word);
      if (at == 0) return false;
    }
    if (is_name_particle(text_.substr(at, word.end - at)) || has_kind(at, word.hash, kTelling)) return false;
    for (unsigned ahead = 0; ahead < 2 && word.end < text_.size(); ++ahead) {
      at = next_plain(word.end, word);
      if (at == 0 || has_kind(at, word.hash, kRole)) return false;
    }
    return true;
  }

  bool byline_begins_at(std::size_t at) {
    while (at < text_.size() && text_[at] == ' ') ++at;
    if (at >= text_.size()) return false;
    const std::string_view rest = text_.substr(at);
    const auto byte = static_cast<unsigned char>(rest.front());
    if (byte > 0x20 && byte < 0x80 && !(is_letter(byte) && may_begin_byline(word_at(rest, 0).hash)))
      return false;
    if (byte >= 0x80) {
      cut_tokens(rest, phrase_, 1);
      if (phrase_.empty() || !may_begin_byline(phrase_.front().hash)) return false;
    }
    return (head_of(rest, languages_, phrase_).kinds & kByline) != 0;
  }

  /// One word of these scripts may be a whole name.
  bool is_long_alone(const Token& word) const {
    return static_cast<unsigned char>(text_[word.begin]) >= 0xE3;
  }

  /// Reading names stops after the first word, and one word is no name.
  bool is_one_word_name() {
    if (second_ != 0)
      return !is_upper(static_cast<unsigned char>(text_[second_])) &&
             ends_names(second_, second_word_.end, second_word_.hash);
    if (tokens_.empty() || tokens_[0].type != TokenType::kWord || is_long_alone(tokens_[0])) return false;
    return tokens_.size() == 1 || ends_names(tokens_[1]);
  }

  /// No second part of a name, nor anything that a list of names goes on after.
  bool ends_names(const Token& token) {
    if (token.type == TokenType::kNumber) return true;
    if (token.type == TokenType::kMark) {
      constexpr std::u32string_view kGoOn = U".,،、;&/＆／(@";
      return kGoOn.find(static_cast<char32_t>(token.value)) == kGoOn.npos;
    }
    if (!token.cased || token.upper || !token.space_before) return false;
    return ends_names(token.begin, token.end, token.hash);
  }

  /// The same for a word in small letters.
  bool ends_names(std::size_t begin, std::size_t end, std::uint32_t hash) {
    if (is_name_particle(text_.substr(begin, end - begin))) return false;
    if (!may_be_known(hash)) return true;
    const LineHead word = head_of(text_.substr(begin), languages_, phrase_);
    return (word.word_kinds & kAnd) == 0 && (word.kinds & (kAgency | kRole)) == 0;
  }

  std::string_view text_;
  const LineHead& head_;  // of the line without bullet
  Languages languages_;
  Tokens& tokens_;  // those of the line's start, where it is not plain
  Tokens& phrase_;  // a buffer
  std::size_t second_ = 0;
  PlainWord second_word_;
  bool any_mark_ = false;  // a byline may follow any mark
};

/// False where the first word, which is plain, begins no byline.
bool may_open_with_byline(std::string_view text) {
  const PlainWord first = plain_word(text, 0);
  return !first.plain || first.end == 0 || may_begin_byline(first.hash);
}

bool begins_byline(const LineHead& head) {
  return (head.kinds & (kByline | kPublished | kModified | kAgency | kRole)) != 0;
}

/// Nothing but a date, an opening word, a byline word or names can make a line a candidate: looks for them
/// without looking every word up.
bool may_give_candidate(Page& page, std::size_t i, bool name_first) {
  const PageLine& line = page[i];
  const bool marked = line.raw.data() != line.text.data();
  if (name_first && (marked || page.may_have_date(i) || page.starts_with_kind(i, kPublished | kModified)))
    return true;
  LineLook look(page, i);
  if (look.may_hold_byline()) return true;
  return name_first ? look.may_begin_with_byline() : page.has_date(i);
}

}  // namespace

bool is_mark(const Tokens& tokens, std::size_t i, std::u32string_view marks) {
  return i < tokens.size() && tokens[i].type == TokenType::kMark &&
         marks.find(static_cast<char32_t>(tokens[i].value)) != marks.npos;
}

bool stands_for_byline(const Names& names, const Tokens& tokens) {
  return names.role || names.last >= tokens.size() || is_mark(tokens, names.last, U"|·•–—-/@(") ||
         followed_by_page_words(tokens, names.last);
}

bool is_line_of_names(Page& page, std::size_t i) {
  const std::string_view raw = page[i].raw;
  if (raw.size() < 3 || raw.size() > kLongestLine) return false;
  const bool prose = raw.size() > kLongestBare;
  if (prose && !page.has_digit(i) &&
      !(may_open_with_byline(page[i].text) && page.starts_with_kind(i, kByline)))
    return false;
  const LineHead& head = page.head(i);
  if (begins_byline(head)) return true;
  return !head.whole || (head.kinds & (kInterface | kSection | kWeekday)) == 0;
}

bool may_name_authors(Page& page, std::size_t i) {
  if (!is_line_of_names(page, i)) return false;
  const LineHead& head = page.head(i);
  if (begins_byline(head)) return may_give_candidate(page, i, true);
  const std::string_view text = page[i].text;
  const bool small = head.starts_lower && !is_name_particle(text.substr(0, text.find(' ')));
  return may_give_candidate(page, i, !small && may_begin_with_name(text, text.size() > kLongestBare));
}

}  // namespace newswash::facts
