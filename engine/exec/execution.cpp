#include "engine/exec/execution.h"

#include <algorithm>
#include <utility>

#include "engine/base/assert.h"
#include "engine/base/threads.h"
#include "engine/exec/worker.h"

// A run goes through the program's phases in order. The phase over the records in stage 0 is the stream: it is repeated
// for every block as it comes. All other phases read what earlier ones stored. A phase over records is divided among the
// threads by rows, each with a worker of its own; what their folds saw is joined in the order of rows when the phase is
// over. Phases over groups are short and run on one worker.

namespace kijun::exec {

class Execution::Run {
 public:
  Run(const Program& program, const table::SurveyContext& survey, const cel::EvalContext& context,
      ExecutionOptions options);

  [[nodiscard]] Status run(const SourceFactory& open);

  [[nodiscard]] StatePlanes::Word covered_word(RootIndex root, std::size_t word) const;
  [[nodiscard]] bool covers(RootIndex root, std::uint32_t subject) const {
    return (covered_word(root, subject / StatePlanes::kWordBits) >> (subject % StatePlanes::kWordBits) & 1) != 0;
  }
  [[nodiscard]] const ResultColumn& column(RootIndex root) const {
    const InstructionId id = tables_.code.root_results[root];
    return tables_.is_constant(id) ? constant_roots_[root] : tables_.stored[id];
  }

 private:
  /// Runs `work` on every worker with the rows that are its own.
  template <class Work>
  void each_range(Work&& work);
  void join_folds(const Phase& phase);

  RunTables tables_;
  std::vector<Worker> workers_;
  std::vector<ResultColumn> constant_roots_;  ///< By root; empty where it has subjects.
};

Execution::Run::Run(const Program& program, const table::SurveyContext& survey, const cel::EvalContext& context,
                    ExecutionOptions options)
    : tables_(program, survey, context, options), constant_roots_(program.num_roots()) {
  for (std::uint32_t i = 0; i < tables_.num_ranges; ++i) workers_.emplace_back(tables_);
  for (RootIndex root = 0; root < program.num_roots(); ++root) {
    const InstructionId id = tables_.code.root_results[root];
    if (!tables_.is_constant(id)) continue;
    const Instruction& instruction = tables_.code.instructions[id];
    constant_roots_[root] =
        ResultColumn::constant(instruction.kind, instruction.domain,
                               tables_.num_subjects(tables_.code.roots[root].space), tables_.constants[id]);
  }
}

template <class Work>
void Execution::Run::each_range(Work&& work) {
  run_parallel(tables_.num_ranges, [&](std::uint32_t range) {
    const std::uint32_t begin = range * tables_.range_rows;
    work(range, begin, std::min(tables_.survey.num_rows(), begin + tables_.range_rows));
  });
}

Status Execution::Run::run(const SourceFactory& open) {
  std::vector<Status> results(tables_.num_ranges);
  for (const Phase& phase : tables_.code.phases) {
    if (phase.space != table::kRecordSpace) {
      workers_.front().sweep(phase, 0, tables_.num_subjects(phase.space));
      continue;
    }
    each_range([&](std::uint32_t range, std::uint32_t begin, std::uint32_t end) {
      if (phase.stage > 0) return workers_[range].sweep(phase, begin, end);
      const std::unique_ptr<table::BlockSource> source = open(begin, end - begin);
      results[range] = workers_[range].stream(phase, *source);
    });
    const auto failed = std::ranges::find_if(results, [](const Status& status) { return !status.has_value(); });
    if (failed != results.end()) return *failed;
    join_folds(phase);
  }
  return {};
}

void Execution::Run::join_folds(const Phase& phase) {
  for (const std::uint32_t fold : phase.folds) {
    for (std::size_t i = 1; i < workers_.size(); ++i) workers_.front().merge_fold(fold, workers_[i]);
    workers_.front().hand_over_fold(fold);
  }
}

StatePlanes::Word Execution::Run::covered_word(RootIndex root, std::size_t word) const {
  const Root& asked = tables_.code.roots[root];
  if (asked.space != table::kRecordSpace) return StatePlanes(tables_.num_subjects(asked.space)).mask(word);
  const SubjectStates& others = tables_.others;
  if (asked.kind == "record") return others.mask(word);
  // Every record but the prefecture is of the kind of members.
  if (asked.kind == "prefecture") return others.true_word(word);
  return asked.kind == tables_.survey.member_kind() ? others.false_word(word) : 0;
}

Execution::Execution(const Program& program, const table::SurveyContext& survey, const cel::EvalContext& context,
                     ExecutionOptions options)
    : run_(std::make_unique<Run>(program, survey, context, options)) {}
Execution::~Execution() = default;
Execution::Execution(Execution&&) noexcept = default;
Execution& Execution::operator=(Execution&&) noexcept = default;

Status Execution::run(const SourceFactory& open) { return run_->run(open); }

cel::State Execution::state(RootIndex root, std::uint32_t subject) const {
  return covers(root, subject) ? column(root).state(subject) : cel::State::kNotApplicable;
}

bool Execution::covers(RootIndex root, std::uint32_t subject) const { return run_->covers(root, subject); }

StatePlanes::Word Execution::covered_word(RootIndex root, std::size_t word) const {
  return run_->covered_word(root, word);
}

const ResultColumn& Execution::column(RootIndex root) const { return run_->column(root); }

std::uint32_t Execution::num_subjects(RootIndex root) const { return static_cast<std::uint32_t>(column(root).size()); }

}  // namespace kijun::exec
