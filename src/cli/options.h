// What was typed, or set in the settings file, as plain values. Not mine: names and help (option_table.h),
// doing anything (one file a command beside this one).
#pragma once

#include <newswash/clean.h>
#include <newswash/decode.h>
#include <newswash/quality.h>
#include <newswash/source.h>

#include <array>
#include <string>
#include <vector>

#include "quality/report.h"
#include "reader/json_record.h"

namespace newswash {

/// The names of the commands, in the order of Command.
inline constexpr std::array<std::string_view, 6> kCommands = {"clean", "repair", "explain",
                                                              "check", "rules",  "config"};

enum class Command : std::uint8_t { none, clean, repair, explain, check, rules, config };
enum class OutputFormat : std::uint8_t { text, json, jsonl, markdown, ninjs };
enum class StatedKind : std::uint8_t { none, page, article };

/// What only `check` takes.
struct CheckOptions {
  ReportOptions report;
  Levels levels;
  Level fail_on = Level::error;
  std::uint64_t max_findings = 0;
  std::map<std::string, double> max_rate;  // rule or family: share of the records, 0 to 1
  std::string baseline;
  std::string write_baseline;
  std::string suppressions;
  std::string since;  // git revision
  std::optional<Profile> profile;
  std::vector<std::string> languages;  // ISO 639-1; empty: any
};

struct Options {
  Command command = Command::none;
  SourceOptions sources;
  ReaderOptions reading{Framing::automatic};
  FieldNames fields;
  DecodeOptions decode;
  RepairOptions repair;
  StatedKind kind = StatedKind::none;
  std::optional<InputKind> input;  // the same, for the library
  std::string rules_file;
  OutputFormat to = OutputFormat::text;
  bool audit = false;
  std::string into;              // the field of the input's own record that the clean text goes to
  std::string out;               // folder or file; empty: standard output
  std::uint64_t shard_size = 0;  // bytes; 0: no shards
  bool resume = false;
  bool in_place = false;
  bool unordered = false;      // results as they come
  bool line_buffered = false;  // each result is written before the next record is read
  std::size_t jobs = 0;        // threads; 0: as many as there are cores
  std::string rejects;         // file
  std::string summary;         // file
  bool progress = false;       // also where standard error is no terminal
  std::string config;          // the settings file; empty: looked for
  bool no_config = false;
  CheckOptions check;
  bool list = false;  // repair --list
  bool test = false;  // rules --test
  std::string show;   // rules ID
};

/// What to do after parsing: go on, or say `message` (to stdout if `status` is 0) and leave.
struct Parsed {
  Options options;
  bool leave = false;
  int status = 0;
  std::string message;
};

Parsed parse_options(int argc, const char* const* argv);

/// The settings file that goes with the options; empty if there is none.
std::string settings_file_of(const Options& options);

}  // namespace newswash
