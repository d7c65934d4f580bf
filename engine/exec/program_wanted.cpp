#include <algorithm>
#include <queue>

#include "engine/exec/program_builder.h"

// `cheap && costly` needs the costly operand only where the cheap one is not false, and so on inwards. The vectors of both
// are computed for all subjects anyway, so this is only worth it for what costs much more than a comparison: tests of
// texts and calls of the naive evaluator. They are put behind everything cheap of their phase. Where one of them is used,
// every user on the way out to a result may have operands that are known by then; if one of these decides, the costly
// result cannot matter and may be anything: it stays false.

namespace kijun::exec {
namespace {

bool is_costly(const Program::Code& code, const Instruction& instruction) {
  switch (instruction.op) {
    case Op::kCall:
    case Op::kFallback:
      return instruction.kind == ValueKind::kBool;
    case Op::kEqual:
    case Op::kLess:
    case Op::kLessEqual:
    case Op::kInConstant:
    case Op::kInColumn:
    case Op::kStartsWith:
    case Op::kEndsWith:
    case Op::kContains:
    case Op::kMatches:
      return code.instructions[instruction.args.front()].kind == ValueKind::kString;
    default:
      return false;
  }
}

/// The ids of a phase in an order in which arguments come first and, of those that are ready, cheap ones.
std::vector<InstructionId> cheap_first(const Program::Code& code, const std::vector<InstructionId>& ids) {
  using Entry = std::pair<bool, InstructionId>;
  std::vector<std::uint32_t> num_missing(code.instructions.size());
  std::vector<std::vector<InstructionId>> users(code.instructions.size());
  for (const InstructionId id : ids) {
    for (const InstructionId arg : code.instructions[id].args) {
      if (!std::ranges::binary_search(ids, arg)) continue;
      ++num_missing[id];
      users[arg].push_back(id);
    }
  }
  std::priority_queue<Entry, std::vector<Entry>, std::greater<>> ready;
  const auto add = [&](InstructionId id) { ready.emplace(is_costly(code, code.instructions[id]), id); };
  for (const InstructionId id : ids) {
    if (num_missing[id] == 0) add(id);
  }
  std::vector<InstructionId> order;
  while (!ready.empty()) {
    const InstructionId id = ready.top().second;
    ready.pop();
    order.push_back(id);
    for (const InstructionId user : users[id]) {
      if (--num_missing[user] == 0) add(user);
    }
  }
  return order;
}

/// Finds the ways from costly instructions to results.
class WayFinder {
 public:
  explicit WayFinder(Program::Code& code)
      : code_(code), users_(code.instructions.size()), place_(code.instructions.size()), always_(code.stored) {
    for (InstructionId id = 0; id < code.instructions.size(); ++id) {
      for (const InstructionId arg : code.instructions[id].args) {
        if (users_[arg].empty() || users_[arg].back() != id) users_[arg].push_back(id);
      }
    }
    for (const Fold& fold : code.folds) {
      always_[fold.value] = true;
      if (fold.filter != kNoInstruction) always_[fold.filter] = true;
      for (const InstructionId key : fold.keys) always_[key] = true;
    }
  }

  void run(const Phase& phase) {
    for (std::uint32_t place = 0; place < phase.runs.size(); ++place) place_[phase.runs[place]] = place;
    for (const InstructionId id : phase.runs) {
      if (!is_costly(code_, code_.instructions[id])) continue;
      target_ = id;
      ways_.clear();
      num_steps_ = 0;
      if (walk(id, {}, 0)) code_.instructions[id].wanted = ways_;
    }
  }

 private:
  using Way = std::vector<Condition>;

  /// Follows all users of `id`; false when its result can always matter, or when it is not worth finding out.
  bool walk(InstructionId id, const Way& way, int depth) {
    constexpr int kDeepest = 8;
    constexpr int kMostSteps = 100;
    if (++num_steps_ > kMostSteps) return false;
    if (always_[id] || depth == kDeepest) return add(way);
    return std::ranges::all_of(users_[id], [&](InstructionId user) {
      const Instruction& code = code_.instructions[user];
      if (!is_same_phase(code)) return add(way);
      Way longer = way;
      add_conditions(code, id, longer);
      return walk(user, longer, depth + 1);
    });
  }

  bool add(const Way& way) {
    constexpr std::size_t kMostWays = 8;
    if (way.empty() || ways_.size() == kMostWays) return false;
    if (std::ranges::find(ways_, way) == ways_.end()) ways_.push_back(way);
    return true;
  }

  /// Under which conditions the result of `arg` can matter to its user.
  void add_conditions(const Instruction& user, InstructionId arg, Way& way) const {
    const auto add = [&](InstructionId id, cel::State state, bool is) {
      if (id != arg && is_known(id)) way.push_back({id, state, is});
    };
    if (user.op == Op::kAnd || user.op == Op::kOr) {
      const cel::State decisive = user.op == Op::kAnd ? cel::State::kFalse : cel::State::kTrue;
      for (const InstructionId other : user.args) add(other, decisive, false);
    } else if (user.op == Op::kConditional && std::ranges::count(user.args, arg) == 1 && user.args[0] != arg) {
      add(user.args[0], user.args[1] == arg ? cel::State::kTrue : cel::State::kFalse, true);
    }
  }

  [[nodiscard]] bool is_same_phase(const Instruction& code) const {
    const Instruction& target = code_.instructions[target_];
    return code.space == target.space && code.stage == target.stage;
  }

  /// Whether the vector of `id` is there when the target runs.
  [[nodiscard]] bool is_known(InstructionId id) const {
    const Instruction& code = code_.instructions[id];
    const Instruction& target = code_.instructions[target_];
    if (code.space != target.space) return code.space == kConstantSpace;
    return code.stage < target.stage || place_[id] < place_[target_];
  }

  Program::Code& code_;
  std::vector<std::vector<InstructionId>> users_;  ///< By instruction.
  std::vector<std::uint32_t> place_;               ///< By instruction: in its phase.
  std::vector<bool> always_;                       ///< By instruction: something outside its phase takes it.
  InstructionId target_ = kNoInstruction;
  std::vector<Way> ways_;
  int num_steps_ = 0;
};

}  // namespace

void find_wanted(Program::Code& code) {
  for (Phase& phase : code.phases) phase.runs = cheap_first(code, phase.runs);
  WayFinder finder(code);
  for (const Phase& phase : code.phases) finder.run(phase);
}

}  // namespace kijun::exec
