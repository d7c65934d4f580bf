#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "engine/cel/evaluator.h"
#include "engine/exec/batch_groups.h"
#include "engine/exec/composite_groups.h"
#include "engine/exec/fold_state.h"
#include "engine/exec/program.h"
#include "engine/exec/result_column.h"
#include "engine/exec/text/text_pattern.h"
#include "engine/exec/text/text_set.h"
#include "engine/exec/vector.h"
#include "engine/table/block.h"

namespace kijun::exec {

/// What an instruction needs that is the same for every block: made once per run, read by all threads.
struct Prepared {
  std::unique_ptr<TextPattern> pattern;      ///< kMatches.
  table::Column column;                      ///< kField, kAttribute of a group: all its subjects.
  std::vector<std::uint8_t> codes;           ///< A test beside an enum: 1 for the codes it is true of.
  std::vector<std::int64_t> ints;            ///< kInConstant beside ints, uints, dates: sorted.
  std::vector<double> doubles;               ///< kInConstant beside doubles: of any order.
  std::vector<Decimal> decimals;             ///< kInConstant beside decimals: of any order.
  TextSet texts;                             ///< kInConstant beside strings.
  std::vector<std::string_view> dictionary;  ///< kEnumText: the ids of the domain.
};

/// What a thread remembers of an instruction from block to block.
struct Memory {
  /// A test of texts that have codes: by code, 0 for not yet tested, else 1 + the result.
  std::vector<std::uint8_t> tested;
  const std::vector<std::string_view>* dictionary = nullptr;  ///< Whose codes they are.
  /// kGather: by group, its state; one more for records without a group.
  std::vector<cel::State> group_states;
};

/// The subjects at hand and everything an instruction may read beside its arguments.
struct Frame {
  const Program::Code& code;
  const table::SurveyContext& survey;
  const cel::EvalContext& context;
  std::span<const Vector* const> vectors;             ///< By instruction.
  std::span<const Prepared> prepared;                 ///< By instruction.
  std::span<const ResultColumn> stored;               ///< By instruction; empty where nothing is kept.
  std::span<const FoldState> folds;                   ///< By fold.
  std::span<const CompositeGroups> composites;        ///< By fold with keys.
  std::span<const BatchGroups> groups;                ///< By group kind; only those of which a record has at most one.
  std::span<const table::Grouping* const> groupings;  ///< By group kind; of those that a reduction runs over.
  std::span<const std::uint32_t> column_of;           ///< By field: its position in `Block::columns`.
  std::span<const std::uint32_t> raw_column_of;       ///< By field: its position in `Block::raw_columns`.
  const table::Block* block = nullptr;                ///< While blocks stream.
  std::uint32_t first = 0;                            ///< Index of the first subject.
  std::uint32_t size = 0;                             ///< Number of subjects, ≥ 1.
};

/// One instruction about to run over the subjects of a frame. Kernels write `out`: states for every subject, values
/// where the state is `kTrue`.
struct Call {
  const Frame& frame;
  const Instruction& instruction;
  const Prepared& prepared;
  Memory& memory;
  Vector& out;
  /// By word: the subjects whose results can matter; empty when all can. A kernel need not look at it.
  std::span<const StatePlanes::Word> wanted_words;

  [[nodiscard]] StatePlanes::Word wanted(std::size_t word) const {
    return wanted_words.empty() ? ~StatePlanes::Word{0} : wanted_words[word];
  }

  [[nodiscard]] std::size_t size() const { return frame.size; }
  [[nodiscard]] std::size_t num_args() const { return instruction.args.size(); }
  [[nodiscard]] const Vector& arg(std::size_t index) const { return *frame.vectors[instruction.args[index]]; }
  [[nodiscard]] const Instruction& arg_code(std::size_t index) const {
    return frame.code.instructions[instruction.args[index]];
  }
};

}  // namespace kijun::exec
