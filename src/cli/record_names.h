// Which record a number stands for: a few bytes each, so that a run over millions of them can name any. Mine:
// remembering that. Not mine: what is asked by it (check.cpp: of which record another is a duplicate).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newswash {

/// Records are numbered from 0 in the order of adding. Each takes its own name, where it has one, and two
/// bytes at most more; a source takes its name once, and again where records were left out.
class RecordNames {
 public:
  /// `record` counts from 1 in its source; it may leave records out.
  void add(std::string_view source, std::uint64_t record, std::string_view id);

  /// "a.jsonl, record 7 (its id)".
  std::string name(std::uint32_t number) const;

  std::size_t size() const { return count_; }

 private:
  /// Records that follow each other in one source.
  struct Run {
    std::uint32_t first;   // its number
    std::uint64_t record;  // that one in its source
    std::string source;
  };
  /// The names of so many records stand one after the other: looking for one is a short walk.
  static constexpr std::uint32_t kIdsInBlock = 32;

  std::uint32_t count_ = 0;
  std::vector<Run> runs_;
  std::string ids_;                    // a length in bytes of 7 bits, and the name
  std::vector<std::uint64_t> blocks_;  // where the first name of each block begins
};

}  // namespace newswash
