// The settings file, `.newswash.toml`: option names as on the command line, in a table for each command.
//
//     [clean]
//     from = "jsonl"
//     text-field = "body"
//     skip = ["spaces"]
//
//     [check]
//     fail-on = "warning"
//     level = { "leftover.credit" = "off", duplicate = "note" }
//     max-rate = { leftover = "0.5%" }
//
// Files that a setting names are looked for beside the settings file.
//
// Mine: finding the file, reading it, turning it into arguments. Not mine: what the options are
// (option_table.h).
#pragma once

#include <newswash/result.h>

#include <optional>
#include <string>
#include <vector>

namespace newswash {

inline constexpr std::string_view kSettingsFile = ".newswash.toml";

/// One key of the file.
struct Setting {
  std::string command;
  std::string key;
  std::vector<std::string> values;  // one, or those of a list; "NAME=VALUE" for those of a table
  std::uint64_t line = 0;
};

struct Settings {
  std::string path;
  std::vector<Setting> settings;
};

/// The settings file in the folder of `input` or the nearest above it; empty if there is none.
std::string find_settings(const std::string& input);

/// Fails with bad_value where the file is no TOML or not of the form above.
Result<Settings> read_settings(const std::string& path);

/// The first setting that no command has, or whose value it does not take.
std::optional<Error> wrong_setting(const Settings& settings);

}  // namespace newswash
