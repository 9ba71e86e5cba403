// Makes texts for property tests and fuzzing: prose, page furniture, damage and odd characters, mixed by a
// seeded generator. The same seed gives the same text on every platform.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace newswash::testing {

/// splitmix64: small, seeded, the same everywhere. (The standard's distributions differ between libraries.)
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(next() % bound); }
  bool one_in(std::size_t chances) { return below(chances) == 0; }

 private:
  std::uint64_t state_;
};

/// What generated pages are made of.
struct Ingredients {
  std::vector<std::string> prose;      // lines of the sample articles that must stay
  std::vector<std::string> furniture;  // examples of the built-in rules
};
const Ingredients& ingredients();

/// A page of up to some forty lines, valid UTF-8.
std::string generated_text(std::uint64_t seed);

/// `text` with some bytes changed, removed, doubled or put in; need not be valid UTF-8 any more.
std::string mutated(std::string text, Random& random);

}  // namespace newswash::testing
