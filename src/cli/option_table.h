// The table of all commands and their options: what the command line, the settings file, `config`, the
// completions and the manual page all go by. Mine: names, help, defaults, what a value may be. Not mine:
// reading the command line (options.h), checks across options (option_checks.cpp).
#pragma once

#include <CLI/CLI.hpp>

#include "cli/options.h"

namespace newswash {

/// Lists as they were typed; they are read once all is parsed.
struct TypedLists {
  std::string profile{kDefaultProfile};
  std::vector<std::string> only, skip;                 // fixes
  std::vector<std::string> levels, rates, thresholds;  // NAME=VALUE
};

/// A CLI11 parser and the places its values go to. It can't be copied: the parser points into it.
struct OptionTable {
  OptionTable();
  OptionTable(const OptionTable&) = delete;
  OptionTable& operator=(const OptionTable&) = delete;

  CLI::App app;
  Options options;
  TypedLists lists;
  std::map<const CLI::Option*, std::vector<std::string>> choices;  // of options that take one of some names

  /// The command that was parsed; null before.
  CLI::App* command();
};

/// Reads the typed lists into the options. Empty if all is well, else a sentence for the user.
std::string read_lists(Options& options, const TypedLists& lists);

/// The same, and checks what can't be said of one option alone.
std::string check_options(Options& options, const TypedLists& lists);

}  // namespace newswash
