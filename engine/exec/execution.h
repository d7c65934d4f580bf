#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "engine/base/date.h"
#include "engine/base/result.h"
#include "engine/cel/evaluator.h"
#include "engine/exec/program.h"
#include "engine/exec/result_column.h"
#include "engine/table/block.h"

namespace kijun::exec {

/// How an execution runs.
struct ExecutionOptions {
  std::uint32_t batch_rows = table::kBlockRows;  ///< Rows evaluated at a time, ≥ 1.
};

/// One run of a program over one survey. Blocks are evaluated and folded into group states as they come and then
/// forgotten; what is kept is one state per root and record, the values later sweeps need, and the group states.
/// Not thread-safe: one execution per thread over its own block source, merged before `finish`.
class Execution {
 public:
  /// Everything is borrowed and must outlive the execution. `context.world` may be null when the program has no
  /// fallback nodes.
  Execution(const Program& program, const table::SurveyContext& survey, const cel::EvalContext& context,
            ExecutionOptions options = {});
  ~Execution();
  Execution(Execution&&) noexcept;
  Execution& operator=(Execution&&) noexcept;

  /// `stream` and `finish` in one: what a single thread does. Fails as the source does.
  [[nodiscard]] Status run(table::BlockSource& source);
  /// Evaluates and folds every block of the source. Fails as the source does.
  [[nodiscard]] Status stream(table::BlockSource& source);
  /// Adds what another execution of the same program and survey has streamed, of other rows. Before `finish`.
  void merge(const Execution& other);
  /// Runs the group instructions and the later sweeps. Results are complete afterwards.
  void finish();

  /// The state of a root for one subject of its space: true or false of a bool; for other types `kTrue` stands for
  /// "has a value". A record of another kind than the root asks is kNotApplicable.
  [[nodiscard]] cel::State state(RootIndex root, std::uint32_t subject) const;
  /// True when the subject is one the root asks about (`Root::kind`).
  [[nodiscard]] bool covers(RootIndex root, std::uint32_t subject) const;
  /// States and values of a root over all subjects of its space, also those it does not ask about.
  [[nodiscard]] const ResultColumn& column(RootIndex root) const;
  /// Number of subjects in a root's space.
  [[nodiscard]] std::uint32_t num_subjects(RootIndex root) const;

 private:
  class Run;
  std::unique_ptr<Run> run_;
};

}  // namespace kijun::exec
