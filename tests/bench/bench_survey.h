#pragma once

#include <memory>

#include "tests/unit/exec/memory_survey.h"

namespace kijun::bench {

/// A fictional survey of `num_rows` towns in zones of at most 33: an enum, two numbers and a date, about one in ten of
/// each missing. The same for the same number.
[[nodiscard]] std::unique_ptr<exec::MemorySurvey> make_survey(std::uint32_t num_rows);

/// A rule of the usual kind: an answer, a number beside a missing one, a date.
inline constexpr const char* kRule =
    "council == \"established\" && (beds >= 5 || !answered(rate)) && planned_date <= date(\"2019-03-31\")";

/// A rule about a zone's members.
inline constexpr const char* kZoneRule =
    "zone.members.share(m, m.council == \"established\") >= 0.8 || zone.members.sum(m, m.beds) > 1000";

}  // namespace kijun::bench
