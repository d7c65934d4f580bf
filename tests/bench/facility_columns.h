#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "engine/exec/execution.h"
#include "tests/unit/exec/expressions.h"

namespace kijun::bench {

/// Positions of the fields of the invented survey of facilities.
enum FacilityField : table::FieldIndex {
  kCouncil,
  kCoordinator,
  kBudget,
  kService,
  kCapacity,
  kUsers,
  kMedicalChildren,
  kNurses,
  kOccupancy,
  kOpenedOn,
  kPlanOn,
  kPermit,
  kNote,
  kNumFacilityFields
};

/// An invented survey of facilities: its vocabulary and zones without rows of their own, for which `FacilityBlocks`
/// stands in. Answers are missing about as often as in real surveys.
[[nodiscard]] std::unique_ptr<exec::MemorySurvey> make_facility_survey(std::uint32_t num_zones);

/// The 23 rules: each condition, and the space it is asked in.
struct FacilityRule {
  const char* name;
  const char* text;
  table::SpaceId space;
};
[[nodiscard]] const std::vector<FacilityRule>& facility_rules();

/// Blocks of answers that have been parsed before anything is timed, some of them again and again.
class FacilityBlocks {
 public:
  /// `num_blocks` blocks of `kBlockRows` rows; the same for the same `seed`.
  FacilityBlocks(std::uint32_t num_blocks, std::uint32_t num_zones, std::uint32_t seed);

  [[nodiscard]] const std::vector<table::Block>& blocks() const { return blocks_; }
  /// A source of `num_rows` rows from `first_row` on, which has the blocks in turn. One at a time.
  [[nodiscard]] std::unique_ptr<table::BlockSource> open(std::uint32_t first_row, std::uint32_t num_rows);

 private:
  std::vector<std::string> texts_;
  std::vector<table::Block> blocks_;
};

}  // namespace kijun::bench
