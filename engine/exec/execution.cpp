#include "engine/exec/execution.h"

#include <algorithm>
#include <utility>

#include "engine/base/assert.h"
#include "engine/exec/constants.h"
#include "engine/exec/kernels/kernel.h"

// A run goes through the program's phases in order. The phase over the records in stage 0 is the stream: it is repeated
// for every block as it comes. All other phases read what earlier ones stored. Per instruction there is one vector of at
// most `batch_rows` subjects, reused from batch to batch, so memory beside the stored columns and fold states does not
// depend on the survey.

namespace kijun::exec {

class Execution::Run {
 public:
  Run(const Program& program, const table::SurveyContext& survey, const cel::EvalContext& context,
      ExecutionOptions options);

  [[nodiscard]] Status stream(table::BlockSource& source);
  void merge(const Run& other);
  void finish();

  [[nodiscard]] bool covers(RootIndex root, std::uint32_t subject) const;
  [[nodiscard]] const ResultColumn& column(RootIndex root) const { return stored_[code_.root_results[root]]; }

 private:
  [[nodiscard]] Frame frame(const table::Block* block, std::uint32_t first, std::uint32_t size);
  [[nodiscard]] std::uint32_t num_subjects(table::SpaceId space) const;
  void make_tables();
  /// Whether an instruction reads a record's code, name or kind.
  [[nodiscard]] bool describes_records() const;
  void take_block(const Phase& phase, const table::Block& block);
  void run_phase(const Phase& phase);
  void run_batch(const Phase& phase, const Frame& batch);

  const Program::Code& code_;
  const table::SurveyContext& survey_;
  const cel::EvalContext& context_;
  std::uint32_t batch_rows_;
  std::vector<Vector> vectors_;          ///< By instruction.
  std::vector<Prepared> prepared_;       ///< By instruction.
  std::vector<ResultColumn> stored_;     ///< By instruction; empty where nothing is kept.
  std::vector<FoldState> folds_;         ///< By fold.
  std::vector<Membership> memberships_;  ///< By group; empty where no fold needs it.
  std::vector<std::uint32_t> column_of_;
  std::vector<std::uint32_t> raw_column_of_;
  StatePlanes is_municipality_;  ///< By record.
  StatePlanes is_streamed_;      ///< By record.
};

namespace {

/// Position of every field in a request; fields are looked up only when they are in it.
std::vector<std::uint32_t> positions(const std::vector<table::FieldIndex>& request) {
  std::vector<std::uint32_t> result(request.empty() ? 0 : request.back() + 1);
  for (std::uint32_t i = 0; i < request.size(); ++i) result[request[i]] = i;
  return result;
}

}  // namespace

Execution::Run::Run(const Program& program, const table::SurveyContext& survey, const cel::EvalContext& context,
                    ExecutionOptions options)
    : code_(program.code()),
      survey_(survey),
      context_(context),
      batch_rows_(options.batch_rows),
      vectors_(code_.instructions.size()),
      prepared_(code_.instructions.size()),
      stored_(code_.instructions.size()),
      memberships_(survey.group_kinds().size()),
      column_of_(positions(code_.fields)),
      raw_column_of_(positions(code_.raw_fields)),
      is_municipality_(survey.num_rows()),
      is_streamed_(survey.num_rows()) {
  KIJUN_ASSERT(batch_rows_ >= 1);
  make_tables();
  for (const Phase& phase : code_.phases) {
    if (phase.stage < 0) run_phase(phase);
  }
}

void Execution::Run::make_tables() {
  const Frame constants = frame(nullptr, 0, batch_rows_);
  for (std::size_t id = 0; id < code_.instructions.size(); ++id) {
    const Instruction& instruction = code_.instructions[id];
    if (instruction.space == kConstantSpace) {
      make_constant(instruction, constants, vectors_[id]);
      continue;
    }
    prepared_[id] = prepare(instruction, constants);
    if (code_.stored[id])
      stored_[id] = ResultColumn(instruction.kind, instruction.domain, num_subjects(instruction.space));
  }
  for (const Fold& fold : code_.folds) {
    const table::Grouping& grouping = survey_.grouping(fold.group);
    folds_.emplace_back(fold, grouping.members.size());
    memberships_[fold.group] = Membership(grouping, survey_.num_rows());
  }
}

std::uint32_t Execution::Run::num_subjects(table::SpaceId space) const {
  if (space == table::kRecordSpace) return survey_.num_rows();
  return static_cast<std::uint32_t>(survey_.grouping(static_cast<table::GroupId>(space - 1)).members.size());
}

Frame Execution::Run::frame(const table::Block* block, std::uint32_t first, std::uint32_t size) {
  return Frame{code_,  survey_,    context_,       vectors_, prepared_, stored_,
               folds_, column_of_, raw_column_of_, block,    first,     size};
}

Status Execution::Run::stream(table::BlockSource& source) {
  const auto phase =
      std::ranges::find_if(code_.phases, [](const Phase& p) { return p.space == table::kRecordSpace && p.stage == 0; });
  KIJUN_ASSERT(phase != code_.phases.end());
  const table::BlockRequest request{code_.fields, code_.raw_fields, {}, describes_records()};
  table::Block block;
  while (true) {
    const Result<bool> more = source.next(request, batch_rows_, block);
    if (!more.has_value()) return tl::unexpected<Error>(more.error());
    if (!*more) return {};
    if (block.num_rows > 0) take_block(*phase, block);
  }
}

bool Execution::Run::describes_records() const {
  return std::ranges::any_of(code_.instructions, [](const Instruction& instruction) {
    const bool describes = instruction.op == Op::kCode || instruction.op == Op::kName || instruction.op == Op::kKind;
    return describes && instruction.space == table::kRecordSpace;
  });
}

void Execution::Run::take_block(const Phase& phase, const table::Block& block) {
  KIJUN_ASSERT(block.num_rows <= batch_rows_ && block.columns.size() == code_.fields.size());
  StatePlanes part;
  part.fill(block.num_rows, cel::State::kTrue);
  is_streamed_.write(block.first_row, part);
  for (std::uint32_t i = 0; i < block.is_municipality.size(); ++i) {
    if (block.is_municipality[i] == 0) part.set(i, cel::State::kFalse);
  }
  is_municipality_.write(block.first_row, part);
  run_batch(phase, frame(&block, block.first_row, block.num_rows));
}

void Execution::Run::run_phase(const Phase& phase) {
  const std::uint32_t total = num_subjects(phase.space);
  for (std::uint32_t first = 0; first < total; first += batch_rows_) {
    run_batch(phase, frame(nullptr, first, std::min(batch_rows_, total - first)));
  }
}

void Execution::Run::run_batch(const Phase& phase, const Frame& batch) {
  for (const InstructionId id : phase.loads) stored_[id].read(batch.first, batch.size, vectors_[id]);
  for (const InstructionId id : phase.runs) {
    Call call{batch, code_.instructions[id], prepared_[id], vectors_[id]};
    eval_instruction(call);
  }
  for (const InstructionId id : phase.stores) stored_[id].write(batch.first, vectors_[id]);
  for (const std::uint32_t i : phase.folds) {
    const Fold& fold = code_.folds[i];
    const StatePlanes* filter = fold.filter == kNoInstruction ? nullptr : &vectors_[fold.filter].states;
    folds_[i].add(vectors_[fold.value], filter, memberships_[fold.group], batch.first, batch.size);
  }
}

void Execution::Run::merge(const Run& other) {
  KIJUN_ASSERT(&code_ == &other.code_ && &survey_ == &other.survey_);
  for (std::size_t i = 0; i < folds_.size(); ++i) folds_[i].merge(other.folds_[i]);
  for (std::size_t id = 0; id < stored_.size(); ++id) {
    if (code_.stored[id] && code_.instructions[id].space == table::kRecordSpace) {
      stored_[id].merge(other.stored_[id], other.is_streamed_);
    }
  }
  is_municipality_.take(other.is_municipality_, other.is_streamed_);
  is_streamed_.take(other.is_streamed_, other.is_streamed_);
}

void Execution::Run::finish() {
  bool streamed = false;
  for (const Phase& phase : code_.phases) {
    if (streamed) run_phase(phase);
    streamed = streamed || (phase.space == table::kRecordSpace && phase.stage == 0);
  }
}

bool Execution::Run::covers(RootIndex root, std::uint32_t subject) const {
  const Root& asked = code_.roots[root];
  if (asked.space != table::kRecordSpace || asked.kind == "record") return true;
  const bool is_municipality = is_municipality_.get(subject) == cel::State::kTrue;
  return asked.kind == (is_municipality ? survey_.member_kind() : std::string_view("prefecture"));
}

Execution::Execution(const Program& program, const table::SurveyContext& survey, const cel::EvalContext& context,
                     ExecutionOptions options)
    : run_(std::make_unique<Run>(program, survey, context, options)) {}
Execution::~Execution() = default;
Execution::Execution(Execution&&) noexcept = default;
Execution& Execution::operator=(Execution&&) noexcept = default;

Status Execution::run(table::BlockSource& source) {
  if (Status streamed = stream(source); !streamed.has_value()) return streamed;
  finish();
  return {};
}

Status Execution::stream(table::BlockSource& source) { return run_->stream(source); }

void Execution::merge(const Execution& other) { run_->merge(*other.run_); }

void Execution::finish() { run_->finish(); }

cel::State Execution::state(RootIndex root, std::uint32_t subject) const {
  return covers(root, subject) ? column(root).state(subject) : cel::State::kNotApplicable;
}

bool Execution::covers(RootIndex root, std::uint32_t subject) const { return run_->covers(root, subject); }

const ResultColumn& Execution::column(RootIndex root) const { return run_->column(root); }

std::uint32_t Execution::num_subjects(RootIndex root) const { return static_cast<std::uint32_t>(column(root).size()); }

}  // namespace kijun::exec
