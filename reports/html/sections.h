#pragma once

#include "reports/html/components.h"

namespace kijun::reports {

/// Title, the three dates, the language switch and the contents.
void write_masthead(const Page& page);
/// The same of a sheet for one record, which has no contents.
void write_sheet_masthead(const Page& page);
/// The running head of every printed page as a style: what, which rules, judged when.
[[nodiscard]] std::string page_margins(const Page& page);
/// What an officer must know in a minute: headline, topics, who must act, rates.
void write_summary_section(const Page& page);
/// What changed since the survey before and what made it, for the first screen; nothing where that was not looked for.
void write_since_summary(const Page& page);
/// The same in full.
void write_since_section(const Page& page);
/// Indicators over the years, from the results that the survey declares.
void write_trend_section(const Page& page);
/// Zones in the plan's order.
void write_zone_section(const Page& page);
/// The style that puts the tiles of a report in their places.
[[nodiscard]] std::string tile_places(const GapReport& report);
/// Municipalities as tiles, topic by topic.
void write_map_section(const Page& page);
/// What to do, by actor and subject.
void write_task_section(const Page& page);
/// Questions to send back.
void write_question_section(const Page& page);
/// Record × rule.
void write_matrix_section(const Page& page);
/// Results of zones, bodies, the survey and derived groups.
void write_group_section(const Page& page);
/// One sheet per record.
void write_sheet_section(const Page& page);
/// What was not judged and why.
void write_not_judged_section(const Page& page);
/// Notes nobody has read.
void write_reading_section(const Page& page);
/// People's conclusions with their state.
void write_decision_section(const Page& page);
/// What a baseline lists and the run does not find any more; nothing without a baseline.
void write_resolved_section(const Page& page);
/// Every rule with its counts.
void write_rule_section(const Page& page);
/// What rules rest on.
void write_basis_section(const Page& page);
/// What the marks and words mean.
void write_legend_section(const Page& page);
/// The items of the survey and what their answers can be.
void write_definition_section(const Page& page);
/// Where every number comes from.
void write_provenance_section(const Page& page);
/// The same for `kijun verify`, which nobody sees.
void write_embedded_provenance(const Page& page);
/// Verdicts and names for the page's script, which nobody sees.
void write_embedded_data(const Page& page);
/// What failing results say, for the script of a page whose matrix it draws.
void write_embedded_messages(const Page& page);
/// How every result of the matrix came about, for its card.
void write_embedded_cards(const Page& page);

}  // namespace kijun::reports
