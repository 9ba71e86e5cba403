// Runs a fuzz target without libFuzzer on a fixed number of seeded inputs, so that every build and CI has it:
// generated pages, the sample articles with bytes changed, and plain noise. On a failure the input is kept.
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "properties/files.h"
#include "properties/generated_text.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

using namespace newswash::testing;

std::string current;
std::uint64_t current_seed = 0;

void keep_input(int signal) {
  std::FILE* const file = std::fopen("fuzz-failure.bin", "wb");
  if (file != nullptr) {
    std::fwrite(current.data(), 1, current.size(), file);
    std::fclose(file);
  }
  std::fprintf(stderr, "input %llu of %zu bytes kept in fuzz-failure.bin\n",
               static_cast<unsigned long long>(current_seed), current.size());
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

std::string noise(Random& random) {
  std::string bytes(random.below(400), '\0');
  for (char& byte : bytes)
    byte = static_cast<char>(random.one_in(3) ? random.below(256) : 32 + random.below(95));
  return bytes;
}

std::string input(std::uint64_t seed, const std::vector<NamedText>& corpus) {
  Random random(seed);
  switch (seed % 4) {
    case 0:
      return noise(random);
    case 1:
      return mutated(corpus[random.below(corpus.size())].bytes.substr(0, 4000), random);
    case 2:
      return mutated(generated_text(seed), random);
    default:
      return generated_text(seed);
  }
}

}  // namespace

int main(int argc, char** argv) {
  const std::uint64_t count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 1000;
  const std::uint64_t first = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 0;
  std::signal(SIGABRT, keep_input);
  std::signal(SIGSEGV, keep_input);
  const std::vector<NamedText> corpus = seeds();
  if (corpus.size() != 5) return std::fprintf(stderr, "the sample articles are missing\n"), 1;
  for (std::uint64_t seed = first; seed < first + count; ++seed) {
    current_seed = seed;
    current = input(seed, corpus);
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(current.data()), current.size());
  }
  std::printf("%llu inputs, every promise held\n", static_cast<unsigned long long>(count));
  return 0;
}
