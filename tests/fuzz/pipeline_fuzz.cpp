// The fuzz target of the whole way: any bytes are decoded, cleaned and written. What must hold: no crash,
// valid UTF-8 out, JSON that has no raw control characters, the promises of the design.
#include <fmt/format.h>
#include <newswash/clean.h>
#include <newswash/decode.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

#include "properties/promises.h"
#include "text/utf8.h"
#include "writer/json.h"

namespace {

using namespace newswash;

void require(const std::string& wrong) {
  if (wrong.empty()) return;
  std::fprintf(stderr, "broken promise: %s\n", wrong.c_str());
  std::abort();
}

void require_utf8(std::string_view text) {
  require(valid_utf8_prefix(text) == text.size() ? "" : "the output is not UTF-8");
}

void check_text(const Decoded& decoded) {
  const std::string_view text = decoded.text;
  require_utf8(text);
  Repairer repairer({});
  const Repaired repaired = repairer.repair(text);
  require_utf8(repaired.text);
  require(testing::repairs_give_text(text, repaired));
  require(testing::repair_twice_is_repair(text));
  Cleaner cleaner({});
  const Article& article = cleaner.clean(text);
  require(testing::nothing_is_lost(text, article));
  require(testing::no_word_changes(text, article.repairs));
  require_utf8(testing::text_of(article));
  require(testing::clean_twice_is_clean(text));
  std::string json;
  write_json(article, {.id = "fuzz", .url = {}, .given = text, .decoded = decoded, .audit = true}, false,
             json);
  require_utf8(json);
  require(json.find('\n') == json.size() - 1 ? "" : "a JSON line has a line feed inside");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  Decoder decoder({});
  const auto decoded = decoder.decode(bytes);
  if (!decoded) return 0;
  for (const InvalidSpan& span : decoded->invalid) {
    require(span.begin < span.end && span.end <= size ? "" : "an invalid span is outside the input");
  }
  require(decoded->input_offset(decoded->text.size()) <= size ? "" : "an offset is past the input");
  check_text(*decoded);
  return 0;
}
