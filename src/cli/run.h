// The program as a function: what was typed in, exit status out.
#pragma once

namespace newswash {

/// Exit statuses. The output format never changes them.
enum ExitStatus : int {
  kDone = 0,
  kFindings = 1,  // `check` found something
  kFailed = 2,    // usage, nothing could be read, or the output could not be written
  kRejects = 3,   // some records were rejected, the rest is done
};

int run(int argc, const char* const* argv);

}  // namespace newswash
