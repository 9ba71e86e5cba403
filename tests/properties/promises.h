// The design's promises as checks of one text. Each says what is broken, with the place; an empty answer
// means the promise holds. Used by the property tests and by the fuzz target.
#pragma once

#include <newswash/article.h>
#include <newswash/clean.h>
#include <newswash/repair.h>

#include <string>
#include <string_view>
#include <vector>

namespace newswash::testing {

/// All default fixes but the entities: text that was escaped twice ("&amp;lt;") gives up one layer a run, the
/// documented exception to "twice changes nothing".
RepairOptions without_entities();

/// The recorded repairs, applied to the input, give the text; they ascend and don't overlap.
std::string repairs_give_text(std::string_view input, const Repaired& repaired);

/// Promise 1: removed lines and kept lines together are the input, byte ranges and line numbers are right.
std::string nothing_is_lost(std::string_view input, const Article& article);

/// Promise 2: no repair but those of encoding and entities changes a letter or a digit.
std::string no_word_changes(std::string_view input, const std::vector<Repair>& repairs);

/// Promise 3: cleaning the cleaned text changes nothing; neither does repairing what was repaired.
std::string clean_twice_is_clean(std::string_view input);
std::string repair_twice_is_repair(std::string_view input);

/// The article as text, as the program writes it.
std::string text_of(const Article& article);

/// Everything an article says, in one string: two runs gave the same if these are equal.
std::string all_of(const Article& article);

/// "at byte 12: "...before" | "...after"": where two texts part.
std::string first_difference(std::string_view a, std::string_view b);

}  // namespace newswash::testing
