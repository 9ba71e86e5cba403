// toml++ reads the file.
#include "cli/settings.h"

#include <fmt/format.h>

#include <filesystem>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "reader/read_file.h"

namespace newswash {
namespace {

Error bad(const std::string& path, const toml::node& at, std::string message) {
  return {ErrorCode::bad_value,
          {path, at.source().begin.line, at.source().begin.column, 0},
          std::move(message),
          {}};
}

/// A value as it would be typed; nothing where it can't be.
std::optional<std::string> typed(const toml::node& value) {
  if (const auto* text = value.as_string()) return text->get();
  if (const auto* number = value.as_integer()) return std::to_string(number->get());
  if (const auto* number = value.as_floating_point()) return fmt::format("{}", number->get());
  if (const auto* flag = value.as_boolean()) return flag->get() ? "true" : "false";
  return std::nullopt;
}

std::optional<Error> read_values(const toml::node& node, const std::string& path, Setting& setting) {
  const auto wrong = [&](const toml::node& at) {
    return bad(
        path, at,
        fmt::format("'{}' is no text, number, true or false, nor a list or table of them", setting.key));
  };
  if (const auto* list = node.as_array()) {
    for (const toml::node& each : *list) {
      const auto value = typed(each);
      if (!value) return wrong(each);
      setting.values.push_back(*value);
    }
    return std::nullopt;
  }
  if (const auto* table = node.as_table()) {
    for (const auto& [name, each] : *table) {
      const auto value = typed(each);
      if (!value) return wrong(each);
      setting.values.push_back(fmt::format("{}={}", name.str(), *value));
    }
    return std::nullopt;
  }
  const auto value = typed(node);
  if (!value) return wrong(node);
  setting.values.push_back(*value);
  return std::nullopt;
}

}  // namespace

std::string find_settings(const std::string& input) {
  namespace fs = std::filesystem;
  std::error_code none;
  fs::path folder = input.empty() || input == "-" ? fs::current_path(none) : fs::absolute(input, none);
  if (!fs::is_directory(folder, none)) folder = folder.parent_path();
  for (;;) {
    const fs::path file = folder / kSettingsFile;
    if (fs::is_regular_file(file, none)) return file.lexically_normal().string();
    if (folder == folder.parent_path()) return {};
    folder = folder.parent_path();
  }
}

Result<Settings> read_settings(const std::string& path) {
  const auto text = read_file(path);
  if (!text) return text.error();
  const toml::parse_result parsed = toml::parse(*text, path);
  if (!parsed) {
    const auto at = parsed.error().source().begin;
    return Error{
        ErrorCode::bad_value, {path, at.line, at.column, 0}, std::string(parsed.error().description()), {}};
  }
  Settings settings{path, {}};
  for (const auto& [command, node] : parsed.table()) {
    const auto* keys = node.as_table();
    if (keys == nullptr)
      return bad(path, node,
                 fmt::format("'{}' stands outside a command's table, such as [clean]", command.str()));
    for (const auto& [key, value] : *keys) {
      Setting setting{std::string(command.str()), std::string(key.str()), {}, key.source().begin.line};
      if (const auto failed = read_values(value, path, setting)) return *failed;
      settings.settings.push_back(std::move(setting));
    }
  }
  return settings;
}

}  // namespace newswash
