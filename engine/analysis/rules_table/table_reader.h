#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/rules_table/rules_table.h"
#include "engine/diag/diagnostic.h"

namespace kijun::analysis {

/// One cell that was changed.
struct TableEdit {
  const TableRow* row = nullptr;
  Column column = Column::kKind;
  /// What stands there now, without the white space around it; days as 2019-03-31, numbers as TOML has them.
  std::string text;
  diag::Span place;  ///< The cell in the file.
};

/// The ruleset and the day a table was made for, as its first row says.
struct TableHead {
  std::string ruleset;
  std::string as_of;
};

/// Reads which ruleset a table is of; headings in either language. Mistakes go to the sink.
[[nodiscard]] std::optional<TableHead> read_table_head(const diag::Source& source, diag::Sink& sink);

/// Compares a table that was edited with the table as it is made now: what changed, in the order of the file. Every
/// mistake goes to the sink with the place of its cell; nothing comes back when there is one. A table from before a
/// change of the rules, a row too few or too many and a changed cell that is read-only are mistakes. In a `lossy` file a
/// spreadsheet wrote `?` for what the encoding lacks, which is no change.
[[nodiscard]] std::optional<std::vector<TableEdit>> read_table_edits(const diag::Source& source, bool lossy,
                                                                     const RulesTable& current, Language language,
                                                                     diag::Sink& sink);

}  // namespace kijun::analysis
