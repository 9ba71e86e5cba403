// The marks of a title's candidates; see headline_marks.h.
#include "reader/facts/headline_marks.h"

#include <algorithm>
#include <span>

#include "facts_tables.h"
#include "reader/facts/byline.h"
#include "reader/facts/headline_layout.h"
#include "reader/facts/headline_repeats.h"
#include "reader/facts/letters.h"

namespace newswash::facts {

namespace {

using namespace tables;

constexpr std::size_t kLongest = 320;
constexpr unsigned kStepsAfter = 6;
constexpr unsigned kLongestDeck = 30;
constexpr unsigned kProse = 14;  // words of a line that is prose
constexpr std::initializer_list<unsigned> kWordLimits = {2U, 3U, 5U, 8U, 12U, 17U, 23U};

bool ends_with_any(std::string_view text, std::initializer_list<std::string_view> ends) {
  return std::any_of(ends.begin(), ends.end(), [text](std::string_view end) { return text.ends_with(end); });
}

void mark_ends(Marks& marks, std::string_view text) {
  marks.add_if(ends_like_sentence(text), kHeadlineEndsSentence);
  marks.add_if(ends_with_any(text, {"?", "!", "？", "！", "؟"}), kHeadlineEndsAsking);
  marks.add_if(ends_with_any(text, {":", "："}), kHeadlineEndsColon);
  marks.add_if(ends_with_any(text, {"...", "…", "»", "›", ">", "→"}), kHeadlineEndsOpen);
}

/// Where lines `first` to `last` stand.
void mark_place(Page& page, std::size_t first, std::size_t last, Marks& marks) {
  const std::size_t lead = page.lead();
  if (last >= lead) {
    marks.add_bin(kHeadlineAfterLead0, last - lead, {std::size_t{1}, std::size_t{3}, std::size_t{8}});
  } else {
    marks.add_bin(
        kHeadlineBeforeLead1, lead - last,
        {std::size_t{2}, std::size_t{3}, std::size_t{5}, std::size_t{9}, std::size_t{17}, std::size_t{41}});
  }
  marks.add_if(page.spaced() && page[first].blank_before && page[last].blank_after, kHeadlineAlone);
  marks.add_if(page.spaced() && !page[first].blank_before, kHeadlineNoBlankBefore);
  marks.add_if(first < 3, kHeadlineTopOfPage);
  marks.add_if(page[first].body, kHeadlineInBody);
}

void mark_shared(Page& page, std::size_t i, const LineWords& hashes, unsigned count, Marks& marks) {
  const float words = static_cast<float>(count);
  const float share = page.body_words().share_of(hashes);
  marks.add_bin(kHeadlineBodyShareNone, share, {0.0F, 0.2F, 0.4F, 0.6F, 0.8F});
  marks.add_bin(kHeadlineBodyHits0, share * words, {1.5F, 2.5F, 4.5F, 7.5F});
  if (i == 0) return;
  const float title_share = page.title_words().share_of(hashes);
  marks.add_bin(kHeadlineTitleShare0, title_share, {0.35F, 0.65F, 0.95F});
  const float cover = words / static_cast<float>(std::max(1U, page.words(0)));
  if (title_share >= 0.65F) marks.add_bin(kHeadlineTitleCover0, cover, {0.35F, 0.6F, 0.85F, 1.1F});
}

class Marker {
 public:
  explicit Marker(Page& page) : page_(page) {}

  void mark(HeadlineCandidate& candidate, std::string text) {
    candidate.value.swap(text);
    candidate.words = count_words(candidate.value);
    mark_words(candidate);
    mark_place(page_, candidate.line, candidate.last, candidate.marks);
    mark_neighbours(candidate);
    mark_vocabulary(candidate);
    mark_shape(candidate);
    mark_zone(candidate);
    mark_longest(candidate);
    mark_layout(page_, candidate);
    candidate.value.swap(text);
    candidate.words = count_words(candidate.value);
    mark_repeats(candidate);
  }

 private:
  void mark_words(HeadlineCandidate& candidate) {
    Marks& marks = candidate.marks;
    const std::string& value = candidate.value;
    const PageLine& line = page_[candidate.line];
    marks.add_bin(kHeadlineWords1, candidate.words, kWordLimits);
    mark_ends(marks, value);
    marks.add_if(line.bullet, kHeadlineBullet);
    marks.add_if(line.heading, kHeadlineHeading);
    marks.add_if(has_separator(page_.signs(candidate.line), value), kHeadlineHasSeparator);
    marks.add_if(page_.has_date(candidate.line), kHeadlineHasDate);
    const LineHead& head = page_.head(candidate.line);
    marks.add_if((head.kinds & kInterface) != 0 && head.whole, kHeadlineInterface);
    marks.add_if((head.kinds & kInterface) != 0 && !head.whole, kHeadlineStartsInterface);
    marks.add_if((head.kinds & kByline) != 0, kHeadlineStartsByline);
    marks.add_if(head.starts_lower, kHeadlineStartsLower);
    marks.add_if(looks_like_caption(page_.signs(candidate.line), value), kHeadlineCaption);
  }

  static bool has_separator(std::uint32_t signs, std::string_view value) {
    if ((signs & (kBarSign | kSlashSign | kPunctuationSign | kLatinMarkSign)) == 0) return false;
    for (const std::string_view mark : {" | ", " › ", " » ", " / ", " > "}) {
      if (value.find(mark) != value.npos) return true;
    }
    return false;
  }

  static bool looks_like_caption(std::uint32_t signs, std::string_view value) {
    if ((signs & kAtSign) != 0) return true;
    if ((signs & kLatinMarkSign) != 0 && value.find("©") != value.npos) return true;
    if ((signs & kSlashSign) != 0 && value.find("http") != value.npos) return true;
    if ((signs & kBracketSign) != 0 && value.find("(c)") != value.npos) return true;
    return value.find("Photo") != value.npos || value.find("hotograph") != value.npos ||
           value.find("Image Credit") != value.npos || value.find("Getty") != value.npos ||
           ((signs & kColonSign) != 0 && value.find("Foto:") != value.npos);
  }

  void mark_neighbours(HeadlineCandidate& candidate) {
    Marks& marks = candidate.marks;
    unsigned date_after = 9;
    unsigned byline_after = 9;
    unsigned prose_after = 9;
    for (unsigned step = 1; step <= kStepsAfter; ++step) {
      const std::size_t i = candidate.last + step;
      if (i >= page_.size()) break;
      if (prose_after == 9 && page_.words(i) >= 14) prose_after = step;
      if (page_[i].text.size() > 220) continue;
      if (date_after == 9 && page_.has_date(i)) date_after = step;
      if (byline_after == 9 && page_.starts_with_kind(i, kByline)) byline_after = step;
    }
    marks.add_bin(kHeadlineDateAfter1, date_after, {2U, 4U, 9U});
    marks.add_bin(kHeadlineBylineAfter1, byline_after, {2U, 4U, 9U});
    marks.add_bin(kHeadlineProseAfter1, prose_after, {2U, 4U, 9U});
    bool date_before = false;
    for (std::size_t i = candidate.line; i > 0 && i + 3 > candidate.line; --i) {
      date_before = date_before || (page_[i - 1].text.size() < 120 && page_.has_date(i - 1));
    }
    mark_standfirst(candidate);
    bool byline_before = false;
    for (std::size_t i = candidate.line; i > 0 && i + 4 > candidate.line; --i) {
      byline_before =
          byline_before || (page_[i - 1].text.size() < 160 && page_.starts_with_kind(i - 1, kByline));
    }
    marks.add_if(byline_before, kHeadlineBylineBefore);
    marks.add_if(date_before, kHeadlineDateBefore);
    marks.add_if(candidate.line > 0 && page_.words(candidate.line - 1) >= 14, kHeadlineProseBefore);
    marks.add_if(candidate.last + 1 < page_.size() && page_[candidate.last + 1].bullet, kHeadlineBulletAfter);
    marks.add_if(candidate.line > 0 && page_[candidate.line - 1].bullet, kHeadlineBulletBefore);
  }

  /// A standfirst stands below the title and a section label above it: marks what the lines beside it look
  /// like.
  void mark_standfirst(HeadlineCandidate& candidate) {
    Marks& marks = candidate.marks;
    const unsigned own = candidate.words;
    if (candidate.line > 0) {
      const unsigned before = page_.words(candidate.line - 1);
      const PageLine& line = page_[candidate.line - 1];
      const bool titled = title_like(candidate.line - 1);
      marks.add_if(titled && own > before, kHeadlineTitleBeforeShorter);
      marks.add_if(titled && own <= before, kHeadlineTitleBeforeLonger);
      marks.add_if(!line.bullet && before <= 3 && page_.has_date(candidate.line - 1) == false,
                   kHeadlineLabelBefore);
      marks.add_if(candidate.line > 1 && !titled && title_like(candidate.line - 2), kHeadlineTitleTwoBefore);
    }
    if (candidate.last + 1 < page_.size()) {
      const unsigned after = page_.words(candidate.last + 1);
      const bool titled = title_like(candidate.last + 1);
      marks.add_if(titled && after > own, kHeadlineTitleAfterLonger);
      marks.add_if(titled && after <= own, kHeadlineTitleAfterShorter);
      marks.add_if(after >= 12 && ends_like_sentence(page_[candidate.last + 1].text), kHeadlineSentenceAfter);
    }
    mark_deck(candidate);
    marks.add_bin(kHeadlineFirstTitle, titles_above(candidate.line), {1U, 2U});
    marks.add_if(own >= 8 && page_[candidate.last].text.size() < kLongest && starts_prose(candidate),
                 kHeadlineLooksStandfirst);
  }
  /// A deck is a second title, longer than the title it stands below.
  void mark_deck(HeadlineCandidate& candidate) {
    const auto is_title = [&](std::size_t i, unsigned least, unsigned most) {
      return !page_[i].listed() && page_.words(i) >= least && page_.words(i) <= most && !page_.has_date(i);
    };
    const std::size_t line = candidate.line;
    const std::size_t next = candidate.last + 1;
    const bool above = line > 0 && is_title(line - 1, 4, 20);
    const bool below =
        next < page_.size() && page_.words(next) > candidate.words && is_title(next, 7, kLongestDeck);
    candidate.marks.add_if(below && !above, kHeadlineDeckBelow);
    const bool top = line > 1 && !is_title(line - 2, 4, 0xFFFF);
    candidate.marks.add_if(above && top && candidate.words > page_.words(line - 1), kHeadlineDeck);
  }
  /// Lines like titles above this one, up to the list or menu they stand below.
  unsigned titles_above(std::size_t line) {
    unsigned titles = 0;
    for (std::size_t i = line; i > 0 && i + 10 > line; --i) {
      const PageLine& above = page_[i - 1];
      if (above.listed() || (!above.blank_before && !above.blank_after)) break;
      titles += page_.words(i - 1) >= 4 && page_.words(i - 1) <= 30 && !page_.has_date(i - 1);
    }
    return titles;
  }
  bool title_like(std::size_t i) {
    const unsigned words = page_.words(i);
    return !page_[i].listed() && words >= 4 && words <= 20 && !ends_like_sentence(page_[i].text) &&
           !page_.has_date(i) && (!page_.spaced() || (page_[i].blank_before && page_[i].blank_after));
  }
  /// Commas and sentence marks inside: more of a sentence than of a title.
  static bool starts_prose(const HeadlineCandidate& candidate) {
    return candidate.value.find(". ") != std::string::npos;
  }

  /// What the letters look like: capitals, commas, quotes, digits.
  void mark_shape(HeadlineCandidate& candidate) {
    Marks& marks = candidate.marks;
    const std::string& value = candidate.value;
    unsigned upper = 0;
    unsigned cased = 0;
    unsigned commas = 0;
    bool digit = false;
    bool gap = true;
    for (std::size_t at = 0; at < value.size();) {
      const char32_t c = next_letter(value, at);
      if (gap && is_letter(c)) {
        ++cased;
        upper += is_upper(c);
      }
      gap = c == U' ' || c == U'"' || c == U'(' || c == 0x201E || c == 0x201C || c == 0x2018 || c == 0xAB;
      commas += c == U',' || c == 0x3001 || c == 0xFF0C;
      digit = digit || digit_value(c) >= 0;
    }
    const float share = cased == 0 ? 0.0F : static_cast<float>(upper) / static_cast<float>(cased);
    marks.add_bin(kHeadlineCaps0, share, {0.15F, 0.35F, 0.6F, 0.85F});
    marks.add_bin(kHeadlineCommas0, commas, {1U, 2U});
    marks.add_if(digit, kHeadlineHasDigit);
    marks.add_if(value.ends_with(')'), kHeadlineEndsBracket);
    marks.add_if(value.find(": ") != value.npos, kHeadlineHasColon);
    const unsigned char first = static_cast<unsigned char>(value.front());
    marks.add_if(first == '"' || first == '\'' || value.starts_with("“") || value.starts_with("„") ||
                     value.starts_with("«") || value.starts_with("‘") || value.starts_with("»"),
                 kHeadlineQuoted);
  }

  /// Short lines around it (menus, buttons), captions beside it, a section's label above it.
  void mark_zone(HeadlineCandidate& candidate) {
    Marks& marks = candidate.marks;
    unsigned before = 0;
    unsigned after = 0;
    bool caption = false;
    bool section = false;
    for (std::size_t step = 1; step <= 4; ++step) {
      if (candidate.line >= step) {
        const std::size_t i = candidate.line - step;
        before += page_.words(i) <= 3;
        caption = caption || (step == 1 && is_caption_line(i));
        section = section || (step <= 2 && (page_.head(i).kinds & kSection) != 0 && page_.head(i).whole);
      }
      const std::size_t i = candidate.last + step;
      if (i >= page_.size()) continue;
      after += page_.words(i) <= 3;
      caption = caption || (step == 1 && is_caption_line(i));
    }
    marks.add_bin(kHeadlineShortBefore0, before, {1U, 3U});
    marks.add_bin(kHeadlineShortAfter0, after, {1U, 3U});
    marks.add_if(caption, kHeadlineCaptionNear);
    marks.add_if(section, kHeadlineSectionAbove);
    const bool neighbour = (candidate.line > 0 && page_[candidate.line - 1].bullet) ||
                           (candidate.last + 1 < page_.size() && page_[candidate.last + 1].bullet);
    marks.add_if(page_[candidate.line].bullet && !neighbour, kHeadlineLoneBullet);
    marks.add_if(!page_[candidate.line].bullet && neighbour, kHeadlineBesideBullet);
  }
  bool is_caption_line(std::size_t i) {
    const std::string_view text = page_[i].text;
    if (text.size() > 160) return false;
    if (looks_like_caption(page_.signs(i), text)) return true;
    for (const std::string_view mark :
         {"Foto", "Bild", "Image", "Reuters", "AFP", "Legende", "Credit", "/AP"}) {
      if (text.find(mark) != text.npos) return true;
    }
    return false;
  }

  void mark_vocabulary(HeadlineCandidate& candidate) {
    Marks& marks = candidate.marks;
    const LineWords hashes(candidate.value);
    mark_shared(page_, candidate.line, hashes, candidate.words, marks);
    const float words = static_cast<float>(candidate.words);
    const std::span<const std::uint32_t> long_words = hashes.long_ones();
    const float long_share = page_.body_words().share_of(long_words);
    marks.add_bin(kHeadlineLongShareNone, long_share, {0.0F, 0.2F, 0.4F, 0.6F, 0.8F});
    const float long_hits = long_share * static_cast<float>(long_words.size());
    marks.add_bin(kHeadlineLongHits0, long_hits, {0.5F, 1.5F, 2.5F, 3.5F});
    marks.add_bin(kHeadlineLeadShareNone, page_.lead_words().share_of(long_words), {0.0F, 0.2F, 0.5F, 0.8F});
    if (words <= 5.0F && words >= 2.0F && !page_.head(candidate.line).starts_lower) {
      const LineContent& content = page_.content(candidate.line);
      const Names names = read_names(page_[candidate.line].raw, content.tokens, 0, false);
      const bool name = !names.names.empty() && names.last >= content.tokens.size();
      marks.add_if(name && names.known, kHeadlineLooksName);
    }
    if (page_.url().empty()) return;
    const float url_share = page_.url_words().share_of(hashes);
    marks.add_bin(kHeadlineUrlShareNone, url_share, {0.0F, 0.2F, 0.4F, 0.6F, 0.8F, 0.95F});
  }

  void mark_repeats(HeadlineCandidate& candidate) {
    Marks& marks = candidate.marks;
    const Repeats repeats = repeats_of(page_, candidate.line, candidate.value);
    marks.add_bin(kHeadlineRepeats0, repeats.equal, {1U, 2U, 4U});
    marks.add_if(repeats.equal_before > 0, kHeadlineRepeatedBefore);
    marks.add_if(repeats.bullet, kHeadlineRepeatedBullet);
    marks.add_if(repeats.topic, kHeadlineTopicLonger);
    const std::size_t colon = candidate.value.find(": ");
    if (colon != std::string::npos && candidate.value.size() > colon + 16) {
      const Repeats rest =
          repeats_of(page_, candidate.line, std::string_view(candidate.value).substr(colon + 2));
      marks.add_if(rest.equal > 0, kHeadlineTopicShorter);
    }
    const bool label = candidate.words < 4;
    marks.add_if(repeats.longer_starts, label ? kHeadlineLabelStarts : kHeadlineLongerStarts);
    marks.add_if(repeats.longer_ends, label ? kHeadlineLabelEnds : kHeadlineLongerEnds);
    marks.add_if(repeats.fuller_above && !label, kHeadlineFullerAbove);
    marks.add_if(repeats.fuller_below && !label, kHeadlineFullerBelow);
    marks.add_if(label && repeats.equal > 0, kHeadlineLabelRepeated);
    marks.add_if(candidate.words >= 4 && repeats.ends_alike == 1, kHeadlineEndsAlike1);
    marks.add_if(candidate.words >= 4 && repeats.ends_alike > 1, kHeadlineEndsAlikeMany);
    if (candidate.words >= 5) marks.add_bin(kHeadlineTitleRepeats0, repeats.equal, {1U, 2U, 4U});
    marks.add_if(label && repeats.bullet, kHeadlineLabelBullet);
  }

  /// More words than the lines near it.
  void mark_longest(HeadlineCandidate& candidate) {
    const unsigned words = page_.words(candidate.line);
    unsigned most = 0;
    const std::size_t from = candidate.line > 4 ? candidate.line - 4 : 0;
    for (std::size_t i = from; i < std::min(page_.size(), candidate.line + 4); ++i) {
      if (i != candidate.line && page_.words(i) < 14) most = std::max(most, page_.words(i));
    }
    candidate.marks.add_if(words > most, kHeadlineLongestNear);
  }

  Page& page_;
};

}  // namespace

bool ends_like_sentence(std::string_view text) {
  return ends_with_any(text, {".", "。", ".\"", ".”", ".»", "۔", "।"}) && !ends_with_any(text, {"...", ".."});
}

void mark_headline(Page& page, HeadlineCandidate& candidate, std::string text) {
  Marker(page).mark(candidate, std::move(text));
}

void mark_line_cheaply(Page& page, std::size_t i, Marks& marks) {
  const PageLine& line = page[i];
  marks.add(kHeadlinePlain);
  marks.add_bin(kHeadlineWords1, page.words(i), kWordLimits);
  mark_ends(marks, line.text);
  mark_place(page, i, i, marks);
  marks.add_if(line.bullet, kHeadlineBullet);
  marks.add_if(line.heading, kHeadlineHeading);
  unsigned prose_after = 9;
  unsigned before = 0;
  unsigned after = 0;
  for (unsigned step = 1; step <= kStepsAfter && i + step < page.size(); ++step) {
    const unsigned words = page.words(i + step);
    if (prose_after == 9 && words >= kProse) prose_after = step;
    after += step <= 4 && words <= 3;
  }
  for (unsigned step = 1; step <= 4 && step <= i; ++step) before += page.words(i - step) <= 3;
  marks.add_bin(kHeadlineProseAfter1, prose_after, {2U, 4U, 9U});
  marks.add_bin(kHeadlineShortBefore0, before, {1U, 3U});
  marks.add_bin(kHeadlineShortAfter0, after, {1U, 3U});
  marks.add_if(i > 0 && page.words(i - 1) >= kProse, kHeadlineProseBefore);
}

void mark_shared_words(Page& page, std::size_t i, std::string_view text, unsigned words, Marks& marks) {
  mark_shared(page, i, LineWords(text), words, marks);
}

}  // namespace newswash::facts
