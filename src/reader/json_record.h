// One JSON object: the text to clean and everything else, byte for byte. Nothing is copied but a text with
// escapes.
#pragma once

#include <newswash/result.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace newswash {

/// Where the fields stand: names of members, or JSON pointers (RFC 6901) where they start with a slash. For
/// csv and tsv: names of columns.
struct FieldNames {
  std::string text = "text";
  std::string id = "id";
  std::string url = "url";
};

/// What a record is for everything behind the readers, whatever it was in the input. The views live until the
/// parser's next call, and the line must outlive them.
struct JsonRecord {
  std::string_view text;
  bool plain_text = false;  // its lines are known to need no escapes in JSON
  /// The object's members but the text, as they stand, ready to be written between braces. Of a text inside
  /// other objects ("/doc/text") those objects stay, without it.
  std::string_view members;
  /// The object as it stands; its bytes text_begin..text_end are the text's JSON string, with its quotes: put
  /// another string there and every other byte is the same. Of csv, tsv and warc the object was made up.
  std::string_view object;
  std::size_t text_begin = 0;
  std::size_t text_end = 0;
  /// What stands before the text's member and behind it, without the commas next to it. Each may hold a part
  /// of an object where the text is inside one: `members` is the whole.
  std::string_view before;
  std::string_view after;
  std::string_view text_key;      // with its quotes and colon, as it stands
  std::string_view id;            // what a text stands for, the bytes of a number; empty without one
  std::string_view url;           // of a text
  std::vector<std::string> keys;  // of the object's own members but the text, unescaped
};

class JsonRecordReader {
 public:
  explicit JsonRecordReader(FieldNames fields);
  explicit JsonRecordReader(std::string text_field) : JsonRecordReader(FieldNames{std::move(text_field)}) {}
  ~JsonRecordReader();
  JsonRecordReader(JsonRecordReader&&) noexcept;

  /// `line` is one JSON object in UTF-8. Fails with bad_record; the error's column is the byte at fault,
  /// from 1.
  Result<JsonRecord> read(std::string_view line);

  /// Gives away the memory of the last record's text, where it was unescaped; else empty.
  std::string give_text();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newswash
