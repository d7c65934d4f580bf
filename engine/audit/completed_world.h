#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <utility>
#include <vector>

#include "engine/cel/environment.h"
#include "engine/cel/world.h"

namespace kijun::audit {

/// How many cells may still be read.
struct ReadBudget {
  std::size_t left = 0;
  void spend() { left -= left == 0 ? 0U : 1U; }
};

/// A world in which some missing cells have been answered, some of them with something that is not known. It notes the
/// missing cells that are read, asking whether a cell is answered reads none; and every reading of a cell spends from the
/// budget.
class CompletedWorld : public cel::World {
 public:
  /// Both are borrowed.
  CompletedWorld(const cel::World& base, ReadBudget& budget) : base_(base), budget_(budget) {}
  void set(const cel::CellRef& cell, cel::Value value) { values_.insert_or_assign(cell, std::move(value)); }
  /// Missing cells read so far that were not set.
  [[nodiscard]] const std::set<cel::CellRef>& open_cells() const { return open_cells_; }
  /// Cells read since the last call that gave nothing known, those set to it included.
  [[nodiscard]] std::set<cel::CellRef> take_unknown_reads() { return std::exchange(unknown_reads_, {}); }

  cel::Value cell(const cel::CellRef& cell) const override;
  table::MissingReason missing_reason(const cel::CellRef& cell) const override;
  std::string raw(const cel::CellRef& cell) const override { return base_.raw(cell); }
  table::SubjectName describe(const cel::RecordRef& record) const override { return base_.describe(record); }
  /// Of a group with more members than may be read nobody, and the budget is spent.
  std::vector<cel::RecordRef> members(const cel::RecordRef& group) const override;
  std::vector<cel::RecordRef> groups_of(const cel::RecordRef& record, table::GroupId group) const override {
    return base_.groups_of(record, group);
  }
  cel::Value earlier(const cel::RecordRef& record, std::uint32_t steps) const override {
    return base_.earlier(record, steps);
  }
  cel::Value at_year(const cel::RecordRef& record, std::int64_t year) const override {
    return base_.at_year(record, year);
  }

 private:
  const cel::World& base_;
  ReadBudget& budget_;
  std::map<cel::CellRef, cel::Value> values_;
  mutable std::set<cel::CellRef> open_cells_;  // notes of reading, which the interface has as const
  mutable std::set<cel::CellRef> unknown_reads_;
};

/// Cells and the values that each can have.
struct OpenCells {
  std::vector<cel::CellRef> cells;
  std::vector<std::vector<cel::Value>> domains;

  /// Sets the cells as the mixed-radix number `completion` says, the first cell's digit lowest.
  void complete(CompletedWorld& world, std::size_t completion) const;
};

}  // namespace kijun::audit
