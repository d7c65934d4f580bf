#include <fmt/format.h>

#include "engine/cli/rules_diff/diff_view.h"

namespace kijun::cli {
namespace {

using reports::CellStyle;
using reports::Sheet;
using reports::SheetCell;

constexpr std::size_t kDiffTextWidth = 48;
constexpr std::size_t kDiffWordWidth = 22;

SheetCell fixed(std::string text) { return {std::move(text), CellStyle::kReadOnly}; }
SheetCell changed(std::string text) { return {std::move(text), CellStyle::kChanged}; }

void add_rule(const RuleView& rule, Sheet& sheet) {
  const std::size_t num_before = sheet.rows.size();
  const auto add = [&](const std::string& part, SheetCell before, SheetCell after, const std::string& note) {
    sheet.rows.push_back({fixed(rule.label), fixed(rule.id), fixed(rule.title), fixed(part), std::move(before),
                          std::move(after), fixed(note)});
  };
  for (const RuleView::Part& part : rule.parts) add(part.label, changed(part.before), changed(part.after), "");
  for (const RuleView::Row& row : rule.rows) add(row.label, changed(row.before), changed(row.after), row.answers);
  if (!rule.undecided.empty() || sheet.rows.size() == num_before) add("", fixed(""), fixed(""), rule.undecided);
}

Sheet comparison_sheet(const DiffView& view) {
  const bool japanese = view.language == Language::kJapanese;
  Sheet sheet;
  sheet.name = japanese ? "新旧対照表" : "comparison";
  sheet.preface = {{{japanese ? "新旧対照表" : "Comparison of rulesets", CellStyle::kTitle}},
                   {{fmt::format("{} → {}", view.before, view.after), CellStyle::kNote}},
                   {{view.counts, CellStyle::kNote}}};
  sheet.headings = japanese ? std::vector<std::string>{"変更", "id", "名称", "項目", "旧", "新", "備考"}
                            : std::vector<std::string>{"change", "id", "title", "part", "before", "after", "notes"};
  sheet.columns = {{kDiffWordWidth, {}}, {kDiffWordWidth, {}}, {kDiffWordWidth, {}}, {kDiffWordWidth, {}},
                   {kDiffTextWidth, {}}, {kDiffTextWidth, {}}, {kDiffTextWidth, {}}};
  for (const RuleView& rule : view.rules)
    if (rule.is_listed()) add_rule(rule, sheet);
  return sheet;
}

Sheet verdict_sheet(const DiffView& view) {
  const bool japanese = view.language == Language::kJapanese;
  Sheet sheet;
  sheet.name = japanese ? "変わる判定" : "changed verdicts";
  sheet.headings = japanese ? std::vector<std::string>{"対象", "ルール", "旧", "新"}
                            : std::vector<std::string>{"subject", "rule", "before", "after"};
  sheet.columns = {{kDiffWordWidth, {}}, {kDiffTextWidth, {}}, {kDiffWordWidth, {}}, {kDiffWordWidth, {}}};
  for (const ChangedVerdict& verdict : view.verdicts)
    sheet.rows.push_back({fixed(verdict.subject.in(view.language)), fixed(verdict.rule),
                          changed(verdict.before.in(view.language)), changed(verdict.after.in(view.language))});
  return sheet;
}

}  // namespace

reports::Workbook diff_workbook(const std::vector<DiffView>& views) {
  reports::Workbook workbook;
  workbook.author = "kijun";
  if (!views.empty()) workbook.language = views.front().language;
  workbook.title = workbook.language == Language::kJapanese ? "新旧対照表" : "Comparison of rulesets";
  for (const DiffView& view : views) {
    workbook.sheets.push_back(comparison_sheet(view));
    if (view.has_survey) workbook.sheets.push_back(verdict_sheet(view));
  }
  return workbook;
}

}  // namespace kijun::cli
