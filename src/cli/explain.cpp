// newswash explain: the page as it came, each line with what became of it and why. It shows the record that
// cleaning itself keeps; nothing is decided here.
#include <fmt/format.h>

#include <algorithm>

#include "cli/batch.h"
#include "cli/commands.h"
#include "cli/destination.h"
#include "cli/output.h"
#include "cli/run.h"
#include "text/code_points.h"

namespace newswash {
namespace {

struct Style {
  std::string_view removed, repaired, headline, quiet, off;
};

Style style() {
  if (!colour_wanted()) return {};
  return {"\x1B[31m", "\x1B[33m", "\x1B[1m", "\x1B[2m", "\x1B[0m"};
}

constexpr std::uint32_t kTerminal = kControl | kC1;  // what a terminal would obey
constexpr std::uint32_t kUnseen = kTerminal | kExoticSpace | kInvisible | kLineBreak;

/// Makes characters of some kinds visible: a no-break space is <U+00A0>.
std::string visible(std::string_view text, std::uint32_t kinds) {
  std::string shown;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    const char32_t c = next_code_point(text, at);
    const bool hidden = (c == '\n' && kinds == kUnseen) || (properties(c).flags & kinds) != 0;
    if (hidden)
      shown += fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(c));
    else
      shown += text.substr(begin, at - begin);
  }
  return shown;
}

class Page {
 public:
  Page(const Article& article, std::string_view given, std::string& out)
      : article_(article), given_(given), out_(out) {}

  void write(std::string_view place, std::string_view which) {
    out_ += fmt::format("{}{}: {} ({}), read as {}{}{}\n", style_.quiet, place, name_of(article_.verdict),
                        article_.verdict_reason,
                        article_.input == InputKind::page ? "a page" : "extracted text", which, style_.off);
    for (const std::string& warning : article_.warnings)
      out_ += fmt::format("{}! {}{}\n", style_.repaired, warning, style_.off);
    std::size_t number = 1;
    for (std::size_t begin = 0; begin < given_.size(); ++number) {
      const std::size_t found = given_.find_first_of("\r\n", begin);
      const std::size_t end = std::min(found, given_.size());
      line(number, begin, end);
      begin = end + (given_.substr(end, 2) == "\r\n" ? 2 : 1);
    }
  }

 private:
  /// A line that went whole, or one that stays. Of text that came as one line pieces went: each is shown on a
  /// line of its own, under the same number.
  void line(std::size_t number, std::size_t begin, std::size_t end) {
    while (next_removed_ < article_.removed.size() &&
           article_.removed[next_removed_].begin < std::max(end, begin + 1)) {
      const RemovedLine& gone = article_.removed[next_removed_++];
      if (!is_blank(begin, gone.begin)) kept(number, begin, gone.begin);
      const bool rest = gone.end < end && !is_blank(gone.end, end);
      removed(number, gone, rest ? gone.end : end);
      if (!rest) return;
      begin = gone.end;
    }
    kept(number, begin, end);
  }

  bool is_blank(std::size_t begin, std::size_t end) const {
    return given_.find_first_not_of(" \t", begin) >= end;
  }

  void removed(std::size_t number, const RemovedLine& gone, std::size_t end) {
    const std::string text = visible(given_.substr(gone.begin, end - gone.begin), kTerminal);
    out_ +=
        fmt::format("{}- {:>4}  {}{}  {}[{}: {}]{}\n", style_.removed, number, text, style_.off, style_.quiet,
                    name_of(gone.category), gone.why.empty() ? std::string(gone.rule) : gone.why, style_.off);
    skip_repairs(end);
  }

  void kept(std::size_t number, std::size_t begin, std::size_t end) {
    const bool headline = !headline_seen_ && !article_.headline.empty() && is_headline(begin, end);
    if (headline) headline_seen_ = true;
    out_ += fmt::format("{}{} {:>4}  {}{}\n", headline ? style_.headline : "", headline ? "#" : " ", number,
                        visible(given_.substr(begin, end - begin), kTerminal), headline ? style_.off : "");
    repairs(end);
  }

  /// The headline is the line whose repaired text it is: compare what is left of the line when the repairs
  /// are made.
  bool is_headline(std::size_t begin, std::size_t end) const {
    std::string repaired;
    std::size_t at = begin;
    for (std::size_t i = next_repair_; i < article_.repairs.size() && article_.repairs[i].begin < end; ++i) {
      const Repair& repair = article_.repairs[i];
      if (repair.begin < at) continue;
      repaired.append(given_, at, repair.begin - at);
      repaired += repair.after;
      at = std::min(repair.end, end);
    }
    repaired.append(given_, at, end - at);
    return repaired == article_.headline;
  }

  void skip_repairs(std::size_t end) {
    while (next_repair_ < article_.repairs.size() && article_.repairs[next_repair_].begin < end)
      ++next_repair_;
  }

  /// Line ends and blank lines are layout: showing them would hide the rest.
  static bool is_layout(std::string_view before) {
    return before.find_first_not_of(" \t\r\n") == std::string_view::npos;
  }

  void repairs(std::size_t end) {
    for (; next_repair_ < article_.repairs.size() && article_.repairs[next_repair_].begin <= end;
         ++next_repair_) {
      const Repair& repair = article_.repairs[next_repair_];
      const std::string_view before = given_.substr(repair.begin, repair.end - repair.begin);
      if (repair.fix == Fix::spaces && is_layout(before)) continue;
      out_ += fmt::format("{}~       {}: \"{}\" -> \"{}\"{}\n", style_.repaired, name_of(repair.fix),
                          visible(before, kUnseen), visible(repair.after, kUnseen), style_.off);
    }
  }

  const Article& article_;
  std::string_view given_;
  std::string& out_;
  Style style_ = style();
  std::size_t next_removed_ = 0;
  std::size_t next_repair_ = 0;
  bool headline_seen_ = false;
};

}  // namespace

int run_explain(const Options& options) {
  bool failed = false;
  auto rules = rules_from(options, failed);
  if (failed) return kFailed;
  const CleanOptions cleaning{options.repair, std::move(rules), options.input, false, true};
  const auto make_work = [&]() -> Work {
    return [cleaner = std::make_shared<Cleaner>(cleaning)](const Job& job, Outcome& outcome) {
      Page(cleaner->clean(job.decoded.text), job.decoded.text, outcome.out).write(job.place(), job.which());
    };
  };
  const auto destination = make_stream_destination("-", "\n", false);
  if (!destination) return say(describe(destination.error())), kFailed;
  return run_batch(options, **destination, make_work);
}

}  // namespace newswash
