// simdjson's on-demand parser walks the members; their places in the line are kept as views.
#include "reader/json_record.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>

namespace newswash {
namespace {

namespace ondemand = simdjson::ondemand;

std::string_view trimmed(std::string_view members) {
  const auto not_between = members.find_first_not_of(" \t\r\n,");
  if (not_between == std::string_view::npos) return {};
  const auto last = members.find_last_not_of(" \t\r\n,");
  return members.substr(not_between, last - not_between + 1);
}

}  // namespace

struct JsonRecordReader::State {
  std::string text_field;
  std::vector<char> buffer;
  ondemand::parser parser;
  JsonRecord record;

  Error error(std::size_t offset, std::string message) {
    return {ErrorCode::bad_record, {{}, 0, offset + 1, offset}, std::move(message), {}};
  }

  Error error(simdjson::error_code code, ondemand::document& document) {
    const char* at = nullptr;
    const bool placed = document.current_location().get(at) == simdjson::SUCCESS && at >= buffer.data();
    const auto offset = placed ? static_cast<std::size_t>(at - buffer.data()) : 0;
    return error(std::min(offset, buffer.size()),
                 fmt::format("not a JSON object: {}", simdjson::error_message(code)));
  }

  std::size_t offset_of(const char* at) const { return static_cast<std::size_t>(at - buffer.data()); }

  /// Reads one member; what is not the text stays where it is.
  simdjson::error_code member(ondemand::field field, std::size_t& text_begin, std::size_t& text_end,
                              bool& twice) {
    const std::size_t key_begin = offset_of(field.key().raw()) - 1;
    std::string_view key;
    if (const auto failed = field.unescaped_key().get(key)) return failed;
    ondemand::value value = field.value();
    ondemand::json_type type{};
    if (const auto failed = value.type().get(type)) return failed;
    if (key == text_field) {
      twice = text_end != 0;
      const std::string_view token = value.raw_json_token();
      text_begin = key_begin;
      text_end = offset_of(token.data()) + token.size();
      record.text_key = std::string_view(buffer.data() + key_begin, offset_of(token.data()) - key_begin);
      if (type != ondemand::json_type::string) return simdjson::INCORRECT_TYPE;
      return value.get_string().get(record.text);
    }
    record.keys.emplace_back(key);
    if (key == "id" && type == ondemand::json_type::string) return value.get_string().get(record.id);
    if (key == "url" && type == ondemand::json_type::string) return value.get_string().get(record.url);
    if (key == "id") record.id = trimmed(value.raw_json_token());
    return simdjson::SUCCESS;
  }

  Result<JsonRecord> read(std::string_view line) {
    buffer.resize(line.size() + simdjson::SIMDJSON_PADDING);
    std::copy(line.begin(), line.end(), buffer.begin());
    std::fill(buffer.begin() + static_cast<std::ptrdiff_t>(line.size()), buffer.end(), ' ');
    record = {};
    ondemand::document document;
    if (const auto failed = parser.iterate(buffer.data(), line.size(), buffer.size()).get(document)) {
      return error(0, fmt::format("not JSON: {}", simdjson::error_message(failed)));
    }
    ondemand::object object;
    if (const auto failed = document.get_object().get(object)) return error(failed, document);
    std::size_t text_begin = 0;
    std::size_t text_end = 0;
    for (auto entry : object) {
      ondemand::field field;
      if (const auto failed = std::move(entry).get(field)) return error(failed, document);
      bool twice = false;
      const auto failed = member(field, text_begin, text_end, twice);
      if (twice) return error(text_begin, fmt::format("there are two members '{}'", text_field));
      if (failed == simdjson::INCORRECT_TYPE)
        return error(text_begin, fmt::format("'{}' is not a text", text_field));
      if (failed != simdjson::SUCCESS) return error(failed, document);
    }
    const char* rest = nullptr;
    if (document.current_location().get(rest) == simdjson::SUCCESS)
      return error(line.size(), "something follows the object");
    if (text_end == 0) return error(0, fmt::format("the object has no '{}'", text_field));
    return placed(line, text_begin, text_end);
  }

  JsonRecord placed(std::string_view line, std::size_t text_begin, std::size_t text_end) {
    const std::size_t open = line.find('{') + 1;
    const std::size_t close = line.rfind('}');
    record.before = trimmed(std::string_view(buffer.data() + open, text_begin - open));
    record.after = trimmed(std::string_view(buffer.data() + text_end, close - text_end));
    return record;
  }
};

JsonRecordReader::JsonRecordReader(std::string text_field) : state_(std::make_unique<State>()) {
  state_->text_field = std::move(text_field);
}
JsonRecordReader::~JsonRecordReader() = default;
JsonRecordReader::JsonRecordReader(JsonRecordReader&&) noexcept = default;

Result<JsonRecord> JsonRecordReader::read(std::string_view line) {
  return state_->read(line);
}

}  // namespace newswash
