#pragma once

#include <cstdint>
#include <vector>

#include "engine/exec/execution.h"
#include "engine/exec/kernels/call.h"

namespace kijun::exec {

/// What the threads of one run share: tables made before the first block, which they only read, and columns of all
/// subjects, of which each writes its own range of rows.
struct RunTables {
  RunTables(const Program& program, const table::SurveyContext& run_survey, const cel::EvalContext& run_context,
            ExecutionOptions options);

  [[nodiscard]] std::uint32_t num_subjects(table::SpaceId space) const;
  [[nodiscard]] bool is_constant(InstructionId id) const { return code.instructions[id].space == kConstantSpace; }

  const Program::Code& code;
  const table::SurveyContext& survey;
  const cel::EvalContext& context;
  std::uint32_t batch_rows;
  std::uint32_t range_rows = 0;  ///< Rows of every thread but the last; a multiple of 64.
  std::uint32_t num_ranges = 0;  ///< Number of threads that have rows, ≥ 1.

  table::BlockRequest request;
  std::vector<std::uint32_t> column_of;
  std::vector<std::uint32_t> raw_column_of;

  std::vector<Vector> constants;            ///< By instruction; empty where it has a subject.
  std::vector<Prepared> prepared;           ///< By instruction.
  std::vector<ResultColumn> stored;         ///< By instruction; empty where nothing is kept.
  std::vector<FoldState> folds;             ///< By fold: of all threads, once its sweep is over.
  std::vector<CompositeGroups> composites;  ///< By fold with keys: likewise.

  std::vector<bool> many;                         ///< By group kind: records can have several.
  std::vector<bool> folded;                       ///< By group kind: something is folded into its groups.
  std::vector<Membership> memberships;            ///< By group kind: of those `many` and `folded`.
  std::vector<const table::Grouping*> groupings;  ///< By group kind: of those that a reduction runs over.
  std::vector<bool> kept_groups;                  ///< By group kind: later sweeps need the records' groups.
  std::vector<StoredGroups> stored_groups;        ///< By group kind: of those kept.
  SubjectStates others;                           ///< By record, true for those that are no municipality.

 private:
  void find_groups();
  void make_constants();
  void make_columns();
};

}  // namespace kijun::exec
