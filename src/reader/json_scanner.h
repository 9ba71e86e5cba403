// Checks one JSON text (RFC 8259) and finds the values at a few paths; strings there are unescaped on the
// way, else nothing is copied. Mine: the grammar and the places. Not mine: what the values mean
// (json_record.h), strings (text/json_string.h), whether the bytes are UTF-8.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace newswash {

/// Containers inside one another; deeper is no record but an attack.
inline constexpr std::size_t kMaxJsonDepth = 128;

/// Where a value stands: the names (or array indices) on the way to it.
struct JsonPath {
  std::vector<std::string> steps;

  /// A member's name, or a JSON pointer (RFC 6901) where it starts with a slash. "" is no path.
  explicit JsonPath(std::string_view field);
};

/// What a string that was asked for stands for: a view of the text scanned where it has no escapes.
struct JsonText {
  static constexpr std::size_t kNone = ~std::size_t{0};
  std::string_view text;
  bool plain = true;              // of its bytes only line feeds need an escape in JSON
  std::size_t half_pair = kNone;  // where half a surrogate pair stands: `text` is as it was written then
};

/// A value that was asked for. Offsets are bytes of the text scanned.
struct JsonPlace {
  std::size_t key_begin = 0;  // of its key's quote; of the value in an array
  std::size_t begin = 0;
  std::size_t end = 0;
  std::uint32_t times = 0;  // how often it stands there; the places are the last one's
  JsonText string;          // where it is one
  std::size_t size() const { return end - begin; }
};

class JsonScanner {
 public:
  explicit JsonScanner(std::vector<JsonPath> wanted);

  /// True where `text` is one JSON object and nothing else; else `fault` and `message` say what is wrong.
  bool scan(std::string_view text);

  std::size_t fault() const { return at_; }
  std::string_view message() const { return message_; }

  const JsonPlace& place(std::size_t wanted) const { return places_[wanted]; }

  /// The keys of the outermost object as they stand between their quotes.
  const std::vector<std::string_view>& keys() const { return keys_; }

  /// Gives away the memory of the last string that was asked for as `wanted` and had escapes; else empty.
  std::string give_memory(std::size_t wanted) { return std::exchange(memories_[wanted], {}); }

  /// Behind the outermost object's opening brace, and on its closing one.
  std::size_t inside_begin() const { return inside_begin_; }
  std::size_t inside_end() const { return inside_end_; }

 private:
  using Mask = std::uint32_t;  // of the wanted paths that lead here

  bool fail(std::string_view message);
  char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  void skip_space();
  bool value(std::size_t depth, Mask mask);
  bool object(std::size_t depth, Mask mask);
  bool member(std::size_t depth, Mask mask);
  bool array(std::size_t depth, Mask mask);
  bool string();
  bool text(std::string& memory, JsonText& read);
  bool unescape(std::size_t begin, char*& to, JsonText& read);
  bool escape();
  bool number();
  bool digits();
  bool literal();
  Mask matching(std::string_view step, std::size_t depth, Mask mask) const;
  bool placed_value(std::size_t key_begin, std::size_t depth, Mask mask);

  std::vector<JsonPath> wanted_;
  std::vector<JsonPlace> places_;
  std::vector<std::string> memories_;  // for the strings among these that have escapes; longer than those
  std::vector<std::string_view> keys_;
  std::string key_;  // the last key with escapes, without them
  std::string_view text_;
  std::string_view message_;
  std::size_t at_ = 0;
  std::size_t inside_begin_ = 0;
  std::size_t inside_end_ = 0;
};

/// Whether `text` is one JSON object and nothing else.
bool is_json_object(std::string_view text);

}  // namespace newswash
