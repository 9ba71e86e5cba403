// Rows of comma- or tab-separated values (RFC 4180): a line end inside quotes ends no row.
#include <utility>

#include "reader/framer.h"

namespace newswash {
namespace {

class CsvFramer : public Framer {
 public:
  explicit CsvFramer(char delimiter) : delimiter_(delimiter) {}

  Cut find(std::string_view data, bool at_end) override {
    while (at_ < data.size()) {
      if (quoted_ ? !quoted(data, at_end) : !plain(data)) break;
      if (ended_) return row(data, at_ - 1, at_);
    }
    if (!at_end) return {};
    if (data.empty() && !quoted_) return {Cut::Kind::end};
    if (quoted_) return start(), Cut{Cut::Kind::fault, data.size(), data.size(), "a quote is not closed"};
    return row(data, data.size(), data.size());
  }

  std::size_t release() override { return std::exchange(at_, 0); }

 private:
  void start() {
    at_ = 0;
    quoted_ = ended_ = false;
    begins_field_ = true;
  }

  Cut row(std::string_view data, std::size_t end, std::size_t after) {
    start();
    if (end > 0 && data[end - 1] == '\r') --end;
    return {end == 0 ? Cut::Kind::nothing : Cut::Kind::record, end, after, {}};
  }

  /// To behind the closing quote; false where it is not there, or may be the first of two.
  bool quoted(std::string_view data, bool at_end) {
    const std::size_t quote = data.find('"', at_);
    at_ = quote == std::string_view::npos ? data.size() : quote;
    if (at_ == data.size() || (at_ + 1 == data.size() && !at_end)) return false;
    const bool doubled = at_ + 1 < data.size() && data[at_ + 1] == '"';
    at_ += doubled ? 2 : 1;
    quoted_ = doubled;
    return true;
  }

  /// To behind the row's end or a field's opening quote.
  bool plain(std::string_view data) {
    for (; at_ < data.size(); ++at_) {
      const char c = data[at_];
      if (c == '"' && begins_field_) return quoted_ = true, begins_field_ = false, ++at_, true;
      if (c == '\n') return ended_ = true, ++at_, true;
      begins_field_ = c == delimiter_;
    }
    return false;
  }

  char delimiter_;
  std::size_t at_ = 0;  // looked at up to here
  bool begins_field_ = true;
  bool quoted_ = false;
  bool ended_ = false;
};

}  // namespace

std::unique_ptr<Framer> csv_framer(char delimiter) {
  return std::make_unique<CsvFramer>(delimiter);
}

}  // namespace newswash
