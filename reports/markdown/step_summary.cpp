#include "reports/markdown/step_summary.h"

#include <algorithm>

#include "reports/ci/ci_result.h"
#include "reports/ci/grouping.h"
#include "reports/ci/notifications.h"
#include "reports/markdown/markdown_document.h"
#include "reports/markdown/markdown_parts.h"
#include "reports/markdown/section_writer.h"
#include "reports/words/data_text.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {
namespace {

void write_closing(const SectionWriter& sections, const LeftOut& left_out, const ReportOptions& options,
                   std::ostream& out) {
  MarkdownDocument document(out, options.language);
  const SectionsLeftOut& cut = sections.left_out();
  if (cut.num_sections != 0)
    document.paragraph(fill(Word::kCiSectionsLeftOut, {{"sections", cut.num_sections}, {"findings", cut.num_entries}}));
  if (const LocalizedText text = left_out_text(left_out); !text.empty()) document.paragraph(text);
}

void write_notifications(const std::vector<CiNotification>& all, const ReportOptions& options, std::ostream& out) {
  if (all.empty()) return;
  MarkdownDocument document(out, options.language);
  document.heading(3, fill(Word::kCountedHeading, {{"what", word(Word::kCiNotifications)}, {"n", all.size()}}));
  document.table_head({word(Word::kSeverity), word(Word::kCiCode), word(Word::kCiMessage), word(Word::kPlace)});
  for (std::size_t i = 0; i < std::min(all.size(), kMaxSectionRows); ++i)
    document.table_row({document.cell(severity_word(all[i].level)), document.cell(in_both(all[i].code)),
                        document.cell(section_text(all[i].message)), document.cell(place_text(all[i].at))});
  document.end_table();
  write_more_rows(all.size(), document);
}

void write_overview(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  const GapReport report = build_gap_report(model, ReportScope::kOverview);
  MarkdownWriter writer(out, report, options);
  write_title(writer);
  writer.paragraph(
      fill(Word::kCiGate, {{"n", model.summary().num_blocking}, {"unknown", model.summary().num_ungated_unknown}}));
  write_headline(writer);
  write_topics(writer);
  write_indicators(writer);
}

/// One rule's findings: those that are worst first.
void write_rule_section(const CiResults& results, const ResultGroup& group, std::ostream& out) {
  const std::vector<ResultAt> findings = worst_first(results, group);
  MarkdownDocument document(out, results.options().language);
  const policy::Rule& rule = results.model().columns()[findings.front().column].rule();
  const LocalizedText title = marked(rule.title, rule_mark(rule, results.model().ruleset()));
  document.heading(3, fill(Word::kCiGroup, {{"name", title}, {"counts", count_text(results, group)}}));
  document.table_head({word(Word::kSubject), word(Word::kCiMessage), word(Word::kPlace)});
  const std::size_t num_rows = std::min(findings.size(), kMaxSectionRows);
  for (std::size_t i = 0; i < num_rows; ++i) {
    const CiResult result = results.make(findings[i]);
    document.table_row({document.cell(result.subject.name), document.cell(section_text(result.message)),
                        document.cell(place_text(result.anchor.at))});
  }
  document.end_table();
  if (const std::size_t more = findings.size() - num_rows + group.num_unlisted; more != 0)
    document.paragraph(fill(Word::kMoreEvidence, {{"n", more}}));
}

}  // namespace

void write_step_summary(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  SectionWriter sections(out, options.ci.summary_bytes_taken);
  sections.section(0, [&](std::ostream& text) { write_overview(model, options, text); });
  sections.section(
      0, [&](std::ostream& text) { write_notifications(collect_notifications(&model, options), options, text); });
  const CiResults results(model, options);
  std::vector<ResultGroup> groups = group_by_rule(results, ResultsShown::kFindings);
  std::stable_sort(groups.begin(), groups.end(), [&](const ResultGroup& a, const ResultGroup& b) {
    return rank_of(results.standing(worst_of(results, a))) < rank_of(results.standing(worst_of(results, b)));
  });
  for (const ResultGroup& group : groups)
    sections.section(group.results.size() + group.num_unlisted,
                     [&](std::ostream& text) { write_rule_section(results, group, text); });
  LeftOut left_out;
  left_out.unlisted = count_unlisted_findings(model);
  write_closing(sections, left_out, options, out);
}

void write_step_summary_failure(const ReportOptions& options, std::ostream& out) {
  SectionWriter sections(out, options.ci.summary_bytes_taken);
  sections.section(0, [&](std::ostream& text) {
    MarkdownDocument document(text, options.language);
    document.heading(2, word(Word::kCiNotRun));
    write_notifications(collect_notifications(nullptr, options), options, text);
  });
  write_closing(sections, {}, options, out);
}

}  // namespace kijun::reports
