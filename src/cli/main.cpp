// The program. Everything it does is in run.h.
#include "cli/run.h"

int main(int argc, char** argv) {
  return newswash::run(argc, argv);
}
