// The pass: characters become tokens, tokens words, words lines. Mine: see scan.h. One token, word and line
// is open at a time; closing the inner one adds to the outer one. Sentences are counted where a new one
// begins.
#include "quality/scan.h"

#include <algorithm>

#include "quality/characters.h"
#include "quality/folder.h"
#include "quality/line_ends.h"
#include "quality/token_hash.h"

namespace newswash::quality {
namespace {

/// Lower case in a script that has upper case, so that it can't begin a sentence.
constexpr bool is_lower(char32_t c) {
  if (c < 0x80) return c >= 'a' && c <= 'z';
  return c >= 0xDF && c < language::kCaseEnd && language::lower(c) == c;
}

// What a byte of ASCII adds to a run's counts: letters, digits and capitals in 21 bits each. 0 ends the run.
constexpr std::uint64_t kLetter = 1, kDigit = 1U << 21;
constexpr std::uint64_t kCapital = std::uint64_t{1} << 42;

constexpr auto kCounts = [] {
  std::array<std::uint64_t, 256> counts{};
  for (unsigned c = 0; c < 128; ++c) {
    if (kAscii[c].kind == CharClass::letter) counts[c] = kLetter + (kAscii[c].upper ? kCapital : 0);
    if (kAscii[c].kind == CharClass::digit) counts[c] = kDigit;
  }
  return counts;
}();

/// Takes spaces off both ends of [begin, end) and counts them.
std::uint32_t trim(std::string_view text, std::size_t& begin, std::size_t& end) {
  std::uint32_t taken = 0;
  const auto is_space = [](char32_t c) { return character(c).kind == CharClass::space; };
  for (std::size_t next = begin; begin < end && is_space(next_code_point(text, next)); begin = next) ++taken;
  for (std::size_t next = end; begin < end && is_space(previous_code_point(text, next)); end = next) ++taken;
  return taken;
}

/// In the place of a Folder where no fingerprint is wanted.
struct NoFolder {
  std::uint64_t open() const { return 0; }
  static std::uint64_t add(std::uint64_t word, unsigned char /*byte*/) { return word; }
  void go_on(std::uint64_t /*word*/) {}
  void take_ascii(unsigned char /*byte*/) {}
  void take(char32_t /*c*/) {}
  void end_word() {}
};

/// Scans the lines of a text one after the other.
template <typename Fold>
class Scanner {
 public:
  Scanner(Scan& scan, Fold& folder) : text_(scan.text), scan_(scan), folder_(folder) {}

  /// [begin, end) without the line feed. A blank line parts paragraphs and is not kept.
  void take_line(std::size_t begin, std::size_t end) {
    const std::uint32_t spaces = trim(text_, begin, end);
    scan_.chars += spaces;
    if (begin == end) {
      is_new_paragraph_ = true;
      return;
    }
    open_line(begin, end);
    at_ = begin;
    end_ = end;
    const std::uint32_t before = scan_.chars;
    while (at_ < end_) step();
    end_word();
    folder_.end_word();
    line_.trimmed_chars = scan_.chars - before;
    line_.chars = line_.trimmed_chars + spaces;
    close_line();
  }

 private:
  void open_line(std::size_t begin, std::size_t end) {
    if (is_new_paragraph_) ++scan_.paragraphs;
    is_new_paragraph_ = false;
    line_ = {};
    line_.begin = static_cast<std::uint32_t>(begin);
    line_.end = static_cast<std::uint32_t>(end);
    line_.first_token = static_cast<std::uint32_t>(scan_.tokens.size());
    line_.first_word = scan_.word_count;
    line_.paragraph = scan_.paragraphs - 1;
    line_.sentences = 1;
    sentence_ended_ = false;
  }

  void close_line() {
    line_.hash = finish_hash(line_.hash);
    line_.end_token = static_cast<std::uint32_t>(scan_.tokens.size());
    line_.end_word = scan_.word_count;
    scan_.lines.push_back(line_);
  }

  void step() {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    if (kCounts[byte] != 0) return take_ascii_run();
    if (byte < 0x80) {
      ++at_;
      ++scan_.chars;
      folder_.take_ascii(byte);
      return byte == ' ' ? end_word() : take(byte, kAscii[byte]);
    }
    const char32_t c = next_code_point(text_, at_);
    ++scan_.chars;
    folder_.take(c);
    take(c, character(c));
  }

  /// Letters and digits of ASCII, in a loop of their own.
  void take_ascii_run() {
    const char* const begin = text_.data() + at_;
    const char* const end = text_.data() + end_;
    const auto first = static_cast<unsigned char>(*begin);
    const bool begins_word = !is_open_ && word_.chars == 0;
    open_alphanumeric(first, kAscii[first]);
    std::uint64_t hash = token_.hash;
    std::uint64_t folded = folder_.open();
    std::uint64_t counts = 0;
    const char* at = begin;
    for (; at != end; ++at) {
      const auto byte = static_cast<unsigned char>(*at);
      const std::uint64_t count = kCounts[byte];
      if (count == 0) break;
      counts += count;
      hash = add_to_hash(hash, byte);
      folded = Fold::add(folded, byte);
    }
    token_.hash = hash;
    folder_.go_on(folded);
    at_ += static_cast<std::size_t>(at - begin);
    count_ascii(static_cast<std::uint32_t>(at - begin), counts);
    if (begins_word && at != end && *at == ' ') return end_plain_word();
    last_is_digit_ = (kCounts[static_cast<unsigned char>(at[-1])] & kDigit) != 0;
  }

  /// What most words are: one run of ASCII and a space. The same as end_word(), without what can't be here.
  void end_plain_word() {
    ++at_;
    ++scan_.chars;
    folder_.end_word();
    is_open_ = false;
    may_end_sentence_ = false;
    last_is_short_capital_ = false;
    const std::uint64_t hash = finish_hash(token_.hash);
    const std::uint64_t word = finish_hash(add_to_hash(word_.hash, hash));
    line_.hash = add_to_hash(line_.hash, word);
    scan_.tokens.push_back({hash, token_.chars, token_.flags});
    scan_.word_chars += token_.chars;
    const auto kept = static_cast<std::uint8_t>(token_.flags & (kHasLetter | kIsWord));
    add_word({word, token_.chars, static_cast<std::uint8_t>(word_.flags | kept)});
    word_ = {};
  }

  void add_word(const Token& word) {
    ++scan_.word_count;
    scan_.longest_word = std::max(scan_.longest_word, word.chars);
    if (scan_.keeps_words) scan_.words.push_back(word);
  }

  void count_ascii(std::uint32_t length, std::uint64_t counts) {
    const auto letters = static_cast<std::uint32_t>(counts & 0x1FFFFF);
    token_.chars += length;
    if (letters != 0) token_.flags |= kHasLetter;
    line_.letters += letters;
    line_.digits += length - letters;
    line_.upper += static_cast<std::uint32_t>(counts >> 42);
    scan_.chars += length;
  }

  void take(char32_t c, Character found) {
    switch (found.kind) {
      case CharClass::letter:
      case CharClass::digit:
        return take_alphanumeric(c, found);
      case CharClass::ideograph:
        return take_ideograph(c);
      case CharClass::mark:
        return take_mark(c);
      case CharClass::ignored:  // a combining mark, an invisible character
        if (is_open_) token_.hash = add_to_hash(token_.hash, c), ++token_.chars;
        return;
      case CharClass::space:
      case CharClass::line_feed:
        return end_word();
    }
  }

  void open_alphanumeric(char32_t c, Character first) {
    if (is_open_ && (token_.flags & kIsWord) != 0) return;
    open_token(c, static_cast<std::uint8_t>(kIsWord | (first.upper ? kCapitalised : 0)));
  }

  void open_token(char32_t c, std::uint8_t flags) {
    end_token();
    if (sentence_ended_ && !is_closer(c)) {
      line_.sentences += !is_lower(c);
      sentence_ended_ = false;
    }
    is_open_ = true;
    token_ = {0, 0, flags};
  }

  void take_alphanumeric(char32_t c, Character found) {
    open_alphanumeric(c, found);
    token_.hash = add_to_hash(token_.hash, c);
    ++token_.chars;
    last_is_digit_ = found.kind == CharClass::digit;
    line_.upper += found.upper;
    line_.digits += last_is_digit_;
    line_.letters += !last_is_digit_;
    if (!last_is_digit_) token_.flags |= kHasLetter;
  }

  void take_ideograph(char32_t c) {
    open_token(c, kIsWord | kHasLetter | kIdeograph);
    token_.hash = add_to_hash(0, c);
    token_.chars = 1;
    ++line_.letters;
    end_token();
  }

  /// A mark joins what stands around it, repeats the one before it, or begins a token of its own.
  void take_mark(char32_t c) {
    const bool in_word = is_open_ && (token_.flags & kIsWord) != 0;
    if (!(in_word && joins_next(c))) {
      count_mark(c);
      if (!is_open_ || in_word || mark_ != c) open_mark(c);
    }
    token_.hash = add_to_hash(token_.hash, c);
    ++token_.chars;
  }

  bool joins_next(char32_t c) const {
    if (at_ == end_ || !joins(c, true)) return false;
    std::size_t next = at_;
    const CharClass after = character(next_code_point(text_, next)).kind;
    return is_alphanumeric(after) && joins(c, last_is_digit_ && after == CharClass::digit);
  }

  void count_mark(char32_t c) {
    scan_.hashes += c == '#';
    scan_.ellipses += c == 0x2026;
    if (c == '#' || c == 0x2026) word_.flags |= kSymbol;
  }

  void open_mark(char32_t c) {
    open_token(c, 0);
    mark_ = c;
    if (is_closer(c)) return;
    const bool wide = c == 0x3002 || c == 0xFF01 || c == 0xFF1F;  // no space after it
    const bool initial = c == '.' && last_is_short_capital_;
    may_end_sentence_ = c == 0x2026 || (is_sentence_terminal(c) && !initial);
    sentence_ended_ = wide;
  }

  void end_token() {
    if (!is_open_) return;
    is_open_ = false;
    token_.hash = finish_hash(token_.hash);
    scan_.tokens.push_back(token_);
    const bool is_word = (token_.flags & kIsWord) != 0;
    if (is_word) may_end_sentence_ = false;
    if (!is_word && mark_ == '.') scan_.dots3 += token_.chars / 3;
    last_is_short_capital_ = (token_.flags & kCapitalised) != 0 && token_.chars <= 2;  // "J.", "Mr."
    word_.hash = add_to_hash(word_.hash, token_.hash);
    word_.chars += token_.chars;
    word_.flags |= token_.flags & (kHasLetter | kIsWord);
  }

  void end_word() {
    end_token();
    if (word_.chars == 0) return;
    sentence_ended_ = sentence_ended_ || may_end_sentence_;
    may_end_sentence_ = false;
    last_is_short_capital_ = false;
    word_.hash = finish_hash(word_.hash);
    add_word(word_);
    scan_.word_chars += word_.chars;
    line_.hash = add_to_hash(line_.hash, word_.hash);
    word_ = {};
  }

  std::string_view text_;
  Scan& scan_;
  Fold& folder_;
  std::size_t at_ = 0, end_ = 0;
  Token token_, word_;
  Line line_;
  char32_t mark_ = 0;  // of the open token, where it is no word
  bool is_open_ = false;
  bool is_new_paragraph_ = true;
  bool last_is_digit_ = false;
  bool last_is_short_capital_ = false;
  bool may_end_sentence_ = false;  // a terminal stands before what is open, with closers at most between
  bool sentence_ended_ = false;    // and white space after it
};

template <typename Fold>
void scan_lines(std::string_view text, Scan& scan, Fold& folder) {
  scan.text = text;
  scan.tokens.clear();
  scan.words.clear();
  scan.lines.clear();
  scan.chars = scan.word_chars = scan.line_feeds = scan.hashes = scan.dots3 = scan.ellipses =
      scan.paragraphs = scan.word_count = scan.longest_word = 0;
  constexpr std::size_t kLarge = std::size_t{4} << 20U, kLeastTokenBytes = 3;
  // Tokens of a large text do not move as they grow; room that is not written to takes no memory.
  if (text.size() >= kLarge) scan.tokens.reserve(text.size() / kLeastTokenBytes);
  Scanner scanner(scan, folder);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    scanner.take_line(begin, end);
    if (end < text.size()) ++scan.line_feeds, ++scan.chars;
    begin = end + 1;
  }
}

}  // namespace

void scan_text(std::string_view text, Scan& scan) {
  NoFolder none;
  scan_lines(text, scan, none);
}

void scan_text(std::string_view text, Scan& scan, Fingerprint& print) {
  Folder folder(print);
  scan_lines(text, scan, folder);
  folder.finish();
}

}  // namespace newswash::quality
