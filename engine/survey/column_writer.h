#pragma once

#include <deque>
#include <string>
#include <string_view>

#include "engine/survey/answer_parser.h"
#include "engine/table/column.h"

namespace kijun::survey {

/// Appends an answer to a column of the field's type. `raw` is the cell's text, which a string column borrows; texts that
/// stand nowhere as they are (a decimal's digits, list elements) go to `texts`.
void append_answer(table::Column& column, const ParsedAnswer& answer, std::string_view raw,
                   std::deque<std::string>& texts);

/// Replaces row `row` of the field's column by `value`, which fits its type. Texts are borrowed from `value`.
void set_value(table::Column& column, std::uint32_t row, const table::Field& field, const table::FieldValue& value);

/// Takes the answer of row `row` away.
void set_missing(table::Column& column, std::uint32_t row, table::MissingReason reason);

/// The value at a row that has one, an enum value by its id.
[[nodiscard]] table::FieldValue value_at(const table::Column& column, std::uint32_t row, const table::Field& field);

/// Appends rows [first, first + count) of `from` to `to`, a column of the same type.
void append_rows(const table::Column& from, std::uint32_t first, std::uint32_t count, table::Column& to);

}  // namespace kijun::survey
