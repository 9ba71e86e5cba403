// The scanner finds the places, simdjson checks that all is UTF-8.
#include "reader/json_record.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <utility>

#include "reader/json_scanner.h"
#include "text/json_string.h"
#include "text/utf8.h"

namespace newswash {
namespace {

enum Wanted : std::size_t { kText, kId, kUrl };

bool is_between(char c) {
  return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == ',';
}

std::string_view without_end(std::string_view members) {
  while (!members.empty() && is_between(members.back())) members.remove_suffix(1);
  return members;
}

std::string_view without_begin(std::string_view members) {
  while (!members.empty() && is_between(members.front())) members.remove_prefix(1);
  return members;
}

bool opens(std::string_view members) {
  return members.empty() || members.back() == '{' || members.back() == '[';
}

bool closes(std::string_view members) {
  return members.empty() || members.front() == '}' || members.front() == ']';
}

}  // namespace

struct JsonRecordReader::State {
  explicit State(FieldNames names)
      : text_field(names.text), scanner({JsonPath(names.text), JsonPath(names.id), JsonPath(names.url)}) {}

  std::string text_field;
  JsonScanner scanner;
  std::string members;

  static Error error(std::size_t offset, std::string message) {
    return {ErrorCode::bad_record, {{}, 0, offset + 1, offset}, std::move(message), {}};
  }

  Result<JsonRecord> read(std::string_view line) {
    if (!simdjson::validate_utf8(line.data(), line.size())) {
      const std::size_t at = valid_utf8_prefix(line);
      return error(at, "the line is not UTF-8 here");
    }
    if (!scanner.scan(line))
      return error(scanner.fault(), fmt::format("not a JSON object: {}", scanner.message()));
    const JsonPlace& place = scanner.place(kText);
    if (place.times == 0) return error(0, fmt::format("the object has no '{}'", text_field));
    if (place.times > 1) return error(place.key_begin, fmt::format("there are two members '{}'", text_field));
    if (line[place.begin] != '"')
      return error(place.begin,
                   fmt::format("'{}' is {}", text_field, line[place.begin] == 'n' ? "null" : "not a text"));
    const JsonText& text = place.string;
    if (text.half_pair != JsonText::kNone)
      return error(place.begin + 1 + text.half_pair,
                   fmt::format("half a surrogate pair in '{}'", text_field));
    JsonRecord record;
    record.text = text.text;
    record.plain_text = text.plain;
    fields(line, record);
    surroundings(line, place, record);
    return record;
  }

  void fields(std::string_view line, JsonRecord& record) {
    const JsonPlace& id_place = scanner.place(kId);
    const char first = id_place.times == 0 ? '\0' : line[id_place.begin];
    if (first == '"') record.id = id_place.string.text;
    if (first != '"' && first != '{' && first != '[')
      record.id = line.substr(id_place.begin, id_place.size());
    const JsonPlace& url_place = scanner.place(kUrl);
    if (url_place.times > 0 && line[url_place.begin] == '"') record.url = url_place.string.text;
  }

  void surroundings(std::string_view line, const JsonPlace& place, JsonRecord& record) {
    record.object = line;
    record.text_begin = place.begin;
    record.text_end = place.end;
    record.text_key = line.substr(place.key_begin, place.begin - place.key_begin);
    const std::size_t open = scanner.inside_begin();
    record.before = without_end(without_begin(line.substr(open, place.key_begin - open)));
    record.after = without_begin(without_end(line.substr(place.end, scanner.inside_end() - place.end)));
    record.members = joined(record.before, record.after);
    for (const std::string_view key : scanner.keys()) {
      if (line.data() + place.key_begin + 1 == key.data()) continue;
      add_key(key, record.keys);
    }
  }

  std::string_view joined(std::string_view before, std::string_view after) {
    if (before.empty()) return after;
    if (after.empty()) return before;
    members.assign(before);
    if (!opens(before) && !closes(after)) members += ',';
    return members += after;
  }

  static void add_key(std::string_view raw, std::vector<std::string>& keys) {
    keys.emplace_back(raw);
    if (raw.find('\\') != std::string_view::npos && !unescape_json(raw, keys.back())) keys.back() = raw;
  }
};

JsonRecordReader::JsonRecordReader(FieldNames fields) : state_(std::make_unique<State>(std::move(fields))) {}
JsonRecordReader::~JsonRecordReader() = default;
JsonRecordReader::JsonRecordReader(JsonRecordReader&&) noexcept = default;

Result<JsonRecord> JsonRecordReader::read(std::string_view line) {
  return state_->read(line);
}

std::string JsonRecordReader::give_text() {
  return state_->scanner.give_memory(kText);
}

}  // namespace newswash
