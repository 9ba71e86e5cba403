// Writes JSON into a string: objects, arrays and values in order, one line or indented. Mine: commas
// and indentation. Not mine: strings (text/json_string.h), which members there are (json.h, ninjs.h).
// The caller keeps the grammar: a key before each value of an object, every begin with its end.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "text/json_string.h"
#include "text/stands_in.h"

namespace newswash {

class JsonOut {
 public:
  JsonOut(std::string& out, bool pretty) : out_(out), pretty_(pretty) {}

  void begin_object() { begin('{'); }
  void end_object() { end('}'); }
  void begin_array() { begin('['); }
  void end_array() { end(']'); }

  /// `name` is one of ours: it is not escaped.
  void key(std::string_view name);

  void text(std::string_view value);

  /// A string of any bytes, such as a file's name.
  void bytes(std::string_view value);

  /// A string in parts, where joining them first would be a copy.
  void begin_text();
  void text_part(std::string_view part) { append_json_escaped(part, out_); }
  void end_text() { out_ += '"'; }

  /// The texts of `parts` as one string, `between` two of them, without joining them first. `between` is
  /// escaped already, and what stands in `plain` needs no escapes.
  template <typename Parts>
  void joined_text(const Parts& parts, std::string_view between, std::string_view plain) {
    begin_text();
    bool first = true;
    for (const auto& part : parts) {
      if (!first) out_ += between;
      first = false;
      if (stands_in(part.text, plain))
        out_ += part.text;
      else
        text_part(part.text);
    }
    end_text();
  }

  void number(std::uint64_t value);
  void null();

  /// JSON that stands ready: a value, or with `key` left out one or more members.
  void raw(std::string_view json);

 private:
  void begin(char bracket);
  void end(char bracket);
  void before_value();
  void separate();
  void new_line();
  void short_key(std::string_view name);

  std::string& out_;
  bool pretty_;
  bool any_ = false;  // something stands before, on this level
  bool after_key_ = false;
  unsigned depth_ = 0;
};

}  // namespace newswash
