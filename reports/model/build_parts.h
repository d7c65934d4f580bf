#pragma once

#include <cstddef>
#include <map>
#include <vector>

#include "reports/model/gap_report.h"

namespace kijun::reports {

/// What the parts of a report look up while it is built.
struct BuildIndex {
  std::map<table::SubjectRef, std::size_t> subject_of;  ///< To `GapReport::subjects`.
  std::vector<std::size_t> columns_by_topic;            ///< All columns, in the topics' order.
  /// By column: its first finding, with one entry more at the end. Findings of a column stand in order of positions.
  std::vector<std::size_t> first_finding;

  /// The finding of a result, `MatrixCell::kNone` when it is none or not listed.
  [[nodiscard]] std::size_t finding_at(const GapReport& report, std::size_t column, std::size_t position) const;
};

/// Columns in the order of the ruleset's topics; within a topic as the rules stand.
[[nodiscard]] std::vector<std::size_t> columns_by_topic(const audit::ResultModel& result);
/// Records, zones, then the groups of the columns, with unique anchors.
void add_subjects(GapReport& report, BuildIndex& index);
/// Every listed failing, undecided and erring result.
void add_findings(GapReport& report, BuildIndex& index);
/// Their texts, evidence and causes.
void add_details(GapReport& report);
/// Municipalities by topic and the headline.
void add_summary(GapReport& report);
/// How the municipalities of each zone stand, for readers who see more than one.
void add_zones(GapReport& report);
/// What every kind of actor has to do.
void add_actors(GapReport& report);
/// Indicators as intervals.
void add_indicators(GapReport& report);
/// The matrix, and the results of groups.
void add_matrix(GapReport& report, const BuildIndex& index);
/// Questions to municipalities and to bodies' secretariats. After the sheets.
void add_questions(GapReport& report);
/// One sheet per record, and the notes nobody has read.
void add_sheets(GapReport& report, const BuildIndex& index);
/// What was not judged and why.
void add_not_judged(GapReport& report, const BuildIndex& index);
/// Each rule with its counts.
void add_rules(GapReport& report, const BuildIndex& index);

/// The rule's title, with the field's label under `for_fields`.
[[nodiscard]] LocalizedText column_title(const audit::ResultModel& result, const audit::RuleColumn& column);
/// Findings of one subject, worst first: by verdict, rules on trial last, then in the rules' order.
void sort_worst_first(const GapReport& report, std::vector<std::size_t>& findings);
/// True for zones, bodies and the survey; false for groups a ruleset derives from answers.
[[nodiscard]] bool is_standard_group(std::string_view kind);
/// Whether groups that such a rule is about have somebody who acts for them. Municipalities with something in common in
/// their answers cannot act as one; any other actor of the rule can.
[[nodiscard]] bool has_acting_groups(const policy::Rule& rule);

}  // namespace kijun::reports
