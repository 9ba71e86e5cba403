// What a record says, whatever its format: one class for all framings. Mine: turning rows and WARC records
// into the object that JSON records are already. Not mine: reading them (RecordReader), decoding bytes that
// are no UTF-8.
#pragma once

#include <newswash/source.h>

#include <string>
#include <string_view>
#include <vector>

#include "reader/json_record.h"

namespace newswash {

struct ParseOptions {
  FieldNames fields;
};

/// One a thread; records may come from any reader.
class RecordParser {
 public:
  explicit RecordParser(ParseOptions options);

  /// The record's views live until the next call; the article's bytes must outlive them. Fails with
  /// bad_record; line, column and offset count from the record's start. Bytes that are no UTF-8 fail, except
  /// in `articles`, whose text is all of their bytes: decode them and parse again.
  Result<JsonRecord> parse(const RawArticle& article) { return parse(article.bytes, *article.origin); }
  Result<JsonRecord> parse(std::string_view bytes, const RecordOrigin& origin);

  /// Gives away the memory of the last JSON record's text, where it had escapes: a large text then lives no
  /// longer than its owner wants. Empty, and nothing happens, where it had none.
  std::string give_text() { return json_.give_text(); }

 private:
  Result<JsonRecord> parse_row(std::string_view row, const RecordOrigin& origin);
  Result<JsonRecord> parse_warc(std::string_view bytes);
  void begin_object();
  void add_key(std::string_view key);
  void add_text(std::string_view key);
  JsonRecord finished(JsonRecord record);

  ParseOptions options_;
  JsonRecordReader json_;
  std::vector<std::string_view> row_;
  std::string unquoted_;
  std::string object_;  // made of a row or a WARC header, its text empty
  std::string members_;
  std::size_t key_begin_ = 0;  // of the text, in object_
  std::size_t text_begin_ = 0;
};

}  // namespace newswash
