// The JSON record of an article: schema.org's names, all keys always there, in the design's order. RapidJSON
// writes it.
#pragma once

#include <string>
#include <string_view>

#include "writer/record.h"

namespace newswash {

/// Appends one JSON object and a line feed; `pretty`: indented by two spaces. `foreign` are the members of
/// the input's own object ("\"id\":1,\"x\":[2]"), written first and byte for byte; keys named in `taken` are
/// not written again.
void write_json(const Article& article, const RecordContext& context, bool pretty, std::string& out);
void write_json_line(const Article& article, const RecordContext& context, std::string_view foreign,
                     const std::vector<std::string>& taken, std::string& out);

/// Appends `text` as a JSON string with its quotes.
void write_json_string(std::string_view text, std::string& out);

}  // namespace newswash
