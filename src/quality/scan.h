// One pass over a text: its tokens, white-space words and lines, with what the metrics ask of them. Mine: the
// three ways of counting words. Not mine: n-grams (ngrams.h) and the metrics (metrics*.cpp).
//   token   a run of letters, marks and digits (an apostrophe, hyphen or dot inside it joins, a comma and a
//           colon join digits), or a run of one other character; a Han or kana character is a token of its
//           own
//   word    what white space parts
//   line    what line feeds part; only lines with something on them are kept
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace newswash::quality {

struct Fingerprint;  // duplicates.h

enum TokenFlag : std::uint8_t {
  kHasLetter = 1,
  kIsWord = 2,       // letters or digits; else punctuation or a symbol
  kIdeograph = 4,    // Han or kana: half a word in our own count
  kSymbol = 8,       // holds `#` or `…`: of words only
  kCapitalised = 16  // begins with an upper-case letter
};

struct Token {
  std::uint64_t hash = 0;
  std::uint32_t chars = 0;  // code points
  std::uint8_t flags = 0;   // TokenFlag
};

struct Line {
  std::uint32_t begin = 0;  // bytes of the text, without the spaces around it
  std::uint32_t end = 0;
  std::uint32_t first_token = 0, end_token = 0;
  std::uint32_t first_word = 0, end_word = 0;
  std::uint32_t chars = 0;          // code points, with the spaces around
  std::uint32_t trimmed_chars = 0;  // without
  std::uint32_t upper = 0;          // upper-case letters
  std::uint32_t letters = 0;
  std::uint32_t digits = 0;
  std::uint32_t sentences = 0;  // at least 1; an abbreviation's dot ends none
  std::uint32_t paragraph = 0;  // counts from 0; a blank line parts two
  std::uint64_t hash = 0;       // of its words
};

/// What a scan found. Lives in its Scanner.
struct Scan {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<Token> words;
  std::vector<Line> lines;
  std::uint32_t chars = 0;       // code points of the whole text
  std::uint32_t word_chars = 0;  // of its words
  std::uint32_t line_feeds = 0;  // of the whole text
  std::uint32_t hashes = 0;      // `#`
  std::uint32_t dots3 = 0;       // `...`, not overlapping
  std::uint32_t ellipses = 0;    // `…`
  std::uint32_t paragraphs = 0;
  std::uint32_t word_count = 0;
  std::uint32_t longest_word = 0;  // characters
  bool keeps_words = true;         // else `words` stays empty; to be set before a scan

  std::string_view text_of(const Line& line) const { return text.substr(line.begin, line.end - line.begin); }
};

/// Scans into `scan`, whose buffers are used again.
void scan_text(std::string_view text, Scan& scan);

/// The same, and fingerprint() of the text on the way.
void scan_text(std::string_view text, Scan& scan, Fingerprint& print);

}  // namespace newswash::quality
