#pragma once

#include <memory>

#include "tests/oracle/choices.h"
#include "tests/unit/exec/memory_survey.h"

namespace kijun::oracle {

/// A small survey: a vocabulary with fields of every type for records, zones, bodies and the survey, rows with every
/// missing reason and awkward values, zones and bodies (some empty, some rows in none), the prefecture's row, and up to
/// two earlier years.
[[nodiscard]] std::unique_ptr<exec::MemorySurvey> generate_survey(Choices& choices);

}  // namespace kijun::oracle
