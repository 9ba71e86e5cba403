// One read of one file.
#include "reader/read_file.h"

#include <cerrno>
#include <cstring>
#include <fstream>
#include <sstream>

namespace newswash {

Result<std::string> read_file(const std::string& path) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  std::ostringstream all;
  if (in) all << in.rdbuf();
  if (in) return std::move(all).str();
  const std::string why =
      errno == 0 ? "can't be read" : std::string("can't be read: ") + std::strerror(errno);
  return Error{ErrorCode::unreadable, {path, 0, 0, 0}, why, {}};
}

}  // namespace newswash
