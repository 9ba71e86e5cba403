// The JSON record of an article: schema.org's names, all keys always there, in the design's order. JSON's own
// form (commas, escapes) is json_out's; what a key holds is decided here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "writer/record.h"

namespace newswash {

/// Members of the input's own object that go before ours, byte for byte ("\"id\":1,\"x\":[2]"): those before
/// its text and those after it. Keys named in `keys` (may be null) are not written again.
struct ForeignMembers {
  std::string_view before;
  std::string_view after;
  const std::vector<std::string>* keys = nullptr;
};

/// Appends one JSON object and a line feed; `pretty`: indented by two spaces.
void write_json(const Article& article, const RecordContext& context, bool pretty, std::string& out);

/// Appends one line of JSON Lines: the foreign members, then ours.
void write_json_line(const Article& article, const RecordContext& context, const ForeignMembers& foreign,
                     std::string& out);

/// Appends the input's line with `text` as a JSON string in place of the token at `token_begin`
/// (`token_size` bytes, quotes and all), and a line feed. Every other byte stays.
void write_into_field(std::string_view line, std::size_t token_begin, std::size_t token_size,
                      std::string_view text, std::string& out);

/// Appends `text` as a JSON string with its quotes.
void write_json_string(std::string_view text, std::string& out);

}  // namespace newswash
