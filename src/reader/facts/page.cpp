// The view of the page; see page.h.
#include "reader/facts/page.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string>

#include "reader/facts/letters.h"

namespace newswash::facts {

namespace {

constexpr std::size_t kLinesBeforeLead = 150;
constexpr std::size_t kLinesAfterLead = 24;
constexpr std::size_t kVocabularyBytes = 2500;
constexpr std::size_t kLongestSigned = 400;
constexpr std::size_t kLinesOfFooter = 80;
constexpr std::string_view kDrawn = "_____";

/// Bytes of a bullet at the start of `text` ("* ", "- ", "• ", "+ "), or 0.
std::size_t bullet_length(std::string_view text) {
  static constexpr std::string_view kBullets[] = {"* ", "- ", "+ ", "o ", "•",  "· ",
                                                  "– ", "» ", "› ", "▪",  "■ ", "# "};
  const auto first = static_cast<unsigned char>(text.empty() ? 'x' : text.front());
  if (first != '*' && first != '-' && first != '+' && first != 'o' && first != '#' && first != 0xC2 &&
      first != 0xE2)
    return 0;
  if (text.starts_with("\xE2\x80") && text.size() > 2 && text[2] != '\x93' && text[2] != '\xA2' &&
      text[2] != '\xBA')
    return 0;  // quotation marks and long dashes are far more frequent
  for (const std::string_view bullet : kBullets) {
    if (text.starts_with(bullet) && text != bullet) return bullet.size();
  }
  return 0;
}

constexpr std::array<std::uint16_t, 256> sign_table() {
  std::array<std::uint16_t, 256> table{};
  table['|'] = kBarSign;
  table['-'] = kDashSign;
  table['/'] = table['>'] = kSlashSign;
  table['@'] = kAtSign;
  table[0xC2] = kLatinMarkSign;
  table[0xE2] = kPunctuationSign;
  for (unsigned c = 0xE3; c <= 0xE9; ++c) table[c] = kWideSign;
  table[0xEF] = kWideSign;
  table['('] = kBracketSign;
  table[':'] = kColonSign;
  table['_'] = kUnderscoreSign;
  return table;
}

/// Fills in `line`, which is new.
void read_line(std::string_view raw, std::uint32_t index, bool body, PageLine& line) {
  line.text = trimmed(raw);
  line.raw = line.text;
  line.line = index;
  line.indent = line.text.empty() ? 0 : static_cast<std::uint32_t>(line.text.data() - raw.data());
  line.body = body;
  while (line.text.size() > 1 && line.text.front() == '#') {
    line.heading = true;
    line.text.remove_prefix(1);
  }
  if (line.heading) line.text = trimmed(line.text);
  if (line.text.ends_with(kDrawn)) {  // a rule drawn below joins the line where it is unwrapped
    const std::size_t last = line.text.find_last_not_of("_ ");
    if (last != line.text.npos) line.text = trimmed(line.text.substr(0, last + 1));
  }
  if (const std::size_t bullet = bullet_length(line.text)) {
    line.bullet = true;
    line.text = trimmed(line.text.substr(bullet));
  }
}

}  // namespace

std::size_t list_number(std::string_view text) {
  constexpr std::size_t kMostDigits = 2;
  std::size_t i = 0;
  while (i < text.size() && i <= kMostDigits && text[i] >= '0' && text[i] <= '9') ++i;
  return i > 0 && i <= kMostDigits && text.substr(i).starts_with(". ") ? i + 2 : 0;
}

std::uint64_t bytes_at_start(std::string_view text) {
  std::uint64_t bytes = 0;
  if (text.size() >= sizeof bytes)  // a size that is known is read without a call
    std::memcpy(&bytes, text.data(), sizeof bytes);
  else
    std::memcpy(&bytes, text.data(), text.size());
  return bytes;
}

std::uint64_t bytes_at_end(std::string_view text) {
  return bytes_at_start(text.substr(text.size() - std::min<std::size_t>(text.size(), 8)));
}

unsigned count_words(std::string_view text) {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text.data());
  if (text.empty()) return 0;
  constexpr unsigned char kIdeographs = 0xE9 - 0xE3;
  unsigned words = bytes[0] > 0x20;
  unsigned ideographs = static_cast<unsigned char>(bytes[0] - 0xE3) <= kIdeographs;
  for (std::size_t i = 1; i < text.size(); ++i) {  // without branches: many bytes at once
    words += static_cast<unsigned>(bytes[i] > 0x20) & static_cast<unsigned>(bytes[i - 1] <= 0x20);
    ideographs += static_cast<unsigned char>(bytes[i] - 0xE3) <= kIdeographs;
  }
  return words + ideographs / 2;
}

bool LineContent::has_kind(std::uint32_t kinds) const {
  return std::any_of(tokens.begin(), tokens.end(),
                     [kinds](const Token& token) { return (token.phrase_kinds & kinds) != 0; });
}

void Page::read(std::span<const FactLine> lines, std::string_view url, std::string_view language,
                bool whole_page) {
  forget();
  url_ = url;
  languages_ = languages_of(language);
  order_ = order_of(language);
  whole_page_ = whole_page;
  add_lines(lines);
  seen_.assign(lines_.size(), {});
  for (const PageLine& line : lines_) {
    starts_.push_back(bytes_at_start(line.text));
    finishes_.push_back(bytes_at_end(line.text));
  }
  find_body();
  find_host();
  settle_order();
}

void Page::forget() {
  lines_.clear();
  starts_.clear();
  finishes_.clear();
  copyright_lines_.clear();
  copyright_known_ = false;
  prose_indent_.reset();
  content_count_ = 0;
  for (LazySet* set : {&body_words_, &url_words_, &small_words_, &title_words_, &lead_words_})
    set->filled = false;
}

void Page::add_lines(std::span<const FactLine> lines) {
  bool blank = true;
  std::size_t gaps = 0;
  const auto end_block = [&] {
    if (!lines_.empty()) lines_.back().blank_after = true;
    blank = true;
  };
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i].silent) {
      end_block();
      continue;
    }
    if (lines[i].text.empty()) {
      ++gaps;
      end_block();
      continue;
    }
    PageLine& line = lines_.emplace_back();  // filled where it stands
    read_line(lines[i].text, static_cast<std::uint32_t>(i), lines[i].body, line);
    if (line.text.empty()) {
      lines_.pop_back();
      ++gaps;
      end_block();
      continue;
    }
    line.no_digit = lines[i].no_digit;
    line.indent += lines[i].indent;
    line.blank_before = blank;
    line.blank_after = false;
    blank = false;
  }
  if (!lines_.empty()) lines_.back().blank_after = true;
  spaced_ = gaps * 8 > lines_.size();
}

void Page::find_body() {
  std::size_t first = size();
  lead_ = size();
  end_ = 0;
  for (std::size_t i = 0; i < size(); ++i) {
    if (!lines_[i].body) continue;
    end_ = i + 1;
    if (first == size()) first = i;
    if (lead_ == size() && lines_[i].text.size() >= 60 && words(i) >= 12) lead_ = i;
  }
  if (lead_ == size()) lead_ = first;
  if (end_ == 0) end_ = size();
  begin_ = lead_ > kLinesBeforeLead ? lead_ - kLinesBeforeLead : 0;
  window_end_ = std::min(size(), lead_ + kLinesAfterLead);
}

unsigned Page::prose_indent() {
  if (prose_indent_) return *prose_indent_;
  std::array<std::uint16_t, 256> lines{};
  prose_indent_ = 0;
  std::uint16_t most = 0;
  for (std::size_t i = lead_; i < end_; ++i) {
    const PageLine& line = lines_[i];
    if (!line.body || line.text.size() < 60 || line.indent >= lines.size()) continue;
    if (++lines[line.indent] > most) {
      most = lines[line.indent];
      prose_indent_ = line.indent;
    }
  }
  return *prose_indent_;
}

void Page::find_host() {
  std::string_view rest = url_;
  for (std::size_t at = rest.rfind("://"); at != rest.npos; at = rest.npos) rest.remove_prefix(at + 3);
  host_ = rest.substr(0, rest.find('/'));
  if (host_.starts_with("www.")) host_.remove_prefix(4);
}

/// In English text, one date that can be read in one way only ("5/17/2023") settles the page's order.
void Page::settle_order() {
  if (order_ != DateOrder::kUnknown) return;
  unsigned day_first = 0;
  unsigned month_first = 0;
  Tokens tokens;
  for (std::size_t i = begin_; i < window_end_; ++i) {
    const std::string_view text = lines_[i].text;
    const std::size_t stroke = text.size() < 200 ? text.find('/') : text.npos;
    if (stroke == text.npos || stroke == 0 || stroke + 1 >= text.size() ||
        digit_value(static_cast<unsigned char>(text[stroke - 1])) < 0)
      continue;
    split_tokens(text, languages_, tokens);
    for (std::size_t j = 0; j + 4 < tokens.size(); ++j) {
      if (tokens[j].type != TokenType::kNumber || tokens[j + 1].value != U'/' || tokens[j + 3].value != U'/')
        continue;
      if (tokens[j].digits > 2 || tokens[j + 2].digits > 2 || tokens[j + 4].digits != 4) continue;
      day_first += tokens[j].value > 12 && tokens[j + 2].value <= 12;
      month_first += tokens[j + 2].value > 12 && tokens[j].value <= 12;
    }
  }
  if (day_first > 0 && month_first == 0) order_ = DateOrder::kDayFirst;
  if (month_first > 0 && day_first == 0) order_ = DateOrder::kMonthFirst;
}

std::uint16_t Page::count_words_of(std::size_t i) const {
  return static_cast<std::uint16_t>(count_words(lines_[i].text.substr(0, kLongestSigned)));
}

std::uint16_t Page::signs_of(std::size_t i) const {
  static constexpr std::array<std::uint16_t, 256> kTable = sign_table();
  unsigned signs = 0;
  for (const char c : lines_[i].text.substr(0, kLongestSigned))
    signs |= kTable[static_cast<unsigned char>(c)];
  return static_cast<std::uint16_t>(signs);
}

const LineContent& Page::content(std::size_t i) {
  if (seen_[i].content != kNoContent) return contents_[seen_[i].content];
  const bool dated = may_have_date(i);
  seen_[i].content = content_count_++;
  if (contents_.size() < content_count_) contents_.emplace_back();
  LineContent& content = contents_[seen_[i].content];
  const std::string_view text = lines_[i].raw.substr(0, kLongestContent);
  split_tokens(text, languages_, content.tokens);
  content.dates.clear();
  if (dated) content.dates = parse_dates(text, content.tokens, order_);
  return content;
}

const LineHead& Page::head(std::size_t i) {
  constexpr std::size_t kLongestHead = 160;
  LineHead& head = seen_[i].head;
  if (head.known) return head;
  head = head_of(lines_[i].text.substr(0, kLongestHead), languages_, scratch_);
  head.known = true;
  return head;
}

bool Page::may_have_date(std::size_t i) {
  if (i >= size() || !has_digit(i)) return false;
  if (seen_[i].content != kNoContent) return !contents_[seen_[i].content].dates.empty();
  Known& dated = seen_[i].dated;
  if (dated == Known::kNot)
    dated = may_hold_date(lines_[i].raw.substr(0, kLongestContent)) ? Known::kYes : Known::kNo;
  return dated == Known::kYes;
}

bool Page::has_digit(std::size_t i) {
  if (lines_[i].no_digit) return false;
  Known& digits = seen_[i].digits;
  if (digits == Known::kNot)
    digits = may_hold_digit(lines_[i].text.substr(0, kLongestSigned)) ? Known::kYes : Known::kNo;
  return digits == Known::kYes;
}

bool Page::has_date(std::size_t i) {
  return may_have_date(i) && !content(i).dates.empty();
}

const std::vector<std::size_t>& Page::copyright_lines() {
  if (copyright_known_) return copyright_lines_;
  copyright_known_ = true;
  for (std::size_t i = 0; i < size(); ++i) {
    const std::string_view text = lines_[i].text;
    if (text.size() > 300) continue;
    const bool sign = text.find("©") != text.npos;
    const bool word =
        i + kLinesOfFooter > size() && (text.find("opyright") != text.npos || text.find("(c)") != text.npos ||
                                        text.find("COPYRIGHT") != text.npos);
    if (sign || word) copyright_lines_.push_back(i);
  }
  return copyright_lines_;
}

/// True where `set` is still to be filled.
bool Page::begin(LazySet& set) const {
  if (set.filled) return false;
  set.filled = true;
  set.words.clear();
  return true;
}

const WordSet& Page::body_words() {
  WordSet& set = body_words_.words;
  if (!begin(body_words_)) return set;
  std::size_t bytes = 0;
  for (std::size_t i = lead_; i < end_ && bytes < kVocabularyBytes; ++i) {
    if (!lines_[i].body || words(i) < 6) continue;
    set.add_words(lines_[i].text.substr(0, kVocabularyBytes));
    bytes += lines_[i].text.size();
  }
  return set;
}

const WordSet& Page::small_words() {
  WordSet& set = small_words_.words;
  if (!begin(small_words_)) return set;
  std::size_t bytes = 0;
  for (std::size_t i = lead_; i < end_ && bytes < kVocabularyBytes; ++i) {
    const std::string_view text = lines_[i].text.substr(0, kVocabularyBytes);
    if (!lines_[i].body || text.size() < 60) continue;
    bytes += text.size();
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      std::size_t at = begin;
      if (end > begin && !is_upper(next_letter(text, at))) set.add_words(text.substr(begin, end - begin));
      begin = end + 1;
    }
  }
  return set;
}

const WordSet& Page::lead_words() {
  WordSet& set = lead_words_.words;
  if (!begin(lead_words_)) return set;
  std::size_t bytes = 0;
  for (std::size_t i = lead_; i < end_ && bytes < 300; ++i) {
    if (!lines_[i].body || words(i) < 6) continue;
    set.add_words(lines_[i].text.substr(0, 800));
    bytes += lines_[i].text.size();
  }
  return set;
}

const WordSet& Page::title_words() {
  WordSet& set = title_words_.words;
  if (!begin(title_words_)) return set;
  if (!lines_.empty() && words(0) >= 4 && !lines_[0].bullet) set.add_words(lines_[0].text.substr(0, 300));
  return set;
}

const WordSet& Page::url_words() {
  WordSet& set = url_words_.words;
  if (!begin(url_words_)) return set;
  const std::size_t at = host_.empty() ? url_.npos : url_.find(host_) + host_.size();
  if (at < url_.size()) set.add_words(url_.substr(at, 500));
  return set;
}

}  // namespace newswash::facts
