// The three places results go to.
#include "cli/destination.h"

#include "cli/output.h"
#include "writer/replace_file.h"
#include "writer/text.h"

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
    case OutputFormat::markdown:
      return ".md";
    case OutputFormat::ninjs:
      return ".json";
  }
  return ".txt";
}

/// Standard output, results one after the other.
class StreamDestination : public Destination {
 public:
  StreamDestination(std::string_view separator, bool flush_each)
      : separator_(separator), flush_each_(flush_each) {}

  std::optional<Error> take(BlockItem& /*item*/, std::string_view result) override {
    if (any_) output_.write(separator_);
    any_ = true;
    output_.write(result);
    if (flush_each_) output_.flush();
    return output_.error();
  }

  std::optional<Error> finish() override {
    output_.flush();
    return output_.error();
  }

  bool closed() const override { return output_.closed(); }

 private:
  StandardOutput output_;
  std::string_view separator_;
  bool flush_each_;
  bool any_ = false;
};

/// A folder with a file for each article.
class FolderDestination : public Destination {
 public:
  explicit FolderDestination(const Options& options) : names_(options.out, std::string(ending(options.to))) {}

  std::optional<Error> take(BlockItem& item, std::string_view result) override {
    const auto path = names_.path_for(*item.source, item.article.record);
    if (!path) return path.error();
    return replace_file(*path, result);
  }

 private:
  OutputNames names_;
};

/// The input files, each replaced once its last record is there.
class InPlaceDestination : public Destination {
 public:
  explicit InPlaceDestination(std::string_view separator) : separator_(separator) {}

  std::optional<Error> take(BlockItem& item, std::string_view result) override {
    if (item.article.record > 1) whole_file_ += separator_;
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
  std::string whole_file_;
};

}  // namespace

std::unique_ptr<Destination> make_stream_destination(std::string_view separator, bool flush_each) {
  return std::make_unique<StreamDestination>(separator, flush_each);
}

std::unique_ptr<Destination> make_destination(const Options& options) {
  const std::string_view separator =
      options.to == OutputFormat::text ? kArticleSeparator : std::string_view{};
  if (options.in_place) return std::make_unique<InPlaceDestination>(separator);
  if (!options.out.empty()) return std::make_unique<FolderDestination>(options);
  return make_stream_destination(separator, options.line_buffered);
}

}  // namespace newswash
