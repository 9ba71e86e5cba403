// Which rules' wording matches which lines, found once for a text and its language. Mine: choosing the packs
// and matching all lines. Not mine: whether a matching rule takes its line (strip.h).
#pragma once

#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "reader/boilerplate/matcher.h"
#include "reader/boilerplate/strip.h"

namespace newswash {

class RuleMatches {
 public:
  explicit RuleMatches(std::vector<RuleSetView> sets) : sets_(std::move(sets)) {}

  /// Gives each line its `matches`: the rules of the language's pack, of the language-free pack and of the
  /// user's whose wording matches. They live until the next call. Where the language is not known (`language`
  /// is empty), all packs count if they match at least half of the lines.
  void find(std::span<PageLine> lines, std::string_view language) { find(lines, language, {}); }

  /// The same where another one found some of them before, in the same language and with the same sets:
  /// `known`, one a line or none at all, null where a line is new. They live as long as those.
  void find(std::span<PageLine> lines, std::string_view language, std::span<const PageLine* const> known);

  /// Goes on with what `other`, of the same sets, has prepared and will prepare.
  void share(const RuleMatches& other) { groups_ = other.groups_; }

  /// Where the language is not known: asks again whether all packs count, of these lines alone. They are some
  /// of those given to find().
  void choose_packs(std::span<PageLine> lines);

  /// The rule of the chosen packs that makes a short line of a few sentences a call to the reader, if any:
  /// its last sentence is one, or two are, by wording that is proof wherever it stands. "Start your day with
  /// us. Sign up for the newsletter."
  const RuleInfo* call_within(const PageLine& line);

  /// The rule that makes a line a photograph's caption, if any: the line says more and ends with a credit in
  /// brackets, "… on Monday. (AP Photo/Jane Doe, File)".
  const RuleInfo* caption_credit(const PageLine& line);

 private:
  /// The rules of one set that apply in a language: to sentences, and to other lines.
  struct Groups {
    RuleGroups sentences, labels;
  };

  std::span<const Groups> groups_for(std::string_view language);
  void match(PageLine& line, std::span<const Groups> groups, bool any_language);
  template <typename Wanted>
  const RuleInfo* match_part(std::string_view part, Wanted wanted);

  std::vector<RuleSetView> sets_;
  using GroupsByLanguage = std::map<std::string_view, std::vector<Groups>>;  // by set
  std::shared_ptr<GroupsByLanguage> groups_ = std::make_shared<GroupsByLanguage>();
  std::span<const Groups> chosen_;  // those of the text's language
  bool all_packs_ = true;           // whether rules of any language count
  Matcher matcher_;
  std::vector<const RuleInfo*> found_;  // of each line all matches; where all packs may count, then the sure
};

}  // namespace newswash
