// A reject a line.
#include "cli/reject_file.h"

#include "cli/summary.h"
#include "text/utf8.h"
#include "writer/json_out.h"

namespace newswash {

std::optional<Error> RejectFile::open(const std::string& path) {
  auto sink = open_sink(path);
  if (!sink) return sink.error();
  sink_ = *std::move(sink);
  return std::nullopt;
}

std::optional<Error> RejectFile::add(const Error& error, const BlockItem& item) {
  line_.clear();
  JsonOut json(line_, false);
  const auto number = [&json](std::string_view key, std::uint64_t value, bool known) {
    json.key(key);
    if (known)
      json.number(value);
    else
      json.null();
  };
  json.begin_object();
  json.key("file");
  json.bytes(error.position.file);
  number("record", item.article.record, item.article.record > 0);
  number("line", error.position.line, error.position.line > 0);
  number("offset", error.position.offset, true);
  json.key("code");
  json.text(name_of(error.code));
  json.key("reason");
  json.bytes(error.message);
  json.key("input");
  const std::string_view bytes = item.article.bytes;
  if (!bytes.empty() && valid_utf8_prefix(bytes) == bytes.size())
    json.text(bytes);
  else
    json.null();
  json.end_object();
  line_ += '\n';
  return sink_->write(line_);
}

std::optional<Error> RejectFile::close() {
  return sink_->close();
}

}  // namespace newswash
