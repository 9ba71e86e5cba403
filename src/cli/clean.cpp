// newswash clean: the article, as text or JSON.
#include <fmt/format.h>

#include "cli/batch.h"
#include "cli/commands.h"
#include "cli/destination.h"
#include "cli/output.h"
#include "cli/run.h"
#include "writer/json.h"
#include "writer/markdown.h"
#include "writer/ninjs.h"
#include "writer/text.h"

namespace newswash {
namespace {

/// An empty or doubtful result is never silent.
std::string verdict_message(const Article& article, const Job& job) {
  if (article.verdict == Verdict::article) return {};
  return fmt::format("{}: {}: {}", job.place(), name_of(article.verdict), article.verdict_reason);
}

void write(const Article& article, const Job& job, const Options& options, std::string& out) {
  if (options.to == OutputFormat::text) return write_text(article, out);
  if (options.to == OutputFormat::markdown) return write_markdown(article, out);
  const std::string id = job.json != nullptr ? std::string(job.json->id)
                                             : std::string(job.source.path == "-" ? "" : job.source.path);
  const RecordContext context{id, job.json != nullptr ? job.json->url : std::string_view{}, job.decoded.text,
                              job.decoded, options.audit};
  if (job.json != nullptr && options.to == OutputFormat::jsonl) {
    return write_json_line(article, context, {job.json->before, job.json->after, &job.json->keys}, out);
  }
  if (options.to == OutputFormat::ninjs) return write_ninjs(article, context, true, out);
  write_json(article, context, options.to == OutputFormat::json, out);
}

}  // namespace

int run_clean(const Options& options) {
  bool failed = false;
  auto rules = rules_from(options, failed);
  if (failed) return kFailed;
  const bool json = options.to != OutputFormat::text;
  const CleanOptions cleaning{options.repair, std::move(rules), options.input, json, options.audit};
  const auto make_work = [&]() -> Work {
    return [&options, cleaner = std::make_shared<Cleaner>(cleaning)](const Job& job, Outcome& outcome) {
      const Article& article =
          cleaner->clean(job.decoded.text, job.json != nullptr ? job.json->url : std::string_view{});
      if (options.to == OutputFormat::text || job.json == nullptr)
        outcome.item.message = verdict_message(article, job);
      outcome.counts.add(article, job.decoded.invalid.size());
      write(article, job, options, outcome.out);
    };
  };
  const auto destination = make_destination(options);
  if (!destination) return say(describe(destination.error())), kFailed;
  return run_batch(options, **destination, make_work);
}

}  // namespace newswash
