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

/// A reading to be recorded.
struct NewReading {
  std::string code;  ///< Of the subject, six digits.
  table::FieldIndex note = 0;
  std::string_view text;  ///< The whole note: it is quoted and hashed.
  std::vector<DecidedValue> values;
  LocalizedText reason;
  std::string source = "note";
  std::string by;
  Date when;
};

/// Parses `field=value` as a user types it: the field has to be a reading of `note`, the value one of its type (an enum
/// value by its id, true/false, a date, a number). Mistakes go to the sink without a place (KJ4502–KJ4504).
[[nodiscard]] std::optional<DecidedValue> parse_assignment(std::string_view text, table::FieldIndex note,
                                                           const table::Vocabulary& vocabulary, diag::Sink& sink);

/// The text of decisions.toml with one more `[[decision]]` at its end. What was there before keeps its bytes; line ends
/// follow it.
[[nodiscard]] std::string add_reading(std::string_view decisions_toml, const NewReading& reading,
                                      const table::Vocabulary& vocabulary);

}  // namespace kijun::survey
