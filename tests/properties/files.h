// The texts that tests read from the project: the sample articles, and every file below tests.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace newswash::testing {

struct NamedText {
  std::string name;
  std::string bytes;
};

/// A file below the project's root; empty where it can't be read.
std::string read_project_file(std::string_view path);

/// All files below a folder of the project, in the order of their names.
std::vector<NamedText> project_files(std::string_view folder);

/// The five sample articles. Never fewer: the caller asserts it.
std::vector<NamedText> seeds();

}  // namespace newswash::testing
