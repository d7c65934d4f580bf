#pragma once

#include <string_view>

#include "engine/audit/bit_plane.h"
#include "reports/model/gap_report.h"

namespace kijun::reports {

/// How the municipalities stand in one topic, from all results, listed or not: each is in the plane of its worst
/// standing, by row. Who is clear is in none.
class Standings {
 public:
  Standings(const audit::ResultModel& result, std::string_view topic);

  /// All municipalities, each counted once.
  [[nodiscard]] TopicSummary count(const policy::Heading& topic) const;
  /// How one municipality stands.
  [[nodiscard]] Standing of(table::SubjectRef municipality) const;
  /// Those of one zone.
  [[nodiscard]] TopicSummary count_zone(const policy::Heading& topic, table::SubjectRef zone) const;

 private:
  const audit::ResultModel& result_;
  std::array<audit::BitPlane, kNumStandings> planes_;
};

}  // namespace kijun::reports
