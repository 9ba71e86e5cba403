// Some groups of an automaton's rules, and where their templates may begin: most lines are none of theirs,
// and one look at the first word shows it. Mine: the templates' first words. Not mine: the automaton's tables
// (automaton.h), what follows a first word (matcher.h).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "reader/boilerplate/automaton.h"
#include "reader/boilerplate/key.h"

namespace newswash {

/// A set of hashes, some bits of each; small, to stay in the cache.
template <std::size_t kBits>
class HashBits {
 public:
  void add(std::uint32_t hash) { bits_[hash % kBits / 64] |= std::uint64_t{1} << hash % 64; }
  void add_all(const HashBits& others) {
    for (std::size_t i = 0; i < bits_.size(); ++i) bits_[i] |= others.bits_[i];
  }
  bool may_hold(std::uint32_t hash) const { return (bits_[hash % kBits / 64] >> hash % 64 & 1) != 0; }

 private:
  std::array<std::uint64_t, kBits / 64> bits_{};
};

class RuleGroups {
 public:
  static constexpr std::uint64_t kAll = ~std::uint64_t{0};

  /// `groups`: one bit each. The arrays that `automaton` views must outlive this.
  RuleGroups(const Automaton& automaton, std::uint64_t groups);

  const Automaton& automaton() const { return automaton_; }
  bool has(std::uint32_t group) const { return (groups_ >> group & 1) != 0; }

  /// Where the templates of lines with at least so many words may begin.
  class Openings {
   public:
    /// Whether one may begin with a line's first word. Never false where one does.
    bool may_begin(std::uint32_t hash, bool number) const {
      return first_.may_hold(hash) || (number && first_.may_hold(kNumber));
    }

    /// The same for a later word.
    bool may_begin_later(std::uint32_t hash, bool number) const {
      return later_.may_hold(hash) || (number && later_.may_hold(kNumber));
    }

    /// The words that one may begin with after `position` others, 1 or more.
    const WordBeginnings& beginnings(int position) const { return position <= kNear ? near_ : far_; }

   private:
    friend class RuleGroups;
    void add_all(const Openings& others);

    static constexpr int kNear = 6;  // hardly a template begins after more words

    HashBits<16384> first_;
    HashBits<4096> later_;
    WordBeginnings near_, far_;
  };

  const Openings& openings(std::uint32_t least_words) const { return openings_[length_class(least_words)]; }

  /// No template of such lines begins after more words than this; -1: none at all.
  int latest(std::uint32_t least_words) const {
    return latest_[least_words < latest_.size() ? least_words : latest_.size() - 1];
  }

  /// The templates that begin with this label, those first that may begin latest.
  std::span<const Start> starts(std::uint32_t label) const;

 private:
  static constexpr std::array<std::uint32_t, 4> kLengths = {0, 16, 28, 42};

  static std::size_t length_class(std::uint32_t words) {
    return std::size_t{words >= kLengths[1]} + (words >= kLengths[2]) + (words >= kLengths[3]);
  }

  /// A place of a hash table by label; free where `end` is 0.
  struct Place {
    std::uint32_t label = 0;
    std::uint32_t begin = 0;  // in `starts_`
    std::uint32_t end = 0;
  };

  void add(const LabelledStart& labelled);
  void index(std::span<const LabelledStart> starts);

  Automaton automaton_;
  std::uint64_t groups_;
  std::array<Openings, kLengths.size()> openings_;
  std::array<std::int8_t, 64> latest_;  // by least words
  std::vector<Start> starts_;           // by label
  std::vector<Place> places_;
};

}  // namespace newswash
