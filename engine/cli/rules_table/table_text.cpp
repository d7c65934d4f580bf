#include "engine/cli/rules_table/table_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "reports/escape/csv_text.h"
#include "reports/escape/markdown_text.h"

namespace kijun::cli {

using analysis::Column;
using analysis::RowKind;
using analysis::RulesTable;
using analysis::TableRow;

const std::vector<TableSection>& table_sections() {
  static const std::vector<TableSection> kSections{
      {{"ルール", "rules"},
       {RowKind::kRule, RowKind::kCase},
       {Column::kKind,      Column::kId,       Column::kPart,           Column::kTitleJa,   Column::kTitleEn,
        Column::kStage,     Column::kSeverity, Column::kBeforeDeadline, Column::kDeadline,  Column::kMessageJa,
        Column::kMessageEn, Column::kRemedyJa, Column::kRemedyEn,       Column::kAskJa,     Column::kAskEn,
        Column::kBasis,     Column::kWhenJa,   Column::kWhenEn,         Column::kRequireJa, Column::kRequireEn,
        Column::kOrigin,    Column::kStamp}},
      {{"指標", "indicators"},
       {RowKind::kIndicator},
       {Column::kKind, Column::kId, Column::kTitleJa, Column::kTitleEn, Column::kDescriptionJa, Column::kDescriptionEn,
        Column::kTarget, Column::kUnit, Column::kWhenJa, Column::kWhenEn, Column::kRequireJa, Column::kRequireEn,
        Column::kOrigin, Column::kStamp}},
      {{"指標の区分", "bands of indicators"},
       {RowKind::kBandSet, RowKind::kBand},
       {Column::kKind, Column::kId, Column::kPart, Column::kTitleJa, Column::kTitleEn, Column::kRequireJa,
        Column::kRequireEn, Column::kOrigin, Column::kStamp}},
      {{"パラメーター", "parameters"},
       {RowKind::kParam},
       {Column::kKind, Column::kId, Column::kPart, Column::kTitleJa, Column::kTitleEn, Column::kBasis, Column::kFrom,
        Column::kValue, Column::kOrigin, Column::kStamp}},
      {{"根拠", "bases"},
       {RowKind::kBasis},
       {Column::kKind, Column::kId, Column::kPart, Column::kTitleJa, Column::kTitleEn, Column::kLaw, Column::kArticle,
        Column::kDate, Column::kStatus, Column::kBy, Column::kOn, Column::kOrigin, Column::kStamp}},
      {{"条件", "conditions"},
       {RowKind::kCondition},
       {Column::kKind, Column::kId, Column::kPart, Column::kTitleJa, Column::kTitleEn, Column::kRequireJa,
        Column::kRequireEn, Column::kOrigin, Column::kStamp}},
      {{"まとまり", "groups"},
       {RowKind::kGroup},
       {Column::kKind, Column::kId, Column::kTitleJa, Column::kTitleEn, Column::kRequireJa, Column::kRequireEn,
        Column::kOrigin, Column::kStamp}},
      {{"規則集", "ruleset"},
       {RowKind::kRuleset},
       {Column::kKind, Column::kId, Column::kPart, Column::kTitleJa, Column::kTitleEn, Column::kStage, Column::kBy,
        Column::kOn, Column::kNumber, Column::kOrigin, Column::kStamp}},
  };
  return kSections;
}

std::string table_cell(const TableRow& row, Column column, Language language) {
  return column == Column::kKind ? std::string(analysis::kind_word(row.kind).in(language)) : row.cell(column);
}

std::string table_csv(const RulesTable& table, Language language) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  std::string text(kByteOrderMark);
  const auto write = [&](const auto& cell_of) {
    bool is_first = true;
    for (const analysis::ColumnInfo& info : analysis::table_columns()) {
      if (!is_first) text += ',';
      is_first = false;
      text += reports::csv_cell(cell_of(info.column), true);
    }
    text += "\r\n";
  };
  write([&](Column column) { return analysis::heading_of(column, language); });
  for (const TableRow& row : table.rows) write([&](Column column) { return table_cell(row, column, language); });
  return text;
}

std::string table_markdown(const RulesTable& table, Language language) {
  std::string text;
  for (const TableSection& section : table_sections()) {
    text += fmt::format("{}## {}\n\n|", text.empty() ? "" : "\n", section.title.in(language));
    std::string rule = "|";
    for (const Column column : section.columns) {
      text += " " + reports::escape_markdown(analysis::heading_of(column, language)) + " |";
      rule += " --- |";
    }
    text += "\n" + rule + "\n";
    for (const TableRow& row : table.rows) {
      if (std::find(section.kinds.begin(), section.kinds.end(), row.kind) == section.kinds.end()) continue;
      text += "|";
      for (const Column column : section.columns)
        text += " " + reports::escape_markdown(table_cell(row, column, language)) + " |";
      text += "\n";
    }
  }
  return text;
}

}  // namespace kijun::cli
