// ninjs, the IPTC's news in JSON, version 2.1 (https://iptc.org/std/ninjs/): one object an article. Mine:
// which fact goes into which property. Not mine: JSON's form (json_out.h) and our own record (json.h).
#pragma once

#include <string>
#include <string_view>

#include "writer/record.h"

namespace newswash {

/// Appends one ninjs object and a line feed; `pretty`: indented by two spaces. Every object is valid against
/// ninjs-schema_2.1.json. What is not known is left out, and nothing is made up:
///   uri             the URL; else the id if it is a URI; else "urn:newswash:" and the id, percent-encoded;
///                   without an id "urn:newswash:text:" and a hash of the headline and body
///   type, standard  "text"; name, version and schema of the standard
///   contentcreated, versioncreated  the dates of publication and of change (or publication), only where
///   date,
///                   time and offset are all known, as the standard asks for
///   language, by, located (a dateline that is a place alone), infosources (the publisher)
///   headlines       main, and the standfirst as subhead
///   bodies          the body as text/plain, paragraphs parted by a blank line, with its counts
///   altids          the record's own id, where the uri is another
///   ednote          what newswash has to say: a verdict other than article, warnings, counts of removed
///   lines
void write_ninjs(const Article& article, const RecordContext& context, bool pretty, std::string& out);

/// `text` as a part of a URI: whatever RFC 3986 does not allow is percent-encoded; escapes that are there
/// stay.
std::string uri_encoded(std::string_view text);

}  // namespace newswash
