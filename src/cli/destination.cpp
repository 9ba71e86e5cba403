// One stream, and the input files themselves.
#include "cli/destination.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>

#include "cli/output.h"
#include "writer/replace_file.h"
#include "writer/text.h"

namespace newswash {
namespace {

/// What an empty article is after a separator: an article at the end of a text without a byte would be none.
constexpr std::string_view kEmptyArticle = "\n";

/// Results one after the other.
class StreamDestination : public Destination {
 public:
  StreamDestination(std::unique_ptr<ByteSink> sink, std::string_view separator, bool flush_each)
      : sink_(std::move(sink)), separator_(separator), flush_each_(flush_each) {}

  std::optional<Error> take(BlockItem& /*item*/, std::string_view result) override {
    if (any_ && !separator_.empty()) {
      if (auto failed = sink_->write(separator_)) return failed;
      if (result.empty()) result = kEmptyArticle;
    }
    any_ = true;
    if (auto failed = sink_->write(result)) return failed;
    return flush_each_ ? sink_->flush() : std::nullopt;
  }

  std::optional<Error> finish() override { return sink_->close(); }
  bool closed() const override { return sink_->reader_gone(); }

 private:
  std::unique_ptr<ByteSink> sink_;
  std::string_view separator_;
  bool flush_each_;
  bool any_ = false;
};

std::string_view separator_of(OutputFormat format) {
  return format == OutputFormat::text || format == OutputFormat::markdown ? kArticleSeparator
                                                                          : std::string_view{};
}

/// The input files, each replaced once its last record is there.
class InPlaceDestination : public Destination {
 public:
  explicit InPlaceDestination(const Options& options)
      : separator_(separator_of(options.to)),
        writes_records_(options.to == OutputFormat::jsonl),
        records_option_(options.command == Command::repair ? "--to jsonl" : "--into") {}

  std::optional<Error> refuses(const RawArticle& record) const override {
    const RecordOrigin& origin = *record.origin;
    const bool text = origin.framing == Framing::articles;
    std::string why;
    if (origin.packed)
      why = "compressed files and archives can't be replaced in place; use --out";
    else if (!writes_records_ && !text)
      why = fmt::format("records are not replaced in place by text: they have other fields; use {} or --out",
                        records_option_);
    else if (writes_records_ && origin.framing != Framing::lines && !(text && record.bytes.empty()))
      why = "only JSON Lines can be replaced in place by records; use --out";
    if (why.empty()) return std::nullopt;
    return Error{ErrorCode::bad_value, {std::string(origin.source.name()), 0, 0, 0}, std::move(why), {}};
  }

  std::optional<Error> take(BlockItem& item, std::string_view result) override {
    if (item.article.record > 1) {
      whole_file_ += separator_;
      if (result.empty() && !separator_.empty()) result = kEmptyArticle;
    }
    whole_file_ += result;
    return std::nullopt;
  }

  std::optional<Error> end_source(const Source& source, bool complete) override {
    const std::string written = std::move(whole_file_);
    whole_file_.clear();
    if (!complete) return std::nullopt;
    if (source.path != "-") return replace_file(source.path, written);
    return Error{ErrorCode::bad_value,
                 {std::string(source.name()), 0, 0, 0},
                 "standard input has no place to be replaced in",
                 {}};
  }

 private:
  std::string_view separator_;
  bool writes_records_;  // or else text
  std::string_view records_option_;
  std::string whole_file_;
};

/// Names like a compressed file or archive that can be read but not written; as a folder they would surprise.
bool is_unwritable_archive(std::string_view path) {
  constexpr std::array<std::string_view, 6> kReadOnly = {".xz", ".bz2", ".lz4", ".zip", ".tar", ".tgz"};
  const bool ends_so = std::any_of(kReadOnly.begin(), kReadOnly.end(),
                                   [path](std::string_view ending) { return path.ends_with(ending); });
  std::error_code none;
  return ends_so && !std::filesystem::is_directory(path, none);
}

}  // namespace

Result<std::unique_ptr<Destination>> make_stream_destination(const std::string& path,
                                                             std::string_view separator, bool flush_each) {
  auto sink = open_sink(path);
  if (!sink) return sink.error();
  return std::unique_ptr<Destination>(
      std::make_unique<StreamDestination>(*std::move(sink), separator, flush_each));
}

Result<std::unique_ptr<Destination>> make_destination(const Options& options) {
  const std::string_view separator = separator_of(options.to);
  if (options.in_place) {
    return std::unique_ptr<Destination>(std::make_unique<InPlaceDestination>(options));
  }
  const OutputTarget target = output_target(options.out);
  if (target.kind == OutputTarget::Kind::folder && is_unwritable_archive(options.out)) {
    return Error{
        ErrorCode::bad_value, {options.out, 0, 0, 0}, "a file is compressed as .gz or .zst only", {}};
  }
  if (target.kind == OutputTarget::Kind::folder) return make_folder_destination(options);
  if (options.shard_size > 0 || options.resume) {
    return Error{ErrorCode::bad_value,
                 {},
                 fmt::format("{} needs --out to name a folder", options.resume ? "--resume" : "--shard-size"),
                 {}};
  }
  return make_stream_destination(target.path, separator, options.line_buffered);
}

}  // namespace newswash
