// Runs a program and tells the most memory it had, as the kernel saw it.
//   usage: peak_memory MOST_KIB PROGRAM [ARGUMENT]...      fails above MOST_KIB, or where the program does
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <cstdio>
#include <cstdlib>

extern char** environ;

int main(int count, char** arguments) {
  if (count < 3) return 2;
  pid_t child = 0;
  if (posix_spawnp(&child, arguments[2], nullptr, nullptr, arguments + 2, environ) != 0) return 2;
  int status = 0;
  rusage used{};
  if (wait4(child, &status, 0, &used) != child) return 2;
  const long most = std::strtol(arguments[1], nullptr, 10);
  std::fprintf(stderr, "peak %ld KiB of %ld, %ld ms\n", used.ru_maxrss, most,
               used.ru_utime.tv_sec * 1000 + used.ru_utime.tv_usec / 1000);
  return status == 0 && used.ru_maxrss <= most ? 0 : 1;
}
