// Turns template trees into states and edges (Thompson's construction), removes the empty edges, and lays the
// result out as flat arrays.
#include "reader/boilerplate/automaton_builder.h"

#include <algorithm>
#include <bit>
#include <map>
#include <utility>

#include "reader/boilerplate/key.h"
#include "reader/boilerplate/rule.h"

namespace newswash {
namespace {

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
    starts_.push_back({begin, rule_template.group});
  }

  AutomatonTables finish() {
    lay_out_states();
    find_line_ends();
    lay_out_starts();
    lay_out_vocabulary();
    label_by_hash();
    merge_states();
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
    nodes_[from].edges.push_back({label, to & 0x7FFFFFFFU, colon});
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
      tables_.states.push_back({static_cast<std::uint32_t>(tables_.edges.size()), 0,
                                static_cast<std::uint16_t>(edges.size()),
                                static_cast<std::uint16_t>(accepts & 0x7FFFU), rest});
      tables_.edges.insert(tables_.edges.end(), edges.begin(), edges.end());
    }
  }

  std::uint32_t class_of(std::uint32_t label) const {
    if (label == kAnyWord) return kAnyWordClass;
    if (label == kNumber) return word_class(0, true);
    const std::string& word = *words_by_id_[label];
    return word_class(word_hash(word), word.front() >= '0' && word.front() <= '9');
  }

  std::span<const Edge> edges_of(std::uint32_t state) const {
    return std::span(tables_.edges)
        .subspan(tables_.states[state].first_edge, tables_.states[state].edge_count);
  }

  void find_next_words() {
    for (std::uint32_t i = 0; i < tables_.states.size(); ++i) {
      State& state = tables_.states[i];
      if (state.rest != 0) state.next_words = kAnyWordClass;
      if (state.accepts != 0) state.next_words |= kEndClass;
      for (const Edge& edge : edges_of(i)) state.next_words |= class_of(edge.label);
    }
  }

  static std::uint8_t longer(std::uint8_t words, std::uint32_t by) {
    return static_cast<std::uint8_t>(std::min<std::uint32_t>(kNoLimit, words + by));
  }

  /// What a line may end with that takes this edge: its own word, or one that comes later.
  std::uint32_t last_words_by(const Edge& edge) const {
    const State& target = tables_.states[edge.target];
    if (target.rest != 0) return kAnyWordClass;
    return last_words_[edge.target] | (target.accepts != 0 ? class_of(edge.label) : 0U);
  }

  /// By state, the classes of the words that a line may end with after it, and how many words may follow;
  /// backwards until nothing is new.
  void find_line_ends() {
    words_by_id_.resize(words_.size());
    for (const auto& [word, id] : words_) words_by_id_[id] = &word;
    find_next_words();
    last_words_.assign(tables_.states.size(), 0);
    most_words_.assign(tables_.states.size(), 0);
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t i = tables_.states.size(); i-- > 0;) {
        std::uint32_t classes = last_words_[i];
        std::uint8_t most = tables_.states[i].rest != 0 ? kNoLimit : most_words_[i];
        for (const Edge& edge : edges_of(static_cast<std::uint32_t>(i))) {
          classes |= last_words_by(edge);
          most = std::max(most, longer(most_words_[edge.target], 1));
        }
        changed = changed || classes != last_words_[i] || most != most_words_[i];
        last_words_[i] = classes;
        most_words_[i] = most;
      }
    }
  }

  /// Leading "any words" become the range of places where the first telling word may stand, so that a line
  /// costs nothing for a template until that word is met.
  void lay_out_starts() {
    for (const auto& [start, group] : starts_) {
      std::vector<std::uint32_t> reached = reachable_by_nothing(start);
      for (std::uint8_t before = 0; before <= kLatest && !reached.empty(); ++before) {
        std::vector<std::uint32_t> next;
        for (const std::uint32_t node : reached) {
          for (const Edge& edge : nodes_[node].edges) {
            if (edge.label == kAnyWord)
              next.push_back(edge.target);
            else
              add_start(edge, before, group);
          }
        }
        reached = reachable_by_nothing(next);
      }
    }
  }

  void add_start(const Edge& edge, std::uint8_t before, std::uint8_t group) {
    auto& starts = tables_.starts;
    const std::uint8_t most_words = longer(most_words_[edge.target], before + 1U);
    const bool colon = edge.colon != 0;
    for (auto known = starts.rbegin(); known != starts.rend() && known->start.at_most + 1 >= before;
         ++known) {
      Start& start = known->start;
      if (start.target != edge.target || known->label != edge.label || start.colon != colon) continue;
      start.at_most = before;
      start.most_words = most_words;
      return;
    }
    starts.push_back({edge.label,
                      group,
                      {edge.target, tables_.states[edge.target].next_words, last_words_by(edge), most_words,
                       before, before, colon}});
  }

  void lay_out_vocabulary() {
    tables_.vocabulary.assign(std::bit_ceil(std::max<std::size_t>(16, words_.size() * 2)), {0, 0, 0});
    const std::size_t mask = tables_.vocabulary.size() - 1;
    for (const std::string* word : words_by_id_) {
      const std::uint32_t hash = word_hash(*word);
      std::size_t at = hash & mask;
      while (tables_.vocabulary[at].size != 0) at = (at + 1) & mask;
      tables_.vocabulary[at] = {hash, static_cast<std::uint32_t>(tables_.letters.size() & 0xFFFFFFU),
                                static_cast<std::uint8_t>(word->size())};
      tables_.letters += *word;
    }
  }

  /// From here on a word's label is its hash: lines are read without looking words up.
  void label_by_hash() {
    const auto relabel = [&](std::uint32_t& label) {
      if (label != kAnyWord && label != kNumber) label = word_hash(*words_by_id_[label]);
    };
    for (Edge& edge : tables_.edges) relabel(edge.label);
    for (LabelledStart& start : tables_.starts) relabel(start.label);
    const auto by_pack = [](const LabelledStart& a, const LabelledStart& b) {
      const std::uint32_t pack_a = a.group / kGroupsPerPack;
      const std::uint32_t pack_b = b.group / kGroupsPerPack;
      return pack_a != pack_b ? pack_a < pack_b : stands_before(a, b);
    };
    std::stable_sort(tables_.starts.begin(), tables_.starts.end(), by_pack);
  }

  /// Keeps one state of those that lead to the same, and none that nothing leads to: what a line visits
  /// stands close together.
  void merge_states() {
    const AutomatonTables all = std::exchange(tables_, {});
    tables_.letters = all.letters;
    tables_.vocabulary = all.vocabulary;
    merged_.assign(all.states.size(), kNotMerged);
    for (LabelledStart start : all.starts) {
      start.start.target = merge(all, start.start.target);
      const auto is_same = [&](const LabelledStart& known) { return known == start; };
      const auto same_label = std::find_if(tables_.starts.rbegin(), tables_.starts.rend(),
                                           [&](const LabelledStart& s) { return s.label != start.label; });
      if (std::none_of(tables_.starts.rbegin(), same_label, is_same)) tables_.starts.push_back(start);
    }
  }

  /// What the state is now. States lead back only to themselves.
  std::uint32_t merge(const AutomatonTables& all, std::uint32_t old) {
    if (merged_[old] != kNotMerged) return merged_[old];
    const State& state = all.states[old];
    std::vector<std::uint32_t> key = {state.accepts, state.rest};
    std::vector<Edge> edges;
    for (std::uint32_t i = 0; i < state.edge_count && state.rest == 0; ++i) {
      Edge edge = all.edges[state.first_edge + i];
      edge.target = edge.target == old ? kItself : merge(all, edge.target) & kItself;
      if (std::find(edges.begin(), edges.end(), edge) != edges.end()) continue;
      edges.push_back(edge);
      key.insert(key.end(), {edge.label, edge.target, edge.colon});
    }
    const auto id = static_cast<std::uint32_t>(tables_.states.size());
    const auto [known, is_new] = states_by_edges_.try_emplace(std::move(key), id);
    if (is_new) {
      tables_.states.push_back({static_cast<std::uint32_t>(tables_.edges.size()), state.next_words,
                                static_cast<std::uint16_t>(edges.size()), state.accepts, state.rest});
      for (Edge edge : edges) {
        if (edge.target == kItself) edge.target = id & kItself;
        tables_.edges.push_back(edge);
      }
    }
    return merged_[old] = known->second;
  }

  static constexpr std::uint32_t kNotMerged = 0xFFFFFFFFU;
  static constexpr std::uint32_t kItself = 0x7FFFFFFFU;

  std::vector<Node> nodes_;
  std::vector<std::pair<std::uint32_t, std::uint8_t>> starts_;  // node and group
  std::map<std::string, std::uint32_t> words_;
  std::vector<const std::string*> words_by_id_;
  std::vector<std::uint32_t> last_words_;  // by state: classes of words
  std::vector<std::uint8_t> most_words_;   // by state: words that may follow
  std::vector<std::uint32_t> merged_;      // by state before merging
  std::map<std::vector<std::uint32_t>, std::uint32_t> states_by_edges_;
  AutomatonTables tables_;
};

}  // namespace

Automaton AutomatonTables::view() const {
  return {letters, vocabulary, states, edges, starts};
}

AutomatonTables build_automaton(const std::vector<RuleTemplate>& templates) {
  Builder builder;
  for (const RuleTemplate& rule_template : templates) builder.add(rule_template);
  return builder.finish();
}

}  // namespace newswash
