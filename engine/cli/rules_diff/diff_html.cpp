#include <fmt/format.h>

#include "engine/cli/rules_diff/diff_view.h"
#include "reports/escape/html_text.h"

// A page without script, printed on A4 in black: what changed is underlined, as a 新旧対照表 has it.

namespace kijun::cli {
namespace {

using analysis::RuleChange;
using reports::escape_html;

constexpr std::string_view kStyle = R"(
body { font-family: "Noto Sans JP", "Yu Gothic", sans-serif; margin: 2rem; color: #111; line-height: 1.6; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem; table-layout: fixed; }
th, td { border: 1px solid #444; padding: .3rem .5rem; vertical-align: top; overflow-wrap: anywhere; text-align: left; }
th { background: #eee; }
td p { margin: 0; white-space: pre-line; }
.part { font-size: .85em; color: #333; }
.note { width: 28%; }
@media print { body { margin: 0; font-size: 10pt; } tr { break-inside: avoid; } }
)";

std::string side(const RuleView& rule, bool before) {
  const bool absent = rule.change == (before ? RuleChange::kAdded : RuleChange::kRemoved);
  if (absent) return "<td></td>";
  std::string cell = fmt::format("<td><p><b>{}</b> {}</p>", escape_html(rule.id), escape_html(rule.title));
  for (const RuleView::Part& part : rule.parts)
    cell += fmt::format("<p class=\"part\">{}</p><p><u>{}</u></p>", escape_html(part.label),
                        escape_html(before ? part.before : part.after));
  return cell + "</td>";
}

std::string note(const RuleView& rule) {
  std::string cell = fmt::format("<td class=\"note\"><p><b>{}</b></p>", escape_html(rule.label));
  for (const RuleView::Row& row : rule.rows)
    cell += fmt::format("<p class=\"part\">{}</p><p>{}<br>{} → {}</p>", escape_html(row.label),
                        escape_html(row.answers), escape_html(row.before), escape_html(row.after));
  if (!rule.undecided.empty()) cell += fmt::format("<p class=\"part\">{}</p>", escape_html(rule.undecided));
  return cell + "</td>";
}

std::string comparison_table(const DiffView& view) {
  const bool japanese = view.language == Language::kJapanese;
  std::string table =
      fmt::format("<table><thead><tr><th>{}</th><th>{}</th><th class=\"note\">{}</th></tr></thead><tbody>\n",
                  japanese ? "旧" : "before", japanese ? "新" : "after", japanese ? "備考" : "notes");
  for (const RuleView& rule : view.rules)
    if (rule.is_listed()) table += fmt::format("<tr>{}{}{}</tr>\n", side(rule, true), side(rule, false), note(rule));
  return table + "</tbody></table>\n";
}

std::string verdict_table(const DiffView& view) {
  const bool japanese = view.language == Language::kJapanese;
  std::string table = fmt::format(
      "<h2>{}</h2>\n<table><thead><tr><th>{}</th><th>{}</th><th>{}</th><th>{}</th></tr></thead><tbody>\n",
      japanese ? "この調査で変わる判定" : "Verdicts that change in the survey", japanese ? "対象" : "subject",
      japanese ? "ルール" : "rule", japanese ? "旧" : "before", japanese ? "新" : "after");
  for (const ChangedVerdict& verdict : view.verdicts)
    table += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>\n",
                         escape_html(verdict.subject.in(view.language)), escape_html(verdict.rule),
                         escape_html(verdict.before.in(view.language)), escape_html(verdict.after.in(view.language)));
  return table + "</tbody></table>\n";
}

}  // namespace

std::string diff_html(const std::vector<DiffView>& views) {
  const bool japanese = views.empty() || views.front().language == Language::kJapanese;
  const char* const title = japanese ? "新旧対照表" : "Comparison of rulesets";
  std::string page = fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" "
      "content=\"width=device-width\"><title>{}</title>\n<style>{}</style></head>\n<body>\n<h1>{}</h1>\n",
      japanese ? "ja" : "en", title, kStyle, title);
  for (const DiffView& view : views) {
    page += fmt::format("<h2>{} → {}</h2>\n<p>{}</p>\n", escape_html(view.before), escape_html(view.after),
                        escape_html(view.counts));
    page += comparison_table(view);
    if (view.has_survey) page += verdict_table(view);
  }
  return page + "</body>\n</html>\n";
}

}  // namespace kijun::cli
