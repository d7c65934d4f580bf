#include "engine/exec/program_builder.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "engine/base/assert.h"

namespace kijun::exec {
namespace {

/// Everything that distinguishes instructions, as text.
std::string key_of(const Instruction& code) {
  const bool by_tree = code.expr != nullptr;
  return fmt::format("{} {} {} {} {} {} {} {} {} {} [{}] {} {}", static_cast<int>(code.op), static_cast<int>(code.kind),
                     code.space, static_cast<int>(code.result), code.group, code.index, code.steps,
                     static_cast<int>(code.matching.mode), code.matching.differing,
                     static_cast<const void*>(code.domain), fmt::join(code.args, ","), code.num_locals,
                     by_tree ? node_key(*code.expr, code.node) : std::string());
}

std::string key_of(const Fold& fold) {
  return fmt::format("{} {} {} {} {} [{}]", static_cast<int>(fold.kind), fold.group, fold.value, fold.filter,
                     static_cast<int>(fold.value_kind), fmt::join(fold.keys, ","));
}

}  // namespace

InstructionId ProgramBuilder::add(Instruction instruction) {
  instruction.stage = stage_of(instruction);
  const auto [entry, is_new] = by_key_.emplace(key_of(instruction), static_cast<InstructionId>(instructions_.size()));
  if (is_new) instructions_.push_back(std::move(instruction));
  return entry->second;
}

InstructionId ProgramBuilder::add_literal(ValueKind kind, std::uint32_t value) {
  Instruction literal;
  literal.op = Op::kLiteral;
  literal.kind = kind;
  literal.index = value;
  return add(std::move(literal));
}

std::uint32_t ProgramBuilder::add_fold(Fold fold) {
  fold.stage = std::max(0, at(fold.value).stage);
  if (fold.filter != kNoInstruction) fold.stage = std::max(fold.stage, at(fold.filter).stage);
  for (const InstructionId key : fold.keys) fold.stage = std::max(fold.stage, at(key).stage);
  const auto [entry, is_new] = fold_by_key_.emplace(key_of(fold), static_cast<std::uint32_t>(folds_.size()));
  if (is_new) folds_.push_back(fold);
  return entry->second;
}

/// A record instruction runs in the sweep its latest argument is ready in; one that reads groups, in the sweep after
/// which they are; one that matches members, in the sweep after they were folded. A group instruction runs after the sweep
/// of its latest argument or fold.
std::int32_t ProgramBuilder::stage_of(const Instruction& instruction) const {
  if (instruction.space == kConstantSpace) return -1;
  const bool of_records = instruction.space == table::kRecordSpace;
  std::int32_t stage = of_records ? 0 : -1;
  if (reads_fold(instruction.op)) stage = folds_[instruction.index].stage + (of_records ? 1 : 0);
  for (const InstructionId arg : instruction.args) {
    const bool from_groups = of_records && at(arg).space != table::kRecordSpace && at(arg).space != kConstantSpace;
    stage = std::max(stage, at(arg).stage + (from_groups ? 1 : 0));
  }
  return stage;
}

}  // namespace kijun::exec
