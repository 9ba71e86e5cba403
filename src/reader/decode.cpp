// Finds the charset and decodes. Valid UTF-8 always wins; then what was declared; then UTF-8 with stray
// windows-1252 bytes or lines of another charset; then ICU's detector. simdjson validates UTF-8, ICU knows
// all other charsets.
#include <fmt/format.h>
#include <newswash/decode.h>
#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "reader/charset_labels.h"
#include "reader/mixed_utf8.h"
#include "reader/unmarked_utf16.h"
#include "text/code_points.h"
#include "text/utf8.h"

namespace newswash {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kMarks = {{
    {{"\xEF\xBB\xBF", 3}, "UTF-8"},
    {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
    {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
    {{"\xFF\xFE", 2}, "UTF-16LE"},
    {{"\xFE\xFF", 2}, "UTF-16BE"},
}};

/// How files that are no text begin. Registered signatures: PNG, JPEG, GIF, PDF, ZIP, gzip, ELF, zstd, xz,
/// bzip2.
constexpr std::array<std::string_view, 10> kBinarySignatures = {{
    {"\x89PNG", 4},
    {"\xFF\xD8\xFF", 3},
    {"GIF8", 4},
    {"%PDF-", 5},
    {"PK\x03\x04", 4},
    {"\x1F\x8B", 2},
    {"\x7F"
     "ELF",
     4},
    {"\x28\xB5\x2F\xFD", 4},
    {"\xFD"
     "7zXZ",
     5},
    {"BZh9", 4},
}};

constexpr std::size_t kSample = 1 << 16;  // bytes looked at where statistics decide

bool is_valid_utf8(std::string_view bytes) {
  return simdjson::validate_utf8(bytes.data(), bytes.size());
}

bool looks_binary(std::string_view bytes, bool valid) {
  for (const auto signature : kBinarySignatures) {
    if (bytes.starts_with(signature) && (!valid || signature == "%PDF-")) return true;
  }
  const std::string_view sample = bytes.substr(0, kSample);
  const auto controls = static_cast<std::size_t>(std::count_if(sample.begin(), sample.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 && byte != '\n' && byte != '\r' && byte != '\t' && byte != '\f' && byte != 0x1B;
  }));
  const bool zero = sample.find('\0') != std::string_view::npos;
  constexpr std::size_t kFewest = 16;  // a short text may hold some and be text
  return valid ? controls >= kFewest && controls * 3 > sample.size() : zero || controls * 20 > sample.size();
}

/// Charsets in which ASCII bytes mean something else now and then: there a declaration beats valid UTF-8.
bool reuses_ascii(std::string_view name) {
  std::string upper(name);
  for (char& c : upper) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  for (const std::string_view start :
       {"UTF-16", "UTF16", "UTF-32", "UTF32", "ISO-2022", "HZ", "UTF-7", "IBM037", "EBCDIC", "UCS"}) {
    if (upper.starts_with(start)) return true;
  }
  return false;
}

/// What ICU's detector takes a sample for, and how sure of it it is (0 to 100).
struct Guess {
  std::string name = "windows-1252";
  int confidence = 0;
};

Guess detect(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status),
                                                                            ucsdet_close);
  const std::string_view sample = bytes.substr(0, kSample * 4);
  ucsdet_setText(detector.get(), sample.data(), static_cast<int32_t>(sample.size()), &status);
  const UCharsetMatch* const match = ucsdet_detect(detector.get(), &status);
  const char* const name = match == nullptr ? nullptr : ucsdet_getName(match, &status);
  if (U_FAILURE(status) || name == nullptr || std::string_view(name) == "UTF-8") return {};
  const int confidence = ucsdet_getConfidence(match, &status);
  // Browsers read these two as the code page that contains them (WHATWG Encoding, section 4.2).
  if (std::string_view(name) == "ISO-8859-1") return {"windows-1252", confidence};
  if (std::string_view(name) == "ISO-8859-9") return {"windows-1254", confidence};
  return {name, confidence};
}

/// What each byte of a single-byte charset stands for.
using ByteTable = std::array<char32_t, 256>;

Converter open_converter(const std::string& name, UErrorCode& status) {
  Converter converter(ucnv_open(name.c_str(), &status), ucnv_close);
  if (U_SUCCESS(status))
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  return converter;
}

bool is_single_byte(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter = open_converter(name, status);
  return U_SUCCESS(status) && ucnv_getMaxCharSize(converter.get()) == 1;
}

ByteTable byte_table(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter = open_converter(name, status);
  ByteTable table{};
  for (unsigned byte = 0; byte < table.size(); ++byte) {
    const char c = static_cast<char>(byte);
    const char* at = &c;
    status = U_ZERO_ERROR;
    const UChar32 code_point = ucnv_getNextUChar(converter.get(), &at, at + 1, &status);
    const bool bad = U_FAILURE(status) || (code_point >= 0x80 && code_point < 0xA0);
    table[byte] = bad ? 0xFFFD : static_cast<char32_t>(code_point);
    if (U_FAILURE(status)) ucnv_resetToUnicode(converter.get());
  }
  return table;
}

/// The single-byte charset of the lines that are not UTF-8: windows-1252, unless they are many letters and
/// the detector is sure of another one.
std::string charset_of_foreign_lines(std::string_view bytes) {
  constexpr std::size_t kFewest = 40;  // bytes beyond ASCII; below, the detector guesses
  constexpr int kSure = 30;            // of 100, its figure for a page of text in windows-1251 is 40 to 90
  std::string lines;
  for (std::size_t begin = 0; begin < bytes.size() && lines.size() < kSample;) {
    const std::size_t end = std::min(bytes.find('\n', begin), bytes.size());
    const std::string_view line = bytes.substr(begin, end - begin);
    if (is_foreign_line(line)) lines.append(line) += '\n';
    begin = end + 1;
  }
  const auto high = std::count_if(lines.begin(), lines.end(), [](char c) { return (c & 0x80) != 0; });
  if (static_cast<std::size_t>(high) < kFewest) return "windows-1252";
  Guess guess = detect(lines);
  return guess.confidence >= kSure && is_single_byte(guess.name) ? guess.name : "windows-1252";
}

std::string hexadecimal(std::string_view bytes) {
  std::string hex;
  for (const char c : bytes)
    hex += fmt::format("{}{:02X}", hex.empty() ? "" : " ", static_cast<unsigned char>(c));
  return hex;
}

Error bad_bytes(std::string_view bytes, std::size_t begin, std::size_t end, std::string_view charset) {
  const std::string hex = hexadecimal(bytes.substr(begin, end - begin));
  return {ErrorCode::bad_encoding,
          {{}, 0, 0, begin},
          fmt::format("byte {} ({}) is not valid in {}", begin, hex, charset),
          {}};
}

}  // namespace

std::string_view name_of(CharsetEvidence evidence) noexcept {
  constexpr std::array<std::string_view, 6> kNames = {"byte order mark", "valid UTF-8", "declared",
                                                      "mostly UTF-8",    "zero bytes",  "detected"};
  return kNames[static_cast<std::size_t>(evidence)];
}

std::size_t Decoded::input_offset(std::size_t offset) const noexcept {
  if (runs.empty()) return offset + shift;
  const auto after =
      std::upper_bound(runs.begin(), runs.end(), offset,
                       [](std::size_t wanted, const OffsetRun& run) { return wanted < run.text; });
  const OffsetRun& run = *std::prev(after);
  return run.input + (offset - run.text) / run.text_width * run.input_width;
}

bool is_encoding(std::string_view name) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter(ucnv_open(charset_for(name).c_str(), &status), ucnv_close);
  return U_SUCCESS(status);
}

Result<Decoded> Decoder::decode(std::string_view bytes) {
  invalid_.clear();
  runs_.clear();
  for (const auto& [mark, name] : kMarks) {
    if (!bytes.starts_with(mark)) continue;
    if (name != "UTF-8")
      return convert(bytes, std::string(name), CharsetEvidence::byte_order_mark, mark.size());
    const std::string_view text = bytes.substr(mark.size());
    if (!is_valid_utf8(text)) break;
    return Decoded{text, {"UTF-8", CharsetEvidence::byte_order_mark}, {}, {}, mark.size()};
  }
  const bool valid = is_valid_utf8(bytes);
  if (!options_.encoding.empty() && (!valid || reuses_ascii(charset_for(options_.encoding))))
    return decode_declared(bytes, valid);
  const bool plain = valid && bytes.find('\0') == std::string_view::npos && !bytes.starts_with("%PDF-");
  if (plain) return Decoded{bytes, {}, {}, {}, 0};
  if (const std::string_view utf16 = unmarked_utf16(bytes, valid); !utf16.empty())
    return convert(bytes, std::string(utf16), CharsetEvidence::zero_bytes, 0);
  if (looks_binary(bytes, valid)) return Error{ErrorCode::not_text, {}, "this is binary data, not text", {}};
  if (valid) return Decoded{bytes, {}, {}, {}, 0};
  if (is_mixed_utf8(bytes)) return decode_mixed(bytes);
  return convert(bytes, detect(bytes).name, CharsetEvidence::detected, 0);
}

/// What was declared is checked against all bytes: where nearly all of them are UTF-8, a declared single-byte
/// charset, which allows anything, is wrong.
Result<Decoded> Decoder::decode_declared(std::string_view bytes, bool valid) {
  const std::string name = charset_for(options_.encoding);
  const bool utf8 = name == "UTF-8" ? is_mixed_utf8(bytes) : is_single_byte(name) && is_surely_utf8(bytes);
  if (!valid && utf8) return decode_mixed(bytes);
  return convert(bytes, name, CharsetEvidence::declared, 0);
}

/// Lists bytes that were not allowed, after their text was appended. False if the record is given up for
/// them.
bool Decoder::take_invalid(std::string_view bytes, std::size_t begin, std::size_t end, char32_t code_point) {
  if (options_.invalid != InvalidBytes::replace) return false;
  std::string after;
  append_utf8(after, code_point);
  invalid_.push_back({begin, end, hexadecimal(bytes.substr(begin, end - begin)), std::move(after)});
  return true;
}

/// UTF-8 with bytes or lines of a single-byte charset in it: those are read as such, the rest stays.
Result<Decoded> Decoder::decode_mixed(std::string_view bytes) {
  text_.clear();
  const std::string foreign_name = charset_of_foreign_lines(bytes);
  const ByteTable foreign = byte_table(foreign_name);
  std::size_t line_end = 0;
  bool foreign_line = false;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t valid = valid_utf8_prefix(bytes.substr(at));
    if (valid > 0) runs_.push_back({text_.size(), at, 1, 1});
    text_.append(bytes, at, valid);
    at += valid;
    if (at == bytes.size()) break;
    if (at >= line_end) {
      const std::size_t before = at == 0 ? std::string_view::npos : bytes.rfind('\n', at - 1);
      const std::size_t line_begin = before == std::string_view::npos ? 0 : before + 1;
      line_end = std::min(bytes.find('\n', at), bytes.size());
      foreign_line = is_foreign_line(bytes.substr(line_begin, line_end - line_begin));
    }
    MixedPiece piece = read_mixed_piece(bytes.substr(at));
    if (foreign_line && !piece.utf8_like) piece.code_point = foreign[static_cast<unsigned char>(bytes[at])];
    if (!take_invalid(bytes, at, at + piece.length, piece.code_point))
      return bad_bytes(bytes, at, at + piece.length, "UTF-8");
    const std::size_t begin = text_.size();
    append_utf8(text_, piece.code_point);
    runs_.push_back({begin, at, static_cast<std::uint32_t>(text_.size() - begin),
                     static_cast<std::uint32_t>(piece.length)});
    at += piece.length;
  }
  return Decoded{text_, {"UTF-8", CharsetEvidence::mostly_utf8}, invalid_, runs_, 0};
}

Result<Decoded> Decoder::convert(std::string_view bytes, const std::string& name, CharsetEvidence evidence,
                                 std::size_t mark) {
  UErrorCode status = U_ZERO_ERROR;
  const Converter converter = open_converter(name, status);
  if (U_FAILURE(status))
    return Error{ErrorCode::bad_value, {}, fmt::format("there is no encoding '{}'", name), {}};
  const bool leaves_out_c1 = name.starts_with("windows-");  // its converter passes them on as controls
  text_.clear();
  const char* at = bytes.data() + mark;
  const char* const end = bytes.data() + bytes.size();
  while (at < end) {
    const char* const begin = at;
    status = U_ZERO_ERROR;
    const UChar32 code_point = ucnv_getNextUChar(converter.get(), &at, end, &status);
    if (status == U_INDEX_OUTOFBOUNDS_ERROR) break;  // escape sequences at the end, no text
    const std::size_t text_begin = text_.size();
    const auto input_begin = static_cast<std::size_t>(begin - bytes.data());
    const auto input_end = static_cast<std::size_t>(at - bytes.data());
    const bool bad = U_FAILURE(status) || (code_point >= 0xD800 && code_point <= 0xDFFF) ||
                     (leaves_out_c1 && code_point >= 0x80 && code_point < 0xA0);
    if (bad && !take_invalid(bytes, input_begin, input_end, 0xFFFD))
      return bad_bytes(bytes, input_begin, input_end, name);
    append_utf8(text_, bad ? 0xFFFD : static_cast<char32_t>(code_point));
    if (bad) ucnv_resetToUnicode(converter.get());
    const auto text_width = static_cast<std::uint32_t>(text_.size() - text_begin);
    const auto input_width = static_cast<std::uint32_t>(input_end - input_begin);
    if (runs_.empty() || runs_.back().text_width != text_width || runs_.back().input_width != input_width) {
      runs_.push_back({text_begin, input_begin, text_width, input_width});
    }
  }
  return Decoded{text_, {name, evidence}, invalid_, runs_, mark};
}

}  // namespace newswash
