#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/base/language.h"

namespace kijun::table {

/// Why an answer has no value (design: "missing with a reason"). The order is stored in columns: append only.
enum class MissingReason : std::uint8_t {
  kNone = 0,       ///< There is a value.
  kBlank,          ///< The cell is empty: unknown, a question to the municipality.
  kUnreadable,     ///< The mark or number is not in the legend: unknown, a question.
  kAbsent,         ///< This year's form did not ask: unknown, no question.
  kWithheld,       ///< Not given out: unknown, no question.
  kNotApplicable,  ///< The form says the question does not apply.
  kNotReviewed,    ///< A reading nobody made yet: unknown, a line in the reading list.
  kEmptyGroup,     ///< An aggregate over no element: unknown, no question.
  kMerged,         ///< The earlier year's body was merged or split: unknown.
  kNoSurvey,       ///< The earlier survey is not loaded: not applicable.
  kNewSubject,     ///< The subject did not exist then: not applicable.
};

/// What a missing reason does to the expression that reads it.
enum class MissingRoute : std::uint8_t { kUnknown, kNotApplicable };

/// `kNotApplicable`, `kNoSurvey` and `kNewSubject` make the reading expression not applicable, the others unknown.
[[nodiscard]] MissingRoute route(MissingReason reason);

/// True when asking the municipality could settle it (`kBlank`, `kUnreadable`).
[[nodiscard]] bool asks_question(MissingReason reason);

/// The reason's id in files and in `missing_reason(f)`: "blank", "not_reviewed" …; "" for `kNone`.
[[nodiscard]] std::string_view reason_id(MissingReason reason);

/// The reason of an id, or nothing.
[[nodiscard]] std::optional<MissingReason> parse_reason(std::string_view id);

/// The word a report shows instead of the value: 無回答 / no answer …
[[nodiscard]] LocalizedView reason_label(MissingReason reason);

}  // namespace kijun::table
