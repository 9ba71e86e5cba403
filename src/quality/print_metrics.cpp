// A developer's program: every metric of every text, and which profiles reject it (data/profiles/table.py
// calibrates and prints tables with it). Mine: JSON Lines in, numbers out. Not part of the library; built as
// newswash_metrics.
//   newswash_metrics < texts.jsonl     each line {"id": …, "text": …, "language": … or absent}
//   newswash_metrics --places < texts.jsonl   what is wrong at a place: id, kind, the text there
//   newswash_metrics --time N FILE     measures the articles of FILE (form feeds between) N times, for
//   profilers
// Out, first line: the names; then a line a text: id, language, values, then limits failed as profile:limit.
#include <fmt/format.h>
#include <newswash/quality.h>
#include <simdjson.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include "quality/duplicates.h"
#include "quality/places.h"
#include "reader/language/language.h"

namespace {

using namespace newswash;

std::string_view language_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  return find_language(lines);
}

void print_text(Measurer& measurer, std::string_view id, std::string_view text, std::string_view language) {
  const std::span<const Metric> metrics = measurer.measure(text, language);
  std::string line = fmt::format("{}\t{}", id, language);
  for (const Metric& metric : metrics) line += fmt::format("\t{:.6g}", metric.value);
  std::string failed;
  for (const Profile& profile : profiles()) {
    for (const Failure& failure : judge(metrics, profile, language))
      failed += fmt::format("{}{}:{}", failed.empty() ? "" : " ", profile.name, failure.limit);
  }
  fmt::print("{}\t{}\n", line, failed);
}

void print_place(std::string_view id, std::string_view kind, std::string_view text, quality::Place place) {
  const std::size_t from = place.end - std::min<std::size_t>(place.end - place.begin, 90);
  fmt::print("{}\t{}\t{}\n", id, kind, text.substr(from, place.end - from));
}

void print_places(Measurer& measurer, std::string_view id, std::string_view text, std::string_view language) {
  measurer.measure(text, language);
  const quality::Scan& scan = measurer.scan();
  std::vector<quality::RepeatedParagraph> repeated;
  std::vector<quality::GluedWord> glued;
  std::vector<quality::ForeignParagraph> foreign;
  quality::find_repeated_paragraphs(scan, repeated);
  quality::find_glued_words(scan, language, glued);
  quality::find_foreign_paragraphs(scan, language, foreign);
  for (const auto& one : repeated) print_place(id, "repeated", text, one.place);
  for (const auto& one : glued) print_place(id, "glued", text, one.place);
  for (const auto& one : foreign)
    print_place(id, fmt::format("{} in {}", one.language, language), text, one.place);
  if (const auto end = quality::find_truncation(scan))
    print_place(id, end->ending == quality::Ending::ellipsis ? "ellipsis" : "in sentence", text, end->place);
}

/// The ids of the texts seen, and what repeats what.
class Duplicates {
 public:
  void take(std::string_view id, std::string_view text) {
    const quality::Repeated found = index_.add(quality::fingerprint(text));
    ids_.emplace_back(id);
    if (found.kind == quality::Repeated::Kind::none) return;
    const std::string_view kind = found.kind == quality::Repeated::Kind::exact ? "exact" : "near";
    fmt::print("{}\t{}\t{:.3f}\t{}\n", id, kind, found.similarity, ids_[found.record]);
  }

 private:
  quality::DuplicateIndex index_;
  std::vector<std::string> ids_;
};

int measure_texts(std::string_view mode) {
  const bool places = mode == "--places";
  Duplicates duplicates;
  std::string header = "id\tlanguage";
  for (const MetricInfo& info : metric_infos()) header += fmt::format("\t{}", info.name);
  if (mode.empty()) fmt::print("{}\tfailed\n", header);
  simdjson::dom::parser parser;
  Measurer measurer;
  for (std::string line; std::getline(std::cin, line);) {
    simdjson::dom::element record;
    std::string_view id, text, language;
    if (parser.parse(line).get(record) != simdjson::SUCCESS || record["id"].get(id) != simdjson::SUCCESS ||
        record["text"].get(text) != simdjson::SUCCESS)
      return std::fputs("newswash_metrics: a line without id and text\n", stderr), 2;
    if (record["language"].get(language) != simdjson::SUCCESS) language = language_of(text);
    if (mode == "--duplicates")
      duplicates.take(id, text);
    else if (places)
      print_places(measurer, id, text, language);
    else
      print_text(measurer, id, text, language);
  }
  return 0;
}

/// What of the work is timed: m all metrics, n those of the profile news, l finding the language, p the
/// places, d the fingerprints and the index.
int measure_again_and_again(const char* work, const char* path) {
  std::ifstream in(path, std::ios::binary);
  std::stringstream buffer;
  buffer << in.rdbuf();
  const std::string all = buffer.str();
  const auto does = [work](char part) { return std::string_view(work).find(part) != std::string_view::npos; };
  Measurer measurer;
  if (does('n')) measurer.only_for({profile_named("news"), 1});
  quality::DuplicateIndex index;
  std::vector<quality::GluedWord> glued;
  std::vector<quality::RepeatedParagraph> repeated;
  std::vector<quality::ForeignParagraph> foreign;
  std::size_t texts = 0, found = 0;
  for (std::size_t at = 0; at < all.size(); ++texts) {
    const std::size_t end = std::min(all.find('\f', at), all.size());
    const std::string_view text = std::string_view(all).substr(at, end - at);
    at = end + 1;
    const std::string_view language = does('l') ? language_of(text) : "en";
    if (does('m') || does('n'))
      found += judge(measurer.measure(text, language), *profile_named("news"), language).size();
    if (does('d')) found += index.add(quality::fingerprint(text)).kind != quality::Repeated::Kind::none;
    if (!does('p')) continue;
    const quality::Scan& scan = measurer.scan();
    quality::find_repeated_paragraphs(scan, repeated);
    quality::find_glued_words(scan, language, glued);
    quality::find_foreign_paragraphs(scan, language, foreign);
    found += glued.size() + repeated.size() + foreign.size() + quality::find_truncation(scan).has_value();
  }
  fmt::print("{} texts, {} findings, {} bytes in the index\n", texts, found, index.bytes_of());
  return 0;
}

}  // namespace

int main(int count, char** arguments) {
  if (count == 4 && std::string_view(arguments[1]) == "--time")
    return measure_again_and_again(arguments[2], arguments[3]);
  return measure_texts(count == 2 ? arguments[1] : "");
}
