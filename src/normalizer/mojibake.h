// Finds mojibake, text that was decoded with the wrong code page, and says as edits how to undo it.
// Mine: UTF-8 read as a legacy code page (several layers deep, with lost bytes), CESU-8, stray C1 controls,
// and a legacy code page read as another where the words show it. Not mine: bytes that are no UTF-8 at all
// (the reader decodes those), entities, invisible characters, quotes. Main function: find_mojibake.
// Neighbours: mojibake_tables.h (code pages, properties), mojibake_score.h (how odd a text looks),
// mojibake_chain.h (UTF-8 inside text), mojibake_single_byte.h (code page read as code page).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "normalizer/edit.h"

namespace newswash {

enum class CodePage : std::uint8_t {
  windows_1252,
  windows_1250,
  windows_1251,
  windows_1254,
  windows_1257,
  iso_8859_2,
  macroman,
  cp437,
  cp850,
  windows_1253,
  koi8_r,
  koi8_u,
  windows_1255,
  windows_1256,
  latin_1,
  gbk,
  big5,
  shift_jis,
};

/// The code page a user means by `name`: WHATWG labels and the usual short forms, in any case. Empty if
/// unknown.
std::optional<CodePage> code_page_named(std::string_view name);
std::string_view name_of(CodePage page);

struct MojibakeOptions {
  std::optional<CodePage> stated;  ///< The user knows which code page it was: ambiguous places follow it.
};

/// Bytes [begin, end) are damaged and can't be repaired; they are left as they are.
struct Unrecoverable {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// `text` is valid UTF-8, a whole article: evidence comes from all of it. Appends edits, ascending, not
/// overlapping, byte offsets in `text`. Applying them and asking again finds nothing. Takes time linear in
/// the text; with `steps` it counts the characters it looked at.
void find_mojibake(std::string_view text, const MojibakeOptions& options, Edits& edits,
                   std::vector<Unrecoverable>& unrecoverable, std::size_t* steps = nullptr);

/// Could there be anything for find_mojibake? False means certainly not. Fast: for every article.
bool may_hold_mojibake(std::string_view text);

}  // namespace newswash
