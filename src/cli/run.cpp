// Parses, then hands over to the command that was named.
#include "cli/run.h"

#include <csignal>
#include <cstdio>

#include "cli/commands.h"
#include "cli/options.h"
#include "cli/output.h"

namespace newswash {

namespace {

int run_command(const Options& options) {
  switch (options.command) {
    case Command::clean:
      return run_clean(options);
    case Command::repair:
      return run_repair(options);
    case Command::explain:
      return run_explain(options);
    case Command::check:
      return run_check(options);
    case Command::rules:
      return run_rules(options);
    case Command::config:
      return run_config(options);
    case Command::none:
      break;
  }
  return kFailed;
}

}  // namespace

int run(int argc, const char* const* argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen where it is written to, and is no error
  const Parsed parsed = parse_options(argc, argv);
  if (!parsed.leave) return finish_printing(run_command(parsed.options));
  if (parsed.status == kDone)
    print_text(parsed.message);
  else
    std::fwrite(parsed.message.data(), 1, parsed.message.size(), stderr);
  return finish_printing(parsed.status);
}

}  // namespace newswash
