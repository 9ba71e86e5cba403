// Streams that unpack what another stream holds: gzip and zstd with their own libraries, so that all bytes
// before a fault are delivered; xz, bzip2 and lz4 through libarchive, which keeps back up to 64 KiB before a
// fault.
#pragma once

#include <memory>

#include "reader/byte_stream.h"
#include "reader/content_kind.h"

namespace newswash {

/// The unpacked bytes of `packed`, which must outlive the stream; several members or frames, one after
/// another, are one stream. `kind` is one of the compressed ones. Errors name the packed byte that was
/// reached.
std::unique_ptr<ByteStream> unpacked(ContentKind kind, ByteStream& packed);

}  // namespace newswash
