#include "reports/model/gap_report.h"

#include <algorithm>
#include <numeric>

#include "reports/model/build_parts.h"
#include "reports/model/unlisted.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

// An overview is read at once and has to be there at once; the causes of one result can take a millisecond.
constexpr std::size_t kMostDetailsOfOverview = 500;
constexpr std::size_t kMostCellsOfOverview = 20'000;

LocalizedText heading_title(const std::vector<policy::Heading>& headings, const std::string& id) {
  const auto found =
      std::find_if(headings.begin(), headings.end(), [&](const auto& heading) { return heading.id == id; });
  return found == headings.end() ? in_both(id) : found->title;
}

}  // namespace

std::vector<std::size_t> columns_by_topic(const audit::ResultModel& result) {
  const auto& topics = result.ruleset().topics;
  const auto rank = [&](std::size_t column) {
    const std::string& topic = result.columns()[column].rule().topic;
    return std::find_if(topics.begin(), topics.end(), [&](const policy::Heading& h) { return h.id == topic; }) -
           topics.begin();
  };
  std::vector<std::size_t> order(result.columns().size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return rank(a) < rank(b); });
  return order;
}

LocalizedText column_title(const audit::ResultModel& result, const audit::RuleColumn& column) {
  if (!column.field()) {
    return column.rule().title;
  }
  const LocalizedText& label = result.vocabulary().field(*column.field()).label;
  return fill(Word::kRuleOfField, {{"rule", column.rule().title}, {"field", label}});
}

LocalizedText topic_title(const audit::ResultModel& result, const std::string& topic) {
  return heading_title(result.ruleset().topics, topic);
}

LocalizedText actor_title(const audit::ResultModel& result, const std::string& actor) {
  return heading_title(result.ruleset().actors, actor);
}

bool is_standard_group(std::string_view kind) { return kind == "zone" || kind == "body" || kind == "survey"; }

bool has_acting_groups(const policy::Rule& rule) {
  return is_standard_group(rule.for_each) || rule.actor != "municipality";
}

GapReport build_gap_report(const audit::ResultModel& result, ReportScope scope) {
  const bool is_whole = scope == ReportScope::kEverything;
  const bool is_overview = scope == ReportScope::kOverview;
  GapReport report;
  report.result = &result;
  report.scope = scope;
  const std::size_t num_cells = count_cells(result);
  report.shows_records = num_cells <= kMaxCells;
  BuildIndex index;
  index.columns_by_topic = columns_by_topic(result);
  add_subjects(report, index);
  add_findings(report, index);
  report.has_details = is_whole || (is_overview && num_cells <= kMostCellsOfOverview &&
                                    report.findings.size() <= kMostDetailsOfOverview);
  if (report.has_details) {
    add_details(report);
  }
  add_indicators(report);
  if (report.shows_records && report.has_details) {
    add_sheets(report, index);
    add_questions(report);
  }
  add_rules(report, index);
  add_summary(report);
  if (is_whole) {
    add_matrix(report, index);
    add_not_judged(report, index);
  }
  if (!is_overview) {
    add_zones(report);
    add_actors(report);
  }
  return report;
}

}  // namespace kijun::reports
