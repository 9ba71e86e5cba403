// Build-time program: turns data/entities/named.tsv into the sorted table that entities.cpp searches.
// Usage: generate_entities NAMED.tsv OUTPUT.
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>

#include "text/code_points.h"

namespace {

struct Reference {
  std::string text;
  bool bare = false;
};

std::string octal(const std::string& bytes) {
  std::string out;
  for (const char c : bytes) {
    char escaped[8];
    std::snprintf(escaped, sizeof escaped, "\\%03o", static_cast<unsigned>(static_cast<unsigned char>(c)));
    out += escaped;
  }
  return out;
}

std::string decode(std::istringstream code_points) {
  std::string text;
  for (unsigned code_point = 0; code_points >> std::hex >> code_point;)
    newswash::append_utf8(text, code_point);
  return text;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return std::fputs("usage: generate_entities NAMED.tsv OUTPUT\n", stderr), 2;
  std::ifstream in(argv[1]);
  std::map<std::string, Reference> references;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    std::istringstream fields(line);
    std::string name, code_points, bare;
    std::getline(fields, name, '\t');
    std::getline(fields, code_points, '\t');
    std::getline(fields, bare);
    references[name] = {decode(std::istringstream(code_points)), bare == "bare"};
  }
  std::ofstream out(argv[2]);
  out << "constexpr std::array<Reference, " << references.size() << "> kReferences = {{\n";
  for (const auto& [name, reference] : references) {
    out << "{\"" << name << "\",\"" << octal(reference.text) << "\"," << (reference.bare ? "true" : "false")
        << "},\n";
  }
  out << "}};\n";
  return out.good() && !references.empty() ? 0 : 2;
}
