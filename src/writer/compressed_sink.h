// Compresses on the way to another sink: gzip by zlib, zstd by libzstd, as one member or frame. The bytes
// depend on what is written alone (no time stamp, no name), not on how it is cut into calls.
// Neighbours: byte_sink.h opens them by name.
#pragma once

#include <memory>

#include "writer/byte_sink.h"

namespace newswash {

/// `inner` itself for Compression::none. write_failed where the library can't be set up (memory).
Result<std::unique_ptr<ByteSink>> compressed(std::unique_ptr<ByteSink> inner, Compression compression);

}  // namespace newswash
