// Goes over an article: finds the stretches that look suspicious, repairs each, and if some stay undecided
// repairs them again with what the others showed. See mojibake.h.
#include "normalizer/mojibake.h"

#include <algorithm>
#include <string>

#include "mojibake_data.h"
#include "normalizer/mojibake_double_byte.h"
#include "normalizer/mojibake_glance.h"
#include "normalizer/mojibake_repair.h"
#include "normalizer/mojibake_scan.h"
#include "normalizer/mojibake_settle.h"
#include "normalizer/mojibake_single_byte.h"
#include "normalizer/mojibake_tables.h"
#include "normalizer/mojibake_unrecoverable.h"
#include "text/code_points.h"

namespace newswash {
namespace {

using mojibake::Cells;
using mojibake::Evidence;

constexpr std::size_t kNone = std::string_view::npos;

bool is_inside_char(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

/// A part of the text worth a look, with its surroundings.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

/// The stretches that may hold UTF-8 in disguise, and the lines that may be in another code page.
struct Places {
  std::vector<Stretch> stretches;
  std::vector<Stretch> lines;
};

Stretch around(std::string_view text, std::size_t at, std::size_t behind) {
  Stretch stretch{at > mojibake::kContext ? at - mojibake::kContext : 0,
                  std::min(text.size(), behind + mojibake::kContext)};
  while (stretch.begin > 0 && is_inside_char(text[stretch.begin])) --stretch.begin;
  while (stretch.end < text.size() && is_inside_char(text[stretch.end])) ++stretch.end;
  return stretch;
}

Stretch line_around(std::string_view text, std::size_t at) {
  const std::size_t before = at == 0 ? kNone : text.rfind('\n', at - 1);
  const std::size_t after = text.find('\n', at);
  return {before == kNone ? 0 : before + 1, after == kNone ? text.size() : after};
}

void add(Stretch stretch, std::vector<Stretch>& to) {
  if (!to.empty() && stretch.begin <= to.back().end) {
    to.back().end = std::max(to.back().end, stretch.end);
  } else {
    to.push_back(stretch);
  }
}

Places find_places(std::string_view text) {
  Places places;
  mojibake::Suspect suspect = mojibake::next_suspect(text, 0);
  while (suspect.at != kNone) {
    std::size_t behind = suspect.at;
    mojibake::decode_at(text, behind);
    if (!suspect.letters) {
      add(around(text, suspect.at, behind), places.stretches);
    } else if (places.lines.empty() || places.lines.back().end <= suspect.at) {
      places.lines.push_back(line_around(text, suspect.at));
    }
    suspect = mojibake::next_suspect(text, behind);
  }
  return places;
}

Cells cells_of(std::string_view text, Stretch stretch) {
  Cells cells;
  cells.reserve(stretch.end - stretch.begin);
  for (std::size_t at = stretch.begin; at < stretch.end;) {
    const std::size_t begin = at;
    const char32_t c = mojibake::decode_at(text, at);
    cells.push_back({c, static_cast<std::uint32_t>(begin - stretch.begin),
                     static_cast<std::uint32_t>(at - stretch.begin)});
  }
  return cells;
}

void append_edits(std::string_view text, Stretch stretch, const Cells& cells, Edits& edits) {
  std::string bytes;
  bool open = false;
  for (const auto& cell : cells) {
    const std::size_t begin = stretch.begin + cell.begin;
    const std::size_t end = stretch.begin + cell.end;
    if (end == begin + 1 && cell.c == static_cast<unsigned char>(text[begin])) {
      open = false;
      continue;
    }
    bytes.clear();
    append_utf8(bytes, cell.c);
    if (text.substr(begin, end - begin) == bytes) {
      open = false;
      continue;
    }
    if (open) {
      edits.back().end = end;
      edits.back().after += bytes;
    } else {
      edits.push_back({begin, end, bytes});
    }
    open = true;
  }
}

struct Repaired {
  Stretch stretch;
  Cells cells;
  bool undecided = false;
  bool changed = false;
};

}  // namespace

bool may_hold_mojibake(std::string_view text) {
  return mojibake::next_suspect(text, 0).at != kNone;
}

namespace {

/// Repairs the stretches, those that stay undecided a second time with what all of them showed.
std::vector<Repaired> repair_stretches(std::string_view text, const std::vector<Stretch>& stretches,
                                       const Evidence& known, std::size_t& steps) {
  Evidence found = known;
  mojibake::StretchRepair stretch_repair;
  std::vector<Repaired> repaired;
  repaired.reserve(stretches.size());
  for (const Stretch stretch : stretches) {
    Repaired part{stretch, cells_of(text, stretch), false, false};
    const auto outcome = stretch_repair.repair(part.cells, known, found, steps);
    part.undecided = outcome.undecided;
    part.changed = outcome.changed;
    repaired.push_back(std::move(part));
  }
  found.conclude();
  if (found.best < 0) return repaired;
  Evidence ignored;
  for (Repaired& part : repaired) {
    if (!part.undecided) continue;
    part.cells = cells_of(text, part.stretch);
    part.changed = stretch_repair.repair(part.cells, found, ignored, steps).changed;
  }
  return repaired;
}

/// How many bytes of [begin, end) the edits change.
std::size_t bytes_changed(Stretch line, const Edits& edits) {
  const auto* behind = std::data(edits) + edits.size();
  const auto* found = std::lower_bound(std::data(edits), behind, line.begin,
                                       [](const Edit& edit, std::size_t at) { return edit.end <= at; });
  std::size_t bytes = 0;
  for (; found != behind && found->begin < line.end; ++found) bytes += found->end - found->begin;
  return bytes;
}

std::size_t bytes_beyond_ascii(std::string_view text) {
  return static_cast<std::size_t>(
      std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; }));
}

/// Lines in another code page: those that prove it by themselves, then those that follow. A line that the
/// other repairs explain (`edits`) is left to them.
std::vector<Repaired> reread_lines(std::string_view text, const std::vector<Stretch>& lines,
                                   const Edits& edits, int stated, std::size_t& steps) {
  std::vector<Repaired> reread;
  mojibake::Reading proved;
  for (const Stretch line : lines) {
    if (line.end - line.begin > mojibake::kLongestLine) continue;
    const std::string_view bytes = text.substr(line.begin, line.end - line.begin);
    if (bytes_changed(line, edits) * 2 >= bytes_beyond_ascii(bytes)) continue;
    steps += bytes.size();
    if (!mojibake::may_be_reread(bytes)) {
      reread.push_back({line, {}, false, false});
      continue;
    }
    Repaired part{line, cells_of(text, line), false, false};
    if (mojibake::read_double_byte(part.cells, stated, steps)) {
      part.changed = true;
      reread.push_back(std::move(part));
      continue;
    }
    const mojibake::Reading reading = mojibake::best_reading(part.cells, steps);
    if (reading.from >= 0) {
      mojibake::apply(part.cells, reading);
      part.changed = true;
      if (reading.gain > proved.gain) proved = reading;
    }
    reread.push_back(std::move(part));
  }
  if (proved.from < 0) return reread;
  for (Repaired& part : reread) {
    if (part.changed) continue;
    if (part.cells.empty()) part.cells = cells_of(text, part.stretch);
    if (!mojibake::follows(part.cells, proved, steps)) continue;
    mojibake::apply(part.cells, proved);
    part.changed = true;
  }
  return reread;
}

/// Reports what is damaged still, in the stretches and in lines without any repair.
void report(const std::vector<Repaired>& repaired, std::string_view text, const std::vector<Stretch>& lines,
            const Edits& edits, std::vector<Unrecoverable>& unrecoverable) {
  std::vector<Unrecoverable> places;
  for (const Repaired& part : repaired)
    mojibake::report_unrecoverable(part.cells, part.stretch.begin, places);
  for (const Stretch line : lines) {
    const bool whole = bytes_changed(line, edits) == 0;
    if (whole && mojibake::may_be_unrecoverable(text.substr(line.begin, line.end - line.begin)))
      mojibake::report_unrecoverable(cells_of(text, line), line.begin, places);
  }
  std::sort(places.begin(), places.end(), [](auto a, auto b) { return a.begin < b.begin; });
  std::size_t reported = 0;
  for (const Unrecoverable place : places) {
    if (place.begin < reported) continue;
    unrecoverable.push_back(place);
    reported = place.end;
  }
}

/// The edits without those in lines that were read again.
Edits outside(Edits edits, const std::vector<Repaired>& reread) {
  std::size_t next = 0;
  std::erase_if(edits, [&](const Edit& edit) {
    while (next < reread.size() && (!reread[next].changed || reread[next].stretch.end <= edit.begin)) ++next;
    return next < reread.size() && reread[next].stretch.begin < edit.end;
  });
  return edits;
}

int double_byte_stated(const MojibakeOptions& options) {
  if (!options.stated || *options.stated < CodePage::gbk) return -1;
  return static_cast<int>(*options.stated) - static_cast<int>(CodePage::gbk);
}

Evidence evidence_stated(const MojibakeOptions& options) {
  Evidence known;
  if (options.stated == CodePage::latin_1) {
    known.stated = static_cast<int>(CodePage::windows_1252);
  } else if (options.stated && static_cast<int>(*options.stated) < mojibake::kPages) {
    known.stated = static_cast<int>(*options.stated);
  }
  return known;
}

/// One round: what stays damaged is reported where it lies in `text`.
Edits find_once(std::string_view text, const MojibakeOptions& options,
                std::vector<Unrecoverable>& unrecoverable, std::size_t& steps) {
  steps += text.size();
  const Places places = find_places(text);
  if (places.stretches.empty() && places.lines.empty()) return {};
  const auto repaired = repair_stretches(text, places.stretches, evidence_stated(options), steps);
  Edits found;
  for (const Repaired& part : repaired) {
    if (part.changed) append_edits(text, part.stretch, part.cells, found);
  }
  const auto reread = reread_lines(text, places.lines, found, double_byte_stated(options), steps);
  found = outside(std::move(found), reread);
  for (const Repaired& part : reread) {
    if (part.changed) append_edits(text, part.stretch, part.cells, found);
  }
  std::sort(found.begin(), found.end(), [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
  report(repaired, text, places.lines, found, unrecoverable);
  return found;
}

/// Repairs what the repairs brought to light, until nothing changes. What never settles was no repair.
Edits settled(std::string_view text, Edits first, const MojibakeOptions& options, std::size_t& steps) {
  const std::string middle = mojibake::applied(text, first);
  std::string last = middle;
  std::vector<Unrecoverable> ignored;
  for (std::size_t round = 0; round < mojibake::kMostRounds; ++round) {
    const Edits more = find_once(last, options, ignored, steps);
    if (more.empty()) return round == 0 ? std::move(first) : mojibake::merged(text, first, middle, last);
    last = mojibake::applied(last, more);
  }
  return {};
}

}  // namespace

void find_mojibake(std::string_view text, const MojibakeOptions& options, Edits& edits,
                   std::vector<Unrecoverable>& unrecoverable, std::size_t* steps) {
  std::size_t counted = 0;
  Edits found = find_once(text, options, unrecoverable, counted);
  if (!found.empty()) found = settled(text, std::move(found), options, counted);
  edits.insert(edits.end(), found.begin(), found.end());
  if (steps != nullptr) *steps += counted;
}

}  // namespace newswash
