// Turns template trees into states and edges (Thompson's construction), removes the empty edges, and lays the
// result out as flat arrays.
#include "reader/boilerplate/automaton_builder.h"

#include <algorithm>
#include <bit>
#include <map>

namespace newswash {
namespace {

constexpr std::uint8_t kMostWordsBefore = 24;  // "..." at a template's start stands for this many words

struct Node {
  std::vector<Edge> edges;
  std::vector<std::uint32_t> empty_edges;
  std::uint16_t accepts = 0;
};

class Builder {
 public:
  void add(const RuleTemplate& rule_template) {
    const std::uint32_t begin = new_node();
    const std::uint32_t end = connect(rule_template.tree, begin);
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

  std::uint32_t edge(std::uint32_t from, std::uint32_t label, bool colon = false) {
    const std::uint32_t to = new_node();
    nodes_[from].edges.push_back({label, to, colon});
    return to;
  }

  /// Adds what leads from `from` through `tree`; returns the node it ends in.
  std::uint32_t connect(const TemplateNode& tree, std::uint32_t from) {
    switch (tree.kind) {
      case TemplateNode::Kind::word:
        return edge(from, word_id(tree.word), tree.colon);
      case TemplateNode::Kind::number:
        return edge(from, kNumber);
      case TemplateNode::Kind::any_words:
        return connect_slot(tree, from);
      case TemplateNode::Kind::rest:
        return connect_rest(from);
      case TemplateNode::Kind::choice:
        return connect_choice(tree, from);
      case TemplateNode::Kind::sequence:
        break;
    }
    for (const TemplateNode& child : tree.children) from = connect(child, from);
    return from;
  }

  std::uint32_t connect_slot(const TemplateNode& tree, std::uint32_t from) {
    const std::uint32_t after = new_node();
    for (unsigned i = 0; i < tree.at_most; ++i) {
      if (i >= tree.at_least) nodes_[from].empty_edges.push_back(after);
      from = edge(from, kAnyWord);
    }
    nodes_[from].empty_edges.push_back(after);
    return after;
  }

  /// "..." at a template's end takes what follows; before its end it is a loop of any words.
  std::uint32_t connect_rest(std::uint32_t from) {
    const std::uint32_t loop = new_node();
    nodes_[from].empty_edges.push_back(loop);
    nodes_[loop].edges.push_back({kAnyWord, loop, false});
    const std::uint32_t after = new_node();
    nodes_[loop].empty_edges.push_back(after);
    return after;
  }

  std::uint32_t connect_choice(const TemplateNode& tree, std::uint32_t from) {
    const std::uint32_t after = new_node();
    for (const TemplateNode& child : tree.children) nodes_[connect(child, from)].empty_edges.push_back(after);
    return after;
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
      if (known->target != edge.target) continue;
      known->at_most = before;
      return;
    }
    starts.push_back({edge.label, edge.target, edge.colon, before, before});
  }

  void lay_out_vocabulary() {
    std::vector<const std::string*> by_id(words_.size());
    for (const auto& [word, id] : words_) by_id[id] = &word;
    const std::size_t bucket_count = std::bit_ceil(std::max<std::size_t>(16, words_.size() * 3));
    tables_.buckets.assign(bucket_count, 0);
    for (std::uint32_t id = 0; id < by_id.size(); ++id) {
      const auto [first, last] =
          std::equal_range(tables_.starts.begin(), tables_.starts.end(), StartEdge{id, 0, false, 0, 0},
                           [](const StartEdge& a, const StartEdge& b) { return a.label < b.label; });
      tables_.words.push_back({static_cast<std::uint32_t>(tables_.letters.size()),
                               static_cast<std::uint16_t>(by_id[id]->size()),
                               static_cast<std::uint32_t>(first - tables_.starts.begin()),
                               static_cast<std::uint32_t>(last - first)});
      tables_.letters += *by_id[id];
      std::size_t bucket = vocabulary_hash(*by_id[id]) & (bucket_count - 1);
      while (tables_.buckets[bucket] != 0) bucket = (bucket + 1) & (bucket_count - 1);
      tables_.buckets[bucket] = id + 1;
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
