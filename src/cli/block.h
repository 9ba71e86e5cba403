// A run of records that goes through the program as one piece: read on one thread, worked on by any,
// delivered in order. Big enough that handing it over costs nothing, small enough that a few of them fit in
// the cache.
#pragma once

#include <newswash/source.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "quality/finding.h"

namespace newswash {

/// One record, or the end of a source, and what became of it.
struct BlockItem {
  std::shared_ptr<const Source> source;
  RawArticle article;             // its bytes are in the block
  std::size_t begin = 0;          // of the record in Block::bytes
  std::size_t size = 0;           // in bytes
  bool ends_source = false;       // there is no record: the source is at its end
  std::optional<Error> error;     // why there is no result
  std::string message;            // what a person should know of the result
  std::string id;                 // the record's own, where it was asked for
  std::vector<Finding> findings;  // where the command checks
  std::size_t result = 0;         // the result's length; results stand one after the other in Block::results
};

struct Block {
  std::string bytes;
  std::vector<BlockItem> items;
  std::string results;

  void clear() {
    bytes.clear();
    items.clear();
    results.clear();
  }
};

}  // namespace newswash
