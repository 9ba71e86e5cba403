// The counting table behind line_facts.cpp: for every pair of neighbouring byte classes, what the second byte
// adds to each of sixteen counts. Mine: classes of bytes and the table, built at compile time. Not mine:
// whole lines. Main type: PairTable. Sixteen counts of eight bits travel in two 64-bit words, so a byte costs
// one look-up and two additions.
#pragma once

#include <array>
#include <cstdint>

namespace newswash::body {

/// Classes of bytes. Lead bytes of UTF-8 keep apart the scripts whose capitals or word lengths differ.
enum ByteClass : std::uint8_t {
  kSpace,
  kLower,
  kUpper,
  kDigit,
  kStop,
  kComma,
  kQuote,
  kColon,
  kSeparator,
  kBracket,
  kPunctuation,
  kTail80,
  kTail81,
  kTail82,
  kTail8x,
  kTail9x,
  kTail9q,
  kTail9f,
  kTailAx,
  kTailBx,
  kTailBc,
  kLeadC2,
  kLeadLatin,
  kLeadGreek,
  kLeadD0,
  kLeadD1,
  kLeadCaseless,
  kLeadE0,
  kLeadE2,
  kLeadWide,
  kLeadOther,
  kClassCount
};

inline constexpr int kStride = 32;  // of the table: a power of two

/// Places of the counts in the two words.
enum Count : std::uint8_t {
  kWords,
  kCapitals,
  kLetters,
  kDigits,
  kSentences,
  kCommas,
  kQuotes,
  kSeparators,
  kWide,
  kTails,
  kThai,
  kCasedLetters,
  kCountCount
};

struct Counts {
  std::uint64_t low = 0;
  std::uint64_t high = 0;
};

constexpr bool is_tail(int c) {
  return c >= kTail80 && c <= kTailBc;
}
constexpr bool is_lead(int c) {
  return c >= kLeadC2;
}
constexpr bool is_word_start(int before, int c) {
  return before == kSpace &&
         (c == kLower || c == kUpper || c == kDigit || c == kQuote || c == kBracket || is_lead(c));
}

constexpr bool is_capital(int before, int c) {
  if (c == kUpper) return before == kSpace || before == kQuote || before == kBracket || before == kTail9q;
  const bool low_tail = c == kTail80 || c == kTail81 || c == kTail82 || c == kTail8x;
  const bool nine = c == kTail9x || c == kTail9q || c == kTail9f;
  if (before == kLeadLatin) return low_tail || nine;
  if (before == kLeadGreek) return nine || c == kTailAx;
  return before == kLeadD0 && (low_tail || nine || c == kTailAx);
}

constexpr bool ends_sentence(int before, int c) {
  if (before == kStop) return c == kSpace || c == kQuote || c == kBracket || c == kLeadE2 || c == kLeadC2;
  if (before == kTail80 && c == kTail82) return true;          // 。
  return before == kTailBc && (c == kTail81 || c == kTail9f);  // ！ ？
}

constexpr bool is_quote(int before, int c) {
  return c == kQuote || (before == kTail80 && c == kTail9q);
}

constexpr void add(Counts& counts, Count which) {
  const auto one = std::uint64_t{1} << (8 * (which % 8));
  (which < 8 ? counts.low : counts.high) += one;
}

constexpr Counts pair_counts(int before, int c) {
  Counts n;
  if (is_word_start(before, c)) add(n, kWords);
  if (is_capital(before, c)) add(n, kCapitals);
  if (c == kLower || c == kUpper || (is_lead(c) && c != kLeadE2 && c != kLeadC2)) add(n, kLetters);
  if (c == kDigit) add(n, kDigits);
  if (ends_sentence(before, c)) add(n, kSentences);
  if (c == kComma) add(n, kCommas);
  if (is_quote(before, c)) add(n, kQuotes);
  if (c == kSeparator || c == kBracket) add(n, kSeparators);
  if (c == kLeadWide) add(n, kWide);
  if (is_tail(c)) add(n, kTails);
  if (before == kLeadE0 && c == kTailBx) add(n, kThai);
  if (c == kLower || c == kUpper || c == kLeadLatin || c == kLeadGreek || c == kLeadD0 || c == kLeadD1) {
    add(n, kCasedLetters);
  }
  return n;
}

constexpr ByteClass ascii_class(int b) {
  if (b <= ' ') return kSpace;
  if (b >= 'a' && b <= 'z') return kLower;
  if (b >= 'A' && b <= 'Z') return kUpper;
  if (b >= '0' && b <= '9') return kDigit;
  switch (b) {
    case '.':
    case '!':
    case '?':
      return kStop;
    case ',':
    case ';':
      return kComma;
    case '"':
      return kQuote;
    case ':':
      return kColon;
    case '(':
    case ')':
    case '[':
    case ']':
      return kBracket;
    case '|':
    case '/':
    case '<':
    case '>':
    case '#':
    case '@':
    case '_':
    case '=':
    case '*':
      return kSeparator;
    default:
      return kPunctuation;
  }
}

constexpr ByteClass tail_class(int b) {
  if (b == 0x80) return kTail80;
  if (b == 0x81) return kTail81;
  if (b == 0x82) return kTail82;
  if (b < 0x90) return kTail8x;
  if (b == 0x9f) return kTail9f;
  if (b >= 0x9c && b < 0xa0) return kTail9q;
  if (b < 0xa0) return kTail9x;
  if (b < 0xb0) return kTailAx;
  return b == 0xbc ? kTailBc : kTailBx;
}

constexpr ByteClass lead_class(int b) {
  if (b == 0xc2) return kLeadC2;
  if (b == 0xc3) return kLeadLatin;
  if (b == 0xce) return kLeadGreek;
  if (b == 0xd0) return kLeadD0;
  if (b == 0xd1 || (b >= 0xc4 && b <= 0xc9)) return kLeadD1;
  if (b >= 0xd6 && b <= 0xdf) return kLeadCaseless;
  if (b == 0xe0) return kLeadE0;
  if (b == 0xe2) return kLeadE2;
  if (b >= 0xe3 && b <= 0xe9) return kLeadWide;
  return kLeadOther;
}

constexpr ByteClass byte_class(int b) {
  if (b < 0x80) return ascii_class(b);
  return b < 0xc0 ? tail_class(b) : lead_class(b);
}

struct PairTable {
  std::array<std::uint8_t, 256> classes{};
  std::array<Counts, kStride * kClassCount> counts{};

  constexpr PairTable() {
    for (int b = 0; b < 256; ++b) classes[static_cast<std::size_t>(b)] = byte_class(b);
    for (int before = 0; before < kClassCount; ++before) {
      for (int c = 0; c < kClassCount; ++c) {
        counts[static_cast<std::size_t>(before * kStride + c)] = pair_counts(before, c);
      }
    }
  }
};

inline constexpr PairTable kPairs;

}  // namespace newswash::body
