// Parses, then hands over to the command that was named.
#include "cli/run.h"

#include <fmt/format.h>

#include <csignal>

#include "cli/commands.h"
#include "cli/options.h"

namespace newswash {

int run(int argc, const char* const* argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen where it is written to, and is no error
  const Parsed parsed = parse_options(argc, argv);
  if (parsed.leave) {
    fmt::print(parsed.status == kDone ? stdout : stderr, "{}", parsed.message);
    return parsed.status;
  }
  switch (parsed.options.command) {
    case Command::clean:
      return run_clean(parsed.options);
    case Command::repair:
      return run_repair(parsed.options);
    case Command::explain:
      return run_explain(parsed.options);
    case Command::check:
      return run_check(parsed.options);
    case Command::rules:
      return run_rules(parsed.options);
    case Command::config:
      return run_config(parsed.options);
    case Command::none:
      break;
  }
  return kFailed;
}

}  // namespace newswash
