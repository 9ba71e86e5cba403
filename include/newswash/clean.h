// The whole way of one text: repaired, stripped of what the web site put around the article, judged.
#pragma once

#include <newswash/article.h>
#include <newswash/repair.h>
#include <newswash/result.h>

#include <memory>
#include <optional>
#include <string_view>

namespace newswash {

/// A user's own boilerplate rules, compiled. Immutable; may be shared by threads.
class Rules;

/// Compiles a rule file (the format stands in data/rules/en.toml). `name` is for messages. A file that does
/// not parse or whose examples fail is an error with line and column.
Result<std::shared_ptr<const Rules>> load_rules(std::string_view toml, std::string_view name);

struct CleanOptions {
  RepairOptions repair;
  std::shared_ptr<const Rules> rules;  // beside the built-in ones; may be null
  std::optional<InputKind> input;      // stated; else the text itself shows it
  bool facts = true;     // find byline, dates and the rest; false saves a quarter of the time, and the
                         // headline is found all the same
  bool reasons = false;  // say in words why the page model dropped a line (costs a second look)
  bool audit = true;     // list what was removed and repaired; false: these are only counted
};

/// Cleans one text at a time and keeps its buffers between them; no state goes from one text to the next.
class Cleaner {
 public:
  explicit Cleaner(CleanOptions options);
  ~Cleaner();
  Cleaner(Cleaner&&) noexcept;
  Cleaner& operator=(Cleaner&&) noexcept;

  /// `text` is valid UTF-8. Can't fail; linear in the text's length. The result lives until the next call.
  /// `url` may be empty; it is evidence for dates and names, never content.
  const Article& clean(std::string_view text, std::string_view url = {});

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace newswash
