#include "engine/audit/plan_roots.h"

#include <bit>

#include "engine/audit/reads.h"

namespace kijun::audit {
namespace {

using cel::State;
using exec::Execution;
using exec::RootIndex;
using exec::SubjectStates;
using Word = BitPlane::Word;

/// The states of a root for the subjects of a word, those outside `asked` left out.
StateWord states_of(const SubjectStates& planes, std::size_t at, Word asked) {
  return {planes.true_word(at) & asked, planes.false_word(at) & asked, planes.unknown_word(at) & asked,
          planes.error_word(at) & asked, planes.not_applicable_word(at) & asked};
}

/// Digits of the cases' numbers, the first true case of every subject in `wanted`.
class CasePlanes {
 public:
  CasePlanes(std::size_t num_cases, std::size_t num_subjects)
      : planes_(static_cast<std::size_t>(std::bit_width(num_cases)), BitPlane(num_subjects)) {}

  /// `next(i)` gives the subjects for which case i is true.
  template <class Next>
  void add(std::size_t at, Word wanted, std::size_t num_cases, Next next) {
    for (std::size_t i = 0; i < num_cases && wanted != 0; ++i) {
      const Word chosen = wanted & next(i);
      for (std::size_t digit = 0; digit < planes_.size(); ++digit)
        if ((((i + 1) >> digit) & 1U) != 0) planes_[digit].add(at, chosen);
      wanted &= ~chosen;
    }
  }
  std::vector<BitPlane> take() { return std::move(planes_); }

 private:
  std::vector<BitPlane> planes_;
};

std::vector<std::int32_t> deadlines_of(const exec::ResultColumn& column) {
  std::vector<std::int32_t> days(column.size(), ColumnParts::kNoDeadline);
  for (std::size_t subject = 0; subject < column.size(); ++subject)
    if (column.state(subject) == State::kTrue) days[subject] = column.date_at(subject).days();
  return days;
}

bool differs_by_subject(const cel::CheckedExpr& expr, const Plan& plan) {
  Reads reads;
  reads.add(expr, plan);
  return reads.subject;
}

std::size_t count(Word bits) { return static_cast<std::size_t>(std::popcount(bits)); }

}  // namespace

PlanRoots::PlanRoots(const Plan& plan, const std::vector<const CompiledRule*>& rules) : plan_(plan), rules_(rules) {
  for (const CompiledRule* rule : rules) {
    RuleRoots roots{add(rule->when, rule->audience),
                    add(rule->judgeable, rule->audience),
                    add(rule->require, rule->audience),
                    kNoRoot,
                    {}};
    if (rule->deadline && differs_by_subject(*rule->deadline, plan))
      roots.deadline = add(*rule->deadline, rule->audience);
    for (const CompiledCase& rule_case : rule->cases) roots.cases.push_back(add(rule_case.when, rule->audience));
    rule_roots_.push_back(std::move(roots));
  }
  for (const CompiledIndicator& indicator : plan.indicators)
    indicator_roots_.push_back({add(indicator.of, indicator.audience), add(indicator.met, indicator.audience)});
}

RootIndex PlanRoots::add(const cel::CheckedExpr& expr, const Audience& audience) {
  roots_.push_back({&expr, audience.space, audience.kind});
  return static_cast<RootIndex>(roots_.size() - 1);
}

RootIndex PlanRoots::add(const std::optional<cel::CheckedExpr>& expr, const Audience& audience) {
  return expr ? add(*expr, audience) : kNoRoot;
}

RuleColumn PlanRoots::column(std::size_t rule_at, const SubjectList& subjects, const Execution& execution,
                             const cel::EvalContext& context) const {
  const CompiledRule& rule = *rules_[rule_at];
  const RuleRoots& roots = rule_roots_[rule_at];
  const auto states = [&](RootIndex root, std::size_t at) {
    const Word asked = subjects.word(at);
    return root == kNoRoot ? StateWord{asked, 0, 0, 0, 0} : states_of(execution.column(root).states(), at, asked);
  };
  ColumnParts parts;
  parts.rule = rule.source;
  parts.field = rule.field;
  parts.subjects = &subjects;
  parts.decisions = DecisionPlanes(subjects.num_subjects());
  CasePlanes cases(roots.cases.size(), subjects.num_subjects());
  for (std::size_t at = 0; at < subjects.num_words(); ++at) {
    const DecisionWord decided =
        decide_word(states(roots.when, at), states(roots.judgeable, at), states(roots.require, at));
    parts.decisions.set_word(at, decided);
    const Word wanted =
        decided.fail | decided.unknown_applicability | decided.unknown_requirement | decided.not_judgeable;
    cases.add(at, wanted, roots.cases.size(),
              [&](std::size_t i) { return execution.column(roots.cases[i]).states().true_word(at); });
  }
  parts.cases = cases.take();
  if (roots.deadline != kNoRoot) {
    parts.deadlines = deadlines_of(execution.column(roots.deadline));
  } else if (rule.deadline) {
    const cel::Value deadline = cel::Evaluator(*rule.deadline, context, cel::RecordRef{}).eval();
    if (const Date* date = deadline.as<Date>()) parts.deadline = *date;
  }
  return {std::move(parts), context.as_of};
}

IndicatorResult PlanRoots::indicator(std::size_t indicator_at, const SubjectList& subjects, const SubjectList& zones,
                                     const table::SurveyContext& survey, const Execution& execution) const {
  const IndicatorRoots& roots = indicator_roots_[indicator_at];
  const SubjectStates& met = execution.column(roots.met).states();
  IndicatorResult result;
  result.indicator = plan_.indicators[indicator_at].source;
  result.space = subjects.space();
  const Reads reads = reads_of(plan_.indicators[indicator_at], plan_);
  result.fields.assign(reads.fields.begin(), reads.fields.end());
  BitPlane lower(subjects.num_subjects());
  BitPlane undecided(subjects.num_subjects());
  BitPlane upper(subjects.num_subjects());
  BitPlane of(subjects.num_subjects());
  BitPlane answered(subjects.num_subjects());
  for (std::size_t at = 0; at < subjects.num_words(); ++at) {
    const Word asked = subjects.word(at);
    const StateWord member =
        roots.of == kNoRoot ? StateWord{asked, 0, 0, 0, 0} : states_of(execution.column(roots.of).states(), at, asked);
    const StateWord state = states_of(met, at, member.is_true);
    const Word open = member.unknown | member.error | state.unknown | state.error;
    lower.add(at, state.is_true);
    undecided.add(at, open);
    upper.add(at, state.is_true | open);
    answered.add(at, state.is_true | state.is_false);
    of.add(at, state.is_true | state.is_false | open);
    result.lower += count(lower.word(at));
    result.upper += count(upper.word(at));
    result.answered += count(answered.word(at));
    result.of += count(of.word(at));
  }
  if (subjects.space() == table::kRecordSpace) {
    for (const table::SubjectRef zone : zones) {
      IndicatorResult::Part part{zone, 0, 0, 0, 0};
      for (const std::uint32_t row : survey.grouping(table::kZoneGroup).members[zone.index]) {
        part.lower += lower.get(row) ? 1U : 0U;
        part.upper += upper.get(row) ? 1U : 0U;
        part.of += of.get(row) ? 1U : 0U;
        part.answered += answered.get(row) ? 1U : 0U;
      }
      result.by_zone.push_back(part);
    }
  }
  result.counted = std::move(of);
  result.met = std::move(lower);
  result.open = std::move(undecided);
  return result;
}

}  // namespace kijun::audit
