// `clean`, then `check`: what was cleaned has nothing left that cleaning would take away or repair. Over the
// pages of ../shared/corpora; passes where that folder is absent.
#include <gtest/gtest.h>
#include <newswash/clean.h>
#include <simdjson.h>

#include <cstdio>
#include <filesystem>
#include <functional>

#include "quality/inspector.h"
#include "writer/text.h"

namespace newswash {
namespace {

/// The lines of a collection, unpacked by gzip; none where it is absent.
std::string unpack(const std::string& collection) {
  const std::string path = NEWSWASH_SOURCE_DIR "/../shared/corpora/" + collection + "/dev.jsonl.gz";
  std::string all;
  if (!std::filesystem::exists(path)) return all;
  std::FILE* const pipe = popen(("gzip -dc '" + path + "'").c_str(), "r");
  if (pipe == nullptr) return all;
  char buffer[65536];
  for (std::size_t got; (got = std::fread(buffer, 1, sizeof buffer, pipe)) > 0;) all.append(buffer, got);
  pclose(pipe);
  return all;
}

/// Every text below `page`: a string, or the strings of an object by the extractor's name.
void for_each_text(simdjson::dom::element page, const std::function<void(std::string_view)>& take) {
  if (std::string_view text; page.get(text) == simdjson::SUCCESS) return take(text);
  simdjson::dom::object object;
  if (page.get(object) != simdjson::SUCCESS) return;
  for (const auto field : object) for_each_text(field.value, take);
}

class Quiet {
 public:
  /// Cleans the text, then says whether cleaning has anything to do in what it gave.
  bool is_quiet(std::string_view text, std::string_view name) {
    std::string cleaned;
    write_text(cleaner_.clean(text), cleaned);
    findings_.clear();
    inspector_.inspect(cleaner_.clean(cleaned), cleaned, findings_);
    for (const Finding& finding : findings_) {
      if (finding.level < Level::warning || !is_mended(finding.rule)) continue;
      std::printf("%.*s: %s: %s\n", static_cast<int>(name.size()), name.data(), finding.rule.c_str(),
                  finding.text.c_str());
      return false;
    }
    return true;
  }

 private:
  static bool is_mended(std::string_view rule) {
    return rule == "encoding.repairable" || covers("leftover", rule) || covers("text", rule);
  }

  Cleaner cleaner_{CleanOptions{}};
  Inspector inspector_{{}};
  std::vector<Finding> findings_;
};

struct Count {
  std::size_t records = 0, loud = 0;  // a record is loud where one of its texts is
};

Count count_loud(const std::string& collection, std::initializer_list<const char*> fields) {
  Count count;
  Quiet quiet;
  const std::string all = unpack(collection);
  simdjson::dom::parser parser;
  simdjson::dom::document_stream records;
  if (all.empty() || parser.parse_many(all, 16U << 20).get(records) != simdjson::SUCCESS) return count;
  for (const auto record : records) {
    ++count.records;
    std::string_view url;
    if (record["url"].get(url) != simdjson::SUCCESS) url = "?";
    bool loud = false;
    for (const char* const field : fields) {
      if (simdjson::dom::element page; record[field].get(page) == simdjson::SUCCESS)
        for_each_text(page, [&](std::string_view text) { loud = !quiet.is_quiet(text, url) || loud; });
    }
    count.loud += loud;
  }
  return count;
}

TEST(Quiet, AfterCleaningPages) {
  // Known: a page whose title names the site again in the text, and one with `&amp;#65279;`.
  constexpr std::size_t kKnown = 2;
  const Count count = count_loud("zyte", {"page_text", "extracted"});
  if (count.records == 0) return;
  EXPECT_GE(count.records, 80U);
  EXPECT_LE(count.loud, kKnown);
}

TEST(Quiet, AfterCleaningBlogsAndNews) {
  const Count count = count_loud("segments", {"page_text"});
  if (count.records == 0) return;
  EXPECT_GE(count.records, 400U);
  EXPECT_LE(static_cast<double>(count.loud), 0.01 * static_cast<double>(count.records));
}

}  // namespace
}  // namespace newswash
