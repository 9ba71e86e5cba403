// Joins paragraphs.
#include "writer/text.h"

namespace newswash {

constexpr std::string_view kParts = "\n\n";

void write_body(const Article& article, std::string& out) {
  std::size_t size = 0;  // where `out` grows in steps, a large text is there twice
  for (const Paragraph& paragraph : article.paragraphs) size += paragraph.text.size() + kParts.size();
  if (out.capacity() - out.size() < size) out.reserve(out.size() + size);
  bool first = true;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (!first) out += kParts;
    first = false;
    out += paragraph.text;
  }
}

void write_text(const Article& article, std::string& out) {
  if (!article.headline.empty()) {
    out += article.headline;
    out += article.paragraphs.empty() ? "\n" : "\n\n";
  }
  if (article.paragraphs.empty()) return;
  write_body(article, out);
  out += '\n';
}

}  // namespace newswash
