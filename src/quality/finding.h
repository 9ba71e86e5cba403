// What `check` says of a record: one thing that `clean` would mend, or that no cleaning can. Mine: the type,
// its levels and the table of rules. Not mine: finding them (inspector.h), showing them (report.h), counting
// them (gate.h).
#pragma once

#include <newswash/level.h>

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newswash {

/// A kind of finding. Families ("leftover", "profile") stand for all rules whose names begin with theirs and
/// a full stop.
struct FindingRule {
  std::string_view name;
  Level level = Level::warning;  // where no configuration says otherwise
  std::string_view says;         // what it means, one sentence without a final full stop
  std::string_view cleaning;     // what `clean` does about it; empty: nothing
};

/// True if `rule` is `family` or one of its rules: "leftover" covers "leftover.share".
bool covers(std::string_view family, std::string_view rule);

/// All rules and families, in the order of their names.
std::span<const FindingRule> finding_rules();

/// The rule of that name, or the family it belongs to; null if there is neither.
const FindingRule* finding_rule(std::string_view name);

/// Which level each rule has: the table's, where it was not set.
class Levels {
 public:
  /// False if there is no such rule or family.
  bool set(std::string_view rule, Level level);

  /// The setting with the longest name that the rule has or begins with.
  Level of(std::string_view rule) const;

  /// The same, but nothing where none was set.
  std::optional<Level> stated(std::string_view rule) const;

 private:
  struct Setting {
    std::string rule;
    Level level;
  };
  std::vector<Setting> settings_;
};

/// One finding. Lines and columns count from 1, columns in code points; 0 where a number does not apply.
struct Finding {
  std::string rule;  // "leftover.share"
  Level level = Level::warning;
  std::string message;   // one sentence without a final full stop
  std::string text;      // the offending text as it stands in the input; cut where it is long
  std::string cleaning;  // what `clean` would do, with the rule or fix that does it; empty: nothing
  std::string path;
  std::string id;               // the record's own, where it has one
  std::uint64_t record = 0;     // counts from 1 in its source
  std::uint64_t line = 0;       // of the file
  std::uint64_t column = 0;     // of that line; 0 in JSON Lines, where the text's own lines are escaped
  std::uint64_t text_line = 0;  // of the record's text
  std::size_t begin = 0;        // bytes of the record's text
  std::size_t end = 0;
};

}  // namespace newswash
