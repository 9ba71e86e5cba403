// Looks at one cleaned record and says what is wrong with it: what `clean` took away or repaired, and what no
// cleaning can mend. It reads the record that cleaning itself keeps, so `clean` and `check` can't disagree.
// Not mine: measuring (newswash/quality.h), what is wrong at a place (places.h), comparing records
// (duplicates.h).
#pragma once

#include <newswash/article.h>
#include <newswash/quality.h>

#include <array>

#include "quality/finding.h"
#include "quality/places.h"

namespace newswash {

struct InspectOptions {
  Levels levels;
  Level least = Level::note;           // what is below it is not looked for
  std::optional<Profile> profile;      // whose limits are looked at
  std::vector<std::string> languages;  // those wanted, ISO 639-1; empty: any
};

class Inspector {
 public:
  explicit Inspector(InspectOptions options);

  /// Appends the findings of one record in the order of its text. `given` is the text that was cleaned. Of
  /// where a finding stands, `text_line`, `column`, `begin` and `end` are set: path and record are the
  /// caller's. Where `print` is not null it becomes the fingerprint of `given`.
  void inspect(const Article& article, std::string_view given, std::vector<Finding>& findings,
               quality::Fingerprint* print = nullptr);

 private:
  void add(std::string rule, std::size_t begin, std::size_t end, std::string message, std::string cleaning);
  void leftovers(const Article& article);
  void repairs(const Article& article);
  void lost_characters(const Article& article);
  void whole_article(const Article& article);
  void profile(const Article& article, std::span<const Metric> metrics);
  bool is_wanted(Level level) const { return level != Level::off && level >= options_.least; }
  bool wants(std::string_view rule) const;
  void places(const Article& article);
  void add_place(const Article& article, std::string_view rule, const quality::Place& at,
                 std::string message);
  void place();

  InspectOptions options_;
  std::array<Level, kCategoryCount> leftover_levels_{};
  Measurer measurer_;
  std::vector<quality::RepeatedParagraph> repeated_;
  std::vector<quality::GluedWord> glued_;
  std::vector<quality::ForeignParagraph> foreign_;
  std::string_view given_;
  std::vector<Finding>* findings_ = nullptr;
  std::size_t first_ = 0;  // of this record in *findings_
};

}  // namespace newswash
