// The facts of a news article in plain text: headline, standfirst, byline and authors, dateline, dates,
// publisher, agency credit, section, tags. Mine: finding them in lines that are already split and judged body
// or not. Not mine: which lines are body (reader/body), which are removed (reader/boilerplate), how a record
// is written (writer). Main type: Facts. Each fact has a finder of its own beside this file; words of the
// languages and the weights of the choices are data (data/facts), compiled into constant tables.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newswash {

/// One fact: `value` is what it says (a name, a title, an ISO 8601 date), `raw` the line it was read from as
/// it stands. `line` is that line's index, kNoLine where the value comes from the URL.
struct Fact {
  static constexpr std::uint32_t kNoLine = 0xFFFFFFFF;
  std::string value;
  std::string raw;
  std::uint32_t line = kNoLine;
};

/// Everything found. What is absent was not found, or not surely enough: nothing is invented, and every value
/// stands in the text (a date of publication may come from the URL's path alone; its line is then kNoLine).
struct Facts {
  std::optional<Fact> headline, standfirst, byline, dateline;
  std::optional<Fact> date_published, date_modified;  // `2023-05-17` or `2023-05-17T14:05:00[+02:00]`
  std::optional<Fact> publisher, credit, section;
  std::vector<std::string> authors, tags;
};

/// One line as the finder sees it. `body`: it is kept as article text; `p`: the body model's probability for
/// it, 1 or 0 where no model ran. `silent`: it is known to hold no fact (see eligible.h). `no_digit`: it is
/// known to hold no digit of any script. `indent`: spaces before it where the text was given.
struct FactLine {
  std::string_view text;
  bool body = false;
  float p = 0;
  bool silent = false;
  bool no_digit = false;
  std::uint8_t indent = 0;
};

/// `headline` alone costs half; `record` is what an article's record holds: all but section, tags and the
/// credit that stands apart.
enum class FactsWanted : std::uint8_t { headline, record, all };

namespace facts {
class Page;
}

/// Finds the facts of one text after the other. Keeps its buffers between them, and nothing else.
class FactFinder {
 public:
  FactFinder();
  ~FactFinder();
  FactFinder(FactFinder&&) noexcept;
  FactFinder& operator=(FactFinder&&) noexcept;

  /// Finds the facts in `lines` (in order, blank ones included, UTF-8; damaged bytes are harmless). `url` and
  /// `language` (ISO 639-1) may be empty. `page`: the lines are a dump of a whole page, with the site's
  /// header and footer; otherwise they are extracted article text. Needs time linear in the text, reads no
  /// clock.
  Facts find(std::span<const FactLine> lines, std::string_view url, std::string_view language, bool page,
             FactsWanted wanted = FactsWanted::all);

 private:
  std::unique_ptr<facts::Page> page_;
};

/// The same, once.
Facts find_facts(std::span<const FactLine> lines, std::string_view url, std::string_view language, bool page,
                 FactsWanted wanted = FactsWanted::all);

}  // namespace newswash
