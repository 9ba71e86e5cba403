// The commands, one file each. Each returns the exit status.
#pragma once

#include "cli/options.h"

namespace newswash {

int run_clean(const Options& options);
int run_repair(const Options& options);
int run_explain(const Options& options);
int run_check(const Options& options);
int run_rules(const Options& options);
int run_config(const Options& options);

/// The user's rule file, if one was named. On failure the message was said and `failed` is set.
std::shared_ptr<const Rules> rules_from(const Options& options, bool& failed);

}  // namespace newswash
