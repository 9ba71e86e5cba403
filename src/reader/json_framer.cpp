// The elements of a JSON array, or objects one after another: only strings and brackets are looked at;
// whether it is JSON is asked of each record (json_scanner.h).
#include <utility>

#include "reader/framer.h"
#include "text/json_string.h"

namespace newswash {
namespace {

constexpr std::string_view kBetween = " \t\r\n,";

class JsonFramer : public Framer {
 public:
  Cut find(std::string_view data, bool at_end) override {
    if (!inside_) {
      if (const std::size_t between = pass_between(data); between > 0)
        return {Cut::Kind::nothing, 0, between, {}};
      if (data.empty()) return at_end ? at_the_end() : Cut{};
      inside_ = true;
    }
    if (ends(data)) return cut(Cut::Kind::record, at_, {});
    if (!at_end) return {};
    return cut(Cut::Kind::fault, data.size(), "the JSON ends inside a record");
  }

  std::size_t release() override { return std::exchange(at_, 0); }

 private:
  /// Only the first bracket opens the array.
  std::size_t pass_between(std::string_view data) {
    for (std::size_t at = 0; at < data.size(); ++at) {
      if (kBetween.find(data[at]) != std::string_view::npos) continue;
      if (data[at] == '[' && !opened_)
        opened_ = in_array_ = true;
      else if (data[at] == ']' && in_array_ && !closed_)
        closed_ = true;
      else
        return at;
    }
    return data.size();
  }

  bool ends(std::string_view data) {
    while (at_ < data.size()) {
      if (in_string_ ? !string(data) : !step(data)) return false;
      if (depth_ == 0 && !in_string_) return true;
    }
    return false;
  }

  /// To behind the string's end; false where that is not there yet.
  bool string(std::string_view data) {
    for (;; at_ += data[at_] == '\\' ? 2U : 1U) {
      at_ = find_json_special(data, at_);
      if (at_ >= data.size() || (data[at_] == '\\' && at_ + 1 == data.size())) return false;
      if (data[at_] != '"') continue;
      in_string_ = false;
      ++at_;
      return true;
    }
  }

  /// To behind a string's first quote, the record's last bracket, or a value without brackets.
  bool step(std::string_view data) {
    for (; at_ < data.size(); ++at_) {
      const char c = data[at_];
      if (c == '"') return in_string_ = true, ++at_, true;
      if (depth_ == 0 && at_ > 0 && (c == ']' || kBetween.find(c) != std::string_view::npos)) return true;
      if (c == '{' || c == '[') ++depth_;
      if (c != '}' && c != ']') continue;
      if (depth_ <= 1) return depth_ = 0, ++at_, true;
      --depth_;
    }
    return false;
  }

  Cut cut(Cut::Kind kind, std::size_t end, std::string_view message) {
    closed_ = kind == Cut::Kind::fault;
    opened_ = true;  // a bracket behind the first record opens no array
    inside_ = in_string_ = false;
    at_ = depth_ = 0;
    return {kind, end, end, message};
  }

  Cut at_the_end() {
    if (!in_array_ || closed_) return {Cut::Kind::end};
    closed_ = true;
    return {Cut::Kind::fault, 0, 0, "the JSON array is not closed"};
  }

  std::size_t at_ = 0;  // looked at up to here
  std::size_t depth_ = 0;
  bool inside_ = false;  // a record
  bool in_string_ = false;
  bool opened_ = false;  // the array, or there is none
  bool in_array_ = false;
  bool closed_ = false;
};

}  // namespace

std::unique_ptr<Framer> json_framer() {
  return std::make_unique<JsonFramer>();
}

}  // namespace newswash
