// Decoding: which charset wins on what evidence, what is not text, and offsets back to the bytes.
#include <gtest/gtest.h>
#include <newswash/decode.h>

#include "reader/encoded.h"
#include "text/utf8.h"

namespace newswash {
namespace {

using namespace std::string_view_literals;
using testing::encoded;

constexpr std::string_view kRussian =
    "Обстрел города продолжался до самого утра, сообщили власти во вторник, когда спасатели ещё работали на "
    "месте "
    "попадания, а жители ждали помощи у своих разрушенных домов вместе с соседями.";

struct Found {
  std::string text, charset;
  CharsetEvidence evidence = CharsetEvidence::valid_utf8;
  std::size_t invalid = 0;
};

Found decode(std::string_view bytes, DecodeOptions options = {}) {
  Decoder decoder(std::move(options));
  const auto decoded = decoder.decode(bytes);
  if (!decoded) return {"error: " + decoded.error().message, {}, {}, 0};
  return {std::string(decoded->text), decoded->charset.name, decoded->charset.evidence,
          decoded->invalid.size()};
}

TEST(Decode, ValidUtf8Wins) {
  const Found plain = decode("für");
  EXPECT_EQ(plain.text, "für");
  EXPECT_EQ(plain.evidence, CharsetEvidence::valid_utf8);
  const Found declared = decode("für", {"windows-1252", InvalidBytes::replace});
  EXPECT_EQ(declared.text, "für");
  EXPECT_EQ(declared.evidence, CharsetEvidence::valid_utf8);
  EXPECT_EQ(decode("").text, "");
}

TEST(Decode, Utf8IsNotCopied) {
  const std::string bytes = "\xEF\xBB\xBF für";
  Decoder decoder({});
  const auto decoded = decoder.decode(bytes);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->text.data(), bytes.data() + 3);
  EXPECT_EQ(decoded->charset.evidence, CharsetEvidence::byte_order_mark);
  EXPECT_EQ(decoded->input_offset(1), 4U);
}

TEST(Decode, ByteOrderMarks) {
  for (const char* const charset : {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"}) {
    const std::string bytes = encoded("\uFEFFДа, 😀 für", charset);
    const Found found = decode(bytes);
    EXPECT_EQ(found.text, "Да, 😀 für") << charset;
    EXPECT_EQ(found.charset, charset);
    EXPECT_EQ(found.evidence, CharsetEvidence::byte_order_mark) << charset;
  }
  EXPECT_EQ(decode("\xFF\xFE"sv).text, "");
}

TEST(Decode, Utf16WithoutAMark) {
  const Found little = decode(encoded("The harvest in the valley", "UTF-16LE"));
  EXPECT_EQ(little.text, "The harvest in the valley");
  EXPECT_EQ(little.evidence, CharsetEvidence::zero_bytes);
  EXPECT_EQ(decode(encoded("The harvest in the valley", "UTF-16BE")).charset, "UTF-16BE");
}

TEST(Decode, DeclaredForWhatIsNotUtf8) {
  const Found found = decode(encoded(kRussian, "windows-1251"), {"windows-1251", InvalidBytes::replace});
  EXPECT_EQ(found.text, kRussian);
  EXPECT_EQ(found.evidence, CharsetEvidence::declared);
  const Found shifted = decode(encoded("日本", "ISO-2022-JP"), {"ISO-2022-JP", InvalidBytes::replace});
  EXPECT_EQ(shifted.text, "日本");
}

TEST(Decode, UnknownEncodingIsAnError) {
  Decoder decoder({"utf-9", InvalidBytes::replace});
  const auto decoded = decoder.decode("caf\xE9");
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().code, ErrorCode::bad_value);
}

TEST(Decode, MostlyUtf8) {
  const std::string bytes = "für größere Straßen \x93 und\x94 Plätze";
  Decoder decoder({});
  const auto decoded = decoder.decode(bytes);
  ASSERT_TRUE(decoded);
  EXPECT_EQ(decoded->text, "für größere Straßen “ und” Plätze");
  EXPECT_EQ(decoded->charset.evidence, CharsetEvidence::mostly_utf8);
  ASSERT_EQ(decoded->invalid.size(), 2U);
  EXPECT_EQ(decoded->invalid[0].before, "93");
  EXPECT_EQ(decoded->invalid[0].after, "“");
  for (std::size_t at = 0; at <= decoded->text.size(); ++at) {
    EXPECT_LE(decoded->input_offset(at), bytes.size());
    if (at < decoded->text.size() && static_cast<signed char>(decoded->text[at]) > 0) {
      EXPECT_EQ(bytes[decoded->input_offset(at)], decoded->text[at]);
    }
  }
}

TEST(Decode, Detected) {
  for (const char* const charset : {"windows-1251", "KOI8-R", "Shift_JIS", "EUC-KR", "windows-1252"}) {
    const std::string_view name = charset;
    const std::string text =
        name == "Shift_JIS"
            ? "首相は会見で、状況は深刻だと述べた。住民は避難を続けている。政府は支援を約束した。"
        : name == "EUC-KR" ? "정부는 화요일 회의를 열고 지원 대책을 발표했다. 주민들은 대피를 계속하고 있다."
        : name == "windows-1252"
            ? "Die Bürgermeisterin sagte, die Straße müsse größer werden, für alle Fußgänger."
            : std::string(kRussian);
    const Found found = decode(encoded(text, charset));
    EXPECT_EQ(found.text, text) << charset;
    EXPECT_EQ(found.evidence, CharsetEvidence::detected) << charset;
  }
}

TEST(Decode, BinaryIsNotText) {
  for (const std::string_view bytes :
       {"\x89PNG\r\n\x1A\n\0\0"sv, "\xFF\xD8\xFF\xE0\0\x10JFIF"sv, "%PDF-1.4\nx"sv, "\x1F\x8B\x08\0\0\0"sv,
        "\xFF\x01\xFE\0\x80\0\0\0\x99"sv}) {
    Decoder decoder({});
    const auto decoded = decoder.decode(bytes);
    ASSERT_FALSE(decoded) << bytes;
    EXPECT_EQ(decoded.error().code, ErrorCode::not_text);
  }
  EXPECT_EQ(decode("a\0b is text with a zero byte in it"sv).invalid, 0U);
}

TEST(Decode, InvalidBytesMayFail) {
  Decoder decoder({{}, InvalidBytes::fail});
  const auto mixed = decoder.decode("für größere \x93");
  ASSERT_FALSE(mixed);
  EXPECT_EQ(mixed.error().code, ErrorCode::bad_encoding);
  EXPECT_EQ(mixed.error().position.offset, 15U);
  Decoder utf16({{}, InvalidBytes::fail});
  EXPECT_FALSE(utf16.decode("\xFF\xFE\x00\xD8"sv));  // half a surrogate pair
  EXPECT_EQ(decode("\xFF\xFE\x00\xD8x\0"sv).invalid, 1U);
}

TEST(Decode, NothingComesOutThatIsNotUtf8) {
  std::uint32_t state = 1;
  Decoder decoder({});
  for (int round = 0; round < 2000; ++round) {
    std::string bytes(static_cast<std::size_t>(round % 50), '\0');
    for (char& c : bytes) c = static_cast<char>((state = state * 1664525U + 1013904223U) >> 24);
    const auto decoded = decoder.decode(bytes);
    if (decoded) {
      ASSERT_EQ(valid_utf8_prefix(decoded->text), decoded->text.size());
    }
  }
}

TEST(Decode, EveryEvidenceHasAName) {
  EXPECT_EQ(name_of(CharsetEvidence::byte_order_mark), "byte order mark");
  EXPECT_EQ(name_of(CharsetEvidence::detected), "detected");
}

}  // namespace
}  // namespace newswash
