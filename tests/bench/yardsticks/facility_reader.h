#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/yardsticks/tallies.h"

namespace kijun::bench {

/// Codes of the columns with marks.
enum Mark : std::uint8_t { kCircle, kTriangle, kCross, kNoMark };

/// Whether the answer is that mark; unknown where there is none.
[[nodiscard]] constexpr Truth is(Mark answer, Mark value) { return truth_if(answer != kNoMark, answer == value); }

inline constexpr std::int32_t kNoNumber = std::numeric_limits<std::int32_t>::min();
inline constexpr double kNoFigure = -1.0;  ///< No answer of the survey is negative.

/// The answers of one record that the rules read. Text points into the file or, where a quote had to be taken out of
/// it, into the reader.
struct Facility {
  std::string_view zone;
  Mark council;
  Mark coordinator;
  Mark budget;
  bool has_service;
  bool is_home_visit;
  std::int32_t capacity;
  std::int32_t users;
  std::int32_t medical_children;
  double nurses;
  double occupancy;
  std::int32_t opened_on;  ///< As yyyymmdd.
  std::int32_t plan_on;
  std::string_view permit;
  std::string_view note;
};

/// Reads the records of a range of the answers from front to back.
class FacilityReader {
 public:
  /// `records` begins at a record and ends with one.
  explicit FacilityReader(std::string_view records) : at_(records.data()), end_(at_ + records.size()) {}

  /// The next record, or false at the end. The text of a facility is good until the next call.
  bool next(Facility& facility);

 private:
  static constexpr std::size_t kColumns = 16;

  bool split();
  std::string_view take_quoted();

  const char* at_;
  const char* end_;
  std::array<std::string_view, kColumns> cells_;
  std::string unquoted_;
};

/// The answers after their header, in `count` ranges of about the same size. A line break within a quoted note is told
/// from the end of a record by what follows: eight digits and a comma.
[[nodiscard]] std::vector<std::string_view> record_ranges(std::string_view answers, std::size_t count);

}  // namespace kijun::bench
