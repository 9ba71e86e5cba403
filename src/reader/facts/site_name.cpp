// Proving the site's name; see site_name.h.
#include "reader/facts/site_name.h"

#include <algorithm>
#include <string>

#include "reader/facts/letters.h"

namespace newswash::facts {

namespace {

constexpr std::size_t kShortestName = 3;
constexpr std::size_t kLongestName = 48;

bool in_host(std::string_view host, const std::string& name) {
  if (host.empty() || name.size() < 4) return false;
  const std::string letters = letters_of(host);
  return letters.find(name) != letters.npos;
}

/// Another line is the very text.
bool stands_alone(const Page& page, std::size_t self, std::string_view text) {
  const std::uint64_t start = bytes_at_start(text);
  const std::uint64_t finish = bytes_at_end(text);
  for (std::size_t i = 0; i < page.size(); ++i) {
    if (i == self || page[i].text.size() < text.size()) continue;
    if (page.start(i) == start && page[i].text == text) return true;
    // with a list number, as breadcrumbs have
    if (page.finish(i) == finish && page[i].text.size() <= text.size() + 4 && page[i].text.ends_with(text))
      return true;
  }
  return false;
}

bool is_proven(Page& page, std::size_t self, std::string_view name) {
  const std::string key = letters_of(name);
  if (key.size() < kShortestName) return false;
  if (in_host(page.host(), key) || stands_alone(page, self, name)) return true;
  const std::vector<std::size_t>& lines = page.copyright_lines();
  return std::any_of(lines.begin(), lines.end(), [&](std::size_t i) {
    return i != self && page[i].text.find(name) != std::string_view::npos;
  });
}

struct Cut {
  std::size_t title_end = 0;
  std::size_t name_begin = 0;
};

/// The last place where a title may end and a name begin.
Cut last_cut(std::string_view title) {
  constexpr std::string_view kInSpaces = "|-:\xE2\xC2";  // what the marks between spaces begin with
  for (std::size_t i = title.size(); i > 1; --i) {
    const char c = title[i - 1];
    if (c != ' ' && c != '_' && static_cast<unsigned char>(c) < 0xE4) continue;
    if (c == ' ' && (i == title.size() || kInSpaces.find(title[i]) == kInSpaces.npos)) continue;
    for (const std::string_view mark :
         {" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", "｜", "丨", "：", "_"}) {
      if (title[i - 1] == mark[0] && title.substr(i - 1).starts_with(mark))
        return {i - 1, i - 1 + mark.size()};
    }
  }
  return {};
}

std::string_view name_in_copyright(std::string_view text) {
  const std::size_t at = text.find("©");
  if (at == text.npos || text.size() > 200) return {};
  std::string_view rest = trimmed(text.substr(at + 2));
  const auto is_year_part = [](char c) { return (c >= '0' && c <= '9') || c == ' ' || c == '-' || c == ','; };
  while (!rest.empty() && is_year_part(rest.front())) rest.remove_prefix(1);
  for (const std::string_view dash : {"– ", "by "}) {
    if (rest.starts_with(dash)) rest.remove_prefix(dash.size());
  }
  while (!rest.empty() && is_year_part(rest.front())) rest.remove_prefix(1);
  std::size_t end = rest.find_first_of(".|,;:()");
  end = std::min({end, rest.find(" - "), rest.find(" – "), rest.find("·"), rest.find(" All "), rest.size()});
  rest = trimmed(rest.substr(0, end));
  while (!rest.empty() && is_year_part(rest.back())) rest.remove_suffix(1);
  return trimmed(rest);
}

}  // namespace

std::string_view without_site_name(Page& page, std::size_t self, std::string_view title) {
  constexpr std::uint32_t kCuts =
      kBarSign | kDashSign | kLatinMarkSign | kPunctuationSign | kWideSign | kColonSign | kUnderscoreSign;
  if ((page.signs(self) & kCuts) == 0) return title;
  const Cut cut = last_cut(title);
  if (cut.name_begin == 0) return title;
  const std::string_view name = trimmed(title.substr(cut.name_begin));
  if (name.size() < kShortestName || name.size() > kLongestName) return title;
  const std::string_view rest = trimmed(title.substr(0, cut.title_end));
  if (count_words(rest) < 2) return title;
  return is_proven(page, self, name) || stands_alone(page, self, rest) ? rest : title;
}

std::optional<Fact> find_publisher(Page& page) {
  if (!page.whole_page()) return std::nullopt;
  const std::vector<std::size_t>& lines = page.copyright_lines();
  for (auto line = lines.rbegin(); line != lines.rend() && *line + 60 > page.size(); ++line) {
    const std::string_view name = name_in_copyright(page[*line].text);
    if (name.size() < kShortestName || name.size() > kLongestName || count_words(name) > 6) continue;
    if (!is_proven(page, *line, name)) continue;
    return Fact{std::string(name), std::string(page[*line].raw), page[*line].line};
  }
  return std::nullopt;
}

}  // namespace newswash::facts
