// Records of a WARC or WET file. Their length stands in their header, so what is not wanted, or too large, is
// passed over without being held.
#include <algorithm>

#include "reader/framer.h"
#include "reader/warc_header.h"

namespace newswash {
namespace {

constexpr std::size_t kLongestHeader = 1 << 20;

class WarcFramer : public Framer {
 public:
  explicit WarcFramer(std::uint64_t max_record) : max_record_(max_record) {}

  Cut find(std::string_view data, bool at_end) override {
    if (passing_ > 0) return pass(data, at_end);
    if (lost_) return find_again(data, at_end);
    if (data.empty()) return at_end ? last() : Cut{};
    const std::size_t blank = std::min(data.find_first_not_of("\r\n"), data.size());
    if (blank > 0) return {Cut::Kind::nothing, 0, blank, {}};
    const std::size_t header_end = warc_header_end(data, scanned_ > 2 ? scanned_ - 2 : 0);
    scanned_ = data.size();
    if (header_end == std::string_view::npos && data.size() < kLongestHeader && !at_end) return {};
    return record(data, header_end, at_end);
  }

  std::size_t release() override { return 0; }  // what is too large is never asked for

 private:
  Cut record(std::string_view data, std::size_t header_end, bool at_end) {
    const std::string_view header = data.substr(0, header_end);
    if (!data.starts_with("WARC/")) return lose("no WARC record begins here");
    if (header_end == std::string_view::npos) return lose("the WARC header does not end");
    const auto length = warc_length(header);
    if (!length) return lose("the WARC header has no usable Content-Length");
    const std::uint64_t size = header_end + *length;
    const bool wanted = is_warc_text(header);
    any_text_ |= wanted;
    any_page_ |= warc_field(header, "WARC-Type") == "response";
    scanned_ = 0;
    if (wanted && size <= max_record_ && size > data.size()) {
      if (!at_end) return {};
      return {Cut::Kind::fault, data.size(), data.size(), "the WARC record ends too early"};
    }
    if (wanted && size <= max_record_) return {Cut::Kind::record, size, size, {}};
    passing_ = size - std::min<std::uint64_t>(size, data.size());
    const auto after = static_cast<std::size_t>(size - passing_);
    return {wanted ? Cut::Kind::too_large : Cut::Kind::nothing, after, after, {}};
  }

  Cut pass(std::string_view data, bool at_end) {
    if (data.empty() && !at_end) return {};
    const auto passed = static_cast<std::size_t>(std::min<std::uint64_t>(passing_, data.size()));
    passing_ -= passed;
    if (passed > 0) return {Cut::Kind::nothing, 0, passed, {}};
    passing_ = 0;
    return {Cut::Kind::fault, 0, 0, "the WARC record ends too early"};
  }

  /// A crawl's pages are passed over; a file that holds nothing else must not be so in silence.
  Cut last() {
    if (any_text_ || !any_page_) return Cut{Cut::Kind::end};
    any_page_ = false;
    return {Cut::Kind::fault, 0, 0, "there is no plain text in it: responses, such as HTML, are not read"};
  }

  Cut lose(std::string_view message) {
    lost_ = true;
    scanned_ = 0;
    return {Cut::Kind::fault, 1, 1, message};
  }

  /// After a fault the next line that a record begins on is where it goes on.
  Cut find_again(std::string_view data, bool at_end) {
    constexpr std::string_view kBegin = "\nWARC/1.";
    const std::size_t found = data.find(kBegin);
    const bool there = found != std::string_view::npos;
    lost_ = !there && !at_end;
    if (there) return {Cut::Kind::nothing, 0, found + 1, {}};
    const std::size_t kept = at_end ? 0 : std::min(data.size(), kBegin.size() - 1);
    if (data.size() > kept) return {Cut::Kind::nothing, 0, data.size() - kept, {}};
    return at_end ? Cut{Cut::Kind::end} : Cut{};
  }

  std::uint64_t max_record_;
  std::uint64_t passing_ = 0;  // bytes of the record that is not wanted
  std::size_t scanned_ = 0;    // of the header
  bool any_text_ = false;      // a record of it
  bool any_page_ = false;      // as the server sent it
  bool lost_ = false;          // where records begin
};

}  // namespace

std::unique_ptr<Framer> warc_framer(std::uint64_t max_record) {
  return std::make_unique<WarcFramer>(max_record);
}

}  // namespace newswash
