#include "engine/exec/run_tables.h"

#include <algorithm>

#include "engine/base/assert.h"
#include "engine/exec/constants.h"

namespace kijun::exec {
namespace {

/// Position of every field in a request; fields are looked up only when they are in it.
std::vector<std::uint32_t> positions(const std::vector<table::FieldIndex>& request) {
  std::vector<std::uint32_t> result(request.empty() ? 0 : request.back() + 1);
  for (std::uint32_t i = 0; i < request.size(); ++i) result[request[i]] = i;
  return result;
}

std::uint32_t whole_words(std::uint32_t subjects) {
  constexpr auto kBits = static_cast<std::uint32_t>(StatePlanes::kWordBits);
  return std::max(1U, (subjects + kBits - 1) / kBits) * kBits;
}

/// Whether any instruction reads a record's code, name or kind.
bool describes_records(const Program::Code& code) {
  return std::ranges::any_of(code.instructions, [](const Instruction& instruction) {
    const bool describes = instruction.op == Op::kCode || instruction.op == Op::kName || instruction.op == Op::kKind;
    return describes && instruction.space == table::kRecordSpace;
  });
}

}  // namespace

RunTables::RunTables(const Program& program, const table::SurveyContext& run_survey,
                     const cel::EvalContext& run_context, ExecutionOptions options)
    : code(program.code()),
      survey(run_survey),
      context(run_context),
      batch_rows(options.batch_rows),
      column_of(positions(code.fields)),
      raw_column_of(positions(code.raw_fields)),
      constants(code.instructions.size()),
      prepared(code.instructions.size()),
      stored(code.instructions.size()),
      folds(code.folds.size()),
      composites(code.folds.size()),
      folded(survey.group_kinds().size()),
      memberships(survey.group_kinds().size()),
      groupings(survey.group_kinds().size()),
      kept_groups(survey.group_kinds().size()),
      stored_groups(survey.group_kinds().size()) {
  KIJUN_ASSERT(batch_rows >= 1 && options.threads >= 1);
  const std::uint32_t num_rows = survey.num_rows();
  range_rows = whole_words((num_rows + options.threads - 1) / options.threads);
  num_ranges = std::max(1U, (num_rows + range_rows - 1) / range_rows);
  others = SubjectStates(num_rows, range_rows);
  request = {code.fields, code.raw_fields, {}, describes_records(code)};
  find_groups();
  make_constants();
  make_columns();
}

std::uint32_t RunTables::num_subjects(table::SpaceId space) const {
  if (space == table::kRecordSpace) return survey.num_rows();
  return static_cast<std::uint32_t>(survey.groups(static_cast<table::GroupId>(space - 1)).size());
}

/// Which groups of its rows the source is asked for, and which of them outlive their block.
void RunTables::find_groups() {
  std::vector<bool> asked(survey.group_kinds().size());
  for (const table::GroupKind& kind : survey.group_kinds()) many.push_back(kind.many);
  const auto use = [&](table::GroupId group, std::int32_t stage) {
    if (many[group]) return;
    asked[group] = true;
    if (stage > 0) kept_groups[group] = true;
  };
  for (const Instruction& instruction : code.instructions) {
    const bool matches = instruction.op == Op::kMatched && instruction.space == table::kRecordSpace;
    if (instruction.op == Op::kGather || matches) use(instruction.group, instruction.stage);
    if (instruction.op == Op::kReduce) groupings[instruction.group] = &survey.grouping(instruction.group);
  }
  for (const Fold& fold : code.folds) {
    use(fold.group, fold.stage);
    folded[fold.group] = true;
  }
  for (table::GroupId group = 0; group < static_cast<table::GroupId>(asked.size()); ++group) {
    const std::uint32_t num_groups = num_subjects(table::group_space(group));
    if (asked[group]) request.groups.push_back(group);
    if (kept_groups[group]) stored_groups[group] = StoredGroups(survey.num_rows(), num_groups);
    if (many[group] && folded[group]) memberships[group] = Membership(survey.grouping(group), survey.num_rows());
  }
}

void RunTables::make_constants() {
  std::vector<const Vector*> vectors;
  for (const Vector& constant : constants) vectors.push_back(&constant);
  const Frame frame{code, survey, context, vectors, prepared, stored, folds, composites, {}, {}, {}, {}, nullptr, 0, 1};
  for (InstructionId id = 0; id < code.instructions.size(); ++id) {
    prepared[id] = prepare(code.instructions[id], frame);
    if (is_constant(id)) make_constant(code.instructions[id], frame, prepared[id], batch_rows, constants[id]);
  }
}

void RunTables::make_columns() {
  for (InstructionId id = 0; id < code.instructions.size(); ++id) {
    const Instruction& instruction = code.instructions[id];
    if (!code.stored[id] || is_constant(id)) continue;
    const std::uint32_t size = num_subjects(instruction.space);
    const bool of_records = instruction.space == table::kRecordSpace;
    stored[id] = ResultColumn(instruction.kind, instruction.domain, size, of_records ? range_rows : whole_words(size));
  }
}

}  // namespace kijun::exec
