// The dateline at the start of the first paragraph: "BERLIN (Reuters) - ", "PARIS, May 3 (AP) —", "NEW YORK —
// ". Mine: reading it; the text of the paragraph is never changed.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "reader/facts/tokens.h"

namespace newswash::facts {

struct Dateline {
  std::string value;   // "PARIS, May 3 (AP)"
  std::string agency;  // "AP", or empty
};

/// A quick look: false where `paragraph` certainly begins with none.
bool may_begin_with_dateline(std::string_view paragraph);

/// The dateline that `paragraph`, split into `tokens`, begins with. A place in ordinary case needs an agency
/// or a date beside it; one in capitals stands alone.
std::optional<Dateline> find_dateline(std::string_view paragraph, const Tokens& tokens);

/// The same, split into `tokens` here, no further than is needed.
std::optional<Dateline> read_dateline(std::string_view paragraph, Languages languages, Tokens& tokens);

}  // namespace newswash::facts
