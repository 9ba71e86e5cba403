// Output folders: a file for each article, a file for each source, or shards of one stream.
#include <fmt/format.h>
#include <newswash/version.h>

#include "cli/destination.h"
#include "cli/output.h"
#include "reader/read_file.h"
#include "text/fnv.h"
#include "writer/folder_writer.h"
#include "writer/replace_file.h"
#include "writer/shard_writer.h"

namespace newswash {
namespace {

std::string_view ending(OutputFormat format) {
  switch (format) {
    case OutputFormat::text:
      return ".txt";
    case OutputFormat::jsonl:
      return ".jsonl";
    case OutputFormat::markdown:
      return ".md";
    case OutputFormat::json:
    case OutputFormat::ninjs:
      return ".json";
  }
  return ".txt";
}

/// All that changes a result's bytes, in words: a run with other options can't be continued.
std::string options_in_words(const Options& options) {
  const RepairOptions& repair = options.repair;
  std::uint64_t rules = 0;
  if (!options.rules_file.empty()) {
    if (const auto text = read_file(options.rules_file)) rules = fnv1a(*text);
  }
  return fmt::format(
      "newswash {} rules {} command {} from {} fields {} {} {} to {} into {} audit {} kind {} encoding {} "
      "invalid {} "
      "max {} fixes {} quotes {} form {} ligatures {} width {} mojibake {} shard {} own rules {:016x}",
      version(), rules_version(), static_cast<int>(options.command),
      static_cast<int>(options.reading.framing), options.fields.text, options.fields.id, options.fields.url,
      static_cast<int>(options.to), options.into, options.audit, static_cast<int>(options.kind),
      options.decode.encoding, static_cast<int>(options.decode.invalid), options.reading.max_record,
      repair.fixes, static_cast<int>(repair.quotes), static_cast<int>(repair.form), repair.split_ligatures,
      repair.fold_width, repair.mojibake, options.shard_size, rules);
}

/// A file for each article, named like its source, or by the record's id where it has one.
class ArticleFiles : public Destination {
 public:
  using Destination::is_done;
  ArticleFiles(FolderWriter writer, const Options& options)
      : writer_(std::move(writer)), names_(options.out, std::string(ending(options.to))) {}

  Result<bool> is_done(const Source& source) override { return writer_.is_done(names_.plain_path(source)); }

  std::optional<Error> take(BlockItem& item, std::string_view result) override {
    const std::uint64_t record = item.article.record;
    const auto path = item.has_fields ? names_.path_for(*item.source, record, item.id)
                                      : names_.path_for(*item.source, record);
    if (!path) return path.error();
    // Names from ids don't say whether their source is done, so none of them waits for the others.
    return writer_.write(*path, item.has_fields ? 0 : record, result);
  }

  std::optional<Error> end_source(const Source& /*source*/, bool /*complete*/) override {
    return writer_.end_source();
  }
  std::optional<Error> finish() override { return writer_.finish(); }

 private:
  FolderWriter writer_;
  OutputNames names_;
};

/// A file of JSON Lines for each source.
class SourceFiles : public Destination {
 public:
  using Destination::is_done;
  SourceFiles(FolderWriter writer, const Options& options)
      : writer_(std::move(writer)), names_(options.out, std::string(ending(options.to))) {}

  Result<bool> is_done(const Source& source) override { return writer_.is_done(names_.plain_path(source)); }

  std::optional<Error> take(BlockItem& item, std::string_view result) override {
    if (!open_) {
      const auto path = names_.path_for(*item.source, 1);
      if (!path) return path.error();
      if (auto failed = file_.open(*path)) return failed;
      open_ = true;
    }
    return file_.write(result);
  }

  std::optional<Error> end_source(const Source& /*source*/, bool /*complete*/) override {
    if (!open_) return std::nullopt;
    open_ = false;
    return file_.close();
  }
  std::optional<Error> finish() override { return writer_.finish(); }

 private:
  FolderWriter writer_;
  OutputNames names_;
  ReplacedFile file_;
  bool open_ = false;
};

/// One stream of JSON Lines, cut into files.
class Shards : public Destination {
 public:
  explicit Shards(ShardWriter writer) : writer_(std::move(writer)) {}

  /// A run that was over goes on, too, where there is more to read by now.
  InputPlace start() const override { return writer_.start(); }

  std::optional<Error> take(BlockItem& item, std::string_view result) override {
    return writer_.write(result, after(item));
  }
  void rejected(const BlockItem& item) override {
    if (item.opened != nullptr) failed_ = writer_.write({}, after(item));
  }
  std::optional<Error> finish() override { return failed_ ? failed_ : writer_.finish(); }

 private:
  static InputPlace after(const BlockItem& item) {
    return {item.source_number, item.record_number, std::string(item.opened->name()), item.names_before};
  }

  ShardWriter writer_;
  std::optional<Error> failed_;
};

}  // namespace

Result<std::unique_ptr<Destination>> make_folder_destination(const Options& options) {
  if (options.shard_size > 0) {
    if (options.to != OutputFormat::jsonl)
      return Error{ErrorCode::bad_value, {}, "--shard-size needs --to jsonl", {}};
    ShardWriter writer;
    auto failed = writer.open({.folder = options.out,
                               .shard_bytes = options.shard_size,
                               .options = options_in_words(options),
                               .inputs = options.sources.inputs,
                               .resume = options.resume});
    if (failed) return *std::move(failed);
    return std::unique_ptr<Destination>(std::make_unique<Shards>(std::move(writer)));
  }
  FolderWriter writer;
  if (auto failed =
          writer.open({options.out, options_in_words(options), options.sources.inputs, options.resume}))
    return *std::move(failed);
  if (options.to == OutputFormat::jsonl)
    return std::unique_ptr<Destination>(std::make_unique<SourceFiles>(std::move(writer), options));
  return std::unique_ptr<Destination>(std::make_unique<ArticleFiles>(std::move(writer), options));
}

}  // namespace newswash
