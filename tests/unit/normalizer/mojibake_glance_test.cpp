// The glance may say too much, never too little: whatever it refuses, the slow way finds nothing in.
#include "normalizer/mojibake_glance.h"

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <vector>

#include "normalizer/mojibake_double_byte.h"
#include "normalizer/mojibake_single_byte.h"
#include "normalizer/mojibake_tables.h"
#include "normalizer/mojibake_unrecoverable.h"
#include "properties/generated_text.h"
#include "text/code_points.h"

namespace newswash::mojibake {
namespace {

constexpr std::array<std::string_view, 8> kLines = {
    "Příští týden přijede do Prahy ministr zahraničí, řekl mluvčí úřadu.",
    "Łódź i Kraków czekają na śnieg, powiedział rzecznik, a zięć już się cieszy.",
    "Yangının çıktığı bölgede İzmir ekipleri müdahaleye başladı, dedi sözcü.",
    "В понедельник министр сообщил, что переговоры начнутся в Москве.",
    "Η κυβέρνηση ανακοίνωσε χθες ότι οι συνομιλίες θα αρχίσουν στην Αθήνα.",
    "Für Prüß und Charité gilt: „Größe“ und Übung, sagte der Präsident § 5 ¼.",
    "Le théâtre a été fermé à Noël, d’après l’élève – « déjà » vu ¬ ¤ ¦ ici.",
    "Sjálf hefur hún sótt ráðstefnu í Barselóna hjá samtökum sem fjalla um það.",
};

Cells cells_of(std::string_view text) {
  Cells cells;
  for (std::size_t at = 0; at < text.size();) {
    const auto begin = static_cast<std::uint32_t>(at);
    const char32_t c = next_code_point(text, at);
    cells.push_back({c, begin, static_cast<std::uint32_t>(at)});
  }
  return cells;
}

struct Seen {
  int refused = 0;
  int let_through = 0;
};

void expect_no_loss(std::string_view line, Seen& seen) {
  std::size_t steps = 0;
  Cells cells = cells_of(line);
  const bool may = may_be_reread(line);
  ++(may ? seen.let_through : seen.refused);
  if (!may) {
    EXPECT_LT(best_reading(cells, steps).from, 0) << line;
    EXPECT_FALSE(read_double_byte(cells, -1, steps)) << line;
  }
  if (may_be_unrecoverable(line)) return;
  std::vector<Unrecoverable> places;
  report_unrecoverable(cells_of(line), 0, places);
  EXPECT_TRUE(places.empty()) << line;
}

TEST(MojibakeGlance, RefusesNoLineThatIsDamaged) {
  Seen seen;
  for (const std::string_view line : kLines) {
    expect_no_loss(line, seen);
    for (int from = 0; from < kPages; ++from) {
      for (int to = 0; to < kPages; ++to) {
        std::string damaged;
        for (const Cell& cell : cells_of(line)) {
          const char32_t c = char_of(byte_of(cell.c, from), to);
          append_utf8(damaged, c == 0 ? cell.c : c);
        }
        expect_no_loss(damaged, seen);
      }
    }
  }
  EXPECT_GT(seen.refused, 100);
  EXPECT_GT(seen.let_through, 100);
}

TEST(MojibakeGlance, RefusesNothingInGeneratedText) {
  Seen seen;
  for (std::uint64_t seed = 1; seed <= 2000; ++seed)
    expect_no_loss(newswash::testing::generated_text(seed), seen);
  EXPECT_GT(seen.refused, 0);
}

}  // namespace
}  // namespace newswash::mojibake
