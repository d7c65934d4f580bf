#pragma once

#include <optional>
#include <string>

#include "engine/cel/checked_expr.h"
#include "engine/table/vocabulary.h"

namespace kijun::oracle {

/// Which cell of a row a column holds.
enum class SqlCell : std::uint8_t {
  kOwn,
  kRaw,       ///< The raw text of the row's own cell.
  kReason,    ///< Its missing reason, '' for a value.
  kPrevious,  ///< The same record a survey earlier.
  kZone,      ///< The record's zone.
};

/// The name of the column of a field.
[[nodiscard]] std::string sql_column(SqlCell cell, const std::string& field);

/// A rule about records as a SQLite expression over a table with these columns, `code` and `kind`, where a missing
/// answer is NULL. Whatever has no value in CEL, be it unknown, not applicable or an error, is NULL in SQL, and CEL's
/// `&& || !` are SQL's AND OR NOT. Nothing for expressions outside the subset that has the same meaning in SQLite.
[[nodiscard]] std::optional<std::string> sql_of(const cel::CheckedExpr& expr, const table::Vocabulary& vocabulary);

}  // namespace kijun::oracle
