// Weighs one chain, a run of UTF-8 units found through one code page, against leaving the text as it is.
// Mine: gain, threshold and refusal. Not mine: finding chains and choosing among them (mojibake_repair.cpp),
// costs of characters (mojibake_score.h). Main type: Judge.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "normalizer/mojibake_chain.h"
#include "normalizer/mojibake_evidence.h"
#include "normalizer/mojibake_score.h"

namespace newswash::mojibake {

using Chars = std::vector<char32_t>;

struct Chain {
  int page = 0;
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t units = 0;
  std::size_t multibyte = 0;  // units of three bytes
  std::size_t astral = 0;     // units of four bytes and CESU pairs
  std::size_t lost = 0;       // units with a lost byte or space
  bool question = false;
  std::size_t results = 0;  // where its characters start in the pool
  std::size_t result_count = 0;
  int gain = 0;
  int threshold = 0;
  int net() const { return gain - threshold; }
};

/// Judges the chains of one text; all that it is given must live as long.
class Judge {
 public:
  struct Room {
    Chars results;
    Cells deep;
  };

  Judge(const Cells& cells, const Evidence& known, std::size_t& steps, Room& room)
      : cells_(cells), known_(known), steps_(steps), results_(room.results), deep_(room.deep) {}

  /// The characters of the cells.
  void look_at(std::span<const char32_t> chars) { chars_ = chars; }

  /// Sets the chain's gain and threshold. Its results are the last in `pool`; where the text makes sense only
  /// some layers deeper, they are replaced by that reading.
  void judge(Chain& chain, Cells& pool);

 private:
  /// The word that a chain is part of: characters [begin, end).
  struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;
  };

  bool is_lone(const Chain& chain) const;
  bool is_formula(const Chain& chain) const;
  bool is_drawing(const Chain& chain) const;
  bool touches_text(const Chain& chain) const;
  bool touches_wide_letter(const Chain& chain) const;
  bool touches_whole_letter(const Chain& chain) const;
  bool touches_broken_sequence(const Chain& chain) const;
  bool touches_broken_sequence(const Chain& chain, int page) const;
  bool loses_letters(const Chain& chain, std::span<const char32_t> before,
                     std::span<const char32_t> after) const;
  bool is_refused(const Chain& chain, std::span<const char32_t> results) const;
  bool is_shown(const Chain& chain, std::span<const char32_t> after) const;
  int doubt_about(const Chain& chain, std::span<const char32_t> before,
                  std::span<const char32_t> after) const;
  bool shows(int page) const { return (known_.shown >> page & 1U) != 0; }
  int threshold_of(const Chain& chain, std::span<const char32_t> before,
                   std::span<const char32_t> after) const;
  int pair_points(const Chain& chain, Word word, char32_t result) const;
  int script_points(const Chain& chain, char32_t result) const;
  int context_points(const Chain& chain, Word word, std::span<const char32_t> results) const;
  static int alphabet_points(std::uint64_t around, std::span<const char32_t> middle);
  static std::uint64_t common_languages(std::span<const char32_t> text);
  int points_of_words(const Chain& chain, Word word, char32_t result) const;
  Word word_around(const Chain& chain) const;
  unsigned inner_pages(int outer) const;
  unsigned pages_inside(std::span<const char32_t> text, int outer) const;
  Cells one_layer_off(const Cells& text, int page) const;
  static int points_alone(std::span<const char32_t> left, std::span<const char32_t> text,
                          std::span<const char32_t> right);
  int deeper(std::span<const char32_t> left, Cells& text, std::span<const char32_t> right, int depth,
             int outer) const;
  int best_reading(std::span<const char32_t> left, std::span<const Cell> results,
                   std::span<const char32_t> right, int page, Chars& room, Cells& deep) const;

  const Cells& cells_;
  std::span<const char32_t> chars_;
  const Evidence& known_;
  std::size_t& steps_;
  Chars& results_;
  Cells& deep_;
};

}  // namespace newswash::mojibake
