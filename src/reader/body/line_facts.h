// What one line of a page looks like, counted in a single pass over its bytes: words, capitals, sentence
// ends, marks. Mine: counting, the line's first and last character, list markers. Not mine: wording (cues.h),
// neighbours (features.h). Main type: LineFacts. The counts are right for any script: scripts without spaces
// count characters for words.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace newswash {

/// The kind of character a line begins or ends with.
enum class EdgeMark : std::uint8_t {
  none,      // empty line
  lower,     // a lower-case letter
  upper,     // a capital
  caseless,  // a letter of a script without capitals
  digit,
  stop,      // . ! ? and their like in other scripts
  ellipsis,  // … or ...
  quote,     // any quotation mark (after a stop it is `stop`)
  comma,     // , ;
  colon,
  bracket,
  dash,
  other,
};

/// How an HTML-to-text program marked the line.
enum class ListMark : std::uint8_t { none, bullet, nested, heading, number, bracketed, quoted };

struct LineFacts {
  std::string_view text;       // without outer spaces and list mark
  std::uint64_t hash = 0;      // of `text`; equal texts have equal hashes
  std::uint32_t columns = 0;   // characters; the list mark is not counted
  std::uint32_t words = 0;     // scripts without spaces: characters / 2 (Han, kana) or / 5 (Thai)
  std::uint32_t capitals = 0;  // words that begin with a capital (outside ASCII: capital letters)
  std::uint32_t letters = 0;   // characters, not bytes
  std::uint32_t digits = 0;
  std::uint32_t sentences = 0;  // stops followed by a space, a quotation mark or the end
  std::uint32_t commas = 0;
  std::uint32_t quotes = 0;
  std::uint32_t separators = 0;  // | / > < » › • · # @ _ = and brackets
  EdgeMark first = EdgeMark::none;
  EdgeMark last = EdgeMark::none;
  ListMark mark = ListMark::none;
  bool cased : 1 = false;       // has letters of a script with capitals
  bool only_cased : 1 = false;  // and no letter or digit of another

  /// Columns of the first word, to see whether it would have fitted on the line before.
  [[nodiscard]] std::uint32_t first_word() const;
  [[nodiscard]] bool empty() const { return text.empty() && mark == ListMark::none; }
};

/// Bytes of a line's last word.
std::size_t last_word(std::string_view text);

/// What a line's first and last characters tell.
struct LineEdges {
  std::string_view text;  // as in LineFacts
  EdgeMark first = EdgeMark::none;
  EdgeMark last = EdgeMark::none;
  ListMark mark = ListMark::none;
};

/// The same as scan_line() finds, without counting.
LineEdges line_edges(std::string_view line);

/// `line` is UTF-8; damaged bytes are counted as letters.
LineFacts scan_line(std::string_view line);

/// The facts of all lines of a text. They point into it.
std::vector<LineFacts> scan_lines(std::span<const std::string_view> lines);

}  // namespace newswash
