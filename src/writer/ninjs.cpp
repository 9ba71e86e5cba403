// One function a property that needs a thought; the order is that of the standard's schema.
#include "writer/ninjs.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "text/fnv.h"
#include "writer/json_out.h"

namespace newswash {
namespace {

constexpr std::string_view kUriMarks = "-._~:/?#@!$&'()*+,;=";

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}
bool is_letter(char c) noexcept {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_hex(char c) noexcept {
  return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_escape(std::string_view text, std::size_t at) noexcept {
  return text[at] == '%' && at + 2 < text.size() && is_hex(text[at + 1]) && is_hex(text[at + 2]);
}

/// "https://…", "urn:…", "tag:…": what is meant as a URI, not a path or a label with a colon.
bool is_uri(std::string_view text) noexcept {
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon + 1 >= text.size() || !is_letter(text[0]))
    return false;
  const std::string_view scheme = text.substr(0, colon);
  const bool valid = std::all_of(scheme.begin(), scheme.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
  });
  const std::string_view rest = text.substr(colon + 1);
  return valid && ((rest.starts_with("//") && rest.size() > 2) || scheme == "urn" || scheme == "tag");
}

/// Date, time with seconds and offset: what the schema's "date-time" means.
bool is_date_time(std::string_view date) noexcept {
  constexpr std::string_view kForm = "0000-00-00T00:00:00";
  if (date.size() <= kForm.size()) return false;
  for (std::size_t i = 0; i < kForm.size(); ++i) {
    if (kForm[i] == '0' ? !is_digit(date[i]) : date[i] != kForm[i]) return false;
  }
  const std::string_view offset = date.substr(kForm.size());
  if (offset == "Z") return true;
  return offset.size() == 6 && (offset[0] == '+' || offset[0] == '-') && is_digit(offset[1]) &&
         is_digit(offset[2]) && offset[3] == ':' && is_digit(offset[4]) && is_digit(offset[5]);
}

/// Code points outside captions, the blank lines between paragraphs included.
std::size_t count_characters(const Article& article) {
  std::size_t count = 0;
  bool first = true;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (!first) count += 2;
    first = false;
    if (paragraph.kind == ParagraphKind::caption) continue;
    count += static_cast<std::size_t>(std::count_if(paragraph.text.begin(), paragraph.text.end(), [](char c) {
      return (static_cast<unsigned char>(c) & 0xC0U) != 0x80;
    }));
  }
  return count;
}

bool has_captions(const Article& article) {
  return std::any_of(article.paragraphs.begin(), article.paragraphs.end(),
                     [](const Paragraph& each) { return each.kind == ParagraphKind::caption; });
}

/// The dateline without its agency, if that leaves a place and no date.
std::string_view place_of(std::string_view dateline) noexcept {
  dateline = dateline.substr(0, dateline.find('('));
  dateline = dateline.substr(0, dateline.find_last_not_of(" ,") + 1);
  return std::any_of(dateline.begin(), dateline.end(), is_digit) ? std::string_view() : dateline;
}

class NinjsWriter {
 public:
  NinjsWriter(JsonOut& json, const Article& article, const RecordContext& context)
      : json_(json), article_(article), context_(context) {}

  void write() {
    json_.begin_object();
    member("uri", uri());
    member("type", "text");
    dates();
    member("ednote", ednote());
    member("language", article_.language);
    bodies();
    headlines();
    infosources();
    member("by", article_.byline.empty() ? joined(article_.authors) : article_.byline);
    member("located", place_of(article_.dateline));
    altids();
    standard();
    json_.end_object();
  }

 private:
  void member(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    json_.key(name);
    json_.text(value);
  }

  static std::string joined(const std::vector<std::string>& texts) {
    return fmt::format("{}", fmt::join(texts, ", "));
  }

  std::string uri() const {
    if (is_uri(context_.url)) return uri_encoded(context_.url);
    if (is_uri(context_.id)) return uri_encoded(context_.id);
    if (!context_.id.empty()) return "urn:newswash:" + uri_encoded(context_.id);
    std::uint64_t hash = fnv1a(article_.headline);
    for (const Paragraph& paragraph : article_.paragraphs) hash = fnv1a(paragraph.text, fnv1a("\n", hash));
    return fmt::format("urn:newswash:text:{:016x}", hash);
  }

  void dates() {
    const std::string& published = article_.date_published;
    const std::string& modified = article_.date_modified;
    const std::string& version = is_date_time(modified) ? modified : published;
    if (is_date_time(version)) member("versioncreated", version);
    if (is_date_time(published)) member("contentcreated", published);
  }

  std::string ednote() const {
    std::string note;
    if (article_.verdict != Verdict::article)
      note += fmt::format("{}: {}. ", name_of(article_.verdict), article_.verdict_reason);
    for (const std::string& warning : article_.warnings) note += warning + ". ";
    const auto& counts = article_.removed_counts;
    std::string removed;
    for (std::size_t i = 0; i < kCategoryCount; ++i) {
      if (counts[i] == 0) continue;
      removed +=
          fmt::format("{}{} {}", removed.empty() ? "" : ", ", name_of(static_cast<Category>(i)), counts[i]);
    }
    if (!removed.empty()) note += "Lines removed by newswash: " + removed + ". ";
    if (!note.empty()) note.pop_back();
    return note;
  }

  void bodies() {
    if (article_.paragraphs.empty()) return;
    json_.key("bodies");
    json_.begin_array();
    json_.begin_object();
    member("role", "main");
    member("contenttype", "text/plain");
    json_.key("charcount");
    json_.number(count_characters(article_));
    if (!has_captions(article_)) {
      json_.key("wordcount");
      json_.number(article_.words);
    }
    json_.key("value");
    json_.joined_text(article_.paragraphs, "\\n\\n", context_.plain);
    json_.end_object();
    json_.end_array();
  }

  void headline(std::string_view role, std::string_view value) {
    if (value.empty()) return;
    json_.begin_object();
    member("role", role);
    member("value", value);
    json_.end_object();
  }

  void headlines() {
    if (article_.headline.empty() && article_.standfirst.empty()) return;
    json_.key("headlines");
    json_.begin_array();
    headline("main", article_.headline);
    headline("subhead", article_.standfirst);
    json_.end_array();
  }

  void infosources() {
    if (article_.publisher.empty()) return;
    json_.key("infosources");
    json_.begin_array();
    json_.begin_object();
    member("name", article_.publisher);
    json_.end_object();
    json_.end_array();
  }

  void altids() {
    if (context_.id.empty() || context_.id == context_.url || !is_uri(context_.url)) return;
    json_.key("altids");
    json_.begin_array();
    json_.begin_object();
    member("role", "id");
    member("value", context_.id);
    json_.end_object();
    json_.end_array();
  }

  void standard() {
    json_.key("standard");
    json_.begin_object();
    member("name", "ninjs");
    member("version", "2.1");
    member("schema", "http://www.iptc.org/std/ninjs/ninjs-schema_2.1.json");
    json_.end_object();
  }

  JsonOut& json_;
  const Article& article_;
  const RecordContext& context_;
};

}  // namespace

std::string uri_encoded(std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string encoded;
  bool in_fragment = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool second_fragment = c == '#' && in_fragment;
    in_fragment = in_fragment || c == '#';
    const bool allowed = is_letter(c) || is_digit(c) || kUriMarks.find(c) != std::string_view::npos;
    if ((allowed && !second_fragment) || is_escape(text, at)) {
      encoded += c;
    } else {
      encoded += '%';
      encoded += kHex[static_cast<unsigned char>(c) >> 4U];
      encoded += kHex[static_cast<unsigned char>(c) & 0x0FU];
    }
  }
  return encoded;
}

void write_ninjs(const Article& article, const RecordContext& context, bool pretty, std::string& out) {
  JsonOut json(out, pretty);
  NinjsWriter(json, article, context).write();
  out += '\n';
}

}  // namespace newswash
