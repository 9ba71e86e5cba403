// Reading names; see byline.h.
#include "reader/facts/byline.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "reader/facts/letters.h"

namespace newswash::facts {

namespace {

constexpr unsigned kMostWords = 5;
constexpr std::size_t kLongestName = 64;
constexpr std::size_t kMostNames = 12;

class NameReader {
 public:
  NameReader(std::string_view line, const Tokens& tokens, std::size_t first, bool loose)
      : line_(line), tokens_(tokens), at_(first), loose_(loose) {}

  Names read() {
    while (at_ < tokens_.size() && step()) {
    }
    finish_name();
    names_.last = at_;
    return std::move(names_);
  }

 private:
  std::string_view text(std::size_t i) const {
    return i < tokens_.size() ? line_.substr(tokens_[i].begin, tokens_[i].end - tokens_[i].begin)
                              : std::string_view();
  }
  bool is_mark(std::size_t i, char32_t mark) const {
    return i < tokens_.size() && tokens_[i].type == TokenType::kMark && tokens_[i].value == mark;
  }

  /// Takes in what stands at `at_`; false where the list of names is over.
  bool step() {
    const Token& token = tokens_[at_];
    if (token.type == TokenType::kNumber) return take_number(token);
    return token.type == TokenType::kWord ? take_word(token) : take_mark(token);
  }

  bool take_number(const Token& token) {
    if (words_ == 0 || token.space_before || !loose_) return false;
    const std::size_t next = at_ + 1;
    if (next < tokens_.size() && !tokens_[next].space_before) return false;  // a date: "Demel13.12.2022"
    end_ = token.end;                                                        // a pen name: Marianne1
    ++at_;
    return true;
  }

  bool take_word(const Token& token) {
    const std::size_t length = std::max<std::size_t>(token.phrase, 1);
    if (skipping_role_ && (token.kinds & kAnd) == 0) return ++at_, true;
    if (words_ > 0 && (token.kinds & kAnd) != 0 && !(token.upper && !all_upper(text(at_)))) return take_and();
    if ((token.phrase_kinds & kAgency) != 0 && !part_of_name(length)) return take_agency(length);
    if ((token.phrase_kinds & kRole) != 0 &&
        (words_ >= 2 || (words_ == 1 && !token.cased) || (!names_.names.empty() && words_ == 0)))
      return take_role(length);
    if (words_ == 0 && names_.names.empty() && starts_wrongly(token, length)) return false;
    if (words_ > 0 && ends_names(token)) return false;
    if (words_ >= 2 && role_comes()) return take_role(1);
    if (words_ > 0 && !token.space_before && follows_letter(token)) return take_part(token);
    if (token.upper || !token.cased) return take_part(token);
    if (words_ > 0 && is_name_particle(text(at_)) && next_is_name_part()) return take_part(token);
    if (words_ == 0 && is_name_particle(text(at_)) && next_is_name_part()) return take_part(token);
    if (words_ == 0 && loose_ && names_.names.empty() && token.cased && stands_alone()) {
      names_.lower = true;
      return take_part(token);
    }
    return false;
  }

  /// Words of the page around the names: "Jane Doe Follow", "Jane Doe Published 3 May", "Jane Doe On 3 May".
  bool ends_names(const Token& token) const {
    const std::uint32_t kinds = token.phrase_kinds;
    if ((kinds & (kPublished | kModified | kComments | kTagWord | kSectionWord)) != 0) return true;
    if ((kinds & kRelative) != 0 && !token.upper) return true;
    if (words_ >= 2 && (kinds & kInterface) != 0) return true;
    if ((token.kinds & (kDateLink | kWeekday)) == 0 && token.month == 0) return false;
    const std::size_t next = at_ + 1;
    if (next >= tokens_.size()) return (token.kinds & kWeekday) != 0;
    return tokens_[next].type == TokenType::kNumber || (tokens_[next].kinds & (kWeekday | kDateLink)) != 0 ||
           tokens_[next].month != 0 || (token.kinds & kDateLink & ~kAnd) != 0;
  }

  /// A role comes within two words: "Education editor", "Travel News Reporter".
  bool role_comes() const {
    for (std::size_t i = at_ + 1; i < std::min(tokens_.size(), at_ + 3); ++i) {
      if (tokens_[i].type != TokenType::kWord) return false;
      if ((tokens_[i].phrase_kinds & kRole) != 0) return true;
    }
    return false;
  }

  bool follows_letter(const Token& token) const { return end_ == token.begin; }
  static bool all_upper(std::string_view word) {
    return word.size() > 1 &&
           std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  }

  /// A known interface word, month or weekday, alone or as a whole phrase, is not the start of a name.
  bool starts_wrongly(const Token& token, std::size_t length) const {
    const std::uint32_t kinds = token.phrase_kinds;
    if ((kinds & (kByline | kPublished | kModified | kComments)) != 0 && !loose_) return true;
    if ((kinds & kRelative) != 0) return true;
    const bool ends = at_ + length >= tokens_.size() || tokens_[at_ + length].type != TokenType::kWord ||
                      !tokens_[at_ + length].upper;
    return (kinds & (kInterface | kWeekday | kTagWord | kSectionWord | kRelative)) != 0 && ends;
  }

  /// "AP Smith" is no agency, "Bloomberg" in "Michael Bloomberg" neither.
  bool part_of_name(std::size_t length) const {
    const std::size_t next = at_ + length;
    const bool more = next < tokens_.size() && tokens_[next].type == TokenType::kWord &&
                      tokens_[next].upper && (tokens_[next].kinds & (kAnd | kRole)) == 0;
    return length == 1 &&
           ((words_ == 1 && !all_upper(text(at_))) || (words_ == 0 && more && text(at_).size() > 4));
  }

  bool next_is_name_part() const {
    if (at_ + 1 >= tokens_.size() || tokens_[at_ + 1].type != TokenType::kWord) return false;
    return tokens_[at_ + 1].upper || is_name_particle(text(at_ + 1));
  }

  /// A pen name ends its line or stands before a mark, a number or a date's link.
  bool stands_alone() const {
    if (text(at_).size() < 3) return false;
    if (at_ + 1 >= tokens_.size()) return true;
    const Token& next = tokens_[at_ + 1];
    if (next.type == TokenType::kNumber) return true;
    if (next.type == TokenType::kMark) return next.value != U'.' || at_ + 2 >= tokens_.size();
    return (next.kinds & (kDateLink | kPublished | kModified | kComments | kWeekday)) != 0 || next.month != 0;
  }

  bool take_part(const Token& token) {
    if (token.cased && !token.upper && words_ == 0 && !loose_ && !is_name_particle(text(at_))) return false;
    if (words_ == 0) {
      begin_ = token.begin;
      names_.known = names_.known || (token.kinds & kFirstName) != 0;
    }
    last_lower_ = token.cased && !token.upper;
    ++words_;
    end_ = token.end;
    ++at_;
    // an initial or title keeps its dot: "R.", "Dr.", "Jr."
    if (is_mark(at_, U'.') && !tokens_[at_].space_before && (short_word(token) || after_initial())) {
      end_ = tokens_[at_].end;
      ++at_;
    }
    return words_ <= kMostWords + 2;
  }
  bool short_word(const Token& token) const {
    const std::string word = folded(line_.substr(token.begin, token.end - token.begin));
    if (count_letters(word) == 1) return true;
    for (const char* title : {"dr", "prof", "jr", "sr", "st", "dipl", "ing", "mag", "lic", "med", "phil",
                              "rer", "nat", "ph", "mr", "mrs", "ms"}) {
      if (word == title) return true;
    }
    return false;
  }
  bool after_initial() const { return false; }
  static unsigned count_letters(std::string_view word) {
    unsigned letters = 0;
    for (std::size_t at = 0; at < word.size(); ++letters) next_letter(word, at);
    return letters;
  }

  bool take_and() {
    finish_name();
    skipping_role_ = false;
    if (names_.names.size() >= kMostNames) return false;
    ++at_;
    return true;
  }

  bool take_agency(std::size_t length) {
    finish_name();
    const Token& first = tokens_[at_];
    const Token& last = tokens_[at_ + length - 1];
    names_.agencies.emplace_back(line_.substr(first.begin, last.end - first.begin));
    at_ += length;
    return true;
  }

  bool take_role(std::size_t length) {
    finish_name();
    names_.role = true;
    skipping_role_ = true;
    at_ += length;
    return true;
  }

  bool take_mark(const Token& token) {
    switch (token.value) {
      case U',':
      case U'،':
      case U'、':
      case U';':
      case U'&':
      case U'/':
      case U'＆':
      case U'／':
        return take_comma(token);
      case U'(':
        return skip_brackets();
      case U'@':
        return take_handle();
      case U'"':
      case U'“':
      case U'”':
      case U'„':
        return false;
      default:
        return false;
    }
  }

  bool take_comma(const Token& token) {
    finish_name();
    if (token.value == U'/' && names_.agencies.empty()) return false;
    const std::size_t next = at_ + 1;
    if (next >= tokens_.size()) return false;
    if ((tokens_[next].phrase_kinds & kRole) != 0) return ++at_, true;
    if (skipping_role_)
      return names_more(next) && token.value != U',' ? (skipping_role_ = false, ++at_, true) : false;
    if ((tokens_[next].kinds & kAnd) != 0) return ++at_, true;
    if ((tokens_[next].phrase_kinds & kAgency) != 0) return ++at_, true;
    return names_more(next) && (++at_, true);
  }

  /// After a comma a further name has two capitalised words or more; one word is a place ("..., Nairobi").
  bool names_more(std::size_t i) const {
    if (tokens_[i].type != TokenType::kWord) return false;
    if (!tokens_[i].cased) return true;
    if (!tokens_[i].upper && !is_name_particle(text(i))) return false;
    if ((tokens_[i].phrase_kinds & (kWeekday | kInterface | kPublished | kModified)) != 0 ||
        tokens_[i].month != 0) {
      return false;
    }
    std::size_t j = i + 1;
    if (is_mark(j, U'.')) ++j;
    if (text(j) == "der" || text(j) == "des") return false;  // "Leiterin der Stiftung" is a role
    while (j < tokens_.size() && is_name_particle(text(j)) && !tokens_[j].upper) ++j;
    return j < tokens_.size() && tokens_[j].type == TokenType::kWord && tokens_[j].upper;
  }

  bool skip_brackets() {
    std::size_t i = at_ + 1;
    while (i < tokens_.size() && !is_mark(i, U')')) ++i;
    if (i >= tokens_.size() || i > at_ + 8) return false;
    finish_name();
    at_ = i + 1;
    return true;
  }

  /// "@handle", and "name@site.org": the name before is over, an address is no name.
  bool take_handle() {
    names_.contact = true;
    if (!tokens_[at_].space_before && words_ == 1) {
      words_ = 0;  // an address's own word
      return false;
    }
    finish_name();
    return false;
  }

  void finish_name() {
    if (words_ == 0) return;
    std::string_view name = trimmed(line_.substr(begin_, end_ - begin_));
    const unsigned words = words_;
    words_ = 0;
    if (words > 1 && last_lower_ && !loose_) return;  // "Link zur" is no name
    if (name.size() > kLongestName || words > kMostWords || name.size() < 2) return;
    if (!loose_ && words < 2 && name.size() > 0 && static_cast<unsigned char>(name[0]) < 0xE3) return;
    names_.words = std::max(names_.words, words);
    if (names_.names.size() < kMostNames) names_.names.emplace_back(name);
  }

  std::string_view line_;
  const Tokens& tokens_;
  std::size_t at_;
  bool loose_;
  bool skipping_role_ = false;
  bool last_lower_ = false;
  unsigned words_ = 0;
  std::uint32_t begin_ = 0;
  std::uint32_t end_ = 0;
  Names names_;
};

}  // namespace

bool is_name_particle(std::string_view word) {
  static constexpr std::string_view kParticles[] = {
      "de",  "da",  "do",  "dos", "das",   "del", "della", "di", "la",  "le",  "van",  "von",  "der", "den",
      "ter", "ten", "zu",  "zum", "zur",   "bin", "ibn",   "al", "el",  "af",  "av",   "e",    "y",   "du",
      "des", "san", "mac", "vom", "dalla", "dal", "lo",    "op", "abu", "ben", "bint", "binti"};
  constexpr std::size_t kLongest = 5;
  static constexpr auto kFirstLetters = [] {  // by length, a bit for each letter
    std::array<std::uint32_t, kLongest + 1> letters{};
    for (const std::string_view particle : kParticles)
      letters[particle.size()] |= 1U << (particle.front() - 'a');
    return letters;
  }();
  if (word.empty() || word.size() > kLongest || word.front() < 'a' || word.front() > 'z') return false;
  if ((kFirstLetters[word.size()] >> (word.front() - 'a') & 1U) == 0) return false;
  return std::find(std::begin(kParticles), std::end(kParticles), word) != std::end(kParticles);
}

Names read_names(std::string_view line, const Tokens& tokens, std::size_t first, bool loose) {
  return NameReader(line, tokens, first, loose).read();
}

}  // namespace newswash::facts
