// A run of records that goes through the program as one piece: read on one thread, worked on by any,
// delivered in order. Big enough that handing it over costs nothing, small enough that a few of them fit in
// the cache.
#pragma once

#include <newswash/source.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "cli/summary.h"
#include "quality/duplicates.h"
#include "quality/finding.h"

namespace newswash {

inline constexpr std::size_t kApart = ~std::size_t{0};

/// One record, or the end of a source, and what became of it.
struct BlockItem {
  std::shared_ptr<const Source> opened;  // null where a source could not be had
  std::shared_ptr<const Source> source;  // the same, or the member of an archive that the record is from
  std::uint64_t source_number = 0;       // sources before its own, in this run's order
  std::uint64_t names_before = 0;        // a hash of those sources' names
  std::uint64_t record_number = 0;       // records read from the source, this one included
  RawArticle article;                    // its bytes are in the block, or in …
  RecordMemory memory;                   // … its own: a large record's
  std::string text;                      // likewise: its text, where it had to be unescaped
  std::size_t begin = kApart;     // of the record in RecordBlock::bytes; kApart: it has memory of its own
  std::size_t size = 0;           // of the record in bytes
  bool ends_source = false;       // there is no record: the source is at its end
  std::optional<Error> error;     // why there is no result
  std::string message;            // what a person should know of the result
  bool has_fields = false;        // the record is more than text
  std::string id;                 // the record's own, where it has fields
  std::vector<Finding> findings;  // where the command checks
  std::unique_ptr<quality::Fingerprint> fingerprint;  // likewise
  std::size_t result = 0;  // the result's length; results stand one after the other in RecordBlock::results

  /// Frees what a large record was read from, once its result needs it no more: the result is as large again.
  /// A reject has no input to show then.
  void let_go() {
    if (begin != kApart) return;
    let_go_of_line();
    std::string().swap(text);
  }
  void let_go_of_line() {
    article.bytes = {};
    memory.reset();
  }
};

struct RecordBlock {
  std::string bytes;
  std::size_t large_size = 0;  // bytes of records that are not in `bytes`
  std::vector<BlockItem> items;
  std::string results;
  RunCounts counts;  // of the results

  void clear() {
    constexpr std::size_t kMostKept = std::size_t{4}
                                      << 20U;  // bytes: one large record must not cost all the others
    bytes.clear();
    large_size = 0;
    items.clear();
    if (results.capacity() > kMostKept) std::string().swap(results);
    results.clear();
    counts = {};
  }
};

}  // namespace newswash
