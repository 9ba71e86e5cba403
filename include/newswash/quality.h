// How good a text is, in numbers: every metric of the quality filters that people use on news corpora, and
// profiles that say which values reject a text. A metric's name says what it computes and whose arithmetic it
// follows: `gopher.alpha@datatrove` and `gopher.alpha@dolma` are two numbers. Mine: numbers and thresholds.
// Not mine: findings with a place in the text and what a command does with them (src/quality, src/cli).
#pragma once

#include <newswash/level.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newswash {

namespace quality {
struct Fingerprint;  // src/quality/duplicates.h
struct Scan;         // src/quality/scan.h
}  // namespace quality

/// One number. NaN where it does not apply: shares of a text without words or lines, function words of a
/// language without a list.
struct Metric {
  std::string_view name;
  double value = 0;
};

/// What a metric is, for people.
struct MetricInfo {
  std::string_view name;
  std::string_view meaning;  // "share of tokens, punctuation counted, that hold a letter"
};

/// All metrics there are, in the order in which measure() gives them.
std::span<const MetricInfo> metric_infos() noexcept;

/// Whether there is a metric of that name.
bool is_metric(std::string_view name) noexcept;

struct Profile;

/// Measures one text at a time and keeps its buffers between them; no state goes from one text to the next.
class Measurer {
 public:
  Measurer();
  ~Measurer();
  Measurer(Measurer&&) noexcept;
  Measurer& operator=(Measurer&&) noexcept;

  /// All metrics of a text: of an article its paragraphs joined by a blank line, of a page its lines. `text`
  /// is valid UTF-8 of less than 4 GiB; `language` is ISO 639-1 or empty and used by the metrics of function
  /// words only. Shares are from 0 to 1 (those of the most frequent n-gram can pass 1 where it overlaps
  /// itself), counts from 0 up. Can't fail; linear in the text's length. The result lives until the next
  /// call.
  std::span<const Metric> measure(std::string_view text, std::string_view language);

  /// The same, and fingerprint() of the text in the same pass.
  std::span<const Metric> measure(std::string_view text, std::string_view language,
                                  quality::Fingerprint& print);

  /// From now on computes only the metrics that these profiles ask for, and those that come with them; the
  /// others are NaN. Empty: all, as a new Measurer does.
  void only_for(std::span<const Profile> profiles);

  /// The same for judge() alone: a metric that its limits can't reject the text by may be NaN, too. judge()
  /// of `profile` says the same, for a good deal less time.
  void only_failures_of(const Profile& profile);

  /// The words and lines of the text measured last, for what else is looked for in it (src/quality/places.h).
  /// They view that text and live until the next call.
  const quality::Scan& scan() const noexcept;

  /// Frees those words and lines and all other buffers, where the text was so large (4 MiB) that keeping them
  /// would cost more than making them again. What was measured stays.
  void let_go_of_large() noexcept;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// When a limit rejects: where `value OP threshold` holds. NaN rejects nothing.
enum class Comparison : std::uint8_t { below, at_most, above, at_least };

/// "<", "<=", ">", ">=".
std::string_view name_of(Comparison comparison) noexcept;

struct LanguageThreshold {
  std::string_view language;  // ISO 639-1
  double threshold = 0;
};

/// One rule of a profile.
struct Limit {
  std::string_view name;    // unique in its profile: "words-min"
  std::string_view metric;  // one of metric_infos()
  Comparison comparison = Comparison::below;
  double threshold = 0;
  Level level = Level::warning;
  std::string_view message;                        // a sentence's part with {value} and {threshold} in it
  std::span<const LanguageThreshold> by_language;  // instead of `threshold` in these languages
  bool english_only = false;  // the rule counts English words: judged in "en" and "" only

  double threshold_in(std::string_view language) const noexcept;
};

/// A named set of limits. Built in ones point at static storage; a copy may be changed (set_threshold).
struct Profile {
  std::string_view name;
  std::string_view description;
  std::string_view source;  // where the thresholds were published, or how they were found
  std::vector<Limit> limits;
};

inline constexpr std::string_view kDefaultProfile = "news";

/// The built-in profiles (data/profiles), in the order of their names.
const std::vector<Profile>& profiles();

/// The built-in profile of that name, or nullptr.
const Profile* profile_named(std::string_view name);

/// Gives the limit of that name another threshold, in all languages. False where the profile has no such
/// limit.
bool set_threshold(Profile& profile, std::string_view limit, double threshold);

/// A limit that a text does not keep.
struct Failure {
  std::string_view limit;
  std::string_view metric;
  double value = 0;
  Comparison comparison = Comparison::below;
  double threshold = 0;
  Level level = Level::warning;
  std::string message;  // "only 31 words, fewer than 50"
};

/// Every limit of `profile` that the metrics fail and that is not off, in the profile's order; empty: the
/// text is accepted. A limit whose metric is not among `metrics` is skipped. `language` as given to
/// measure().
std::vector<Failure> judge(std::span<const Metric> metrics, const Profile& profile,
                           std::string_view language);

}  // namespace newswash
