// Makes names of files out of what records call themselves. Mine: what a name may hold and which names are
// taken. Not mine: folders and endings (cli/output.h, folder_writer.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newswash {

/// A name for `id` that is safe on every file system: no separators, no control characters, none of
/// <>:"|?*, no dot or dash at the start, no dot or space at the end, at most 200 bytes, never empty. An id
/// that had to be changed gets eight hexadecimal digits of its hash behind, so that two ids never become one
/// name for being cleaned ("a/b": "a_b-6a3c1f02"). Valid UTF-8 stays valid.
std::string safe_file_name(std::string_view id);

/// A path (of an archive's member, or below a folder) that can't lead out of where it is put: no empty
/// parts, no "." and "..", no control characters; a part of more than 200 bytes is cut as above. '/'
/// separates.
std::string safe_relative_path(std::string_view path);

/// The names that were given away: 64-bit hashes of them, 16 to 32 bytes a name. A false alarm (two names of
/// one hash) comes once in 10^7 runs of a million names, and refuses a name, nothing worse.
class NameSet {
 public:
  /// False if the name was there already.
  bool insert(std::string_view name);

 private:
  void grow();

  std::vector<std::uint64_t> slots_;  // 0: free
  std::size_t used_ = 0;
};

/// `name` with what file systems that ignore case see as one: ASCII lower case, others folded.
std::string case_folded(std::string_view name);

}  // namespace newswash
