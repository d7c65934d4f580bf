#pragma once

#include <cstdint>
#include <unordered_set>
#include <vector>

#include "engine/cel/decimal_sum.h"
#include "engine/cel/exact_sum.h"
#include "engine/exec/batch_groups.h"
#include "engine/exec/instruction.h"
#include "engine/exec/tally.h"
#include "engine/exec/text/text_set.h"
#include "engine/exec/vector.h"

namespace kijun::exec {

/// What one fold knows about every group so far. Grows row by row; states of disjoint rows merge, and neither the order
/// of rows nor of merges changes a result.
class FoldState {
 public:
  FoldState() = default;
  FoldState(const Fold& fold, std::size_t num_groups);

  /// Adds the records at hand: `value` of those whose `filter` is true (null: of all) to the groups they are members of.
  void add(const Vector& value, const StatePlanes* filter, const BatchGroups& groups);
  void merge(const FoldState& other);
  /// Makes room for more groups.
  void grow(std::size_t num_groups);
  /// Adds another state's group `from` to group `to`.
  void merge_group(std::uint32_t to, const FoldState& other, std::uint32_t from);
  /// Adds what the members of group `from` ended in to group `to`; only of a tally.
  void add_tally(std::uint32_t to, std::uint32_t from) { tallies_[to].merge(tallies_[from]); }
  [[nodiscard]] const Tally& tally(std::uint32_t group) const { return tallies_[group]; }
  /// Writes result `result` of the groups `first` … `first + size` to `out`.
  void write(FoldResult result, std::uint32_t first, std::uint32_t size, Vector& out) const;
  /// Writes result `result` of a group as subject `i` of `out`, whose array has been made, and gives its state.
  [[nodiscard]] cel::State write_one(FoldResult result, std::uint32_t group, std::size_t i, Vector& out) const;

 private:
  struct Extremes {
    bool any = false;
    bool has_nan = false;
    std::int64_t low = 0, high = 0;
    double low_double = 0.0, high_double = 0.0;
    Decimal low_decimal, high_decimal;
  };
  struct Distinct {
    std::unordered_set<std::int64_t> numbers;
    TextSet texts;
    std::size_t num_nan = 0;
  };

  void add_value(std::uint32_t group, const Vector& value, std::size_t i);
  void add_extreme(Extremes& extremes, const Vector& value, std::size_t i) const;
  void add_distinct(Distinct& distinct, const Vector& value, std::size_t i) const;
  void merge_extremes(Extremes& extremes, const Extremes& other) const;
  [[nodiscard]] cel::State write_value(FoldResult result, std::uint32_t group, std::size_t i, Vector& out) const;
  [[nodiscard]] cel::State write_sum(std::uint32_t group, std::size_t i, Vector& out) const;
  [[nodiscard]] cel::State write_average(std::uint32_t group, std::size_t i, Vector& out) const;
  void write_extreme(bool lowest, std::uint32_t group, std::size_t i, Vector& out) const;

  FoldKind kind_ = FoldKind::kTally;
  ValueKind value_kind_ = ValueKind::kBool;
  std::vector<Tally> tallies_;
  std::vector<cel::IntegerSum> integer_sums_;
  std::vector<cel::ExactSum> double_sums_;
  std::vector<cel::DecimalSum> decimal_sums_;
  std::vector<Extremes> extremes_;
  std::vector<Distinct> distinct_;
};

}  // namespace kijun::exec
