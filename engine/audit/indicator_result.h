#pragma once

#include <cstddef>
#include <vector>

#include "engine/audit/bit_plane.h"
#include "engine/policy/ruleset.h"
#include "engine/table/subject.h"
#include "engine/table/vocabulary.h"

namespace kijun::audit {

/// An indicator as an interval. `lower` and `upper` count what certainly and what possibly meets it.
struct IndicatorResult {
  const policy::Indicator* indicator = nullptr;
  std::size_t lower = 0;
  std::size_t upper = 0;
  std::size_t of = 0;        ///< Denominator: everyone asked, unanswered included.
  std::size_t answered = 0;  ///< Of these, decided either way.
  struct Part {
    table::SubjectRef zone;
    std::size_t lower = 0, upper = 0, of = 0, answered = 0;
  };
  std::vector<Part> by_zone;  ///< In the plan's order.
  table::SpaceId space = table::kRecordSpace;
  BitPlane counted;                       ///< Who is in the denominator, by index within `space`.
  BitPlane met;                           ///< Who certainly meets it, likewise.
  BitPlane open;                          ///< Who possibly does, likewise.
  std::vector<table::FieldIndex> fields;  ///< All it may read, ascending.
};

}  // namespace kijun::audit
