// A user's own rules, compiled: the arrays behind their automaton and the texts behind their names.
#pragma once

#include <newswash/clean.h>

#include <vector>

#include "reader/boilerplate/packs.h"
#include "reader/boilerplate/rule_file.h"

namespace newswash {

class Rules {
 public:
  explicit Rules(RuleFile file);
  Rules(const Rules&) = delete;
  Rules& operator=(const Rules&) = delete;

  RuleSetView view() const { return {infos_, tables_.view(), {}}; }
  const RuleFile& file() const { return file_; }

 private:
  RuleFile file_;
  AutomatonTables tables_;
  std::vector<RuleInfo> infos_;
};

}  // namespace newswash
