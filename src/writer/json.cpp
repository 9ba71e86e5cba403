// Writes the record key by key. One class serves the pretty and the one-line form.
#include "writer/json.h"

#include <fmt/format.h>
#include <newswash/version.h>

#include <algorithm>
#include <array>

#include "text/json_string.h"
#include "writer/json_out.h"

namespace newswash {
namespace {

class RecordWriter {
 public:
  RecordWriter(JsonOut& json, const Article& article, const RecordContext& context,
               const std::vector<std::string>* taken)
      : json_(json), article_(article), context_(context), taken_(taken) {}

  void members() {
    id();
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
    if (key("articleBody")) json_.joined_text(article_.paragraphs, "\\n\\n", context_.plain);
    if (key("wordCount")) json_.number(article_.words);
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
    json_.key(name);
    return true;
  }

  /// A file's name, where the record names none.
  void id() {
    if (!key("id")) return;
    if (context_.id.empty())
      json_.null();
    else
      json_.bytes(context_.id);
  }

  void text(std::string_view value) { json_.text(value); }

  void text_member(std::string_view name, std::string_view value) {
    if (!key(name)) return;
    if (value.empty())
      json_.null();
    else
      text(value);
  }

  template <typename Texts>
  void texts(const Texts& values) {
    json_.begin_array();
    for (const auto& value : values) text(value);
    json_.end_array();
  }

  void warnings() {
    json_.begin_array();
    if (article_.verdict != Verdict::article)
      text(fmt::format("{}: {}", name_of(article_.verdict), article_.verdict_reason));
    for (const std::string& warning : article_.warnings) text(warning);
    json_.end_array();
  }

  void charset() {
    json_.begin_object();
    text_pair("name", context_.decoded.charset.name);
    text_pair("evidence", name_of(context_.decoded.charset.evidence));
    json_.end_object();
  }

  void text_pair(std::string_view name, std::string_view value) {
    json_.key(name);
    text(value);
  }

  void number_pair(std::string_view name, std::size_t value) {
    json_.key(name);
    json_.number(value);
  }

  void removed_counts() {
    const auto& counts = article_.removed_counts;
    json_.begin_object();
    for (std::size_t i = 0; i < kCategoryCount; ++i) {
      if (counts[i] > 0) number_pair(name_of(static_cast<Category>(i)), counts[i]);
    }
    json_.end_object();
  }

  void repair_counts() {
    auto counts = article_.repair_counts;
    counts[static_cast<std::size_t>(Fix::encoding)] +=
        static_cast<std::uint32_t>(context_.decoded.invalid.size());
    json_.begin_object();
    for (std::size_t i = 0; i < kFixCount; ++i) {
      if (counts[i] > 0) number_pair(name_of(static_cast<Fix>(i)), counts[i]);
    }
    json_.end_object();
  }

  void versions() {
    json_.begin_object();
    text_pair("version", version());
    text_pair("rules", rules_version());
    json_.end_object();
  }

  void audit() {
    json_.key("paragraphs");
    json_.begin_array();
    for (const Paragraph& paragraph : article_.paragraphs) {
      json_.begin_object();
      text_pair("kind", name_of(paragraph.kind));
      text_pair("text", paragraph.text);
      json_.end_object();
    }
    json_.end_array();
    json_.key("removed");
    json_.begin_array();
    for (const RemovedLine& line : article_.removed) removed(line);
    json_.end_array();
    json_.key("repairs");
    json_.begin_array();
    write_repairs();
    json_.end_array();
  }

  void offsets(std::size_t begin, std::size_t end) {
    number_pair("start", context_.decoded.input_offset(begin));
    number_pair("end", context_.decoded.input_offset(end));
  }

  void removed(const RemovedLine& line) {
    json_.begin_object();
    text_pair("rule", line.rule);
    text_pair("category", name_of(line.category));
    number_pair("line", line.line);
    offsets(line.begin, line.end);
    text_pair("text", line.text);
    if (!line.why.empty()) text_pair("why", line.why);
    json_.end_object();
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
      json_.begin_object();
      text_pair("fix", name_of(repair.fix));
      number_pair("line", line);
      offsets(repair.begin, repair.end);
      text_pair("before", context_.given.substr(repair.begin, repair.end - repair.begin));
      text_pair("after", repair.after);
      json_.end_object();
    }
  }

  /// Bytes that were no text have no text to show: they are shown in hexadecimal.
  void invalid(const InvalidSpan& span) {
    json_.begin_object();
    text_pair("fix", name_of(Fix::encoding));
    json_.key("line");
    json_.null();
    number_pair("start", span.begin);
    number_pair("end", span.end);
    text_pair("before", span.before);
    text_pair("after", span.after);
    json_.end_object();
  }

  JsonOut& json_;
  const Article& article_;
  const RecordContext& context_;
  const std::vector<std::string>* taken_;
};

/// An object that stood on several lines becomes one: between its tokens a line end is a space.
void append_on_one_line(std::string_view json, std::string& out) {
  for (std::size_t end = json.find_first_of("\r\n"); end != std::string_view::npos;
       end = json.find_first_of("\r\n")) {
    out.append(json.substr(0, end)) += ' ';
    json.remove_prefix(end + 1);
  }
  out.append(json);
}

}  // namespace

void write_json(const Article& article, const RecordContext& context, bool pretty, std::string& out) {
  JsonOut json(out, pretty);
  json.begin_object();
  RecordWriter(json, article, context, nullptr).members();
  json.end_object();
  out += '\n';
}

void write_json_line(const Article& article, const RecordContext& context, std::string_view members,
                     const std::vector<std::string>& keys, std::string& out) {
  JsonOut json(out, false);
  json.begin_object();
  if (!members.empty()) {
    json.raw({});
    append_on_one_line(members, out);
  }
  RecordWriter(json, article, context, &keys).members();
  json.end_object();
  out += '\n';
}

void write_into_field(std::string_view object, std::size_t token_begin, std::size_t token_size,
                      std::string_view text, std::string& out) {
  append_on_one_line(object.substr(0, token_begin), out);
  append_json_string(text, out);
  append_on_one_line(object.substr(token_begin + token_size), out);
  out += '\n';
}

void write_with_field(std::string_view object, std::string_view key, std::string_view text,
                      std::string& out) {
  append_on_one_line(object.substr(0, object.rfind('}')), out);
  out += ',';
  append_json_string(key, out);
  out += ':';
  append_json_string(text, out);
  out += "}\n";
}

}  // namespace newswash
