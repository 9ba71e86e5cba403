// Texts parted by form feeds, lines, and text that is not split.
#include "reader/framer.h"

#include <algorithm>
#include <utility>

namespace newswash {
namespace {

constexpr std::size_t kMostReturns = 8;  // carriage returns before a line feed

bool is_wide(std::string_view start) {
  const bool marked = start.starts_with("\xFF\xFE") || start.starts_with("\xFE\xFF") ||
                      start.starts_with(std::string_view("\0\0\xFE\xFF", 4));
  return marked || (start.size() >= 4 && (start[1] == '\0') != (start[0] == '\0') &&
                    (start[3] == '\0') != (start[2] == '\0'));
}

Cut last_record(std::string_view data) {
  return {Cut::Kind::record, data.size(), data.size(), {}};
}

class ArticleFramer : public Framer {
 public:
  Cut find(std::string_view data, bool at_end) override {
    for (std::size_t at = data.find('\f', scanned_); at != std::string_view::npos;
         at = data.find('\f', at + 1)) {
      std::size_t next = at + 1;
      while (next < data.size() && next <= at + kMostReturns && data[next] == '\r') ++next;
      scanned_ = at;
      if (next == data.size() && !at_end) return {};
      const bool begins_line = at == 0 || data[at - 1] == '\n';
      if (!begins_line || (next < data.size() && data[next] != '\n')) continue;
      return cut({Cut::Kind::record, at, std::min(next + 1, data.size()), {}});
    }
    scanned_ = data.size();
    if (!at_end) return {};
    if (data.empty() && cuts_ > 0) return {Cut::Kind::end};
    return cut(last_record(data));
  }

  std::size_t release() override {
    const std::size_t released = scanned_ > 0 ? scanned_ - 1 : 0;  // whether a line ends there is asked again
    scanned_ -= released;
    return released;
  }

  bool skips_mark() const override { return false; }  // the decoder wants to see it

 private:
  Cut cut(Cut found) {
    scanned_ = 0;
    ++cuts_;
    return found;
  }

  std::size_t scanned_ = 0;
  std::size_t cuts_ = 0;
};

class LineFramer : public Framer {
 public:
  Cut find(std::string_view data, bool at_end) override {
    const std::size_t found = data.find('\n', scanned_);
    scanned_ = data.size();
    if (found == std::string_view::npos && !at_end) return {};
    if (data.empty()) return {Cut::Kind::end};
    scanned_ = 0;
    const std::size_t end = std::min(found, data.size());
    const bool blank = data.substr(0, end).find_first_not_of(" \t\r") == std::string_view::npos;
    return {blank ? Cut::Kind::nothing : Cut::Kind::record, end, std::min(end + 1, data.size()), {}};
  }

  std::size_t release() override {
    const std::size_t released = scanned_;
    scanned_ = 0;
    return released;
  }

 private:
  std::size_t scanned_ = 0;
};

class WholeFramer : public Framer {
 public:
  Cut find(std::string_view data, bool at_end) override {
    seen_ = data.size();
    if (!at_end) return {};
    if (std::exchange(done_, true)) return {Cut::Kind::end};
    return last_record(data);
  }
  std::size_t release() override { return seen_; }
  bool skips_mark() const override { return false; }

 private:
  std::size_t seen_ = 0;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<Framer> framer_for(Framing framing, std::string_view first, std::uint64_t max_record) {
  switch (framing) {
    case Framing::lines:
      return std::make_unique<LineFramer>();
    case Framing::json_array:
      return json_framer();
    case Framing::warc:
      return warc_framer(max_record);
    case Framing::csv:
      return csv_framer(',');
    case Framing::tsv:
      return csv_framer('\t');
    case Framing::articles:
    case Framing::automatic:
      break;
  }
  if (is_wide(first)) return std::make_unique<WholeFramer>();
  return std::make_unique<ArticleFramer>();
}

}  // namespace newswash
