// The version that CMakeLists.txt states.
#include <newswash/version.h>

namespace newswash {

std::string_view version() noexcept {
  return NEWSWASH_VERSION;
}

}  // namespace newswash
