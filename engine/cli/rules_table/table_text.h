#pragma once

#include <string>
#include <vector>

#include "engine/analysis/rules_table/rules_table.h"

namespace kijun::cli {

/// A part of the table that is shown by itself: the kinds of its rows and the columns they use.
struct TableSection {
  LocalizedView title;
  std::vector<analysis::RowKind> kinds;
  std::vector<analysis::Column> columns;
};

/// The parts, rules first.
[[nodiscard]] const std::vector<TableSection>& table_sections();

/// A cell in a language: the kind by its word.
[[nodiscard]] std::string table_cell(const analysis::TableRow& row, analysis::Column column, Language language);

/// The whole table as CSV for a spreadsheet: a byte order mark, one heading, and what would be a formula made safe.
[[nodiscard]] std::string table_csv(const analysis::RulesTable& table, Language language);

/// The parts as tables of GitHub Flavored Markdown.
[[nodiscard]] std::string table_markdown(const analysis::RulesTable& table, Language language);

}  // namespace kijun::cli
