// Writes the record key by key. One function serves the pretty and the one-line form.
#include "writer/json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#if defined(__SSE2__)
#define RAPIDJSON_SSE2
#endif
#include <newswash/version.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/writer.h>

#include "writer/text.h"

namespace newswash {
namespace {

/// Lets RapidJSON write to a std::string.
class StringStream {
 public:
  using Ch = char;
  explicit StringStream(std::string& out) : out_(out) {}
  void Put(char c) { out_ += c; }
  void Flush() {}

 private:
  std::string& out_;
};

template <typename Writer>
class RecordWriter {
 public:
  RecordWriter(Writer& json, const Article& article, const RecordContext& context,
               const std::vector<std::string>* taken)
      : json_(json), article_(article), context_(context), taken_(taken) {}

  void members() {
    text_member("id", context_.id);
    text_member("url", context_.url);
    text_member("headline", article_.headline);
    text_member("alternativeHeadline", article_.standfirst);
    if (key("author")) texts(article_.authors);
    text_member("byline", article_.byline);
    text_member("dateline", article_.dateline);
    text_member("datePublished", article_.date_published);
    text_member("dateModified", article_.date_modified);
    text_member("publisher", article_.publisher);
    text_member("inLanguage", article_.language);
    if (key("articleBody")) body();
    if (key("wordCount")) json_.Uint(article_.words);
    if (key("verdict")) text(name_of(article_.verdict));
    if (key("warnings")) warnings();
    if (key("charset")) charset();
    if (key("removedCounts")) removed_counts();
    if (key("repairCounts")) repair_counts();
    if (key("newswash")) versions();
    if (context_.audit) audit();
  }

 private:
  bool key(std::string_view name) {
    if (taken_ != nullptr && std::find(taken_->begin(), taken_->end(), name) != taken_->end()) return false;
    json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    return true;
  }

  void text(std::string_view value) {
    json_.String(value.data(), static_cast<rapidjson::SizeType>(value.size()));
  }

  void text_member(std::string_view name, std::string_view value) {
    if (!key(name)) return;
    if (value.empty())
      json_.Null();
    else
      text(value);
  }

  template <typename Texts>
  void texts(const Texts& values) {
    json_.StartArray();
    for (const auto& value : values) text(value);
    json_.EndArray();
  }

  void body() {
    std::string joined;
    write_body(article_, joined);
    text(joined);
  }

  void warnings() {
    json_.StartArray();
    if (article_.verdict != Verdict::article)
      text(fmt::format("{}: {}", name_of(article_.verdict), article_.verdict_reason));
    for (const std::string& warning : article_.warnings) text(warning);
    json_.EndArray();
  }

  void charset() {
    json_.StartObject();
    text_pair("name", context_.decoded.charset.name);
    text_pair("evidence", name_of(context_.decoded.charset.evidence));
    json_.EndObject();
  }

  void text_pair(std::string_view name, std::string_view value) {
    json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    text(value);
  }

  void number_pair(std::string_view name, std::size_t value) {
    json_.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    json_.Uint64(value);
  }

  void removed_counts() {
    std::array<std::size_t, kCategoryCount> counts{};
    for (const RemovedLine& line : article_.removed) ++counts[static_cast<std::size_t>(line.category)];
    json_.StartObject();
    for (std::size_t i = 0; i < kCategoryCount; ++i) {
      if (counts[i] > 0) number_pair(name_of(static_cast<Category>(i)), counts[i]);
    }
    json_.EndObject();
  }

  void repair_counts() {
    std::array<std::size_t, kFixCount> counts{};
    for (const Repair& repair : article_.repairs) ++counts[static_cast<std::size_t>(repair.fix)];
    counts[static_cast<std::size_t>(Fix::encoding)] += context_.decoded.invalid.size();
    json_.StartObject();
    for (std::size_t i = 0; i < kFixCount; ++i) {
      if (counts[i] > 0) number_pair(name_of(static_cast<Fix>(i)), counts[i]);
    }
    json_.EndObject();
  }

  void versions() {
    json_.StartObject();
    text_pair("version", version());
    text_pair("rules", rules_version());
    json_.EndObject();
  }

  void audit() {
    json_.Key("paragraphs");
    json_.StartArray();
    for (const Paragraph& paragraph : article_.paragraphs) {
      json_.StartObject();
      text_pair("kind", name_of(paragraph.kind));
      text_pair("text", paragraph.text);
      json_.EndObject();
    }
    json_.EndArray();
    json_.Key("removed");
    json_.StartArray();
    for (const RemovedLine& line : article_.removed) removed(line);
    json_.EndArray();
    json_.Key("repairs");
    json_.StartArray();
    write_repairs();
    json_.EndArray();
  }

  void offsets(std::size_t begin, std::size_t end) {
    number_pair("start", context_.decoded.input_offset(begin));
    number_pair("end", context_.decoded.input_offset(end));
  }

  void removed(const RemovedLine& line) {
    json_.StartObject();
    text_pair("rule", line.rule);
    text_pair("category", name_of(line.category));
    number_pair("line", line.line);
    offsets(line.begin, line.end);
    text_pair("text", line.text);
    if (!line.why.empty()) text_pair("why", line.why);
    json_.EndObject();
  }

  void write_repairs() {
    for (const InvalidSpan& span : context_.decoded.invalid) invalid(span);
    std::size_t at = 0;
    std::size_t line = 1;
    for (const Repair& repair : article_.repairs) {
      for (; at < repair.begin; ++at) {  // LF, CR LF and CR alone end a line, as for removed ones
        const char c = context_.given[at];
        line += c == '\n' || (c == '\r' && context_.given.substr(at + 1, 1) != "\n");
      }
      json_.StartObject();
      text_pair("fix", name_of(repair.fix));
      number_pair("line", line);
      offsets(repair.begin, repair.end);
      text_pair("before", context_.given.substr(repair.begin, repair.end - repair.begin));
      text_pair("after", repair.after);
      json_.EndObject();
    }
  }

  /// Bytes that were no text have no text to show: they are shown in hexadecimal.
  void invalid(const InvalidSpan& span) {
    json_.StartObject();
    text_pair("fix", name_of(Fix::encoding));
    json_.Key("line");
    json_.Null();
    number_pair("start", span.begin);
    number_pair("end", span.end);
    text_pair("before", span.before);
    text_pair("after", span.after);
    json_.EndObject();
  }

  Writer& json_;
  const Article& article_;
  const RecordContext& context_;
  const std::vector<std::string>* taken_;
};

}  // namespace

void write_json(const Article& article, const RecordContext& context, bool pretty, std::string& out) {
  if (!pretty) return write_json_line(article, context, {}, {}, out);
  StringStream stream(out);
  rapidjson::PrettyWriter<StringStream> json(stream);
  json.SetIndent(' ', 2);
  json.StartObject();
  RecordWriter(json, article, context, nullptr).members();
  json.EndObject();
  out += '\n';
}

void write_json_line(const Article& article, const RecordContext& context, std::string_view foreign,
                     const std::vector<std::string>& taken, std::string& out) {
  const std::size_t begin = out.size();
  StringStream stream(out);
  rapidjson::Writer<StringStream> json(stream);
  json.StartObject();
  RecordWriter(json, article, context, &taken).members();
  json.EndObject();
  if (!foreign.empty()) {
    const bool only = out.size() - begin == 2;
    out.insert(begin + 1, std::string(foreign) + (only ? "" : ","));
  }
  out += '\n';
}

void write_json_string(std::string_view text, std::string& out) {
  StringStream stream(out);
  rapidjson::Writer<StringStream> json(stream);
  json.String(text.data(), static_cast<rapidjson::SizeType>(text.size()));
}

}  // namespace newswash
