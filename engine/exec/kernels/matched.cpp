#include <array>
#include <vector>

#include "engine/base/assert.h"
#include "engine/exec/kernels/kernel.h"
#include "engine/exec/kernels/row_loop.h"

// What a correlated lambda makes of the members of a subject's group, from tallies by composite group. A key of the subject
// divides the members by what `member's key == own key` is for them:
//
//   own key      a member's key                 state
//   a value      the same value                 true
//                another value                  false
//                no value                       what it has instead
//   no value     a value                        what the own key has instead
//                no value                       strict(own, member's)
//
// Where the keys must differ the two first lines change places; the others of any value are those of any value less those
// of the own one. Every combination of such classes over the keys is one composite group, counted with a sign. Members in
// none of them have a key that is decisively false.

namespace kijun::exec {
namespace {

using cel::State;

/// Members with a key of one kind: the state of their match, and whether they are added or taken away.
struct KeyClass {
  KeyPart part;
  State state = State::kTrue;
  bool is_taken_away = false;
};

/// The classes of one key, at most five.
struct KeyClasses {
  std::array<KeyClass, 5> list;
  std::size_t size = 0;
  void add(const KeyClass& one) { list[size++] = one; }
};

State state_of(KeyPart::Kind kind) {
  switch (kind) {
    case KeyPart::Kind::kUnknown:
      return State::kUnknown;
    case KeyPart::Kind::kError:
      return State::kError;
    case KeyPart::Kind::kNotApplicable:
      return State::kNotApplicable;
    case KeyPart::Kind::kValue:
    case KeyPart::Kind::kAnyValue:
      break;
  }
  return State::kTrue;
}

/// How many members ended in which state.
using Counts = std::array<std::int64_t, 5>;

class Matcher {
 public:
  explicit Matcher(const Call& call)
      : composites_(call.frame.composites[call.instruction.index]),
        folded_(call.frame.folds[call.instruction.index]),
        matching_(call.instruction.matching) {
    for (std::size_t i = 0; i < call.num_args(); ++i) keys_.push_back({&call.arg(i), call.arg_code(i).kind});
    classes_.resize(keys_.size());
  }

  /// The states of the lambda over all members of the group, or of the folded value over those that match.
  Tally tally(std::uint32_t group, std::size_t subject) {
    for (std::size_t key = 0; key < keys_.size(); ++key) classify(key, subject);
    Counts counts{};
    num_matched_ = 0;
    add_classes(group, 0, State::kTrue, false, {}, counts);
    const bool is_or = matching_.mode == Matching::Mode::kOr;
    if (matching_.mode != Matching::Mode::kOnly) {
      const std::int64_t num_members = folded_.tally(composites_.whole(group)).size();
      counts[static_cast<std::size_t>(State::kFalse)] += num_members - num_matched_;
    }
    Tally tally;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      const auto state = static_cast<State>(i);
      tally.add(is_or ? cel::logical_not(state) : state, static_cast<std::uint32_t>(counts[i]));
    }
    return tally;
  }

  /// The composite group of the members that have the subject's own keys.
  [[nodiscard]] std::uint32_t equal_to(std::uint32_t group, std::size_t subject) const {
    CompositeGroups::Parts parts;
    for (std::size_t key = 0; key < keys_.size(); ++key) {
      const std::optional<KeyPart> own = composites_.part(keys_[key], subject);
      if (!own.has_value() || own->kind != KeyPart::Kind::kValue) return CompositeGroups::kNobody;
      parts[key] = *own;
    }
    return composites_.find(group, parts);
  }

 private:
  [[nodiscard]] bool must_differ(std::size_t key) const { return (matching_.differing >> key & 1U) != 0; }

  void classify(std::size_t key, std::size_t subject) {
    KeyClasses& classes = classes_[key];
    classes.size = 0;
    const std::optional<KeyPart> own = composites_.part(keys_[key], subject);
    const State own_state = own.has_value() ? state_of(own->kind) : State::kTrue;
    if (own_state != State::kTrue) {
      classes.add({{KeyPart::Kind::kAnyValue, 0}, own_state, false});
    } else {
      if (must_differ(key)) classes.add({{KeyPart::Kind::kAnyValue, 0}, State::kTrue, false});
      if (own.has_value()) classes.add({*own, State::kTrue, must_differ(key)});
    }
    for (const KeyPart::Kind kind : {KeyPart::Kind::kUnknown, KeyPart::Kind::kError, KeyPart::Kind::kNotApplicable})
      if (composites_.has(key, kind)) classes.add({{kind, 0}, cel::strict(own_state, state_of(kind)), false});
  }

  /// Adds the members of every combination of classes, from key `key` on.
  void add_classes(std::uint32_t group, std::size_t key, State state, bool is_taken_away, CompositeGroups::Parts parts,
                   Counts& counts) {
    if (key == keys_.size()) {
      add_members(folded_.tally(composites_.find(group, parts)), state, is_taken_away, counts);
      return;
    }
    for (std::size_t i = 0; i < classes_[key].size; ++i) {
      const KeyClass& one = classes_[key].list[i];
      parts[key] = one.part;
      add_classes(group, key + 1, cel::logical_and(state, one.state), is_taken_away != one.is_taken_away, parts,
                  counts);
    }
  }

  void add_members(const Tally& members, State match, bool is_taken_away, Counts& counts) {
    if (matching_.mode == Matching::Mode::kOnly && match != State::kTrue) return;
    const std::int64_t sign = is_taken_away ? -1 : 1;
    for (std::size_t i = 0; i < counts.size(); ++i) {
      auto state = static_cast<State>(i);
      const std::int64_t num_members = sign * members.count(state);
      num_matched_ += num_members;
      if (matching_.mode == Matching::Mode::kOr) state = cel::logical_not(state);
      if (matching_.mode != Matching::Mode::kOnly) state = cel::logical_and(match, state);
      counts[static_cast<std::size_t>(state)] += num_members;
    }
  }

  const CompositeGroups& composites_;
  const FoldState& folded_;
  Matching matching_;
  std::vector<KeyColumn> keys_;
  std::vector<KeyClasses> classes_;  ///< By key, of the subject at hand.
  std::int64_t num_matched_ = 0;
};

}  // namespace

void eval_matched(Call& call) {
  const Instruction& code = call.instruction;
  const FoldState& folded = call.frame.folds[code.index];
  const bool of_records = code.space == table::kRecordSpace;
  const bool is_tally = fold_kind(code.result) == FoldKind::kTally;
  Matcher matcher(call);
  call.out.make_array(code.kind, call.size());
  each_state(call, [&](std::size_t i) {
    const std::uint32_t group =
        of_records ? call.frame.groups[code.group].group_of(i) : call.frame.first + static_cast<std::uint32_t>(i);
    if (group == table::kNoGroup) return State::kNotApplicable;
    if (is_tally) return matcher.tally(group, i).write(code.result, i, call.out);
    return folded.write_one(code.result, matcher.equal_to(group, i), i, call.out);
  });
}

}  // namespace kijun::exec
