// Columns and header fields become members, in their order.
#include "reader/record_parser.h"

#include <fmt/format.h>
#include <simdjson.h>

#include <algorithm>
#include <span>

#include "reader/csv_row.h"
#include "reader/warc_header.h"
#include "text/json_string.h"
#include "text/utf8.h"

namespace newswash {
namespace {

Error bad_record(std::size_t offset, std::string message) {
  return {ErrorCode::bad_record, {{}, 0, offset + 1, offset}, std::move(message), {}};
}

std::optional<Error> not_utf8(std::string_view bytes) {
  if (simdjson::validate_utf8(bytes.data(), bytes.size())) return std::nullopt;
  return bad_record(valid_utf8_prefix(bytes), "the record is not UTF-8 here");
}

/// The angle brackets around a record's id are not part of it.
std::string_view without_brackets(std::string_view id) {
  return id.starts_with('<') && id.ends_with('>') ? id.substr(1, id.size() - 2) : id;
}

/// The beginning of a column's name; what is no header may be long, or move a terminal's cursor.
std::string_view cut_name(std::string_view name) {
  constexpr std::size_t kMostName = 40;
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  name = name.substr(0, kMostName);
  name = name.substr(
      0, static_cast<std::size_t>(std::find_if(name.begin(), name.end(), is_control) - name.begin()));
  return name.substr(0, valid_utf8_prefix(name));
}

/// The columns that are there; a single one that holds another delimiter says what is wrong.
std::string described(std::span<const std::string> columns, char delimiter) {
  constexpr std::string_view kOthers = ";|,\t";
  if (columns.size() == 1) {
    const std::size_t at = columns[0].find_first_of(kOthers);
    if (at != std::string::npos)
      return fmt::format("only '{}': columns are parted by {}, not by '{}'", cut_name(columns[0]),
                         delimiter == '\t' ? "tabs" : "commas", columns[0][at]);
  }
  constexpr std::size_t kMost = 12;
  std::string said = "only ";
  for (std::size_t i = 0; i < std::min(columns.size(), kMost); ++i)
    said += fmt::format("{}'{}'", i == 0 ? "" : ", ", cut_name(columns[i]));
  return columns.size() > kMost ? fmt::format("{} and {} more", said, columns.size() - kMost) : said;
}

}  // namespace

RecordParser::RecordParser(ParseOptions options) : options_(std::move(options)), json_(options_.fields) {}

Result<JsonRecord> RecordParser::parse(std::string_view bytes, const RecordOrigin& origin) {
  switch (origin.framing) {
    case Framing::lines:
    case Framing::json_array:
      return json_.read(bytes);
    case Framing::csv:
    case Framing::tsv:
      return parse_row(bytes, origin);
    case Framing::warc:
      return parse_warc(bytes);
    case Framing::articles:
    case Framing::automatic:
      break;
  }
  JsonRecord record;
  record.text = bytes;
  return record;
}

Result<JsonRecord> RecordParser::parse_row(std::string_view row, const RecordOrigin& origin) {
  if (auto failed = not_utf8(row)) return *std::move(failed);
  const FieldNames& names = options_.fields;
  row_.clear();
  unquoted_.clear();
  split_csv_row(row, csv_delimiter(origin.framing), row_, unquoted_);
  if (row_.size() > origin.columns.size())
    return bad_record(0, fmt::format("{} fields, but {} columns", row_.size(), origin.columns.size()));
  JsonRecord record;
  bool any = false;
  begin_object();
  for (std::size_t i = 0; i < row_.size(); ++i) {
    const std::string& name = origin.columns[i];
    if (name == names.text) {
      record.text = row_[i];
      any = true;
      add_text(name);
      continue;
    }
    add_key(name);
    append_json_string(row_[i], object_);
    record.keys.push_back(name);
    if (name == names.id) record.id = row_[i];
    if (name == names.url) record.url = row_[i];
  }
  if (any) return finished(std::move(record));
  const bool named =
      std::find(origin.columns.begin(), origin.columns.end(), names.text) != origin.columns.end();
  return bad_record(0, named ? fmt::format("the row ends before '{}'", names.text)
                             : fmt::format("there is no column '{}', {}", names.text,
                                           described(origin.columns, csv_delimiter(origin.framing))));
}

Result<JsonRecord> RecordParser::parse_warc(std::string_view bytes) {
  const std::size_t header_end = warc_header_end(bytes);
  if (header_end == std::string_view::npos) return bad_record(0, "the WARC header does not end");
  if (auto failed = not_utf8(bytes)) return *std::move(failed);
  const std::string_view header = bytes.substr(0, header_end);
  JsonRecord record;
  record.text = bytes.substr(header_end);
  record.url = warc_field(header, "WARC-Target-URI");
  record.id = without_brackets(warc_field(header, "WARC-Record-ID"));
  record.keys = {"url", "date", "languages", "record_id"};
  begin_object();
  add_key("url");
  append_json_string(record.url, object_);
  add_key("date");
  append_json_string(warc_field(header, "WARC-Date"), object_);
  add_key("languages");
  object_ += '[';
  const std::string_view languages = warc_field(header, "WARC-Identified-Content-Language");
  for (std::size_t begin = 0; begin < languages.size();) {
    const std::size_t end = std::min(languages.find(',', begin), languages.size());
    if (begin > 0) object_ += ',';
    append_json_string(languages.substr(begin, end - begin), object_);
    begin = end + 1;
  }
  object_ += ']';
  add_key("record_id");
  append_json_string(record.id, object_);
  add_text("text");
  return finished(std::move(record));
}

void RecordParser::begin_object() {
  object_.clear();
  object_ += '{';
  key_begin_ = text_begin_ = 0;
}

void RecordParser::add_key(std::string_view key) {
  if (object_.size() > 1) object_ += ',';
  append_json_string(key, object_);
  object_ += ':';
}

void RecordParser::add_text(std::string_view key) {
  const std::size_t begin = object_.size();
  add_key(key);
  key_begin_ = begin + (object_[begin] == ',' ? 1 : 0);
  text_begin_ = object_.size();
  object_ += "\"\"";
}

/// The object is whole now and does not move any more: views of it can be given.
JsonRecord RecordParser::finished(JsonRecord record) {
  object_ += '}';
  const std::string_view object = object_;
  record.object = object;
  record.text_begin = text_begin_;
  record.text_end = text_begin_ + 2;
  record.text_key = object.substr(key_begin_, text_begin_ - key_begin_);
  record.before = object.substr(1, key_begin_ - 1);
  if (record.before.ends_with(',')) record.before.remove_suffix(1);
  record.after = object.substr(record.text_end, object.size() - 1 - record.text_end);
  if (record.after.starts_with(',')) record.after.remove_prefix(1);
  members_.assign(record.before);
  if (!record.before.empty() && !record.after.empty()) members_ += ',';
  members_ += record.after;
  record.members = members_;
  return record;
}

}  // namespace newswash
