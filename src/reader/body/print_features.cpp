// A developer's program: what the model sees and decides, for the learning tool (data/model/learn.py). Mine:
// JSON Lines in, numbers out. Not mine: the features themselves. Not part of the library; built as
// newswash_features.
//   newswash_features [--weights FILE] < pages.jsonl       each line {"id": …, "text": …}
// Out, a page: "page ID BLOCKS", then a line a block: first line, line count, words, first pass's p, p, keep,
// then the values of the first and the second pass. Without --weights the built-in ones are used. `--sizes`
// prints names and sizes instead,
// `--kinds` the evidence for page or article.
#include <simdjson.h>

#include <cstdio>
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "reader/body/decoder.h"
#include "reader/body/feature_table.h"
#include "reader/body/kind.h"
#include "reader/body/model.h"
#include "reader/body/second_pass.h"

namespace {

using namespace newswash;
using namespace newswash::body;

using Tables = std::map<std::string, std::vector<std::int16_t>>;

Tables read_tables(const char* path) {
  Tables tables;
  std::ifstream in(path);
  std::string word, name;
  while (in >> word) {
    if (word != "array") {
      std::getline(in, word);
      continue;
    }
    std::size_t n = 0;
    in >> name >> n;
    tables[name].resize(n);
    for (auto& number : tables[name]) in >> number;
  }
  return tables;
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (true) {
    const std::size_t end = text.find('\n');
    lines.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return lines;
    text.remove_prefix(end + 1);
  }
}

template <std::size_t N>
void append(std::string& out, const std::array<std::uint8_t, N>& values) {
  for (const std::uint8_t value : values) out += ' ' + std::to_string(value);
}

void print_page(std::string_view id, std::string_view text, const Weights& weights,
                const Thresholds& thresholds) {
  const auto lines = split_lines(text);
  const Page page = read_page(lines);
  Opinion opinion = judge(page, weights);
  doubt_furniture(page, opinion, thresholds);
  raise_doubtful(page, opinion, thresholds);
  const auto keep = choose_blocks(page, opinion.p, thresholds);
  std::string out = "page " + std::string(id) + ' ' + std::to_string(page.blocks.size()) + '\n';
  const auto first = first_values(page);
  const auto second = second_values(page, opinion.first_p, weights.thresholds);
  for (std::size_t i = 0; i < page.blocks.size(); ++i) {
    char head[96];
    std::snprintf(head, sizeof head, "%u %u %u %.4f %.4f %u", page.blocks[i].first_line,
                  page.blocks[i].line_count, page.facts[i].sum.words, static_cast<double>(opinion.first_p[i]),
                  static_cast<double>(opinion.p[i]), keep[i]);
    out += head;
    append(out, first[i]);
    append(out, second[i]);
    out += '\n';
  }
  std::fwrite(out.data(), 1, out.size(), stdout);
}

/// The evidence for page or article, a text a line.
void print_kind(std::string_view id, std::string_view text) {
  const KindEvidence e = find_evidence(read_page(split_lines(text)));
  std::printf("%.*s %u %u %u %u %u %u %u %u %u\n", static_cast<int>(id.size()), id.data(), e.blocks,
              e.short_blocks, e.cues, e.cue_classes, e.head, e.tail, e.repeated, e.prose_words, e.words);
}

void print_sizes() {
  for (const auto& spec : kFirstSpecs)
    std::printf("first %s %u\n", std::string(spec.name).c_str(), spec.size);
  for (const auto& spec : kSecondSpecs)
    std::printf("second %s %u\n", std::string(spec.name).c_str(), spec.size);
}

/// `both` is where the weights of both passes are put together; it must outlive the result.
Weights weights_of(const Tables& tables, std::vector<std::int64_t>& both) {
  const auto& first = tables.at("first");
  for (std::size_t i = 0; i < first.size(); ++i)
    both.push_back(both_passes(first[i], tables.at("second_first")[i]));
  return {both, tables.at("second"), tables.at("bias")[0], tables.at("bias")[1],
          second_thresholds_of(tables.at("second_thresholds"))};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string_view(argv[1]) == "--sizes") return print_sizes(), 0;
  const bool kinds = argc == 2 && std::string_view(argv[1]) == "--kinds";
  Tables tables;
  std::vector<std::int64_t> both;
  if (argc == 3) tables = read_tables(argv[2]);
  const Weights weights = argc == 3 ? weights_of(tables, both) : built_in_weights();
  const Thresholds thresholds = argc == 3 ? thresholds_of(tables.at("thresholds")) : built_in_thresholds();
  simdjson::dom::parser parser;
  for (std::string line; std::getline(std::cin, line);) {
    const simdjson::dom::element record = parser.parse(line);
    const std::string_view id = record["id"].get_string().value();
    const std::string_view text = record["text"].get_string().value();
    if (kinds)
      print_kind(id, text);
    else
      print_page(id, text, weights, thresholds);
  }
  return 0;
}
