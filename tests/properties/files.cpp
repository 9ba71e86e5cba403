// Reads files of the project for tests.
#include "properties/files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

namespace newswash::testing {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

fs::path project_path(std::string_view path) {
  return fs::path(NEWSWASH_SOURCE_DIR) / path;
}

}  // namespace

std::string read_project_file(std::string_view path) {
  return read_file(project_path(path));
}

std::vector<NamedText> project_files(std::string_view folder) {
  std::vector<NamedText> files;
  for (const auto& entry : fs::recursive_directory_iterator(project_path(folder))) {
    if (!entry.is_regular_file()) continue;
    files.push_back({fs::relative(entry.path(), NEWSWASH_SOURCE_DIR).string(), read_file(entry.path())});
  }
  std::sort(files.begin(), files.end(),
            [](const NamedText& a, const NamedText& b) { return a.name < b.name; });
  return files;
}

std::vector<NamedText> seeds() {
  std::vector<NamedText> all = project_files("data/seeds");
  std::erase_if(all, [](const NamedText& file) { return !file.name.ends_with(".txt"); });
  return all;
}

}  // namespace newswash::testing
