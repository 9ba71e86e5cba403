// What was typed, as plain values. Mine: names, help, defaults and checks of all options, in one place a
// command. Not mine: doing anything (one file a command beside this one).
#pragma once

#include <newswash/clean.h>
#include <newswash/decode.h>
#include <newswash/source.h>

#include <array>
#include <string>
#include <vector>

#include "quality/report.h"

namespace newswash {

/// The names of the commands.
inline constexpr std::array<std::string_view, 5> kCommands = {"clean", "repair", "explain", "check", "rules"};

enum class Command : std::uint8_t { none, clean, repair, explain, check, rules };
enum class InputFormat : std::uint8_t { text, jsonl };
enum class OutputFormat : std::uint8_t { text, json, jsonl };

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
};

struct Options {
  Command command = Command::none;
  SourceOptions sources;
  DecodeOptions decode;
  RepairOptions repair;
  InputFormat from = InputFormat::text;
  OutputFormat to = OutputFormat::text;
  std::string text_field = "text";
  std::string out;  // folder
  bool in_place = false;
  bool audit = false;
  std::optional<InputKind> input;  // what the text is, where it was stated
  std::string rules_file;
  bool list = false;  // repair --list
  bool test = false;  // rules --test
  std::string show;   // rules ID
  CheckOptions check;
  std::size_t jobs = 0;        // threads; 0: as many as there are cores
  bool unordered = false;      // results as they come
  bool line_buffered = false;  // each result is written before the next record is read
};

/// What to do after parsing: go on, or say `message` (to stdout if `status` is 0) and leave.
struct Parsed {
  Options options;
  bool leave = false;
  int status = 0;
  std::string message;
};

Parsed parse_options(int argc, const char* const* argv);

}  // namespace newswash
