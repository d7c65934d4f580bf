#include "engine/cli/rules_table/table_workbook.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/cli/rules_table/table_text.h"

namespace kijun::cli {
namespace {

using analysis::CellType;
using analysis::Column;
using analysis::ColumnInfo;
using analysis::RulesTable;
using analysis::TableRow;
using reports::CellStyle;
using reports::Sheet;

constexpr std::size_t kTextWidth = 44;
constexpr std::size_t kWordWidth = 24;
constexpr std::size_t kKeyWidth = 28;

std::size_t max_width(const ColumnInfo& info) {
  const bool is_sentence = info.column >= Column::kWhenJa && info.column <= Column::kRequireEn;
  if (info.type == CellType::kText || is_sentence) return kTextWidth;
  return info.type == CellType::kReadOnly ? kKeyWidth : kWordWidth;
}

CellStyle style_of(const TableRow& row, const ColumnInfo& info) {
  return analysis::is_editable(row, info.column) ? CellStyle::kPlain : CellStyle::kReadOnly;
}

Sheet whole_sheet(const RulesTable& table, Language language) {
  constexpr std::size_t kNumKeys = 3;
  Sheet sheet;
  sheet.name = language == Language::kJapanese ? "ルール表（編集用）" : "table (edit here)";
  sheet.num_fixed_columns = kNumKeys;
  sheet.is_protected = true;
  for (const ColumnInfo& info : analysis::table_columns()) {
    const auto words = analysis::words_of(info.type);
    sheet.columns.push_back({max_width(info), {words.begin(), words.end()}});
    sheet.headings.push_back(analysis::heading_of(info.column, language));
  }
  for (const TableRow& row : table.rows) {
    auto& cells = sheet.rows.emplace_back();
    for (const ColumnInfo& info : analysis::table_columns())
      cells.push_back({table_cell(row, info.column, language), style_of(row, info)});
  }
  return sheet;
}

/// The columns of a part in one language, without those that only reading back needs.
std::vector<Column> shown_columns(const TableSection& section, Language language) {
  const std::string_view other = language == Language::kJapanese ? "_en" : "_ja";
  std::vector<Column> shown;
  for (const Column column : section.columns)
    if (column != Column::kStamp && !analysis::column_info(column).id.ends_with(other)) shown.push_back(column);
  return shown;
}

Sheet section_sheet(const RulesTable& table, const TableSection& section, Language language) {
  Sheet sheet;
  sheet.name = std::string(section.title.in(language));
  sheet.num_fixed_columns = 1;
  sheet.is_protected = true;
  const std::vector<Column> columns = shown_columns(section, language);
  for (const Column column : columns) {
    sheet.columns.push_back({max_width(analysis::column_info(column)), {}});
    sheet.headings.emplace_back(analysis::column_info(column).label.in(language));
  }
  for (const TableRow& row : table.rows) {
    if (std::find(section.kinds.begin(), section.kinds.end(), row.kind) == section.kinds.end()) continue;
    auto& cells = sheet.rows.emplace_back();
    for (const Column column : columns) cells.push_back({table_cell(row, column, language), CellStyle::kReadOnly});
  }
  return sheet;
}

Sheet help_sheet(Language language) {
  const bool japanese = language == Language::kJapanese;
  Sheet sheet;
  sheet.name = japanese ? "説明" : "how to use it";
  sheet.is_filtered = false;
  sheet.preface = {{{japanese ? "この表の使い方" : "How to use this table", CellStyle::kTitle}},
                   {{japanese ? "1. 「ルール表（編集用）」の白い欄を直します。灰色の欄は直せません。"
                              : "1. Edit the white cells of \"table (edit here)\". Grey cells cannot be changed.",
                     CellStyle::kNote}},
                   {{japanese ? "2. そのシートを開いたまま、「CSV UTF-8」の形式で別名で保存します。"
                              : "2. With that sheet in front, save it under another name as \"CSV UTF-8\".",
                     CellStyle::kNote}},
                   {{japanese ? "3. kijun rules import-table ファイル名.csv で、変わるところを確かめます。"
                              : "3. See what changes: kijun rules import-table FILE.csv",
                     CellStyle::kNote}},
                   {{japanese ? "4. よければ --write を付けて実行し、規則のTOMLに書き込みます。"
                              : "4. If it is right, run it with --write to write the TOML.",
                     CellStyle::kNote}},
                   {{japanese ? "ほかのシートは閲覧と印刷のためのもので、取り込みません。"
                              : "The other sheets are for reading and printing; they are not read back.",
                     CellStyle::kNote}}};
  sheet.headings = japanese ? std::vector<std::string>{"列", "書ける語", "備考"}
                            : std::vector<std::string>{"column", "words it takes", "note"};
  sheet.columns = {{kKeyWidth, {}}, {kKeyWidth, {}}, {kTextWidth, {}}};
  for (const ColumnInfo& info : analysis::table_columns()) {
    const auto words = analysis::words_of(info.type);
    std::string note;
    if (info.type == CellType::kDate) note = japanese ? "日付（2026-03-31の形）" : "a day, like 2026-03-31";
    if (info.type == CellType::kExpression)
      note = japanese ? "日付又は式（params.パラメーターのid）" : "a day, or an expression (params.ID)";
    if (info.type == CellType::kIds) note = japanese ? "根拠のidをコンマで区切る" : "ids of bases, with commas";
    if (info.type == CellType::kShare) note = japanese ? "0から1までの数" : "a number from 0 to 1";
    if (info.type == CellType::kReadOnly) note = japanese ? "変更不可" : "read-only";
    sheet.rows.push_back({{std::string(info.label.in(language)), CellStyle::kReadOnly},
                          {fmt::format("{}", fmt::join(words, ", ")), CellStyle::kReadOnly},
                          {note, CellStyle::kReadOnly}});
  }
  return sheet;
}

}  // namespace

reports::Workbook table_workbook(const RulesTable& table, const LocalizedText& title, Language language) {
  reports::Workbook workbook;
  workbook.title = title.in(language);
  workbook.author = "kijun";
  workbook.language = language;
  workbook.sheets.push_back(whole_sheet(table, language));
  for (const TableSection& section : table_sections())
    workbook.sheets.push_back(section_sheet(table, section, language));
  workbook.sheets.push_back(help_sheet(language));
  return workbook;
}

}  // namespace kijun::cli
