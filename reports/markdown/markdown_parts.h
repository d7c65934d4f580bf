#pragma once

#include "reports/markdown/markdown_writer.h"

namespace kijun::reports {

/// One finding as a list item: verdict, rule, message, advice, date, basis.
void write_finding_item(MarkdownWriter& out, const Finding& finding, std::size_t depth);
/// What to do, by actor and subject.
void write_tasks(MarkdownWriter& out);
/// Questions to send back.
void write_questions(MarkdownWriter& out);
/// Record × rule.
void write_matrix(MarkdownWriter& out);
/// Results of zones, bodies, the survey and derived groups.
void write_group_results(MarkdownWriter& out);
/// One sheet per record: answers, notes beside their readings, findings.
void write_sheets(MarkdownWriter& out);
/// What was not judged and why.
void write_not_judged(MarkdownWriter& out);
/// Notes nobody has read, and people's conclusions.
void write_readings(MarkdownWriter& out);
void write_resolved(MarkdownWriter& out);

}  // namespace kijun::reports
