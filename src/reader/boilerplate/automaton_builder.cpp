// Turns template trees into states and edges (Thompson's construction), removes the empty edges, and lays the
// result out as flat arrays.
#include "reader/boilerplate/automaton_builder.h"

#include <algorithm>
#include <bit>
#include <map>

namespace newswash {
namespace {

constexpr std::uint8_t kMostWordsBefore = 24;  // "..." at a template's start stands for this many words

std::uint32_t hash_of(std::string_view word) {
  std::uint32_t hash = kWordHashStart;
  for (const char c : word) hash = word_hash(hash, c);
  return hash;
}

struct Node {
  std::vector<Edge> edges;
  std::vector<std::uint32_t> empty_edges;
  std::uint16_t accepts = 0;
};

class Builder {
 public:
  void add(const RuleTemplate& rule_template) {
    const std::uint32_t begin = new_node();
    const std::uint32_t end = new_node();
    connect(rule_template.tree, begin, end);
    nodes_[end].accepts = static_cast<std::uint16_t>(rule_template.rule + 1);
    starts_.push_back(begin);
  }

  AutomatonTables finish() {
    lay_out_states();
    lay_out_starts();
    lay_out_vocabulary();
    return std::move(tables_);
  }

 private:
  std::uint32_t new_node() {
    nodes_.emplace_back();
    return static_cast<std::uint32_t>(nodes_.size() - 1);
  }

  std::uint32_t word_id(const std::string& word) {
    return words_.try_emplace(word, static_cast<std::uint32_t>(words_.size())).first->second;
  }

  void edge(std::uint32_t from, std::uint32_t label, std::uint32_t to, bool colon = false) {
    nodes_[from].edges.push_back({label, to, colon});
  }

  /// Adds what leads from one node through `tree` to another.
  void connect(const TemplateNode& tree, std::uint32_t from, std::uint32_t to) {
    switch (tree.kind) {
      case TemplateNode::Kind::word:
        return edge(from, word_id(tree.word), to, tree.colon);
      case TemplateNode::Kind::number:
        return edge(from, kNumber, to);
      case TemplateNode::Kind::any_words:
        return connect_slot(tree, from, to);
      case TemplateNode::Kind::rest:
        return connect_rest(from, to);
      case TemplateNode::Kind::sequence:
        return connect_sequence(tree, from, to);
      case TemplateNode::Kind::choice:
        break;
    }
    for (const TemplateNode& child : tree.children) connect(child, from, to);
  }

  void connect_sequence(const TemplateNode& tree, std::uint32_t from, std::uint32_t to) {
    if (tree.children.empty()) return nodes_[from].empty_edges.push_back(to);
    for (const TemplateNode& child : tree.children) {
      const std::uint32_t next = &child == &tree.children.back() ? to : new_node();
      connect(child, from, next);
      from = next;
    }
  }

  void connect_slot(const TemplateNode& tree, std::uint32_t from, std::uint32_t to) {
    if (tree.at_least == 0) nodes_[from].empty_edges.push_back(to);
    for (unsigned words = 1; words <= tree.at_most; ++words) {
      if (words >= tree.at_least) edge(from, kAnyWord, to);
      if (words == tree.at_most) return;
      const std::uint32_t next = new_node();
      edge(from, kAnyWord, next);
      from = next;
    }
  }

  /// "..." at a template's end takes what follows; before its end it is a loop of any words.
  void connect_rest(std::uint32_t from, std::uint32_t to) {
    const std::uint32_t loop = new_node();
    nodes_[from].empty_edges.push_back(loop);
    edge(loop, kAnyWord, loop);
    nodes_[loop].empty_edges.push_back(to);
  }

  std::vector<std::uint32_t> reachable_by_nothing(std::uint32_t from) const {
    return reachable_by_nothing(std::vector<std::uint32_t>{from});
  }

  std::vector<std::uint32_t> reachable_by_nothing(std::vector<std::uint32_t> found) const {
    for (std::size_t i = 0; i < found.size(); ++i) {
      for (const std::uint32_t next : nodes_[found[i]].empty_edges) {
        if (std::find(found.begin(), found.end(), next) == found.end()) found.push_back(next);
      }
    }
    return found;
  }

  bool loops(std::uint32_t node) const {
    return std::any_of(nodes_[node].edges.begin(), nodes_[node].edges.end(),
                       [node](const Edge& edge) { return edge.target == node; });
  }

  /// A state that loops on any word and accepts takes the rest of the line: no need to read it.
  std::vector<Edge> closed_edges(std::uint32_t node, std::uint16_t& accepts, bool& rest) const {
    std::vector<Edge> edges;
    for (const std::uint32_t reached : reachable_by_nothing(node)) {
      const Node& from = nodes_[reached];
      edges.insert(edges.end(), from.edges.begin(), from.edges.end());
      accepts = std::max(accepts, from.accepts);
      rest = rest || (loops(reached) && ends_after(reached));
    }
    return edges;
  }

  bool ends_after(std::uint32_t node) const {
    const auto reached = reachable_by_nothing(node);
    return std::any_of(reached.begin(), reached.end(),
                       [this](std::uint32_t next) { return nodes_[next].accepts != 0; });
  }

  void lay_out_states() {
    for (std::uint32_t node = 0; node < nodes_.size(); ++node) {
      std::uint16_t accepts = 0;
      bool rest = false;
      const auto edges = closed_edges(node, accepts, rest);
      tables_.states.push_back({static_cast<std::uint32_t>(tables_.edges.size()),
                                static_cast<std::uint32_t>(edges.size()), accepts, rest});
      tables_.edges.insert(tables_.edges.end(), edges.begin(), edges.end());
    }
  }

  /// Leading "any words" become the range of places where the first telling word may stand, so that a line
  /// costs nothing for a template until that word is met.
  void lay_out_starts() {
    for (const std::uint32_t start : starts_) {
      std::vector<std::uint32_t> reached = reachable_by_nothing(start);
      for (std::uint8_t before = 0; before <= kMostWordsBefore && !reached.empty(); ++before) {
        std::vector<std::uint32_t> next;
        for (const std::uint32_t node : reached) {
          for (const Edge& edge : nodes_[node].edges) {
            if (edge.label == kAnyWord)
              next.push_back(edge.target);
            else
              add_start(edge, before);
          }
        }
        reached = reachable_by_nothing(next);
      }
    }
    const auto by_label_latest_first = [](const StartEdge& a, const StartEdge& b) {
      return a.label != b.label ? a.label < b.label : a.at_most > b.at_most;
    };
    std::stable_sort(tables_.starts.begin(), tables_.starts.end(), by_label_latest_first);
    std::stable_sort(tables_.number_starts.begin(), tables_.number_starts.end(), by_label_latest_first);
  }

  void add_start(const Edge& edge, std::uint8_t before) {
    auto& starts = edge.label == kNumber ? tables_.number_starts : tables_.starts;
    tables_.latest_start = std::max<std::uint32_t>(tables_.latest_start, before);
    for (auto known = starts.rbegin(); known != starts.rend() && known->at_most + 1 >= before; ++known) {
      if (known->target != edge.target || known->label != edge.label || known->colon != edge.colon) continue;
      known->at_most = before;
      return;
    }
    starts.push_back({edge.label, edge.target, edge.colon, before, before});
  }

  void lay_out_vocabulary() {
    std::vector<const std::string*> by_id(words_.size());
    for (const auto& [word, id] : words_) by_id[id] = &word;
    const std::size_t bucket_count = std::bit_ceil(std::max<std::size_t>(16, words_.size() * 3));
    tables_.buckets.assign(bucket_count, {0, 0});
    for (std::uint32_t id = 0; id < by_id.size(); ++id) {
      const auto [first, last] =
          std::equal_range(tables_.starts.begin(), tables_.starts.end(), StartEdge{id, 0, false, 0, 0},
                           [](const StartEdge& a, const StartEdge& b) { return a.label < b.label; });
      tables_.words.push_back({static_cast<std::uint32_t>(tables_.letters.size()),
                               static_cast<std::uint16_t>(by_id[id]->size()),
                               static_cast<std::uint32_t>(first - tables_.starts.begin()),
                               static_cast<std::uint32_t>(last - first)});
      tables_.letters += *by_id[id];
      const std::uint32_t hash = hash_of(*by_id[id]);
      std::size_t at = hash & (bucket_count - 1);
      while (tables_.buckets[at].word != 0) at = (at + 1) & (bucket_count - 1);
      tables_.buckets[at] = {hash, id + 1};
    }
  }

  std::vector<Node> nodes_;
  std::vector<std::uint32_t> starts_;
  std::map<std::string, std::uint32_t> words_;
  AutomatonTables tables_;
};

}  // namespace

Automaton AutomatonTables::view() const {
  return {letters, words, buckets, states, edges, starts, number_starts, latest_start};
}

AutomatonTables build_automaton(const std::vector<RuleTemplate>& templates) {
  Builder builder;
  for (const RuleTemplate& rule_template : templates) builder.add(rule_template);
  return builder.finish();
}

}  // namespace newswash
