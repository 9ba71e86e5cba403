// What functions that can fail return: the value, or an error with a closed code, a place and a sentence.
// The library never prints and never throws on purpose; the program decides what a person is told (src/cli).
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>

namespace newswash {

enum class ErrorCode : std::uint8_t {
  not_found,     // no such file or folder
  unreadable,    // it is there, but can't be opened or read
  not_text,      // binary data where an article was expected
  bad_encoding,  // bytes that the stated or found charset does not allow
  bad_record,    // a line of JSON Lines that is no JSON object, or has no text
  too_large,     // a record above the size that was allowed
  bad_rule,      // a rule file that does not hold rules
  bad_value,     // an option's or a setting's value that makes no sense
  write_failed,  // the output could not be written, all or in part
};

/// Where something went wrong. 0 where a number does not apply; lines and columns count from 1.
struct Position {
  std::string file;
  std::uint64_t line = 0;
  std::uint64_t column = 0;
  std::uint64_t offset = 0;  // bytes from the start of the file or record
};

struct Error {
  ErrorCode code = ErrorCode::unreadable;
  Position position;
  std::string message;  // one sentence without a final full stop: "no such file"
  std::string excerpt;  // the line at fault, where a person must mend it; empty otherwise
};

/// "file:line:column: message", with the excerpt and a caret below where there is one.
std::string describe(const Error& error);

/// Either a value or an error. Ask `if (result)` first.
template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : held_(std::move(value)) {}
  Result(Error error) : held_(std::move(error)) {}

  explicit operator bool() const noexcept { return held_.index() == 0; }
  T& operator*() & { return *std::get_if<0>(&held_); }
  const T& operator*() const& { return *std::get_if<0>(&held_); }
  T&& operator*() && { return std::move(*std::get_if<0>(&held_)); }
  T* operator->() { return std::get_if<0>(&held_); }
  const T* operator->() const { return std::get_if<0>(&held_); }
  const Error& error() const { return *std::get_if<1>(&held_); }

 private:
  std::variant<T, Error> held_;
};

}  // namespace newswash
