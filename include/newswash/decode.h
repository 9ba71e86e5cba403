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
  mostly_utf8,  // UTF-8 but for some bytes or lines, which were read as windows-1252 or as what they are in
  zero_bytes,   // UTF-16 without a mark: zeros in every other byte, or spaces and line ends of two bytes
  detected,     // ICU's detector, from the statistics of the bytes
};
std::string_view name_of(CharsetEvidence evidence) noexcept;

struct Charset {
  std::string name = "UTF-8";
  CharsetEvidence evidence = CharsetEvidence::valid_utf8;
};

/// What to do with bytes that the charset does not allow: read or replace them and list them, or give up the
/// record. To the decoder `fail` and `reject` are the same; the program ends at the first with `fail`.
enum class InvalidBytes : std::uint8_t { replace, fail, reject };

struct DecodeOptions {
  std::string encoding;  // declared, a WHATWG label or a name that ICU knows; empty: found out
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

/// Whether there is an encoding of that name: a label of the WHATWG Encoding standard or a converter that ICU
/// knows.
bool is_encoding(std::string_view name);

class Decoder {
 public:
  explicit Decoder(DecodeOptions options) : options_(std::move(options)) {}

  /// Fails with not_text for binary data, bad_value for an encoding nobody knows, bad_encoding where bytes
  /// are not allowed and `invalid` is fail or reject. An empty input decodes to an empty text.
  Result<Decoded> decode(std::string_view bytes);

 private:
  Result<Decoded> decode_declared(std::string_view bytes, bool valid);
  Result<Decoded> decode_mixed(std::string_view bytes);
  bool take_invalid(std::string_view bytes, std::size_t begin, std::size_t end, char32_t code_point);
  Result<Decoded> convert(std::string_view bytes, const std::string& name, CharsetEvidence evidence,
                          std::size_t mark);

  DecodeOptions options_;
  std::string text_;
  std::vector<InvalidSpan> invalid_;
  std::vector<OffsetRun> runs_;
};

}  // namespace newswash
