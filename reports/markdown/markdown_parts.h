#pragma once

#include "reports/markdown/markdown_writer.h"

namespace kijun::reports {

/// A label and what it says, as a list item; nothing where it says nothing.
void write_fact(MarkdownWriter& out, Word label, const LocalizedText& value);
/// Whose answers were judged, and as of when.
void write_title(MarkdownWriter& out);
/// The sentences that come first.
void write_headline(MarkdownWriter& out);
/// How many municipalities stand how in each topic.
void write_topics(MarkdownWriter& out);
/// The indicators as intervals.
void write_indicators(MarkdownWriter& out);
/// One finding as a list item: verdict, rule, message, advice, date, basis.
void write_finding_item(MarkdownWriter& out, const Finding& finding, std::size_t depth);
/// What changed since the survey before and what made it, or why nothing is compared; nothing where that was not looked for.
void write_since(MarkdownWriter& out);
/// The indicators over the years; nothing where the readers get none.
void write_trend(MarkdownWriter& out);
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
