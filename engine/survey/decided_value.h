#pragma once

#include <optional>
#include <string_view>

#include "engine/diag/diagnostic.h"
#include "engine/table/vocabulary.h"

namespace kijun::survey {

/// The field a decision names; an unknown one is reported with the nearest id (KJ4502).
[[nodiscard]] std::optional<table::FieldIndex> find_decided_field(std::string_view id, diag::Span span,
                                                                  const table::Vocabulary& vocabulary,
                                                                  diag::Sink& sink);

/// Likewise for a value of a reading: the field has to interpret `note` (KJ4504).
[[nodiscard]] std::optional<table::FieldIndex> find_reading_field(std::string_view id, diag::Span span,
                                                                  table::FieldIndex note,
                                                                  const table::Vocabulary& vocabulary,
                                                                  diag::Sink& sink);

/// Reports a value that is none of the field's, with what would be (KJ4503).
void report_wrong_value(const table::Field& field, std::string_view value, diag::Span span, diag::Sink& sink);

}  // namespace kijun::survey
