// newswash repair: the normalizer alone.
#include <fmt/format.h>
#include <newswash/repair.h>

#include <array>

#include "cli/batch.h"
#include "cli/commands.h"
#include "cli/destination.h"
#include "cli/output.h"
#include "cli/run.h"
#include "text/json_string.h"
#include "text/stands_in.h"
#include "writer/json.h"
#include "writer/text.h"

namespace newswash {
namespace {

struct FixExample {
  Fix fix;
  std::string_view does;
  std::string_view before, after;
  std::string_view option;  // empty: on by default
};

constexpr std::array<FixExample, 13> kFixes = {{
    {Fix::encoding, "text decoded with the wrong charset", "fÃ¼r", "für", ""},
    {Fix::entities, "HTML character references, once", "AT&amp;T", "AT&T", ""},
    {Fix::entities, "escapes of JSON, where the article shows that they are damage", "don\\u2019t", "don’t",
     ""},
    {Fix::controls, "control characters, terminal escapes", "\\e[1mbold\\e[0m", "bold", ""},
    {Fix::invisibles, "soft hyphens, zero-width and direction characters without use", "eco\\u00ADnomy",
     "economy", ""},
    {Fix::spaces, "odd spaces, runs of spaces and blank lines, line ends", "a\\u00A0 b", "a b", ""},
    {Fix::spaces, "words cut at a line's end, in text wrapped at a column", "econ-\\nomy", "economy", ""},
    {Fix::ligatures, "ligatures of one code point", "ﬁrst", "first", "--ligatures split"},
    {Fix::width, "full-width and half-width forms", "ＡＢＣ", "ABC", "--width fold"},
    {Fix::quotes, "typographic or straight quotes", "“no”", "\"no\"", "--quotes straight|curly"},
    {Fix::quotes, "closing marks in place of opening ones", "the” plan”", "the “plan”", "--quotes repair"},
    {Fix::quotes, "lost apostrophes", "It?s", "It’s", "--quotes repair"},
    {Fix::form, "a Unicode normalization form", "e\\u0301", "é", "--form nfc|nfd|nfkc|nfkd"},
}};

int list_fixes() {
  std::string_view last;
  for (const FixExample& fix : kFixes) {
    const std::string_view name = name_of(fix.fix);
    print("{:<11} {} -> {}\n            {}{}\n", name == last ? "" : name, fix.before, fix.after, fix.does,
          fix.option.empty() ? "" : fmt::format("; on request: {}", fix.option));
    last = name;
  }
  return kDone;
}

void write(const Job& job, std::string_view text, OutputFormat format, std::string& out) {
  if (format == OutputFormat::text) {
    out += text;
    if (!text.empty() && text.back() != '\n') out += '\n';
    return;
  }
  if (job.json != nullptr) {
    const JsonRecord& record = *job.json;
    return write_into_field(record.object, record.text_begin, record.text_end - record.text_begin, text, out);
  }
  out += "{\"id\":";
  append_json_bytes(job.source.name(), out);
  out += ",\"text\":";
  append_json_string(text, out);
  out += "}\n";
}

}  // namespace

int run_repair(const Options& options) {
  if (options.list) return list_fixes();
  const auto make_work = [&]() -> Work {
    return
        [&options, repairer = std::make_shared<Repairer>(options.repair)](const Job& job, Outcome& outcome) {
          const std::string_view text = repairer->repair(job.decoded.text).text;
          if (!stands_in(text, job.decoded.text)) outcome.item.let_go();
          write(job, text, options.to, outcome.out);
        };
  };
  const auto destination = make_destination(options);
  if (!destination) return say(describe(destination.error())), kFailed;
  return run_batch(options, **destination, make_work);
}

}  // namespace newswash
