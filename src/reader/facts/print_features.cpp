// Prints the candidates for headline, date or author of pages and the marks each carries: what
// data/facts/learn.py learns the weights of data/facts/model.toml from. Not part of the library.
//   print_features headline|date|author < RECORDS     a record: id TAB url TAB bytes NEWLINE text NEWLINE
//   P TAB id, then C TAB value TAB numbers of its marks, a line each
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>

#include "reader/body/body.h"
#include "reader/facts/authors.h"
#include "reader/facts/dates.h"
#include "reader/facts/headline.h"
#include "reader/language/language.h"

namespace {

using namespace newswash;
using namespace newswash::facts;

std::vector<std::string_view> split(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::vector<FactLine> with_body(const std::vector<std::string_view>& lines) {
  const BodyChoice choice = find_body(lines);
  std::vector<FactLine> out;
  for (std::size_t i = 0; i < lines.size(); ++i) out.push_back({lines[i], choice.keep[i] != 0, choice.p[i]});
  return out;
}

void print(std::string value, const Marks& marks) {
  for (char& c : value) c = c == '\t' || c == '\n' ? ' ' : c;
  std::printf("C\t%s\t", value.c_str());
  for (unsigned i = 0; i < marks.count; ++i) std::printf("%u ", marks.ids[i]);
  std::printf("\n");
}

void print_page(const std::string& field, Page& page) {
  if (page.size() == 0) return;
  if (field == "headline") {
    for (const HeadlineCandidate& candidate : headline_candidates(page))
      print(candidate.value, candidate.marks);
    return;
  }
  bool sure = false;
  const auto headline = likely_headline(page, sure);
  const std::size_t title = headline ? headline->line : page.size();
  if (field == "date") {
    for (const DateCandidate& candidate : date_candidates(page, title)) {
      print(candidate.date.iso() + (candidate.date.ambiguous ? "?" : ""), candidate.marks);
    }
  } else {
    for (const AuthorCandidate& candidate : author_candidates(page, title))
      print(candidate.value, candidate.marks);
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return std::fputs("usage: print_features headline|date|author < RECORDS\n", stderr), 2;
  std::string id;
  std::string url;
  std::string bytes;
  while (std::getline(std::cin, id, '\t') && std::getline(std::cin, url, '\t') &&
         std::getline(std::cin, bytes)) {
    std::string text(std::stoul(bytes), '\0');
    std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
    std::cin.get();
    const std::vector<std::string_view> lines = split(text);
    const std::vector<FactLine> fact_lines = with_body(lines);
    Page page(fact_lines, url, find_language(lines), true);
    std::printf("P\t%s\n", id.c_str());
    print_page(argv[1], page);
  }
  return 0;
}
