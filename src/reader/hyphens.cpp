// Word evidence: the joined word or the compound elsewhere in the article, or an ending that is no word of
// its own. Words found to be cut count as seen for the others, so that a second run finds nothing new.
#include "reader/hyphens.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <unordered_set>

#include "text/code_points.h"

namespace newswash {
namespace {

constexpr std::string_view kSoftHyphen = "\u00AD";

/// Ends of words as line breaking cuts them off, none of them a word: "econ-omy", "Regie-rung",
/// "informa-ción". English; German; Dutch; French; Spanish, Portuguese, Italian. Without accents, as words
/// are compared.
constexpr std::string_view kEndings =
    " tion tions tional tionally sion sions ment ments mental ing ings ingly ning ting ging ming tive tives "
    "tively ity ities omy "
    "nomy omies omic nomic omics ical ically itical itically ance ances ence ences ency encies ancy ated "
    "ating "
    "ation ations ator ators ably ible ibly ness nesses ously ious iously tious cious ture tures tural tial "
    "tially cial cially icial icials ary ery ory ories aries isms ists ized izing ization ised ising isation "
    "ers ernment ernments ernor ernors ident idents idential itics itician iticians mittee mittees curity "
    "tary tarian tarians "
    " ung ungen heit heiten keit keiten schaften lich liche lichen licher liches isch ische ischen ischer "
    "tionen tat ierung ierungen ieren iert ierte nisse nissen rung rungen lung lungen "
    " heid heden lijk lijke lijkheid ingen "
    " tique tiques sement tement rement ite ites teur teurs trice trices "
    " cion ciones mente dades miento mientos siones cao coes zione zioni mento ";

struct Cut {
  std::size_t line = 0;
  std::string joined, compound, right;
  bool healed = false;
};

bool is_letter(char32_t c) {
  return properties(c).part == WordPart::letter;
}

std::string folded(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) append_utf8(out, properties(next_code_point(word, at)).folded);
  return out;
}

/// The letters at the start of a line.
std::string_view first_letters(std::string_view line) {
  std::size_t end = 0;
  while (end < line.size()) {
    std::size_t after = end;
    if (!is_letter(next_code_point(line, after))) break;
    end = after;
  }
  return line.substr(0, end);
}

/// The letters before the hyphen at the end of a line; empty where they are only the last part of a compound.
std::string_view last_letters(std::string_view line) {
  line.remove_suffix(1);
  std::size_t begin = line.size();
  while (begin > 0) {
    std::size_t before = begin;
    const char32_t c = previous_code_point(line, before);
    if (c == '-' || c == '\'' || c == U'’' || (c >= '0' && c <= '9')) return {};
    if (!is_letter(c)) break;
    begin = before;
  }
  return line.substr(begin);
}

bool begins_lower(std::string_view word) {
  std::size_t at = 0;
  return !word.empty() && u_islower(static_cast<UChar32>(next_code_point(word, at))) != 0;
}

/// The words and compounds of an article, folded; a cut word's halves are none.
class Vocabulary {
 public:
  explicit Vocabulary(const Lines& lines) {
    bool cut_before = false;
    for (const std::string_view line : lines) {
      read(line, cut_before);
      cut_before = line.ends_with('-');
    }
  }

  bool has(const std::string& word) const { return words_.count(word) != 0; }
  void add(const std::string& word) { words_.insert(word); }

 private:
  void read(std::string_view line, bool cut_before) {
    std::string word;
    bool skip = cut_before;
    for (std::size_t at = 0; at < line.size();) {
      const char32_t c = next_code_point(line, at);
      if (is_letter(c) || (c == '-' && !word.empty())) {
        append_utf8(word, c == '-' ? c : properties(c).folded);
        continue;
      }
      take(word, skip);
    }
    take(word, skip);
  }

  void take(std::string& word, bool& skip) {
    if (!word.empty() && !skip && !word.ends_with('-')) words_.insert(word);
    skip = skip && word.empty();
    word.clear();
  }

  std::unordered_set<std::string> words_;
};

bool is_cut(const Cut& cut, const Vocabulary& words) {
  if (words.has(cut.compound)) return false;
  if (words.has(cut.joined)) return true;
  if (words.has(cut.right)) return false;
  return kEndings.find(" " + cut.right + " ") != std::string_view::npos;
}

std::vector<Cut> find_cuts(const Lines& lines) {
  std::vector<Cut> cuts;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!lines[i].ends_with('-')) continue;
    const std::string left = folded(last_letters(lines[i]));
    const std::string_view next = first_letters(lines[i + 1]);
    const bool compound_goes_on = next.size() < lines[i + 1].size() && lines[i + 1][next.size()] == '-';
    if (left.size() < 2 || next.size() < 2 || !begins_lower(next) || compound_goes_on) continue;
    const std::string right = folded(next);
    cuts.push_back({i, left + right, left + "-" + right, right});
  }
  return cuts;
}

/// Moves the shorter half of a cut word to the other's line. The hyphen is bytes [hyphen, next - 1), a line
/// feed parts the halves; `free_from` is where the last edit ended.
void mend(std::string_view text, std::size_t hyphen, std::size_t next, std::size_t free_from, Edits& edits) {
  const std::size_t space_before = text.rfind(' ', hyphen);
  const std::size_t line_before = text.rfind('\n', hyphen);
  const std::size_t space_after = text.find_first_of(" \n", next);
  const bool has_before = space_before != std::string_view::npos && space_before >= free_from &&
                          (line_before == std::string_view::npos || space_before > line_before);
  const bool head_is_shorter =
      has_before && space_after != std::string_view::npos && hyphen - space_before < space_after - next;
  if (head_is_shorter) edits.push_back({space_before, space_before + 1, "\n"});
  edits.push_back({hyphen, next, ""});
  const bool has_after = space_after != std::string_view::npos && text[space_after] == ' ';
  if (!head_is_shorter && has_after) edits.push_back({space_after, space_after + 1, "\n"});
}

bool has_hyphen_at_line_end(std::string_view text) {
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', end + 1)) {
    if (end > 0 && (text[end - 1] == '-' || text.substr(0, end).ends_with(kSoftHyphen))) return true;
  }
  return false;
}

}  // namespace

std::vector<std::uint8_t> find_broken_words(const Lines& lines) {
  std::vector<std::uint8_t> broken(lines.size());
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i].ends_with(kSoftHyphen)) broken[i] = kSoftHyphen.size();
  }
  std::vector<Cut> cuts = find_cuts(lines);
  if (cuts.empty()) return broken;
  Vocabulary words(lines);
  for (bool changed = true; changed;) {
    changed = false;
    for (Cut& cut : cuts) {
      if (cut.healed || !is_cut(cut, words)) continue;
      broken[cut.line] = 1;
      cut.healed = changed = true;
      words.add(cut.joined);
    }
  }
  return broken;
}

void find_hyphenation(std::string_view text, Edits& edits) {
  if (!has_hyphen_at_line_end(text)) return;
  Lines lines;
  split_lines(text, lines);
  const std::vector<std::uint32_t> joined = find_wrapped_lines(lines);
  if (joined.empty()) return;
  const std::vector<std::uint8_t> broken = find_broken_words(lines);
  for (const std::uint32_t i : joined) {
    const auto end = static_cast<std::size_t>(lines[i].data() - text.data()) + lines[i].size();
    if (broken[i] != 0 && text[end] == '\n' && text.data() + end + 1 == lines[i + 1].data())
      mend(text, end - broken[i], end + 1, edits.empty() ? 0 : edits.back().end, edits);
  }
}

void find_soft_line_ends(std::string_view text, Edits& edits) {
  for (std::size_t at = text.find(kSoftHyphen); at != std::string_view::npos;
       at = text.find(kSoftHyphen, at + kSoftHyphen.size())) {
    const std::size_t end = at + kSoftHyphen.size();
    if (end < text.size() && text[end] == '\n') edits.push_back({at, end, {}});
  }
}

}  // namespace newswash
