// Uses the public headers alone: prints what is left of a page.
#include <newswash/article.h>
#include <newswash/category.h>
#include <newswash/clean.h>
#include <newswash/decode.h>
#include <newswash/level.h>
#include <newswash/quality.h>
#include <newswash/repair.h>
#include <newswash/result.h>
#include <newswash/source.h>
#include <newswash/version.h>

#include <iostream>

int main() {
  newswash::Cleaner cleaner{newswash::CleanOptions{}};
  const newswash::Article& article =
      cleaner.clean("The mayor opened the new bridge on Monday, officials said.\nShare this article\n");
  for (const newswash::Paragraph& paragraph : article.paragraphs) std::cout << paragraph.text << '\n';
  for (const newswash::RemovedLine& line : article.removed) std::cout << "removed by " << line.rule << '\n';
  newswash::Repairer repairer{newswash::RepairOptions{}};
  std::cout << repairer.repair("The caf\xC3\x83\xC2\xA9").text << '\n';
  return newswash::is_metric("news.words@newswash") && !newswash::version().empty() ? 0 : 1;
}
