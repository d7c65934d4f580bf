#include <algorithm>
#include <bitset>
#include <map>
#include <string>

#include "engine/exec/text/byte_automaton.h"
#include "engine/exec/text/pattern_tree.h"

// From a pattern to a table. Every byte class of the pattern is a position; the positions that a match can stand at after
// a byte follow from those before it (Glushkov's automaton), and every set of positions that can occur together is a
// state (the subset construction).
//
// A search goes on from everywhere, so the first positions of a branch without `^` are open at every byte. Reaching the
// last position of a branch without `$` settles the search; one with `$` counts when the text ends there. Patterns of
// which every branch ends with `$` and none begins with `^` are built the other way round and read from the end of the
// text, where they are settled after a few bytes.

namespace kijun::exec {
namespace {

constexpr std::size_t kMaxPositions = 256;
constexpr std::size_t kMaxStates = 250;
using Positions = std::bitset<kMaxPositions>;

/// The positions at the ends of a part of a pattern.
struct Part {
  Positions first;
  Positions last;
  bool can_be_empty = true;
};

/// Numbers the byte classes of a pattern and finds which can follow which.
class PositionFinder {
 public:
  /// Nothing when there are too many positions.
  std::optional<Part> add(const PatternNode& node) {
    switch (node.kind) {
      case PatternNode::Kind::kByte:
        return add_byte(node.bytes);
      case PatternNode::Kind::kSequence: {
        Part whole;
        for (const PatternNode& child : node.children) {
          const auto part = add(child);
          if (!part.has_value()) return std::nullopt;
          whole = join(whole, *part);
        }
        return whole;
      }
      case PatternNode::Kind::kChoice: {
        Part whole{{}, {}, false};
        for (const PatternNode& child : node.children) {
          const auto part = add(child);
          if (!part.has_value()) return std::nullopt;
          whole.first |= part->first;
          whole.last |= part->last;
          whole.can_be_empty = whole.can_be_empty || part->can_be_empty;
        }
        return whole;
      }
      case PatternNode::Kind::kRepeat:
        break;
    }
    return add_repeat(node);
  }

  [[nodiscard]] const std::vector<ByteSet>& bytes() const { return bytes_; }
  [[nodiscard]] const std::vector<Positions>& following() const { return following_; }
  /// Which can stand before which.
  [[nodiscard]] std::vector<Positions> preceding() const {
    std::vector<Positions> turned(following_.size());
    for (std::size_t from = 0; from < following_.size(); ++from) {
      for (std::size_t to = 0; to < following_.size(); ++to) turned[to][from] = following_[from][to];
    }
    return turned;
  }

 private:
  std::optional<Part> add_byte(const ByteSet& bytes) {
    if (bytes_.size() == kMaxPositions) return std::nullopt;
    Part part{{}, {}, false};
    part.first.set(bytes_.size());
    part.last.set(bytes_.size());
    bytes_.push_back(bytes);
    following_.emplace_back();
    return part;
  }

  void follow(const Positions& from, const Positions& to) {
    for (std::size_t i = 0; i < following_.size(); ++i) {
      if (from[i]) following_[i] |= to;
    }
  }

  Part join(const Part& a, const Part& b) {
    follow(a.last, b.first);
    Part whole;
    whole.first = a.can_be_empty ? a.first | b.first : a.first;
    whole.last = b.can_be_empty ? a.last | b.last : b.last;
    whole.can_be_empty = a.can_be_empty && b.can_be_empty;
    return whole;
  }

  /// x{2,4} is xxx?x?, x{2,} is xxx*.
  std::optional<Part> add_repeat(const PatternNode& node) {
    Part whole;
    const bool endless = node.most == PatternNode::kNoLimit;
    const std::uint32_t copies = endless ? std::max(1U, node.least) : node.most;
    for (std::uint32_t i = 0; i < copies; ++i) {
      auto copy = add(node.children.front());
      if (!copy.has_value()) return std::nullopt;
      if (endless && i + 1 == copies) follow(copy->last, copy->first);
      if (i >= node.least) copy->can_be_empty = true;
      whole = join(whole, *copy);
    }
    return whole;
  }

  std::vector<ByteSet> bytes_;
  std::vector<Positions> following_;
};

/// The literal bytes that a branch begins with.
void add_literal(const PatternNode& node, std::string& literal, bool& open) {
  if (node.kind == PatternNode::Kind::kSequence) {
    for (const PatternNode& child : node.children) {
      if (open) add_literal(child, literal, open);
    }
    return;
  }
  open = node.kind == PatternNode::Kind::kByte && node.bytes.count() == 1;
  if (!open) return;
  unsigned byte = 0;
  while (!node.bytes[byte]) ++byte;
  literal.push_back(static_cast<char>(byte));
}

/// Sets of positions as states.
class SubsetBuilder {
 public:
  using State = ByteAutomaton::State;

  std::optional<ByteAutomaton> build(const std::vector<PatternBranch>& branches) {
    if (!find_positions(branches)) return std::nullopt;
    tables_.next.resize(2);
    tables_.accepts_end = {true, false};
    tables_.next[ByteAutomaton::kAccepting].fill(ByteAutomaton::kAccepting);
    tables_.next[ByteAutomaton::kDead].fill(ByteAutomaton::kDead);
    sets_.resize(2);
    tables_.start = settled_ ? ByteAutomaton::kAccepting : state_of({}, true);
    for (std::size_t state = 2; state < sets_.size(); ++state) {
      if (sets_.size() > kMaxStates) return std::nullopt;
      add_transitions(state);
    }
    if (sets_.size() > kMaxStates) return std::nullopt;
    find_literal(branches);
    return ByteAutomaton(std::move(tables_));
  }

 private:
  /// A set of positions that have just been passed, and whether the text begins here.
  struct Set {
    Positions passed;
    bool at_begin = false;
  };

  bool find_positions(const std::vector<PatternBranch>& branches) {
    tables_.backward =
        std::ranges::all_of(branches, [](const PatternBranch& branch) { return branch.at_end && !branch.at_begin; });
    PositionFinder finder;
    for (const PatternBranch& branch : branches) {
      const auto part = finder.add(branch.node);
      if (!part.has_value()) return false;
      const bool anchored = tables_.backward || branch.at_begin;
      const bool to_end = !tables_.backward && branch.at_end;
      (anchored ? first_at_begin_ : first_anywhere_) |= tables_.backward ? part->last : part->first;
      (to_end ? last_at_end_ : last_anywhere_) |= tables_.backward ? part->first : part->last;
      if (!part->can_be_empty) continue;
      // The empty text stands everywhere; with both anchors it must be the whole text.
      if (!branch.at_begin || !branch.at_end) settled_ = true;
      if (branch.at_begin && branch.at_end) empty_text_matches_ = true;
    }
    find_bytes(finder.bytes());
    following_ = tables_.backward ? finder.preceding() : finder.following();
    return true;
  }

  State state_of(const Positions& passed, bool at_begin) {
    at_begin = at_begin && (first_at_begin_.any() || empty_text_matches_);  // else it changes nothing
    if ((passed & last_anywhere_).any()) return ByteAutomaton::kAccepting;
    if (passed.none() && !at_begin && first_anywhere_.none()) return ByteAutomaton::kDead;
    const auto [entry, is_new] =
        numbers_.emplace((at_begin ? "^" : " ") + passed.to_string(), static_cast<std::uint32_t>(sets_.size()));
    if (is_new) {
      sets_.push_back({passed, at_begin});
      tables_.next.emplace_back();
      tables_.accepts_end.push_back((passed & last_at_end_).any() || (at_begin && empty_text_matches_));
      if (passed.none() && !at_begin) tables_.idle = static_cast<State>(entry->second);
    }
    return static_cast<State>(entry->second);
  }

  /// Bytes that the same positions take lead to the same state.
  void add_transitions(std::size_t state) {
    const Set set = sets_[state];
    Positions open = first_anywhere_;
    if (set.at_begin) open |= first_at_begin_;
    for (std::size_t i = 0; i < following_.size(); ++i) {
      if (set.passed[i]) open |= following_[i];
    }
    for (unsigned byte = 0; byte < kNumBytes; ++byte) {
      const bool is_known = same_as_[byte] < byte;
      const State next = is_known ? tables_.next[state][same_as_[byte]] : state_of(open & taking_[byte], false);
      tables_.next[state][byte] = next;
    }
  }

  void find_bytes(const std::vector<ByteSet>& bytes) {
    for (unsigned byte = 0; byte < kNumBytes; ++byte) {
      for (std::size_t i = 0; i < bytes.size(); ++i) taking_[byte][i] = bytes[i][byte];
      same_as_[byte] = 0;
      while (taking_[same_as_[byte]] != taking_[byte]) ++same_as_[byte];
    }
  }

  void find_literal(const std::vector<PatternBranch>& branches) {
    if (branches.size() > 1 || branches.front().at_begin || tables_.backward || settled_) return;
    bool open = true;
    add_literal(branches.front().node, tables_.literal, open);
  }

  static constexpr unsigned kNumBytes = 256;

  std::array<Positions, kNumBytes> taking_;    ///< By byte: the positions that take it.
  std::array<unsigned, kNumBytes> same_as_{};  ///< By byte: the first one that the same positions take.
  std::vector<Positions> following_;
  Positions first_anywhere_, first_at_begin_, last_anywhere_, last_at_end_;
  bool settled_ = false;             ///< Every text matches.
  bool empty_text_matches_ = false;  ///< At least the empty text.
  std::vector<Set> sets_;
  std::map<std::string, std::uint32_t> numbers_;
  ByteAutomaton::Tables tables_;
};

}  // namespace

std::optional<ByteAutomaton> compile_automaton(std::string_view pattern) {
  const auto branches = parse_pattern(pattern);
  return branches.has_value() ? SubsetBuilder().build(*branches) : std::nullopt;
}

}  // namespace kijun::exec
