// One line of JSON Lines: the text to clean and everything else, byte for byte. simdjson reads it.
#pragma once

#include <newswash/result.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace newswash {

/// The views live until the reader's next call. `before` and `after` are the object's other members as they
/// stand in the line, without the comma next to the text.
struct JsonRecord {
  std::string_view text;
  std::string_view text_key;  // with its quotes, as it stands
  std::string_view before;
  std::string_view after;
  std::string_view id;            // the text of "id" where it is a text, else its bytes; empty without one
  std::string_view url;           // the text of "url"
  std::vector<std::string> keys;  // of all members but the text, unescaped
};

class JsonRecordReader {
 public:
  explicit JsonRecordReader(std::string text_field);
  ~JsonRecordReader();
  JsonRecordReader(JsonRecordReader&&) noexcept;

  /// `line` is one line without its end. Fails with bad_record; the error's column is the byte at fault,
  /// from 1.
  Result<JsonRecord> read(std::string_view line);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newswash
