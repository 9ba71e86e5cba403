// Bytes that are hard to read: two charsets in one file, damaged UTF-8, UTF-16 without a mark in scripts
// beyond Latin, what people call charsets.
#include <gtest/gtest.h>
#include <newswash/decode.h>

#include <string>

#include "reader/charset_labels.h"
#include "reader/encoded.h"

namespace newswash {
namespace {

using namespace std::string_view_literals;
using testing::encoded;

constexpr std::string_view kGerman = "Die Straße für größere Bürger, sagt er.\n";
constexpr std::string_view kRussian =
    "Обстрел города продолжался до самого утра, сообщили власти во вторник.\n"
    "Спасатели работали на месте попадания, а жители ждали помощи у домов.\n";
constexpr std::string_view kChinese =
    "中国政府周二宣布了一项新的援助计划\n记者 王明\n居民继续撤离该地区，官员们说。\n";

std::string decoded(std::string_view bytes, DecodeOptions options = {}) {
  Decoder decoder(std::move(options));
  const auto result = decoder.decode(bytes);
  return result ? std::string(result->text) : "error: " + result.error().message;
}

TEST(DecodeBytes, LinesInWindows1252) {
  const std::string bytes = std::string(kGerman) +
                            encoded("größere Straßen – „so“ für alle\n", "windows-1252") +
                            std::string(kGerman);
  Decoder decoder({});
  const auto result = decoder.decode(bytes);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->text, std::string(kGerman) + "größere Straßen – „so“ für alle\n" + std::string(kGerman));
  EXPECT_EQ(result->charset.evidence, CharsetEvidence::mostly_utf8);
  EXPECT_EQ(result->invalid.size(), 7U);
  EXPECT_EQ(result->invalid[0].before, "F6");
  EXPECT_EQ(result->invalid[0].begin, kGerman.size() + 2);
}

TEST(DecodeBytes, LinesInAnotherCodePage) {
  const std::string text = std::string(kGerman) + std::string(kRussian) + std::string(kGerman);
  EXPECT_EQ(decoded(std::string(kGerman) + encoded(kRussian, "windows-1251") + std::string(kGerman)), text);
  EXPECT_EQ(decoded(std::string(kGerman) + encoded(kRussian, "KOI8-R") + std::string(kGerman)), text);
}

TEST(DecodeBytes, Cesu8) {
  const std::string bytes = "für \xED\xA0\xBD\xED\xB8\x80 alle";
  Decoder decoder({});
  const auto result = decoder.decode(bytes);
  ASSERT_TRUE(result);
  EXPECT_EQ(result->text, "für 😀 alle");
  EXPECT_EQ(result->charset.evidence, CharsetEvidence::mostly_utf8);
  ASSERT_EQ(result->invalid.size(), 1U);
  EXPECT_EQ(result->invalid[0].before, "ED A0 BD ED B8 80");
  EXPECT_EQ(result->invalid[0].after, "😀");
  EXPECT_EQ(result->input_offset(result->text.size()), bytes.size());
  EXPECT_EQ(decoded("only \xED\xA0\xBD\xED\xB8\x80 here"), "only 😀 here");
  EXPECT_EQ(decoded("half für \xED\xA0\xBD here"), "half für \uFFFD here");
  EXPECT_EQ(decoded("für a\xC0\x80z"sv), "für a\0z"sv);
}

TEST(DecodeBytes, Utf16WithoutAMarkInOtherScripts) {
  for (const std::string_view text : {kRussian, kChinese, "Привет мир\n"sv}) {
    EXPECT_EQ(decoded(encoded(text, "UTF-16LE")), text);
    EXPECT_EQ(decoded(encoded(text, "UTF-16BE")), text);
  }
}

TEST(DecodeBytes, OtherTextIsNoUtf16) {
  EXPECT_EQ(decoded(kRussian), kRussian);
  EXPECT_EQ(decoded("a few zeros \0 in it \0!"sv), "a few zeros \0 in it \0!"sv);
  EXPECT_EQ(decoded(encoded(kRussian, "windows-1251")), kRussian);
  EXPECT_EQ(decoded(encoded("中国政府周二宣布了一项新的援助计划，居民继续撤离该地区。", "GBK")),
            "中国政府周二宣布了一项新的援助计划，居民继续撤离该地区。");
}

TEST(DecodeBytes, Labels) {
  EXPECT_EQ(charset_for(" Latin1\n"), "windows-1252");
  EXPECT_EQ(charset_for("us-ascii"), "windows-1252");
  EXPECT_EQ(charset_for("utf8"), "UTF-8");
  EXPECT_EQ(charset_for("gb2312"), "GBK");
  EXPECT_EQ(charset_for("KS_C_5601-1987"), "windows-949");
  EXPECT_EQ(charset_for("cp437"), "cp437");
  EXPECT_EQ(charset_for("latin1 utf8"), "latin1 utf8");
  EXPECT_EQ(charset_for(""), "");
  EXPECT_EQ(decoded("\x93so\x94 \xE9", {"iso-8859-1", InvalidBytes::replace}), "“so” é");
  EXPECT_EQ(decoded(encoded("首相は～会見①", "windows-31j"), {"shift_jis", InvalidBytes::replace}),
            "首相は～会見①");
}

TEST(DecodeBytes, ADeclarationIsChecked) {
  Decoder decoder({"windows-1252", InvalidBytes::replace});
  const auto result = decoder.decode(
      "a\x81"
      "b \x8D \xE4");
  ASSERT_TRUE(result);
  EXPECT_EQ(result->text, "a\uFFFDb \uFFFD ä");
  ASSERT_EQ(result->invalid.size(), 2U);
  EXPECT_EQ(result->invalid[0].begin, 1U);
  EXPECT_EQ(result->invalid[0].before, "81");
  // Nearly all is UTF-8: a charset that allows any byte is wrong.
  EXPECT_EQ(decoded("für größere Straßen \x93so\x94"), "für größere Straßen “so”");
  EXPECT_EQ(decoded("für größere Straßen, öfter \x93", {"latin1", InvalidBytes::replace}),
            "für größere Straßen, öfter “");
  EXPECT_EQ(decoded("für größere \x93", {"utf-8", InvalidBytes::replace}), "für größere “");
}

TEST(DecodeBytes, RejectGivesNoText) {
  EXPECT_EQ(decoded("für größere \x93", {"", InvalidBytes::reject}),
            "error: byte 15 (93) is not valid in UTF-8");
}

}  // namespace
}  // namespace newswash
