// newswash clean: the article, as text or JSON.
#include <fmt/format.h>

#include <algorithm>

#include "cli/batch.h"
#include "cli/commands.h"
#include "cli/destination.h"
#include "cli/output.h"
#include "cli/run.h"
#include "text/stands_in.h"
#include "writer/json.h"
#include "writer/markdown.h"
#include "writer/ninjs.h"
#include "writer/text.h"

namespace newswash {
namespace {

/// An empty or doubtful result is never silent.
std::string verdict_message(const Article& article, const Job& job) {
  if (article.verdict == Verdict::article) return {};
  return fmt::format("{}: {}: {}{}", job.place(), name_of(article.verdict), article.verdict_reason,
                     job.which());
}

/// The input's record with the clean text in place of its own, or in a field of its own at the end.
void write_back(const Article& article, const JsonRecord& record, const Options& options, Outcome& outcome) {
  std::string text;
  write_text(article, text);
  if (text.ends_with('\n')) text.pop_back();
  if (options.into == options.fields.text)
    return write_into_field(record.object, record.text_begin, record.text_end - record.text_begin, text,
                            outcome.out);
  const auto& keys = record.keys;
  if (std::find(keys.begin(), keys.end(), options.into) == keys.end())
    return write_with_field(record.object, options.into, text, outcome.out);
  outcome.item.error =
      Error{ErrorCode::bad_record, {}, fmt::format("the record has a '{}' already", options.into), {}};
}

/// Whether the result cannot be written without the text that was given: its own stands there where nothing
/// was repaired, an audit quotes it, and a record that can't be written back is shown as it came.
bool needs_given(const Article& article, const Job& job, const Options& options) {
  if (options.audit || (!options.into.empty() && options.into != options.fields.text)) return true;
  const std::string_view given = job.decoded.text;
  if (stands_in(article.headline, given)) return true;
  return std::any_of(article.paragraphs.begin(), article.paragraphs.end(),
                     [given](const Paragraph& paragraph) { return stands_in(paragraph.text, given); });
}

void write(const Article& article, const Job& job, const Options& options, Outcome& outcome) {
  std::string& out = outcome.out;
  if (!options.into.empty() && job.json == nullptr) {
    if (!job.decoded.text.empty())
      outcome.item.error =
          Error{ErrorCode::bad_record, {}, "--into needs records with fields; this is text", {}};
    return;
  }
  if (options.to == OutputFormat::text) return write_text(article, out);
  if (options.to == OutputFormat::markdown) return write_markdown(article, out);
  if (!options.into.empty() && job.json != nullptr) return write_back(article, *job.json, options, outcome);
  const std::string id = job.json != nullptr ? std::string(job.json->id)
                                             : std::string(job.source.path == "-" ? "" : job.source.path);
  const bool plain = job.json != nullptr && job.json->plain_text;
  const RecordContext context{id,
                              job.json != nullptr ? job.json->url : std::string_view{},
                              job.decoded.text,
                              plain ? job.decoded.text : std::string_view{},
                              job.decoded,
                              options.audit};
  if (options.to == OutputFormat::ninjs) return write_ninjs(article, context, true, out);
  if (job.json != nullptr && options.to == OutputFormat::jsonl)
    return write_json_line(article, context, job.json->members, job.json->keys, out);
  write_json(article, context, options.to == OutputFormat::json, out);
}

}  // namespace

int run_clean(const Options& options) {
  bool failed = false;
  auto rules = rules_from(options, failed);
  if (failed) return kFailed;
  const bool json = options.to != OutputFormat::text && options.into.empty();  // what has room for facts
  const CleanOptions cleaning{options.repair, std::move(rules), options.input,
                              json,           options.audit,    options.audit};
  const auto make_work = [&]() -> Work {
    return [&options, cleaner = std::make_shared<Cleaner>(cleaning)](const Job& job, Outcome& outcome) {
      const Article& article =
          cleaner->clean(job.decoded.text, job.json != nullptr ? job.json->url : std::string_view{});
      if (options.to == OutputFormat::text || job.json == nullptr)
        outcome.item.message = verdict_message(article, job);
      outcome.counts.add(article, job.decoded.invalid.size());
      if (!needs_given(article, job, options)) outcome.item.let_go();
      write(article, job, options, outcome);
    };
  };
  const auto destination = make_destination(options);
  if (!destination) return say(describe(destination.error())), kFailed;
  return run_batch(options, **destination, make_work);
}

}  // namespace newswash
