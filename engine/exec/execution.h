#pragma once

#include <cstdint>
#include <functional>
#include <memory>

#include "engine/base/result.h"
#include "engine/cel/evaluator.h"
#include "engine/exec/program.h"
#include "engine/exec/result_column.h"
#include "engine/table/block.h"

namespace kijun::exec {

/// How an execution runs.
struct ExecutionOptions {
  std::uint32_t batch_rows = table::kBlockRows;  ///< Rows evaluated at a time, ≥ 1.
  std::uint32_t threads = 1;                     ///< At most so many, ≥ 1.
};

/// Opens a source of the rows `first_row` … `first_row + num_rows` of the survey. Several threads may call it at once,
/// each for its own rows, and use what it gives on their own.
using SourceFactory =
    std::function<std::unique_ptr<table::BlockSource>(std::uint32_t first_row, std::uint32_t num_rows)>;

/// One run of a program over one survey. Every thread takes a range of the rows. Blocks are evaluated and folded into
/// group states as they come and then forgotten; what is kept is one state per root and record, the values later sweeps
/// need, and the group states. Results depend neither on the number of threads nor on the size of batches.
class Execution {
 public:
  /// Everything is borrowed and must outlive the execution. `context.world` may be null when the program has no
  /// fallback nodes; else it is read by all threads.
  Execution(const Program& program, const table::SurveyContext& survey, const cel::EvalContext& context,
            ExecutionOptions options = {});
  ~Execution();
  Execution(Execution&&) noexcept;
  Execution& operator=(Execution&&) noexcept;

  /// Evaluates all rows; once. Results are complete afterwards. Fails as a source does, the first rows' failure first.
  [[nodiscard]] Status run(const SourceFactory& open);

  /// The state of a root for one subject of its space: true or false of a bool; for other types `kTrue` stands for
  /// "has a value". A record of another kind than the root asks is kNotApplicable.
  [[nodiscard]] cel::State state(RootIndex root, std::uint32_t subject) const;
  /// True when the subject is one the root asks about (`Root::kind`).
  [[nodiscard]] bool covers(RootIndex root, std::uint32_t subject) const;
  /// The same for 64 subjects at a time: one bit for every one that the root asks about.
  [[nodiscard]] StatePlanes::Word covered_word(RootIndex root, std::size_t word) const;
  /// States and values of a root over all subjects of its space, also those it does not ask about.
  [[nodiscard]] const ResultColumn& column(RootIndex root) const;
  /// Number of subjects in a root's space.
  [[nodiscard]] std::uint32_t num_subjects(RootIndex root) const;

 private:
  class Run;
  std::unique_ptr<Run> run_;
};

}  // namespace kijun::exec
