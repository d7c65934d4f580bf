#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/survey/decisions.h"

namespace kijun::survey {

/// Parses `field=value` as a user types it: an enum value by its id, true/false, a date, a number, a list with commas. A
/// value that is none of the field's goes to the sink without a place (KJ4503).
[[nodiscard]] std::optional<DecidedValue> parse_decided_value(table::FieldIndex field, std::string_view text,
                                                              const table::Vocabulary& vocabulary, diag::Sink& sink);

/// The text of decisions.toml with one more `[[decision]]` at its end. What was there before keeps its bytes; line ends
/// follow it. Read back, the entry is `decision` but for its places.
[[nodiscard]] std::string append_decision(std::string_view decisions_toml, const Decision& decision,
                                          const table::Vocabulary& vocabulary);

}  // namespace kijun::survey
