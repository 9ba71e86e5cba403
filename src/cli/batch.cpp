// The loop over sources and records.
#include "cli/batch.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "cli/nearest.h"
#include "cli/output.h"
#include "cli/run.h"
#include "text/utf8.h"
#include "writer/replace_file.h"

namespace newswash {
namespace {

std::string_view ending(OutputFormat format) {
  switch (format) {
    case OutputFormat::text:
      return ".txt";
    case OutputFormat::json:
      return ".json";
    case OutputFormat::jsonl:
      return ".jsonl";
  }
  return ".txt";
}

class Batch {
 public:
  Batch(const Options& options, std::string_view separator, const Work& work)
      : options_(options),
        separator_(separator),
        work_(work),
        decoder_(options.decode),
        json_(options.text_field),
        names_(options.out, std::string(ending(options.to))) {}

  int run() {
    SourceWalker walker(options_.sources);
    bool any = false;
    while (auto source = walker.next()) {
      any = true;
      if (*source)
        run_source(**source);
      else
        reject(with_hint(source->error()));
      if (done()) break;
    }
    output_.flush();
    if (any) return status();
    say("nothing to read: no file was named or matched");
    return kFailed;
  }

 private:
  bool done() const { return output_.closed() || output_.error() || write_failed_ || stopped_; }

  int status() {
    if (output_.error()) say(describe(*output_.error()));
    if (output_.error() || write_failed_ || stopped_) return kFailed;
    if (rejects_ == 0) return kDone;
    return results_ == 0 ? kFailed : kRejects;
  }

  /// A file that isn't there may be a command mistyped.
  static Error with_hint(Error error) {
    const std::string near = nearest(error.position.file, {kCommands.begin(), kCommands.end()});
    if (error.code == ErrorCode::not_found && !near.empty())
      error.message += fmt::format("; did you mean the command '{}'?", near);
    return error;
  }

  void reject(const Error& error) {
    ++rejects_;
    say(describe(error));
  }

  void reject(Error error, const Source& source, const RawArticle& article) {
    error.position.file = source.name();
    if (options_.from == InputFormat::jsonl)
      error.position.line = article.line;
    else if (article.record > 1)
      error.message += fmt::format(" (article {} of the file)", article.record);
    if (error.code == ErrorCode::bad_encoding) place_bytes(error, article);
    error.position.offset += article.offset;
    reject(error);
  }

  /// The decoder counts from the start of the record, people from the start of the file.
  void place_bytes(Error& error, const RawArticle& article) {
    const std::string counted = fmt::format("byte {} ", error.position.offset);
    if (error.message.starts_with(counted))
      error.message = fmt::format("byte {} {}", error.position.offset + article.offset,
                                  error.message.substr(counted.size()));
    stopped_ = options_.decode.invalid == InvalidBytes::fail;
  }

  void run_source(const Source& source) {
    if (source.path == "-" && isatty(STDIN_FILENO) != 0) say("reading from the terminal; Ctrl-D ends it");
    RecordReader reader;
    const Framing framing = options_.from == InputFormat::jsonl ? Framing::lines : Framing::articles;
    if (const auto failed = reader.open(source, framing)) return reject(*failed);
    whole_file_.clear();
    bool any_rejected = false;
    while (auto article = reader.next()) {
      const std::size_t before = rejects_;
      if (!*article)
        reject(article->error());
      else
        run_record(source, **article);
      any_rejected = any_rejected || rejects_ != before;
      if (done()) return;
    }
    if (options_.in_place && !any_rejected) finish_in_place(source);
  }

  std::optional<Error> read_text(const RawArticle& article, Decoded& decoded) {
    auto read = decoder_.decode(article.bytes);
    if (!read) return read.error();
    decoded = *read;
    return std::nullopt;
  }

  /// A line with bytes that are no UTF-8 is refused by the JSON reader: only then is it decoded.
  std::optional<Error> read_json(const RawArticle& article, Decoded& decoded, JsonRecord& record) {
    auto read = json_.read(article.bytes);
    if (!read && valid_utf8_prefix(article.bytes) < article.bytes.size()) {
      if (auto failed = read_text(article, decoded)) return failed;
      read = json_.read(decoded.text);
    }
    if (!read) return read.error();
    record = *std::move(read);
    decoded.text = record.text;
    decoded.runs = {};
    decoded.shift = 0;
    return std::nullopt;
  }

  void run_record(const Source& source, const RawArticle& article) {
    const bool is_json = options_.from == InputFormat::jsonl;
    std::string place(source.name());
    if (is_json) place += fmt::format(":{}", article.line);
    Decoded decoded{article.bytes, {}, {}, {}, 0};
    JsonRecord record;
    if (const auto failed = is_json ? read_json(article, decoded, record) : read_text(article, decoded))
      return reject(*failed, source, article);
    result_.clear();
    work_({source, article.record, decoded, is_json ? &record : nullptr, std::move(place)}, result_);
    deliver(source, article.record);
  }

  void deliver(const Source& source, std::uint64_t record) {
    ++results_;
    if (options_.in_place) {
      if (record > 1) whole_file_ += separator_;
      whole_file_ += result_;
    } else if (options_.out.empty()) {
      if (results_ > 1) output_.write(separator_);
      output_.write(result_);
    } else {
      write_file(source, record);
    }
  }

  void write_file(const Source& source, std::uint64_t record) {
    const auto path = names_.path_for(source, record);
    if (!path) return --results_, reject(path.error());  // refused: nothing was delivered
    if (const auto failed = replace_file(*path, result_)) fail_writing(*failed);
  }

  void finish_in_place(const Source& source) {
    if (source.path == "-")
      return reject({ErrorCode::bad_value,
                     {std::string(source.name()), 0, 0, 0},
                     "standard input has no place to be replaced in",
                     {}});
    if (const auto failed = replace_file(source.path, whole_file_)) fail_writing(*failed);
  }

  void fail_writing(const Error& error) {
    write_failed_ = true;
    say(describe(error));
  }

  const Options& options_;
  std::string_view separator_;
  const Work& work_;
  Decoder decoder_;
  JsonRecordReader json_;
  OutputNames names_;
  StandardOutput output_;
  std::string result_;
  std::string whole_file_;
  std::size_t results_ = 0;
  std::size_t rejects_ = 0;
  bool write_failed_ = false;
  bool stopped_ = false;  // by the first bytes that are not allowed
};

}  // namespace

int run_batch(const Options& options, std::string_view separator, const Work& work) {
  return Batch(options, separator, work).run();
}

}  // namespace newswash
