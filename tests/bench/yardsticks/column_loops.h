#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/yardsticks/facility_reader.h"
#include "tests/bench/yardsticks/tallies.h"

namespace kijun::bench {

/// The answers that the rules read, one array a field.
struct FacilityColumns {
  std::vector<std::string_view> zone_names;  ///< By code, in order of appearance.
  std::vector<std::uint8_t> zone;
  std::vector<Mark> council;
  std::vector<Mark> coordinator;
  std::vector<Mark> budget;
  std::vector<std::uint8_t> has_service;
  std::vector<std::uint8_t> is_home_visit;
  std::vector<std::int32_t> capacity;
  std::vector<std::int32_t> users;
  std::vector<std::int32_t> medical_children;
  std::vector<double> nurses;
  std::vector<double> occupancy;
  std::vector<std::int32_t> opened_on;
  std::vector<std::int32_t> plan_on;
  std::vector<std::string_view> permit;
  std::vector<std::string_view> note;
  std::deque<std::string> unquoted;  ///< Notes that are not in the file as they stand.

  [[nodiscard]] std::size_t num_rows() const { return zone.size(); }
};

/// Parses the answers; text stays in the file.
[[nodiscard]] FacilityColumns parse_columns(std::string_view answers);

/// Evaluates the rules over columns, a loop for each rule over blocks that stay in cache. Each thread takes a range.
[[nodiscard]] Tallies run_column_loops(const FacilityColumns& columns, std::size_t num_threads);

}  // namespace kijun::bench
