// What is wrong at a place of one text: paragraphs that repeat, an end that is missing, words that lost the
// space between them, paragraphs in another language. Mine: where it is, as bytes of the text. Not mine:
// numbers of the whole text (metrics.cpp), duplicates of other texts (duplicates.h) and what a finding says
// (findings). All are linear, can't fail, and take the scan of the text that Measurer::scan() keeps.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "quality/scan.h"

namespace newswash::quality {

/// Bytes of the scanned text.
struct Place {
  std::size_t begin = 0;
  std::size_t end = 0;
};

struct RepeatedParagraph {
  Place place;
  Place first;  // the one it repeats
};

/// Lines of at least 12 words (24 Han or kana characters) that stand in the text before, word for word. A
/// refrain or a score is shorter.
void find_repeated_paragraphs(const Scan& scan, std::vector<RepeatedParagraph>& found);

enum class Ending : std::uint8_t {
  ellipsis,     // "...", "…", "[…]"
  in_sentence,  // no mark at all, where the text's other paragraphs have theirs
};

struct Truncation {
  Place place;  // the last line
  Ending ending = Ending::ellipsis;
};

/// Whether the text breaks off. A list, a signature, verse and scripts without full stops end as they please.
std::optional<Truncation> find_truncation(const Scan& scan);

struct GluedWord {
  Place place;
  std::size_t split = 0;  // where the space is missing; the first such place
};

/// Words that lost the space between them: `HomeLatestAzerbaijan`, `squishedThere`, `home.The`. Names with a
/// capital inside are no such words (data/quality/mixed_case.toml); in doubt nothing is found. `language`
/// as in Article; may be empty.
void find_glued_words(const Scan& scan, std::string_view language, std::vector<GluedWord>& found);

struct ForeignParagraph {
  Place place;
  std::string_view language;  // static storage
};

/// Lines of at least 30 tokens that are in another language than `language`. None where that is empty.
void find_foreign_paragraphs(const Scan& scan, std::string_view language,
                             std::vector<ForeignParagraph>& found);

}  // namespace newswash::quality
