// The command line, with the settings file under it: what is typed wins.
#include "cli/options.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <sstream>

#include "cli/nearest.h"
#include "cli/option_table.h"
#include "cli/run.h"
#include "cli/settings.h"

namespace newswash {
namespace {

using Arguments = std::vector<std::string>;

Parsed usage_error(std::string message) {
  return {{}, true, kFailed, fmt::format("newswash: {}\nTry 'newswash --help'.\n", message)};
}

std::string near_option(const CLI::App& app, const std::string& name) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& each : option->get_lnames()) names.push_back("--" + each);
  }
  return nearest(name, names);
}

std::string unexpected_argument(const CLI::App& app, const std::string& argument) {
  if (argument.empty() || argument.front() != '-') return fmt::format("'{}' is not expected here", argument);
  const std::string name = argument.substr(0, argument.find('='));
  const std::string near = near_option(app, name);
  std::error_code unreadable;
  const bool is_file = near.empty() && std::filesystem::exists(argument, unreadable);
  return fmt::format("there is no option '{}'{}", name,
                     !near.empty() ? fmt::format("; did you mean {}?", near)
                     : is_file     ? fmt::format("; the file: ./{}, or anything after --", argument)
                                   : "");
}

/// A first argument that is no command and no option of the program's own belongs to `clean`. `help`, alone
/// or before a command, asks for what --help says.
Arguments with_command(int argc, const char* const* argv) {
  Arguments arguments(argv + 1, argv + argc);
  if (!arguments.empty() && arguments[0] == "help" && arguments.size() <= 2) {
    arguments.erase(arguments.begin());
    arguments.emplace_back("--help");
  }
  const bool own =
      !arguments.empty() && (arguments[0] == "--help" || arguments[0] == "-h" || arguments[0] == "--version");
  const bool named =
      !arguments.empty() && std::find(kCommands.begin(), kCommands.end(), arguments[0]) != kCommands.end();
  if (!own && !named) arguments.insert(arguments.begin(), "clean");
  return arguments;
}

/// CLI11 counts what was given where one is enough.
std::string in_words(std::string message) {
  constexpr std::string_view kTooOften = ": At Most 1 required but received ";
  const std::size_t at = message.find(kTooOften);
  if (at != std::string::npos)
    message =
        fmt::format("{} is given {} times", message.substr(0, at), message.substr(at + kTooOften.size()));
  return message;
}

/// Nothing if the arguments were understood.
std::optional<Parsed> parse(OptionTable& table, Arguments arguments) {
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 takes them
  try {
    table.app.parse(std::move(arguments));
  } catch (const CLI::Success& asked) {
    std::ostringstream out, err;
    table.app.exit(asked, out, err);
    return Parsed{{}, true, kDone, out.str()};
  } catch (const CLI::ExtrasError&) {
    const CLI::App& used = *table.command();
    return usage_error(unexpected_argument(
        used, used.remaining().empty() ? table.app.remaining().front() : used.remaining().front()));
  } catch (const CLI::ParseError& wrong) {
    return usage_error(in_words(wrong.what()));
  }
  return std::nullopt;
}

/// The arguments that a setting stands for; an error that names its line where there is no such option.
/// `trial` is for its value alone: a wrong one is the setting's error, not the command line's.
Result<Arguments> arguments_of(const Setting& setting, const CLI::App& command, const std::string& path,
                               OptionTable& trial) {
  const std::string name = "--" + setting.key;
  const CLI::Option* const option = command.get_option_no_throw(name);
  constexpr std::array<std::string_view, 5> kOnlyTyped = {"help", "config", "no-config", "in-place", "list"};
  const bool only_typed = std::find(kOnlyTyped.begin(), kOnlyTyped.end(), setting.key) != kOnlyTyped.end();
  if (option == nullptr || only_typed) {
    const std::string near = option == nullptr ? near_option(command, name) : std::string();
    return Error{ErrorCode::bad_value,
                 {path, setting.line, 0, 0},
                 fmt::format("{} has no setting '{}'{}", setting.command, setting.key,
                             near.empty() ? "" : fmt::format("; did you mean {}?", near.substr(2))),
                 {}};
  }
  constexpr std::array<std::string_view, 3> kPaths = {"rules", "baseline", "suppressions"};
  const bool is_path = std::find(kPaths.begin(), kPaths.end(), setting.key) != kPaths.end();
  Arguments arguments;
  for (const std::string& value : setting.values) {
    const std::string typed = is_path ? (std::filesystem::path(path).parent_path() / value).string() : value;
    arguments.push_back(fmt::format("{}={}", name, typed));
  }
  Arguments alone = arguments;
  alone.insert(alone.begin(), setting.command);
  std::string wrong;
  if (const auto failed = parse(trial, alone)) {
    const std::string said = failed->message.substr(0, failed->message.find('\n'));
    wrong = said.substr(said.find(": ") + 2);
  } else {
    wrong = read_lists(trial.options, trial.lists);
  }
  if (!wrong.empty()) return Error{ErrorCode::bad_value, {path, setting.line, 0, 0}, wrong, {}};
  return arguments;
}

/// The settings of the command that was typed, as arguments, but for those that were typed themselves.
Result<Arguments> settings_under(OptionTable& typed, const Settings& settings) {
  Arguments arguments;
  OptionTable trial;
  for (const Setting& setting : settings.settings) {
    if (std::find(kCommands.begin(), kCommands.end(), setting.command) == kCommands.end()) {
      return Error{ErrorCode::bad_value,
                   {settings.path, setting.line, 0, 0},
                   fmt::format("there is no command '{}' to set '{}' for", setting.command, setting.key),
                   {}};
    }
    const CLI::App* const command = typed.app.get_subcommand(setting.command);
    auto each = arguments_of(setting, *command, settings.path, trial);
    if (!each) return each.error();
    const bool wanted = command == typed.command() && command->get_option("--" + setting.key)->count() == 0;
    if (wanted) arguments.insert(arguments.end(), each->begin(), each->end());
  }
  return arguments;
}

Command command_of(const std::string& name) {
  const auto found = std::find(kCommands.begin(), kCommands.end(), name);
  return static_cast<Command>(found - kCommands.begin() + 1);
}

}  // namespace

std::optional<Error> wrong_setting(const Settings& settings) {
  OptionTable table;
  const auto read = settings_under(table, settings);
  return read ? std::nullopt : std::optional<Error>(read.error());
}

std::string settings_file_of(const Options& options) {
  if (options.no_config) return {};
  if (!options.config.empty()) return options.config;
  return find_settings(options.sources.inputs.empty() ? "" : options.sources.inputs.front());
}

Parsed parse_options(int argc, const char* const* argv) {
  Arguments arguments = with_command(argc, argv);
  OptionTable typed;
  if (auto left = parse(typed, arguments)) return *std::move(left);
  std::string settings_used;
  std::optional<OptionTable> whole;  // with the settings; making a table costs as much as all else here
  OptionTable* table = &typed;
  const std::string name = typed.command()->get_name();
  const bool configurable = typed.command()->get_option_no_throw("--no-config") != nullptr;
  const std::string file = configurable ? settings_file_of(typed.options) : std::string();
  if (!file.empty()) {
    const auto settings = read_settings(file);
    const auto under = settings ? settings_under(typed, *settings) : Result<Arguments>(settings.error());
    if (!under) return {{}, true, kFailed, fmt::format("newswash: {}\n", describe(under.error()))};
    arguments.insert(arguments.begin() + 1, under->begin(), under->end());
    if (!under->empty()) settings_used = fmt::format(" (with the settings of {})", file);
    if (auto left = parse(whole.emplace(), arguments)) return *std::move(left);
    table = &*whole;
  }
  Parsed parsed{std::move(table->options)};
  parsed.options.command = command_of(name);
  if (std::string wrong = check_options(parsed.options, table->lists); !wrong.empty())
    return usage_error(wrong + settings_used);
  return parsed;
}

}  // namespace newswash
