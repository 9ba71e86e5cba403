// The middle stage of a run: decodes or parses the records of a block and has the command work on each. One
// worker a thread; what it makes of a record depends on nothing but the record. Not mine: reading
// (block_reader.h), writing (delivery.h), what a command does (clean.cpp, repair.cpp).
#pragma once

#include <newswash/decode.h>

#include <functional>

#include "cli/block.h"
#include "cli/options.h"
#include "reader/record_parser.h"

namespace newswash {

/// Whether the record is more than text.
bool has_fields(const RawArticle& article);

/// One record ready to be worked on.
struct Job {
  const Source& source;
  std::uint64_t record = 1;
  std::uint64_t line = 0;  // of the source, as messages give it: 0 for a text file's first article
  Decoded decoded;
  const JsonRecord* json = nullptr;  // where the input has fields

  /// What stands before a message: "file" or "file:line".
  std::string place() const;

  /// What stands behind it: " (article 7 of the file)", " (id 123)" or nothing.
  std::string which() const;
};

/// What a command makes of a record.
struct Outcome {
  RunCounts& counts;
  std::string& out;  // the result is appended here
  BlockItem& item;   // message, id and findings are set as the command needs
};

/// Works on one record. Can't fail.
using Work = std::function<void(const Job& job, Outcome& outcome)>;

/// Makes a thread's own Work.
using MakeWork = std::function<Work()>;

class BlockWorker {
 public:
  BlockWorker(const Options& options, Work work);

  /// Works on all records of the block.
  void run(RecordBlock& block);

 private:
  std::optional<Error> run_record(BlockItem& item, RecordBlock& block);
  std::optional<Error> read_text(const RawArticle& article, Decoded& decoded);
  std::optional<Error> read_fields(const RawArticle& article, Decoded& decoded, JsonRecord& record);
  void part_from_line(BlockItem& item, JsonRecord& record);
  void place(Error& error, const BlockItem& item) const;

  Work work_;
  Decoder decoder_;
  RecordParser parser_;
  RecordParser around_parser_;
  std::string around_;  // a large record without its text
};

}  // namespace newswash
