#include <algorithm>
#include <set>

#include "engine/base/assert.h"
#include "engine/exec/program_builder.h"

namespace kijun::exec {
namespace {

/// What the roots need, directly or not.
struct Reached {
  std::vector<bool> instructions;
  std::vector<bool> folds;
};

Reached reach(const std::vector<Instruction>& instructions, const std::vector<Fold>& folds,
              const std::vector<InstructionId>& roots) {
  Reached reached{std::vector<bool>(instructions.size()), std::vector<bool>(folds.size())};
  std::vector<InstructionId> pending(roots);
  while (!pending.empty()) {
    const InstructionId id = pending.back();
    pending.pop_back();
    if (reached.instructions[id]) continue;
    reached.instructions[id] = true;
    const Instruction& code = instructions[id];
    pending.insert(pending.end(), code.args.begin(), code.args.end());
    if (!reads_fold(code.op) || reached.folds[code.index]) continue;
    const Fold& fold = folds[code.index];
    reached.folds[code.index] = true;
    pending.push_back(fold.value);
    if (fold.filter != kNoInstruction) pending.push_back(fold.filter);
    pending.insert(pending.end(), fold.keys.begin(), fold.keys.end());
  }
  return reached;
}

/// New positions of what is kept, in the old order.
std::vector<std::uint32_t> renumber(const std::vector<bool>& kept) {
  std::vector<std::uint32_t> positions(kept.size());
  std::uint32_t next = 0;
  for (std::size_t i = 0; i < kept.size(); ++i) positions[i] = kept[i] ? next++ : next;
  return positions;
}

bool is_records(table::SpaceId space) { return space == table::kRecordSpace; }

/// Values of the same space that an instruction of another stage left behind.
bool is_earlier(const Program::Code& code, InstructionId id, table::SpaceId space, std::int32_t stage) {
  const Instruction& instruction = code.instructions[id];
  return instruction.space == space && instruction.stage < stage;
}

/// The pass of one space and stage, empty when nothing runs in it.
Phase make_phase(const Program::Code& code, table::SpaceId space, std::int32_t stage) {
  Phase phase{space, stage, {}, {}, {}, {}};
  std::set<InstructionId> loads;
  const auto need = [&](InstructionId id) {
    if (id != kNoInstruction && is_earlier(code, id, space, stage)) loads.insert(id);
  };
  for (InstructionId id = 0; id < code.instructions.size(); ++id) {
    const Instruction& instruction = code.instructions[id];
    if (instruction.space != space || instruction.stage != stage) continue;
    phase.runs.push_back(id);
    for (const InstructionId arg : instruction.args) need(arg);
  }
  for (std::uint32_t i = 0; i < code.folds.size() && is_records(space); ++i) {
    if (code.folds[i].stage != stage) continue;
    phase.folds.push_back(i);
    need(code.folds[i].value);
    need(code.folds[i].filter);
    for (const InstructionId key : code.folds[i].keys) need(key);
  }
  phase.loads.assign(loads.begin(), loads.end());
  return phase;
}

/// Orders the passes: groups before the first sweep, then each sweep over the records and the groups behind it.
void make_phases(Program::Code& code) {
  std::set<table::SpaceId> groups;
  std::int32_t last = 0;
  for (const Instruction& instruction : code.instructions) {
    if (instruction.space == kConstantSpace) continue;
    if (!is_records(instruction.space)) groups.insert(instruction.space);
    last = std::max(last, instruction.stage);
  }
  for (const Fold& fold : code.folds) last = std::max(last, fold.stage);
  const auto add = [&code](table::SpaceId space, std::int32_t stage) {
    Phase phase = make_phase(code, space, stage);
    const bool streams = is_records(space) && stage == 0;
    if (streams || !phase.runs.empty() || !phase.folds.empty()) code.phases.push_back(std::move(phase));
  };
  for (std::int32_t stage = -1; stage <= last; ++stage) {
    if (stage >= 0) add(table::kRecordSpace, stage);
    for (const table::SpaceId space : groups) add(space, stage);
  }
}

/// Marks what must outlive its pass: results, group values (records read them in any order), and what is read back.
void mark_stored(Program::Code& code) {
  code.stored.assign(code.instructions.size(), false);
  for (std::size_t id = 0; id < code.instructions.size(); ++id) {
    const Instruction& instruction = code.instructions[id];
    const bool of_groups = instruction.space != kConstantSpace && !is_records(instruction.space);
    code.stored[id] = of_groups && instruction.kind != ValueKind::kList;
  }
  for (const Phase& phase : code.phases) {
    for (const InstructionId id : phase.loads) code.stored[id] = true;
  }
  for (const InstructionId id : code.root_results) code.stored[id] = true;
  for (Phase& phase : code.phases) {
    for (const InstructionId id : phase.runs) {
      if (code.stored[id]) phase.stores.push_back(id);
    }
  }
}

/// Lists the columns, the raw texts and the fallbacks that instructions name.
void collect_needs(Program::Code& code) {
  std::set<table::FieldIndex> fields;
  std::set<table::FieldIndex> earlier_fields;
  std::set<table::FieldIndex> raw_fields;
  for (const Instruction& instruction : code.instructions) {
    if (instruction.op == Op::kField && is_records(instruction.space)) fields.insert(instruction.index);
    if (instruction.op == Op::kEarlierField) earlier_fields.insert(instruction.index);
    if (instruction.op == Op::kRaw) raw_fields.insert(instruction.index);
    if (instruction.op == Op::kFallback || instruction.op == Op::kCall) {
      code.fallback_texts.emplace_back(instruction.expr->source_text(instruction.node));
    }
  }
  code.fields.assign(fields.begin(), fields.end());
  code.earlier_fields.assign(earlier_fields.begin(), earlier_fields.end());
  code.raw_fields.assign(raw_fields.begin(), raw_fields.end());
}

}  // namespace

Program::Code ProgramBuilder::link(std::vector<Root> roots, const std::vector<InstructionId>& results) const {
  KIJUN_ASSERT(roots.size() == results.size());
  const Reached reached = reach(instructions_, folds_, results);
  const auto instruction_at = renumber(reached.instructions);
  const auto fold_at = renumber(reached.folds);
  Program::Code code;
  code.roots = std::move(roots);
  for (const InstructionId id : results) code.root_results.push_back(instruction_at[id]);
  for (std::size_t id = 0; id < instructions_.size(); ++id) {
    if (!reached.instructions[id]) continue;
    Instruction& kept = code.instructions.emplace_back(instructions_[id]);
    for (InstructionId& arg : kept.args) arg = instruction_at[arg];
    if (reads_fold(kept.op)) kept.index = fold_at[kept.index];
  }
  for (std::size_t i = 0; i < folds_.size(); ++i) {
    if (!reached.folds[i]) continue;
    Fold& kept = code.folds.emplace_back(folds_[i]);
    kept.value = instruction_at[kept.value];
    if (kept.filter != kNoInstruction) kept.filter = instruction_at[kept.filter];
    for (InstructionId& key : kept.keys) key = instruction_at[key];
  }
  make_phases(code);
  mark_stored(code);
  collect_needs(code);
  find_wanted(code);
  return code;
}

}  // namespace kijun::exec
