// Wording that introduces furniture in short lines: "Comments", "Mehr zum Thema", "Share". Mine: a small
// table of words in many languages, by class. Not mine: rules that remove a line by its wording alone
// (data/rules). Main type: Cue. A cue is a hint for the model, never a reason by itself.
#pragma once

#include <cstdint>
#include <string_view>

namespace newswash::body {

enum class Cue : std::uint8_t {
  none,
  comments,
  related,
  share,
  newsletter,
  subscribe,
  log_in,
  advert,
  cookies,
  copyright,
  tags,
  popular,
  byline,
  photo,
  date,
  count
};

/// The class of the first cue word in a short text.
Cue find_cue(std::string_view text);

}  // namespace newswash::body
