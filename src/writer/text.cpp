// Joins paragraphs.
#include "writer/text.h"

namespace newswash {

void write_body(const Article& article, std::string& out) {
  bool first = true;
  for (const Paragraph& paragraph : article.paragraphs) {
    if (!first) out += "\n\n";
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
