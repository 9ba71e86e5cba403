// Splitting and phrase look-up; see tokens.h.
#include "reader/facts/tokens.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "reader/facts/letters.h"

namespace newswash::facts {

namespace {

/// ASCII letters as small ones, the underscore as itself, 0 for all else.
constexpr std::array<unsigned char, 256> small_letters() {
  std::array<unsigned char, 256> table{};
  for (unsigned c = 'a'; c <= 'z'; ++c) table[c] = table[c - 32] = static_cast<unsigned char>(c);
  table['_'] = '_';
  return table;
}
constexpr std::array<unsigned char, 256> kSmallLetters = small_letters();

/// ASCII marks, digits and gaps that no word holds.
constexpr std::array<bool, 256> word_ends() {
  std::array<bool, 256> table{};
  for (unsigned c = 0; c < 0x80; ++c) table[c] = kSmallLetters[c] == 0 && c != '\'' && c != '-' && c != '*';
  return table;
}
constexpr std::array<bool, 256> kEndsWord = word_ends();

/// Spaces, controls, and the marks of direction.
bool is_gap(char32_t c) {
  if (c < 0x80) return c <= 0x20;
  return c == 0xA0 || (c >= 0x2000 && c <= 0x200B) || c == 0x200E || c == 0x200F || c == 0x3000 ||
         c == 0xFEFF || c == 0x202F;
}

/// Adds a letter as append_folded() writes it.
std::uint32_t add_letter(std::uint32_t hash, char32_t letter) {
  const char32_t small = letter == 0x2019 ? U'\'' : fold(letter);
  const auto add = [&hash](char32_t byte) { hash = add_to_hash(hash, static_cast<unsigned char>(byte)); };
  if (small < 0x80) {
    add(small);
  } else if (small < 0x800) {
    add(0xC0 | (small >> 6));
    add(0x80 | (small & 0x3F));
  } else {
    if (small < 0x10000) {
      add(0xE0 | (small >> 12));
    } else {
      add(0xF0 | (small >> 18));
      add(0x80 | ((small >> 12) & 0x3F));
    }
    add(0x80 | ((small >> 6) & 0x3F));
    add(0x80 | (small & 0x3F));
  }
  return hash;
}

/// An apostrophe or hyphen between two letters is part of the word.
bool joins(char32_t c, std::string_view line, std::size_t next) {
  if (c != U'\'' && c != 0x2019 && c != U'-' && c != 0x2010 && c != 0x2011 && c != U'*') return false;
  return next < line.size() && is_letter(next_letter(line, next));
}

class Splitter {
 public:
  Splitter(std::string_view line, Tokens& tokens, std::size_t most)
      : line_(line), tokens_(tokens), most_(most) {}

  void run() {
    bool gap = true;
    while (at_ < line_.size() && tokens_.size() < most_) {
      begin_ = at_;
      const char32_t c = next_letter(line_, at_);
      if (is_gap(c)) {
        gap = true;
        continue;
      }
      Token& token = tokens_.emplace_back();  // filled where it stands: copying it would wait for its bytes
      token.begin = static_cast<std::uint32_t>(begin_);
      token.space_before = gap;
      if (digit_value(c) >= 0) {
        number(c, token);
      } else if (is_letter(c)) {
        word(c, token);
      } else {
        token.value = c;
      }
      token.end = static_cast<std::uint32_t>(at_);
      gap = false;
    }
  }

 private:
  void number(char32_t first, Token& token) {
    token.type = TokenType::kNumber;
    for (char32_t c = first;;) {
      token.value =
          token.digits < 9 ? token.value * 10 + static_cast<std::uint32_t>(digit_value(c)) : token.value;
      ++token.digits;
      if (at_ >= line_.size()) return;
      std::size_t next = at_;
      c = next_letter(line_, next);
      if (digit_value(c) < 0 || token.digits > 200) return;
      at_ = next;
    }
  }

  void word(char32_t first, Token& token) {
    token.type = TokenType::kWord;
    token.upper = is_upper(first);
    token.cased = token.upper || first < 0x590 || (first >= 0x1E00 && first <= 0x1FFF);
    const Word word = word_at(line_, begin_);
    token.hash = word.hash;
    at_ = word.end;
  }

  std::string_view line_;
  Tokens& tokens_;
  std::size_t most_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
};

/// Goes on with a phrase's hash by one word.
std::uint32_t add_word(std::uint32_t hash, std::string_view word) {
  for (std::size_t at = 0; at < word.size();) hash = add_letter(hash, next_letter(word, at));
  return hash;
}

/// The words of a phrase, folded, one space between two.
void make_key(std::string_view line, std::span<const Token> words, std::string& key) {
  key.clear();
  for (const Token& word : words) {
    if (!key.empty()) key += ' ';
    append_folded(line.substr(word.begin, word.end - word.begin), key);
  }
}

/// Finds the longest phrase that starts at token `i`. The phrase's text is made only where its hash is known.
/// Returns the number of tokens that were looked at.
std::size_t find_phrase(std::string_view line, Languages languages, Tokens& tokens, std::size_t i,
                        std::string& key) {
  Token& first = tokens[i];
  if (!may_be_known(first.hash)) return 1;
  std::uint32_t hash = kWordHashStart;
  const std::size_t end = std::min(tokens.size(), i + kLongestPhrase);
  for (std::size_t j = i; j < end; ++j) {
    const Token& token = tokens[j];
    const std::size_t length = j - i + 1;
    if (token.type != TokenType::kWord) return length;
    if (j > i) hash = add_to_hash(hash, ' ');
    hash = j == i ? first.hash : add_word(hash, line.substr(token.begin, token.end - token.begin));
    if (j > i && !may_be_known(hash)) return length;
    make_key(line, std::span(tokens).subspan(i, length), key);
    const WordMatch match = look_up(hash, key, languages);
    if (j == i) {
      first.kinds = match.kinds & ~kPhraseStart;
      first.month = match.month;
    }
    if ((match.kinds & ~kPhraseStart) != 0) {
      first.phrase = static_cast<std::uint8_t>(length);
      first.phrase_kinds = match.kinds & ~kPhraseStart;
      if (match.month != 0) first.month = match.month;
    }
    if ((match.kinds & kPhraseStart) == 0) return length;
  }
  return kLongestPhrase + 1;
}

}  // namespace

Word word_at(std::string_view line, std::size_t at) {
  std::uint32_t hash = kWordHashStart;
  for (;;) {  // ASCII letters fast, then one other
    for (; at < line.size(); ++at) {
      const unsigned char small = kSmallLetters[static_cast<unsigned char>(line[at])];
      if (small == 0) break;
      hash = add_to_hash(hash, small);
    }
    if (at >= line.size() || kEndsWord[static_cast<unsigned char>(line[at])]) break;
    std::size_t next = at;
    const char32_t c = next_letter(line, next);
    if (!is_letter(c) && !joins(c, line, next)) break;
    hash = add_letter(hash, c);
    at = next;
  }
  return {hash, at};
}

PlainWord plain_word(std::string_view line, std::size_t at, std::uint32_t hash) {
  for (; at < line.size(); ++at) {
    const unsigned char small = kSmallLetters[static_cast<unsigned char>(line[at])];
    if (small == 0) return {hash, at, kEndsWord[static_cast<unsigned char>(line[at])]};
    hash = add_to_hash(hash, small);
  }
  return {hash, at, true};
}

void cut_tokens(std::string_view line, Tokens& tokens, std::size_t most) {
  tokens.clear();
  Splitter(line, tokens, most).run();
}

void find_phrases(std::string_view line, Languages languages, Tokens& tokens, std::size_t first,
                  std::size_t last) {
  std::string key;
  for (std::size_t i = first; i < std::min(last, tokens.size()); ++i) {
    if (tokens[i].type == TokenType::kWord) find_phrase(line, languages, tokens, i, key);
  }
}

void find_first_phrase(std::string_view line, Languages languages, Tokens& tokens) {
  constexpr std::size_t kFew = 3;
  std::string key;
  for (const std::size_t most : {std::size_t{1}, kFew, kLongestPhrase + 1}) {
    cut_tokens(line, tokens, most);
    if (tokens.empty() || tokens.front().type != TokenType::kWord) return;
    if (!may_be_known(tokens.front().hash)) return;
    if (most > 1 && find_phrase(line, languages, tokens, 0, key) < most) return;
  }
}

void split_tokens(std::string_view line, Languages languages, Tokens& tokens, std::size_t most) {
  cut_tokens(line, tokens, most);
  find_phrases(line, languages, tokens, 0, tokens.size());
}

}  // namespace newswash::facts
