// Remembers each hash's word.
#include "reader/boilerplate/word_hashes.h"

#include <fmt/format.h>

#include "reader/boilerplate/automaton.h"
#include "reader/boilerplate/key.h"

namespace newswash {

std::string WordHashes::add(const TemplateNode& tree) {
  if (tree.kind == TemplateNode::Kind::word) return add_word(tree.word);
  for (const TemplateNode& child : tree.children) {
    if (std::string fault = add(child); !fault.empty()) return fault;
  }
  return {};
}

std::string WordHashes::add_word(const std::string& word) {
  const std::uint32_t hash = word_hash(word);
  if (hash >= kAnyWord)
    return fmt::format("the word '{}' has a hash ({:08x}) that means something else; reword the template",
                       word, hash);
  const std::string& known = words_.try_emplace(hash, word).first->second;
  if (known == word) return {};
  return fmt::format(
      "the words '{}' and '{}' have one hash ({:08x}) and would be taken for each other; "
      "reword one template",
      known, word, hash);
}

}  // namespace newswash
