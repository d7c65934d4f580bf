#pragma once

#include <cstdint>
#include <vector>

#include "engine/exec/run_tables.h"

namespace kijun::exec {

/// One thread of a run: the vectors it computes with, of at most `batch_rows` subjects, reused from batch to batch, and
/// the group states of the rows it has seen.
class Worker {
 public:
  /// The tables outlive the worker.
  explicit Worker(RunTables& tables);

  /// Runs the streaming phase over every block of the source. Fails as the source does.
  [[nodiscard]] Status stream(const Phase& phase, table::BlockSource& source);
  /// Runs another phase over the subjects `begin` … `end` of its space.
  void sweep(const Phase& phase, std::uint32_t begin, std::uint32_t end);
  /// Adds what another worker's fold has seen to this one's.
  void merge_fold(std::uint32_t fold, const Worker& other);
  /// Moves what one fold has seen into the run's tables.
  void hand_over_fold(std::uint32_t fold);

 private:
  [[nodiscard]] Frame frame(const table::Block* block, std::uint32_t first, std::uint32_t size) const;
  void show_block_groups(const table::Block& block);
  void show_stored_groups(std::uint32_t first, std::uint32_t size);
  [[nodiscard]] std::span<const StatePlanes::Word> wanted_words(const Instruction& instruction, std::uint32_t size);
  void run_batch(const Phase& phase, const Frame& batch);
  void add_to_fold(std::uint32_t index, std::uint32_t size);

  RunTables& tables_;
  std::vector<Vector> vectors_;                 ///< By instruction.
  std::vector<const Vector*> readable_;         ///< By instruction: the worker's vector, or the run's constant.
  std::vector<Memory> memories_;                ///< By instruction.
  std::vector<FoldState> folds_;                ///< By fold.
  std::vector<CompositeGroups> composites_;     ///< By fold with keys.
  std::vector<std::uint32_t> composite_codes_;  ///< What `composite_groups_` shows.
  BatchGroups composite_groups_;                ///< Of the batch, for the fold at hand.
  std::vector<BatchGroups> groups_;             ///< By group kind: of the batch.
  std::vector<std::vector<std::uint32_t>> group_codes_;  ///< By group kind: what `groups_` shows in later sweeps.
  std::vector<StatePlanes::Word> wanted_;                ///< Of the instruction at hand.
  StatePlanes others_;                                   ///< Of the batch: true for records that are no municipality.
};

}  // namespace kijun::exec
