// Rule files are TOML: toml++ reads them, this checks every key and says where one is wrong.
#include "reader/boilerplate/rule_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <limits>

#define TOML_EXCEPTIONS 0
#define TOML_HEADER_ONLY 1
#include <toml++/toml.h>

#include "reader/boilerplate/word_hashes.h"

namespace newswash {
namespace {

constexpr std::size_t kMostRules = 60000;  // rule indices are 16 bits

class FileReader {
 public:
  FileReader(std::string_view text, std::string_view name) : text_(text), name_(name) {}

  Result<RuleFile> read() {
    const toml::parse_result parsed = toml::parse(text_, name_);
    if (!parsed) {
      fail(parsed.error().source().begin, std::string(parsed.error().description()));
      return error_;
    }
    file(parsed.table());
    if (failed_) return error_;
    return std::move(file_);
  }

 private:
  void fail(toml::source_position at, std::string message) {
    if (failed_) return;
    failed_ = true;
    error_ = {ErrorCode::bad_rule,
              {std::string(name_), at.line, at.column, 0},
              std::move(message),
              std::string(nth_line(text_, at.line))};
  }
  void fail(const toml::node& node, std::string message) { fail(node.source().begin, std::move(message)); }

  template <std::size_t N>
  void check_keys(const toml::table& table, const std::array<std::string_view, N>& known,
                  std::string_view what) {
    for (const auto& [key, value] : table) {
      if (std::find(known.begin(), known.end(), key.str()) != known.end()) continue;
      fail(key.source().begin,
           fmt::format("{} has no key '{}'; it has {}", what, key.str(), fmt::join(known, ", ")));
    }
  }

  std::string text_of(const toml::table& table, std::string_view key, bool required) {
    const toml::node* node = table.get(key);
    if (node == nullptr) {
      if (required) fail(table, fmt::format("'{}' is missing", key));
      return {};
    }
    if (const auto* text = node->as_string(); text != nullptr && !text->get().empty()) return text->get();
    fail(*node, fmt::format("'{}' must be a text that is not empty", key));
    return {};
  }

  template <typename Each>
  void texts(const toml::table& table, std::string_view key, Each each) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return;
    if (const auto* text = node->as_string()) return each(text->get(), *text);
    const auto* array = node->as_array();
    if (array == nullptr) return fail(*node, fmt::format("'{}' must be a text or a list of texts", key));
    for (const toml::node& element : *array) {
      const auto* text = element.as_string();
      if (text == nullptr) return fail(element, fmt::format("'{}' must hold texts only", key));
      each(text->get(), *text);
    }
  }

  std::vector<std::string> texts(const toml::table& table, std::string_view key) {
    std::vector<std::string> all;
    texts(table, key, [&](const std::string& text, const toml::node&) { all.push_back(text); });
    return all;
  }

  void file(const toml::table& root) {
    check_keys(root, std::array<std::string_view, 3>{"language", "words", "rule"}, "a rule file");
    file_.pack = text_of(root, "language", true);
    if (const auto* words = root["words"].as_table()) {
      for (const auto& [key, value] : *words) names_.emplace(key.str(), texts(*words, key.str()));
    }
    const toml::node* rules = root.get("rule");
    if (rules == nullptr || rules->as_array() == nullptr)
      return fail(root, "a rule file needs [[rule]] tables");
    for (const toml::node& element : *rules->as_array()) {
      if (element.as_table() == nullptr) return fail(element, "a rule is written [[rule]]");
      rule(*element.as_table());
    }
  }

  void rule(const toml::table& table) {
    constexpr std::array<std::string_view, 10> kKeys = {"id",       "category",       "where",     "takes",
                                                        "takes-as", "alone",          "sentences", "match",
                                                        "examples", "counterexamples"};
    check_keys(table, kKeys, "a rule");
    Rule rule;
    rule.pack = file_.pack;
    rule.id = file_.pack + "." + text_of(table, "id", true);
    if (std::any_of(file_.rules.begin(), file_.rules.end(),
                    [&](const Rule& other) { return other.id == rule.id; })) {
      fail(table, fmt::format("there is a rule '{}' already", rule.id));
    }
    rule.category = category(table, "category", Category::other, true);
    rule.taken_category = category(table, "takes-as", rule.category, false);
    rule.where = where(table);
    rule.takes = takes(table);
    const bool doubtful = std::find(kDoubtful.begin(), kDoubtful.end(), rule.category) != kDoubtful.end();
    rule.alone = table["alone"].value_or(!doubtful);
    rule.sentences = table["sentences"].value_or(true);
    rule.examples = texts(table, "examples");
    rule.counterexamples = texts(table, "counterexamples");
    if (rule.examples.empty()) fail(table, fmt::format("rule '{}' needs examples", rule.id));
    if (file_.rules.size() >= kMostRules) fail(table, "too many rules in one file");
    templates(table, rule);
    file_.rules.push_back(std::move(rule));
  }

  Category category(const toml::table& table, std::string_view key, Category otherwise, bool required) {
    const std::string name = text_of(table, key, required);
    if (name.empty()) return otherwise;
    if (const auto found = category_named(name)) return *found;
    fail(*table.get(key), fmt::format("there is no category '{}'", name));
    return otherwise;
  }

  std::uint8_t where(const toml::table& table) {
    unsigned where = 0;
    texts(table, "where", [&](const std::string& text, const toml::node& node) {
      if (text == "head")
        where |= kHead;
      else if (text == "body")
        where |= kBody;
      else if (text == "tail")
        where |= kTail;
      else if (text == "anywhere")
        where |= kAnywhere;
      else
        fail(node, fmt::format("'where' is head, body, tail or anywhere, not '{}'", text));
    });
    return where == 0 ? std::uint8_t{kAnywhere} : static_cast<std::uint8_t>(where);
  }

  Takes takes(const toml::table& table) {
    const std::string name = text_of(table, "takes", false);
    if (name.empty() || name == "line") return Takes::line;
    if (name == "next") return Takes::next;
    if (name == "run") return Takes::run;
    if (name == "rest") return Takes::rest;
    fail(*table.get("takes"), fmt::format("'takes' is line, next, run or rest, not '{}'", name));
    return Takes::line;
  }

  void templates(const toml::table& table, Rule& rule) {
    const auto index = static_cast<std::uint16_t>(file_.rules.size());
    texts(table, "match", [&](const std::string& text, const toml::node& node) {
      const toml::source_position at = node.source().begin;
      auto tree = parse_template(text, names_);
      if (!tree) {
        const auto column = at.column + static_cast<toml::source_index>(tree.error().position.column);
        return fail({at.line, column}, tree.error().message);
      }
      if (std::string fault = hashes_.add(*tree); !fault.empty()) return fail(at, std::move(fault));
      rule.match.push_back({text, at.line, at.column});
      file_.templates.push_back({index, *std::move(tree), rule.sentences ? kSentenceGroup : kLabelGroup});
    });
    if (rule.match.empty()) fail(table, fmt::format("rule '{}' needs 'match'", rule.id));
  }

  std::string_view text_;
  std::string_view name_;
  NamedWords names_;
  WordHashes hashes_;
  RuleFile file_;
  bool failed_ = false;
  Error error_;
};

}  // namespace

std::string_view nth_line(std::string_view text, std::uint64_t number) {
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    if (--number == 0) return text.substr(begin, end - begin);
    begin = end + 1;
  }
  return {};
}

Result<RuleFile> parse_rule_file(std::string_view toml, std::string_view name) {
  return FileReader(toml, name).read();
}

}  // namespace newswash
