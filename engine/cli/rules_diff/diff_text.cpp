#include <fmt/format.h>

#include "engine/cli/rules_diff/diff_view.h"
#include "reports/escape/markdown_text.h"

namespace kijun::cli {
namespace {

bool is_japanese(const DiffView& view) { return view.language == Language::kJapanese; }

/// Texts of several lines on one.
std::string one_line(const std::string& text) {
  std::string line;
  for (const char letter : text) line += letter == '\n' ? ' ' : letter;
  return line.empty() ? "-" : line;
}

std::string cell(const std::string& text) { return reports::escape_markdown(one_line(text)); }

/// What a part was and is; of a rule that only one side has, what it says there.
std::string change_of(const RuleView& rule, const RuleView::Part& part) {
  if (rule.change == analysis::RuleChange::kAdded) return one_line(part.after);
  if (rule.change == analysis::RuleChange::kRemoved) return one_line(part.before);
  return fmt::format("{} → {}", one_line(part.before), one_line(part.after));
}

std::string unchanged_ids(const DiffView& view) {
  std::string ids;
  for (const RuleView& rule : view.rules)
    if (!rule.is_listed()) ids += (ids.empty() ? "" : ", ") + rule.id;
  return ids;
}

}  // namespace

std::string diff_text(const DiffView& view) {
  std::string text = fmt::format("{} → {}\n{}\n", view.before, view.after, view.counts);
  for (const RuleView& rule : view.rules) {
    if (!rule.is_listed()) continue;
    text += fmt::format("\n{}  {}  {}\n", rule.label, rule.id, rule.title);
    for (const RuleView::Part& part : rule.parts)
      text += fmt::format("    {}: {}\n", part.label, change_of(rule, part));
    for (const RuleView::Row& row : rule.rows)
      text += fmt::format("    {}: {}\n        {} → {}\n", row.label, row.answers, row.before, row.after);
    if (!rule.undecided.empty()) text += fmt::format("    {}\n", rule.undecided);
  }
  if (const std::string ids = unchanged_ids(view); !ids.empty())
    text += fmt::format("\n{}: {}\n", is_japanese(view) ? "変更なし" : "unchanged", ids);
  if (!view.has_survey) return text;
  text += fmt::format("\n{}: {}\n", is_japanese(view) ? "この調査で変わる判定" : "verdicts that change in the survey",
                      view.verdicts.size());
  for (const ChangedVerdict& verdict : view.verdicts)
    text += fmt::format("    {}  {}: {} → {}\n", verdict.subject.in(view.language), verdict.rule,
                        verdict.before.in(view.language), verdict.after.in(view.language));
  return text;
}

std::string rule_markdown(const RuleView& rule, std::size_t heading_level, Language language) {
  std::string text = fmt::format("{} {} {} {}\n\n", std::string(heading_level, '#'), cell(rule.label), cell(rule.id),
                                 cell(rule.title));
  if (!rule.parts.empty()) {
    text += language == Language::kJapanese ? "| | 旧 | 新 |\n| --- | --- | --- |\n"
                                            : "| | before | after |\n| --- | --- | --- |\n";
    for (const RuleView::Part& part : rule.parts)
      text += fmt::format("| {} | {} | {} |\n", cell(part.label), cell(part.before), cell(part.after));
    text += '\n';
  }
  for (const RuleView::Row& row : rule.rows)
    text += fmt::format("- {}: {}: {} → {}\n", cell(row.label), cell(row.answers), cell(row.before), cell(row.after));
  if (!rule.undecided.empty()) text += fmt::format("- {}\n", cell(rule.undecided));
  return text;
}

std::string diff_markdown(const DiffView& view) {
  const bool japanese = is_japanese(view);
  std::string text = fmt::format("# {} → {}\n\n{}\n", cell(view.before), cell(view.after), cell(view.counts));
  for (const RuleView& rule : view.rules)
    if (rule.is_listed()) text += '\n' + rule_markdown(rule, 2, view.language);
  if (const std::string ids = unchanged_ids(view); !ids.empty())
    text += fmt::format("\n## {}\n\n{}\n", japanese ? "変更なし" : "unchanged", cell(ids));
  if (!view.has_survey) return text;
  text += fmt::format("\n## {}\n\n", japanese ? "この調査で変わる判定" : "Verdicts that change in the survey");
  text += japanese ? "| 対象 | ルール | 旧 | 新 |\n| --- | --- | --- | --- |\n"
                   : "| subject | rule | before | after |\n| --- | --- | --- | --- |\n";
  for (const ChangedVerdict& verdict : view.verdicts)
    text += fmt::format("| {} | {} | {} | {} |\n", cell(verdict.subject.in(view.language)), cell(verdict.rule),
                        cell(verdict.before.in(view.language)), cell(verdict.after.in(view.language)));
  return text;
}

}  // namespace kijun::cli
