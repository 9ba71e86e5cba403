// Bytes to UTF-8: which charset, on what evidence, and what could not be decoded.
#pragma once

#include <newswash/repair.h>
#include <newswash/result.h>

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace newswash {

/// Why a charset was used.
enum class CharsetEvidence : std::uint8_t {
  byte_order_mark,
  valid_utf8,   // all bytes are valid UTF-8: nothing else is asked then
  declared,     // the caller said so
  mostly_utf8,  // UTF-8 but for some bytes, which were read as windows-1252
  zero_bytes,   // UTF-16 without a mark: every other byte is zero
  detected,     // ICU's detector, from the statistics of the bytes
};
std::string_view name_of(CharsetEvidence evidence) noexcept;

struct Charset {
  std::string name = "UTF-8";
  CharsetEvidence evidence = CharsetEvidence::valid_utf8;
};

/// What to do with bytes that the charset does not allow.
enum class InvalidBytes : std::uint8_t { replace, fail };

struct DecodeOptions {
  std::string encoding;  // declared; empty: found out
  InvalidBytes invalid = InvalidBytes::replace;
};

/// Bytes that the charset did not allow, and what stands for them now. Offsets are bytes of the input.
struct InvalidSpan {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string before;  // the bytes in hexadecimal: "93 94"
  std::string after;
};

/// From here on, `text_width` bytes of the decoded text stand for `input_width` bytes of the input, again and
/// again.
struct OffsetRun {
  std::size_t text = 0;
  std::size_t input = 0;
  std::uint32_t text_width = 1;
  std::uint32_t input_width = 1;
};

/// The decoded text. Where the input was UTF-8 all along, `text` is the input itself (without a byte order
/// mark) and the input must outlive it; else it lives until the Decoder's next call.
struct Decoded {
  std::string_view text;
  Charset charset;
  std::span<const InvalidSpan> invalid;
  std::span<const OffsetRun> runs;  // empty: offsets differ by `shift` only
  std::size_t shift = 0;            // bytes of the byte order mark

  /// The input byte that byte `offset` of `text` came from. O(log runs).
  std::size_t input_offset(std::size_t offset) const noexcept;
};

class Decoder {
 public:
  explicit Decoder(DecodeOptions options) : options_(std::move(options)) {}

  /// Fails with not_text for binary data, bad_value for an encoding nobody knows, bad_encoding where bytes
  /// are not allowed and `invalid` is fail. An empty input decodes to an empty text.
  Result<Decoded> decode(std::string_view bytes);

 private:
  Result<Decoded> decode_mixed(std::string_view bytes);
  Result<Decoded> convert(std::string_view bytes, const std::string& name, CharsetEvidence evidence,
                          std::size_t mark);

  DecodeOptions options_;
  std::string text_;
  std::vector<InvalidSpan> invalid_;
  std::vector<OffsetRun> runs_;
};

}  // namespace newswash
