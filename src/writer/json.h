// The JSON record of an article: schema.org's names, all keys always there, in the design's order. JSON's own
// form (commas, escapes) is json_out's; what a key holds is decided here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "writer/record.h"

namespace newswash {

/// Appends one JSON object and a line feed; `pretty`: indented by two spaces.
void write_json(const Article& article, const RecordContext& context, bool pretty, std::string& out);

/// Appends one line of JSON Lines. `members` are the input's own, without its text: they go first, byte for
/// byte (line ends between them are spaces). What is named in `keys` is not written again.
void write_json_line(const Article& article, const RecordContext& context, std::string_view members,
                     const std::vector<std::string>& keys, std::string& out);

/// Appends the input's object with `text` as a JSON string in place of the token at `token_begin`
/// (`token_size` bytes, quotes and all), and a line feed. Every other byte stays, but for line ends.
void write_into_field(std::string_view object, std::size_t token_begin, std::size_t token_size,
                      std::string_view text, std::string& out);

/// Appends the input's object, whose members are not none, with one more at its end, and a line feed.
void write_with_field(std::string_view object, std::string_view key, std::string_view text, std::string& out);

}  // namespace newswash
