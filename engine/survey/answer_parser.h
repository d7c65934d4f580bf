#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/survey/marks.h"
#include "engine/table/missing.h"
#include "engine/table/vocabulary.h"

namespace kijun::survey {

/// A cell's text read as an answer.
struct ParsedAnswer {
  std::optional<table::FieldValue> value;  ///< An enum value by its id.
  std::uint32_t code = 0;                  ///< kEnum: position of the value.
  table::MissingReason missing = table::MissingReason::kNone;
  std::string normalised;  ///< How the text was read when it was not taken as written (〇 → ○, １２ → 12); else empty.
};

/// Reads `text` as an answer to `field`: blank when it is empty or white space, unreadable when it is no value of the
/// field's type or a mark outside the legend. Notes and other strings keep their text as it is. Lists are separated by
/// `;`, `、`, `,` or line breaks. Numbers take full-width digits and thousands commas, never units; dates are read by
/// `base/era`, a fiscal year as its 31 March.
[[nodiscard]] ParsedAnswer parse_answer(const table::Field& field, const Legend& legend, std::string_view text);

/// True when `text` is empty or white space (U+3000 included).
[[nodiscard]] bool is_blank(std::string_view text);

}  // namespace kijun::survey
