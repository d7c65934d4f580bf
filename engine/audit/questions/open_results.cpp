#include "engine/audit/questions/open_results.h"

#include <utility>

#include "engine/audit/judge.h"
#include "engine/audit/questions/plan_questions.h"

namespace kijun::audit {
namespace {

/// Its clauses as those of a rule that is undecided exactly when the indicator does not know whether to count a subject.
CompiledRule as_rule(const CompiledIndicator& indicator) {
  CompiledRule rule;
  rule.when = indicator.of;
  rule.require = indicator.met;
  return rule;
}

/// By field its place in the survey's form; what the form does not ask comes last.
std::vector<std::size_t> places_in_form(const survey::SurveyTable& survey) {
  std::vector<std::size_t> places(survey.vocabulary().fields().size(), survey.manifest().columns.size());
  for (std::size_t column = 0; column < survey.manifest().columns.size(); ++column)
    places[survey.manifest().columns[column].field] = column;
  return places;
}

}  // namespace

QuestionPlan plan_questions(const AskedAudit& audit, CauseFinder& causes) {
  std::vector<OpenItem> items;
  std::vector<QuestionPlan::Result> results;
  for (std::size_t at = 0; at < audit.columns.size(); ++at) {
    const RuleColumn& column = audit.columns[at];
    for (const std::uint32_t position : audit.listed[at]) {
      if (column.outcome(position) != Outcome::kUnknown) continue;
      items.push_back({audit.rules[at], {0, column.subject(position)}});
      results.push_back({{}, at, position});
    }
  }
  std::vector<CompiledRule> indicators;
  for (const CompiledIndicator& indicator : audit.plan.indicators) indicators.push_back(as_rule(indicator));
  for (std::size_t at = 0; at < indicators.size(); ++at) {
    for (const table::SubjectRef subject : *audit.rated[at]) {
      const cel::RecordRef record{0, subject};
      if (decide_naively(indicators[at], audit.context, record).outcome != Outcome::kUnknown) continue;
      items.push_back({&indicators[at], record});
      results.push_back({at, 0, 0});
    }
  }
  QuestionPlan plan = plan_questions(items, audit.context, causes, places_in_form(audit.survey));
  plan.results = std::move(results);
  return plan;
}

}  // namespace kijun::audit
