#include "engine/exec/worker.h"

#include <algorithm>

#include "engine/base/assert.h"
#include "engine/exec/kernels/kernel.h"

namespace kijun::exec {

Worker::Worker(RunTables& tables)
    : tables_(tables),
      vectors_(tables.code.instructions.size()),
      memories_(tables.code.instructions.size()),
      groups_(tables.many.size()),
      group_codes_(tables.many.size()) {
  for (InstructionId id = 0; id < vectors_.size(); ++id)
    readable_.push_back(tables.is_constant(id) ? &tables.constants[id] : &vectors_[id]);
  for (const Fold& fold : tables.code.folds) {
    const std::uint32_t num_groups = tables.num_subjects(table::group_space(fold.group));
    composites_.push_back(fold.keys.empty() ? CompositeGroups() : CompositeGroups(fold.keys.size(), num_groups));
    folds_.emplace_back(fold, fold.keys.empty() ? num_groups : composites_.back().size());
  }
}

Frame Worker::frame(const table::Block* block, std::uint32_t first, std::uint32_t size) const {
  return Frame{tables_.code,
               tables_.survey,
               tables_.context,
               readable_,
               tables_.prepared,
               tables_.stored,
               tables_.folds,
               tables_.composites,
               groups_,
               tables_.groupings,
               tables_.column_of,
               tables_.raw_column_of,
               block,
               first,
               size};
}

Status Worker::stream(const Phase& phase, table::BlockSource& source) {
  table::Block block;
  while (true) {
    const Result<bool> more = source.next(tables_.request, tables_.batch_rows, block);
    if (!more.has_value()) return tl::unexpected<Error>(more.error());
    if (!*more) return {};
    if (block.num_rows == 0) continue;
    KIJUN_ASSERT(block.num_rows <= tables_.batch_rows && block.columns.size() == tables_.request.fields.size());
    show_block_groups(block);
    run_batch(phase, frame(&block, block.first_row, block.num_rows));
  }
}

void Worker::show_block_groups(const table::Block& block) {
  others_.reset(block.num_rows);
  for (std::uint32_t i = 0; i < block.is_municipality.size(); ++i) {
    if (block.is_municipality[i] == 0) others_.set(i, cel::State::kTrue);
  }
  tables_.others.write(block.first_row, others_);
  for (std::size_t i = 0; i < tables_.request.groups.size(); ++i) {
    const table::GroupId group = tables_.request.groups[i];
    const auto codes = std::span(block.group_columns[i]).first(block.num_rows);
    groups_[group].show(codes, &others_);
    if (tables_.kept_groups[group]) tables_.stored_groups[group].write(block.first_row, codes);
  }
  for (table::GroupId group = 0; group < static_cast<table::GroupId>(groups_.size()); ++group) {
    if (tables_.many[group] && tables_.folded[group])
      groups_[group].show(tables_.memberships[group], block.first_row, block.num_rows);
  }
}

void Worker::show_stored_groups(std::uint32_t first, std::uint32_t size) {
  tables_.others.read(first, size, others_);
  for (table::GroupId group = 0; group < static_cast<table::GroupId>(groups_.size()); ++group) {
    if (tables_.kept_groups[group]) {
      group_codes_[group].resize(size);
      tables_.stored_groups[group].read(first, group_codes_[group]);
      groups_[group].show(group_codes_[group], &others_);
    } else if (tables_.many[group] && tables_.folded[group]) {
      groups_[group].show(tables_.memberships[group], first, size);
    }
  }
}

void Worker::sweep(const Phase& phase, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t first = begin; first < end; first += tables_.batch_rows) {
    const std::uint32_t size = std::min(tables_.batch_rows, end - first);
    if (phase.space == table::kRecordSpace) show_stored_groups(first, size);
    run_batch(phase, frame(nullptr, first, size));
  }
}

/// The subjects for which every condition of some way holds.
std::span<const StatePlanes::Word> Worker::wanted_words(const Instruction& instruction, std::uint32_t size) {
  if (instruction.wanted.empty()) return {};
  wanted_.assign((size + StatePlanes::kWordBits - 1) / StatePlanes::kWordBits, 0);
  for (std::size_t word = 0; word < wanted_.size(); ++word) {
    for (const std::vector<Condition>& way : instruction.wanted) {
      StatePlanes::Word open = ~StatePlanes::Word{0};
      for (const Condition& condition : way) {
        const StatePlanes& states = readable_[condition.id]->states;
        const bool wants_true = condition.state == cel::State::kTrue;
        const StatePlanes::Word in_state = wants_true ? states.true_word(word) : states.false_word(word);
        open &= condition.is ? in_state : ~in_state;
      }
      wanted_[word] |= open;
    }
  }
  return wanted_;
}

void Worker::run_batch(const Phase& phase, const Frame& batch) {
  for (const InstructionId id : phase.loads) tables_.stored[id].read(batch.first, batch.size, vectors_[id]);
  for (const InstructionId id : phase.runs) {
    const Instruction& instruction = tables_.code.instructions[id];
    Call call{batch,         instruction,  tables_.prepared[id],
              memories_[id], vectors_[id], wanted_words(instruction, batch.size)};
    eval_instruction(call);
  }
  for (const InstructionId id : phase.stores) tables_.stored[id].write(batch.first, vectors_[id]);
  for (const std::uint32_t fold : phase.folds) add_to_fold(fold, batch.size);
}

void Worker::add_to_fold(std::uint32_t index, std::uint32_t size) {
  const Fold& fold = tables_.code.folds[index];
  const StatePlanes* filter = fold.filter == kNoInstruction ? nullptr : &readable_[fold.filter]->states;
  const BatchGroups* groups = &groups_[fold.group];
  if (!fold.keys.empty()) {
    std::vector<KeyColumn> keys;
    for (const InstructionId key : fold.keys) keys.push_back({readable_[key], tables_.code.instructions[key].kind});
    composites_[index].number(keys, *groups, composite_codes_);
    composite_groups_.show(std::span<const std::uint32_t>(composite_codes_).first(size), nullptr);
    folds_[index].grow(composites_[index].size());
    groups = &composite_groups_;
  }
  folds_[index].add(*readable_[fold.value], filter, *groups);
}

void Worker::merge_fold(std::uint32_t fold, const Worker& other) {
  if (tables_.code.folds[fold].keys.empty()) {
    folds_[fold].merge(other.folds_[fold]);
    return;
  }
  const std::vector<std::uint32_t> numbers = composites_[fold].merge(other.composites_[fold]);
  folds_[fold].grow(composites_[fold].size());
  for (std::uint32_t from = 0; from < static_cast<std::uint32_t>(numbers.size()); ++from)
    folds_[fold].merge_group(numbers[from], other.folds_[fold], from);
}

void Worker::hand_over_fold(std::uint32_t fold) {
  if (!tables_.code.folds[fold].keys.empty() && tables_.code.folds[fold].kind == FoldKind::kTally)
    composites_[fold].finish(folds_[fold]);
  tables_.folds[fold] = std::move(folds_[fold]);
  tables_.composites[fold] = std::move(composites_[fold]);
}

}  // namespace kijun::exec
