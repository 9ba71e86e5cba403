// One small JSON object, read by RapidJSON.
#include "writer/run_manifest.h"

#include <fmt/format.h>
#include <rapidjson/document.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "writer/json_out.h"
#include "writer/replace_file.h"

namespace newswash {
namespace {

constexpr unsigned kFormat = 2;

std::string path_in(const std::string& folder) {
  return (std::filesystem::path(folder) / ".newswash.json").string();
}

Error no_manifest(const std::string& path) {
  return {ErrorCode::bad_value,
          {path, 0, 0, 0},
          "is not what newswash leaves in an output folder; it can't be continued from",
          {}};
}

using Json = rapidjson::Value;

const Json* member(const Json& object, const char* name) {
  const auto found = object.FindMember(name);
  return found == object.MemberEnd() ? nullptr : &found->value;
}

bool take(const Json& object, const char* name, std::string& value) {
  const Json* json = member(object, name);
  if (json == nullptr || !json->IsString()) return false;
  value.assign(json->GetString(), json->GetStringLength());
  return true;
}

bool take(const Json& object, const char* name, std::uint64_t& value) {
  const Json* json = member(object, name);
  if (json == nullptr || !json->IsUint64()) return false;
  value = json->GetUint64();
  return true;
}

bool take(const Json& object, const char* name, bool& value) {
  const Json* json = member(object, name);
  if (json == nullptr || !json->IsBool()) return false;
  value = json->GetBool();
  return true;
}

bool take(const Json& object, const char* name, std::vector<std::string>& values) {
  const Json* json = member(object, name);
  if (json == nullptr || !json->IsArray()) return false;
  for (const Json& each : json->GetArray()) {
    if (!each.IsString()) return false;
    values.emplace_back(each.GetString(), each.GetStringLength());
  }
  return true;
}

bool take(const Json& object, const char* name, std::vector<std::uint64_t>& values) {
  const Json* json = member(object, name);
  if (json == nullptr || !json->IsArray()) return false;
  for (const Json& each : json->GetArray()) {
    if (!each.IsUint64()) return false;
    values.push_back(each.GetUint64());
  }
  return true;
}

bool take(const Json& object, RunManifest& manifest) {
  std::uint64_t format = 0;
  return object.IsObject() && take(object, "newswashRun", format) && format == kFormat &&
         take(object, "options", manifest.options) && take(object, "inputs", manifest.inputs) &&
         take(object, "sourcesDone", manifest.place.sources) &&
         take(object, "recordsDone", manifest.place.records) &&
         take(object, "source", manifest.place.source) && take(object, "sourcesHash", manifest.place.names) &&
         take(object, "shards", manifest.shards) && take(object, "complete", manifest.complete);
}

std::string written(const RunManifest& manifest) {
  std::string out;
  JsonOut json(out, true);
  json.begin_object();
  json.key("newswashRun"), json.number(kFormat);
  json.key("options"), json.text(manifest.options);
  json.key("inputs"), json.begin_array();
  for (const std::string& input : manifest.inputs) json.text(input);
  json.end_array();
  json.key("sourcesDone"), json.number(manifest.place.sources);
  json.key("recordsDone"), json.number(manifest.place.records);
  json.key("source"), json.text(manifest.place.source);
  json.key("sourcesHash"), json.number(manifest.place.names);
  json.key("shards"), json.begin_array();
  for (const std::uint64_t bytes : manifest.shards) json.number(bytes);
  json.end_array();
  json.key("complete"), json.raw(manifest.complete ? "true" : "false");
  json.end_object();
  return out += '\n';
}

}  // namespace

Result<std::optional<RunManifest>> read_manifest(const std::string& folder) {
  const std::string path = path_in(folder);
  std::error_code none;
  if (!std::filesystem::exists(path, none)) return std::optional<RunManifest>();
  std::ifstream in(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  rapidjson::Document json;
  json.Parse<rapidjson::kParseIterativeFlag>(text.data(), text.size());
  RunManifest manifest;
  if (json.HasParseError() || !take(json, manifest)) return no_manifest(path);
  return std::optional<RunManifest>(std::move(manifest));
}

std::optional<Error> write_manifest(const std::string& folder, const RunManifest& manifest) {
  return replace_file(path_in(folder), written(manifest));
}

std::optional<Error> check_same_run(const std::string& folder, const RunManifest& before,
                                    const RunManifest& now) {
  if (before.options != now.options) {
    return Error{ErrorCode::bad_value,
                 {folder, 0, 0, 0},
                 fmt::format("can't be continued with other options; it was made with '{}', now it is '{}'",
                             before.options, now.options),
                 {}};
  }
  if (before.inputs != now.inputs) {
    return Error{ErrorCode::bad_value,
                 {folder, 0, 0, 0},
                 fmt::format("can't be continued with other inputs; it was made from '{}', now it is '{}'",
                             fmt::join(before.inputs, " "), fmt::join(now.inputs, " ")),
                 {}};
  }
  return std::nullopt;
}

}  // namespace newswash
