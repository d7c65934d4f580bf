#include "engine/analysis/coverage/coverage.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "engine/analysis/coverage/clause_tree.h"
#include "engine/analysis/domain/answer_domain.h"
#include "engine/analysis/domain/scene_judge.h"
#include "engine/analysis/domain/scene_text.h"
#include "engine/analysis/example_scope.h"
#include "engine/audit/judge.h"
#include "engine/toml/literal.h"

// The measure is masking MC/DC over three states: a clause is covered with a value when a test has it, and the opposite
// value in the same place would give another result. Clauses that are written twice flip together. Which demands can
// be met at all is found on the answer domain, so that the measure can reach 100 %.

namespace kijun::analysis {
namespace {

using audit::CompiledRule;
using audit::ResultCode;
using cel::State;

/// Something tests have to show: a clause deciding with a value, or a failing result before or on the deadline.
struct Demand {
  std::size_t clause = kDeadline;
  bool value = false;  ///< Of the deadline: whether it is still to come.
  auto operator<=>(const Demand&) const = default;
  static constexpr std::size_t kDeadline = SIZE_MAX;
};

bool severity_depends_on_day(const CompiledRule& rule) {
  if (!rule.deadline) return false;
  const auto depends = [](const policy::Verdict& verdict) { return verdict.before_deadline.has_value(); };
  return depends(rule.source->verdict) || std::any_of(rule.source->cases.begin(), rule.source->cases.end(),
                                                      [&](const auto& one) { return depends(one.verdict); });
}

/// The demands of one rule, those that tests meet, and answers that meet the others.
class CoverageMeter {
 public:
  CoverageMeter(const audit::Plan& plan, const CompiledRule& rule)
      : plan_(plan), rule_(rule), tree_(plan, rule), by_day_(severity_depends_on_day(rule)) {
    for (std::size_t clause = 0; clause < tree_.clauses().size(); ++clause)
      for (const bool value : {true, false}) demands_.push_back({clause, value});
    if (by_day_)
      for (const bool value : {true, false}) demands_.push_back({Demand::kDeadline, value});
  }

  RuleCoverage measure(std::size_t budget) {
    RuleCoverage coverage{rule_.source->id, rule_.field ? plan_.vocabulary->field(*rule_.field).id : "", 0, 0, 0, {}};
    for (const policy::Example& example : rule_.source->examples) note_example(example);
    coverage.num_covered = met_.size();
    const bool exhaustive = find_rows(budget);
    coverage.num_demands = met_.size();
    for (const Demand& demand : demands_) {
      if (met_.contains(demand)) continue;
      const auto row = rows_.find(demand);
      if (row != rows_.end())
        coverage.gaps.push_back(gap(demand, row->second));
      else if (!exhaustive)
        ++coverage.num_undecided;
    }
    coverage.num_demands += coverage.gaps.size();
    return coverage;
  }

 private:
  struct Row {
    Scene scene;
    Date as_of;
    ResultCode code;
  };

  [[nodiscard]] bool meets(const Demand& demand, const ResultCode& code, std::span<const State> states) const {
    if (demand.clause == Demand::kDeadline)
      return code.decision.outcome == audit::Outcome::kFail && code.before_deadline == demand.value;
    const State wanted = demand.value ? State::kTrue : State::kFalse;
    return states[demand.clause] == wanted && tree_.decides(demand.clause, states);
  }

  void note_example(const policy::Example& example) {
    diag::Sink unheard;  // what is wrong with an example is said where it is run
    const ExampleScope scope(example, plan_, rule_.audience, unheard);
    std::vector<State> states;
    for (const Clause& clause : tree_.clauses())
      states.push_back(cel::Evaluator(clause.expr, scope.context(), scope.subject()).eval().state());
    const ResultCode code = audit::judge_naively(rule_, scope.context(), scope.subject());
    for (const Demand& demand : demands_)
      if (meets(demand, code, states)) met_.insert(demand);
  }

  /// Looks for rows that meet what is open; true when nothing was left out.
  bool find_rows(std::size_t budget) {
    if (met_.size() == demands_.size()) return true;
    Reading reading;
    add_rule(plan_, rule_, reading);
    const AnswerDomain domain(std::move(reading), budget);
    const SceneJudge judge(RuleView(plan_, rule_), tree_.exprs());
    const SceneJudge* const judges[] = {&judge};
    const Date day = usual_day(plan_);
    walk_domain(domain, day, judges, [&](const JudgedScenes& judged) {
      for (std::size_t i = 0; i < judged.scenes.size(); ++i) look_at(judged, i, judge);
      return met_.size() + rows_.size() < demands_.size();
    });
    return domain.is_exhaustive();
  }

  void look_at(const JudgedScenes& judged, std::size_t i, const SceneJudge& judge) {
    const ResultCode& code = judged.by_judge[0].codes[i];
    for (const Demand& demand : demands_) {
      if (met_.contains(demand) || rows_.contains(demand)) continue;
      if (!meets(demand, code, judged.by_judge[0].clauses[i])) continue;
      if (judge.confirms(code, judged.scenes[i], judged.as_of))
        rows_.emplace(demand, Row{judged.scenes[i], judged.as_of, code});
    }
  }

  [[nodiscard]] CoverageGap gap(const Demand& demand, const Row& row) const {
    CoverageGap made;
    std::string name;
    if (demand.clause == Demand::kDeadline) {
      made.what = demand.value
                      ? LocalizedText{"期限前に満たさない例", "a failing result before the deadline"}
                      : LocalizedText{"期限到来後に満たさない例", "a failing result once the deadline is reached"};
      name = demand.value ? "before the deadline" : "on the deadline";
    } else {
      const std::string_view clause = tree_.clauses()[demand.clause].text();
      made.what = {fmt::format("`{}`が{}であることが結果を決める例", clause, demand.value ? "真" : "偽"),
                   fmt::format("`{}` being {} decides", clause, demand.value ? "true" : "false")};
      name = fmt::format("{} is {}", clause, demand.value ? "true" : "false");
    }
    made.example = example_text(row.scene, row.code, rule_, plan_, by_day_ ? &row.as_of : nullptr, name);
    return made;
  }

  const audit::Plan& plan_;
  const CompiledRule& rule_;
  ClauseTree tree_;
  bool by_day_;
  std::vector<Demand> demands_;
  std::set<Demand> met_;
  std::map<Demand, Row> rows_;
};

}  // namespace

std::vector<RuleCoverage> measure_coverage(const audit::Plan& plan, std::size_t budget) {
  std::vector<RuleCoverage> result;
  for (const CompiledRule& rule : plan.rules)
    if (rule.require) result.push_back(measure_coverage(plan, rule, budget));
  return result;
}

RuleCoverage measure_coverage(const audit::Plan& plan, const CompiledRule& rule, std::size_t budget) {
  return CoverageMeter(plan, rule).measure(budget);
}

std::string example_text(const Scene& scene, const ResultCode& code, const CompiledRule& rule, const audit::Plan& plan,
                         const Date* as_of, const std::string& name) {
  std::string line = name;  // a clause may be written over several
  std::replace(line.begin(), line.end(), '\n', ' ');
  std::string text =
      fmt::format("  [[rule.example]]\n  name = {}\n  given = {}\n  expect = \"{}\"\n", toml_doc::string_literal(line),
                  given_text(scene, plan, as_of), audit::outcome_id(code.decision.outcome));
  if (code.rule_case != ResultCode::kNoCase)
    text += fmt::format("  case = \"{}\"\n", rule.cases[code.rule_case].source->id);
  if (code.decision.outcome == audit::Outcome::kFail)
    text += fmt::format("  severity = \"{}\"\n", policy::severity_id(code.severity));
  return text;
}

}  // namespace kijun::analysis
