#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/plan.h"
#include "engine/base/language.h"
#include "engine/policy/merged_ruleset.h"

namespace kijun::analysis {

/// What a row of the table of a ruleset is about.
enum class RowKind : std::uint8_t {
  kRuleset,
  kParam,
  kBasis,
  kCondition,
  kGroup,
  kRule,
  kCase,
  kIndicator,
  kBandSet,
  kBand
};

/// The columns, in the order of the table.
enum class Column : std::uint8_t {
  kKind,
  kId,
  kPart,  ///< Of a case or band its id, of a dated value its number, of the ruleset the day it was resolved for.
  kTitleJa,
  kTitleEn,
  kDescriptionJa,
  kDescriptionEn,
  kStage,
  kSeverity,
  kBeforeDeadline,
  kDeadline,
  kMessageJa,
  kMessageEn,
  kRemedyJa,
  kRemedyEn,
  kAskJa,
  kAskEn,
  kBasis,
  kFrom,
  kValue,
  kTarget,
  kUnit,
  kLaw,
  kArticle,
  kDate,
  kStatus,
  kBy,
  kOn,
  kNumber,
  kWhenJa,
  kWhenEn,
  kRequireJa,
  kRequireEn,
  kOrigin,
  kStamp,  ///< A hash of the row and its meaning: a row that changed since is noticed.
};
inline constexpr std::size_t kNumColumns = static_cast<std::size_t>(Column::kStamp) + 1;

/// What may be written into a column.
enum class CellType : std::uint8_t {
  kReadOnly,
  kText,
  kSeverity,
  kStage,
  kStatus,
  kDate,
  kIds,
  kValue,
  kShare,
  kExpression
};

/// A column as every output and the reader know it.
struct ColumnInfo {
  Column column = Column::kKind;
  std::string_view id;
  LocalizedView label;
  CellType type = CellType::kReadOnly;
};

/// Every column, in order.
[[nodiscard]] std::span<const ColumnInfo> table_columns();
/// One of them.
[[nodiscard]] const ColumnInfo& column_info(Column column);
/// Its heading, which says when it is not for writing into.
[[nodiscard]] std::string heading_of(Column column, Language language);
/// 規則集, ルール …
[[nodiscard]] LocalizedView kind_word(RowKind kind);
/// The words a column takes, or nothing where it takes others.
[[nodiscard]] std::span<const std::string_view> words_of(CellType type);

/// One row. The texts stay as long as the row; what it was made of is borrowed from the merged ruleset.
struct TableRow {
  RowKind kind = RowKind::kRule;
  std::string id;
  std::string part;
  std::array<std::string, kNumColumns> cells;  ///< The kind's cell is empty: its word depends on the language.
  const toml_doc::Table* table = nullptr;      ///< What the values are keys of.
  const toml_doc::Value* plain = nullptr;      ///< A parameter written without a table.
  const toml_doc::Value* dated = nullptr;      ///< Of one value of a parameter by day: all of them.

  [[nodiscard]] const std::string& cell(Column column) const { return cells[static_cast<std::size_t>(column)]; }
};

/// The keys that lead from a row's table to the value of a column; empty where rows of this kind have no such value.
[[nodiscard]] std::vector<std::string_view> key_path(RowKind kind, Column column);

/// The value of a column, or null.
[[nodiscard]] const toml_doc::Value* value_of(const TableRow& row, Column column);

/// True for a cell that may be written into: rows of this kind have such a value, and a parameter has it already.
[[nodiscard]] bool is_editable(const TableRow& row, Column column);

/// The resolved rules of a year as rows: the ruleset, its parameters, bases, named conditions, derived groups, each rule
/// with its cases, indicators, and sets of them with their bands. Conditions stand as sentences.
struct RulesTable {
  std::vector<TableRow> rows;

  /// The row of a key, or null.
  [[nodiscard]] const TableRow* find(RowKind kind, std::string_view id, std::string_view part) const;
};

/// Makes the table of a plan, which must come from `merged`; both are borrowed.
[[nodiscard]] RulesTable make_rules_table(const policy::MergedRuleset& merged, const audit::Plan& plan, Date as_of);

}  // namespace kijun::analysis
