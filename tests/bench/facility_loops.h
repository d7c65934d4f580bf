#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "tests/bench/facility_columns.h"

namespace kijun::bench {

/// How many subjects of a rule ended true and unknown.
struct RuleCount {
  std::uint64_t is_true = 0;
  std::uint64_t unknown = 0;
  bool operator==(const RuleCount&) const = default;
};

/// The rules of `facility_rules` as somebody would write them by hand for just these: one loop over the columns of a
/// block for each rule. What the evaluator is measured against.
class FacilityLoops {
 public:
  /// Room for the rows `0` … `num_rows`.
  FacilityLoops(std::uint32_t num_rows, std::uint32_t num_zones);

  /// Evaluates `num_rows` rows, the blocks in turn.
  void run(std::span<const table::Block> blocks, std::uint32_t num_rows);
  /// Adds what other loops have counted of other rows, before `finish`.
  void merge(const FacilityLoops& other);
  /// The zone rules and those that wait for them.
  void finish();
  [[nodiscard]] const std::vector<RuleCount>& counts() const { return counts_; }

 private:
  enum class State : std::uint8_t { kFalse, kTrue, kUnknown };
  struct Zone {
    std::array<std::uint32_t, 3> council{};
    std::array<std::uint32_t, 3> coordinator{};
    std::int64_t places = 0;
    std::uint32_t size = 0;
  };
  class BlockLoops;

  void keep(std::size_t rule, std::span<const State> states);

  std::vector<RuleCount> counts_;
  std::vector<Zone> zones_;
  std::vector<State> waiting_;          ///< zone.coordinator: the part of the row, by row.
  std::vector<std::uint32_t> zone_of_;  ///< By row.
};

}  // namespace kijun::bench
