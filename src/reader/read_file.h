// Small files that are read whole: rules, settings, baselines. Inputs are streamed (newswash/source.h).
#pragma once

#include <newswash/result.h>

#include <string>

namespace newswash {

/// The file's bytes. Fails with unreadable.
Result<std::string> read_file(const std::string& path);

}  // namespace newswash
