// Bytes that come one block after another. Mine: the contract that files, decompressors and members of
// archives keep. Not mine: any of them (file_stream.h, decompress.h, archive.h).
#pragma once

#include <newswash/result.h>

#include <cstddef>

namespace newswash {

class ByteStream {
 public:
  ByteStream() = default;
  virtual ~ByteStream() = default;
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;

  /// Puts up to `room` bytes (more than 0) at `into` and says how many; 0 at the end, and ever after. After
  /// an error the stream is at its end. Errors have no file and no offset: who reads knows both.
  virtual Result<std::size_t> read(char* into, std::size_t room) = 0;
};

/// What decompressors and archives read and give at once.
inline constexpr std::size_t kStreamBlock = 1 << 16;

}  // namespace newswash
