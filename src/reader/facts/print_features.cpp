// Prints the candidates for headline, date or author of pages and the marks each carries: what
// data/facts/learn.py learns the weights of data/facts/model.toml from. Not part of the library.
//   print_features headline|date|author < RECORDS     a record: id TAB url TAB bytes NEWLINE text NEWLINE
//   P TAB id, then C TAB value TAB numbers of its marks, a line each
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <string>

#include "normalizer/pipeline.h"
#include "reader/body/body.h"
#include "reader/boilerplate/rule_matches.h"
#include "reader/facts/authors.h"
#include "reader/facts/dates.h"
#include "reader/facts/eligible.h"
#include "reader/facts/headline.h"
#include "reader/language/language.h"
#include "reader/line_indents.h"
#include "reader/lines.h"
#include "reader/rules.h"

namespace {

using namespace newswash;
using namespace newswash::facts;

constexpr std::size_t kAllLines = 1000;  // the program itself looks closely at the best of them only

/// A text as the Cleaner gives it to find_facts(): repaired, unwrapped, matched, its body chosen.
class PageText {
 public:
  explicit PageText(std::string_view given) : given_(given) {
    repaired_ = pipeline_.run(given);
    split_lines(repaired_.text, lines_);
    Edits joins;
    find_joins(repaired_.text, lines_, joins);
    if (!joins.empty()) {
      repaired_ = pipeline_.apply(Fix::spaces, joins);
      split_lines(repaired_.text, lines_);
    }
    language_ = find_language(lines_);
    match();
  }

  std::string_view language() const { return language_; }

  std::vector<FactLine> fact_lines() const {
    const BodyChoice choice = find_body(lines_, categories_);
    std::vector<FactLine> out(lines_.size());
    LineIndents indents(given_, repaired_);
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      out[i] = {lines_[i], choice.keep[i] != 0, choice.p[i], silent_[i]};
      if (!lines_[i].empty()) out[i].indent = indents.before(lines_[i]);
    }
    return out;
  }

 private:
  void match() {
    std::vector<newswash::PageLine> lines;
    std::vector<std::size_t> numbers;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (lines_[i].empty()) continue;
      lines.emplace_back(lines_[i], shape_of(lines_[i]));
      numbers.push_back(i);
    }
    matches_.find(lines, language_);
    categories_.assign(lines_.size(), 0);
    silent_.assign(lines_.size(), false);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      if (lines[i].matches().empty()) continue;
      categories_[numbers[i]] =
          static_cast<std::uint8_t>(static_cast<unsigned>(lines[i].matches().front()->category) + 1);
      silent_[numbers[i]] = holds_no_fact(lines[i].matches());
    }
  }

  std::string_view given_;
  RepairPipeline pipeline_{{}};
  RuleMatches matches_{{built_in_rules()}};
  Repaired repaired_;
  Lines lines_;
  std::string_view language_;
  std::vector<std::uint8_t> categories_;
  std::vector<bool> silent_;
};

void print(std::string value, const Marks& marks) {
  for (char& c : value) c = c == '\t' || c == '\n' ? ' ' : c;
  std::printf("C\t%s\t", value.c_str());
  for (unsigned i = 0; i < marks.count; ++i) std::printf("%u ", marks.ids[i]);
  std::printf("\n");
}

void print_page(const std::string& field, facts::Page& page) {
  if (page.size() == 0) return;
  if (field == "headline") {
    for (const HeadlineCandidate& candidate : headline_candidates(page, kAllLines))
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
    const PageText page_text(text);
    const std::vector<FactLine> fact_lines = page_text.fact_lines();
    Page page(fact_lines, url, page_text.language(), true);
    std::printf("P\t%s\n", id.c_str());
    print_page(argv[1], page);
  }
  return 0;
}
