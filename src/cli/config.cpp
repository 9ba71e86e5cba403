// newswash config: each option's value and where it comes from.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/option_table.h"
#include "cli/output.h"
#include "cli/run.h"
#include "cli/settings.h"

namespace newswash {
namespace {

const Setting* setting_of(const Settings& settings, std::string_view command, std::string_view key) {
  for (const Setting& setting : settings.settings) {
    if (setting.command == command && setting.key == key) return &setting;
  }
  return nullptr;
}

/// As it would stand in the file.
std::string written(const std::vector<std::string>& values) {
  if (values.size() == 1 && (values.front() == "true" || values.front() == "false")) return values.front();
  if (values.size() == 1) return fmt::format("\"{}\"", values.front());
  std::string list;
  for (const std::string& value : values) list += fmt::format("{}\"{}\"", list.empty() ? "" : ", ", value);
  return fmt::format("[{}]", list);
}

void show(const CLI::App& command, const Settings& settings) {
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_lnames().empty() || option->get_group() == "Options") continue;  // inputs, help
    const std::string& key = option->get_lnames().front();
    if (key == "config" || key == "no-config") continue;
    const Setting* const set = setting_of(settings, command.get_name(), key);
    const std::string& unset = option->get_default_str();
    const std::string value = set != nullptr                      ? written(set->values)
                              : option->get_items_expected() == 0 ? std::string("false")
                              : unset.empty()                     ? std::string("-")
                                                                  : written({unset});
    const std::string origin = set != nullptr ? fmt::format("{}:{}", settings.path, set->line) : "default";
    print("{:<26} {:<14} {}\n", fmt::format("{}.{}", command.get_name(), key), value, origin);
  }
}

}  // namespace

int run_config(const Options& options) {
  Settings settings;
  const std::string file = settings_file_of(options);
  if (!file.empty()) {
    auto read = read_settings(file);
    if (!read) return say(describe(read.error())), kFailed;
    settings = *std::move(read);
  }
  print("# settings file: {}\n", file.empty() ? "none" : file);
  OptionTable table;
  if (const auto wrong = wrong_setting(settings)) return say(describe(*wrong)), kFailed;
  for (const std::string_view name : kCommands) {
    const CLI::App* const command = table.app.get_subcommand(std::string(name));
    if (command->get_option_no_throw("--no-config") != nullptr) show(*command, settings);
  }
  return kDone;
}

}  // namespace newswash
