#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/survey/survey.h"

namespace kijun::survey {

/// A note that waits for a reader.
struct OpenNote {
  std::uint32_t row = 0;
  table::FieldIndex note = 0;
  std::string_view text;
  diag::Span place;
  bool stale = false;                       ///< It was read before it changed.
  std::vector<table::FieldIndex> readings;  ///< Fields that interpret it; each has a question in the vocabulary.
};

/// Notes nobody has read, and notes that changed since, in 建制順.
[[nodiscard]] std::vector<OpenNote> open_notes(const SurveyTable& survey);

/// Parses `field=value` as a user types it: the field has to be a reading of `note`, the value one of its type (an enum
/// value by its id, true/false, a date, a number). Mistakes go to the sink without a place (KJ4502–KJ4504).
[[nodiscard]] std::optional<DecidedValue> parse_assignment(std::string_view text, table::FieldIndex note,
                                                           const table::Vocabulary& vocabulary, diag::Sink& sink);

}  // namespace kijun::survey
