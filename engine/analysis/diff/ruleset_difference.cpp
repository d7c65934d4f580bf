#include "engine/analysis/diff/ruleset_difference.h"

#include <algorithm>

#include "engine/analysis/diff/rule_parts.h"
#include "engine/analysis/domain/answer_domain.h"
#include "engine/analysis/domain/rule_form.h"
#include "engine/analysis/domain/scene_judge.h"

// Two rules mean the same when no answers tell them apart, so both are judged over one domain made of what either reads.
// Results are put in an order of strictness, and a change is the pair of the strictest signs met: a row that became
// stricter, and a row that became looser. A draft never gates, whatever it finds; that is a part of its own, because
// the answers it marks are the same.

namespace kijun::analysis {
namespace {

using audit::CompiledRule;
using audit::Outcome;
using audit::ResultCode;

/// The higher the stricter. Who passes and who is not asked are held to the same.
int strictness(const ResultCode& code) {
  constexpr int kFailing = 2;
  constexpr int kErring = 9;
  switch (code.decision.outcome) {
    case Outcome::kNotApplicable:
    case Outcome::kPass:
      return 0;
    case Outcome::kUnknown:
      return 1;
    case Outcome::kFail:
      return kFailing + 2 * (static_cast<int>(policy::Severity::kNotice) - static_cast<int>(code.severity)) +
             (code.before_deadline ? 0 : 1);
    case Outcome::kError:
      break;
  }
  return kErring;
}

std::string case_of(const CompiledRule& rule, const ResultCode& code) {
  return code.rule_case == ResultCode::kNoCase ? std::string() : rule.cases[code.rule_case].source->id;
}

/// Compares one compiled rule with its namesake.
class RuleComparison {
 public:
  RuleComparison(const audit::Plan& before, const audit::Plan& after, std::size_t budget, RuleDifference& difference)
      : before_(before), after_(after), budget_(budget), difference_(difference) {}

  void compare(const CompiledRule& before, const CompiledRule& after) {
    if (before.audience.space != after.audience.space || !before.require || !after.require) return;
    if (judge_alike(before, after)) return;
    Reading reading;
    add_rule(before_, before, reading);
    add_rule(after_, after, reading);
    const AnswerDomain domain(std::move(reading), budget_);
    const SceneJudge judge_before(RuleView(before_, before));
    const SceneJudge judge_after(RuleView(after_, after));
    const SceneJudge* const judges[] = {&judge_before, &judge_after};
    const Date day = usual_day(after_);
    difference_.num_judged += walk_domain(domain, day, judges, [&](const JudgedScenes& judged) {
      look_at(judged, judge_before, judge_after, !domain.days().empty());
      return !(difference_.tightened && difference_.loosened);
    });
    difference_.num_combinations += domain.num_combinations();
    difference_.inexact.insert(domain.inexact().begin(), domain.inexact().end());
    const bool both_seen = difference_.tightened && difference_.loosened;
    difference_.decided = difference_.decided && (both_seen || domain.is_exhaustive());
  }

  /// True when nothing that decides results differs even in writing.
  [[nodiscard]] bool judge_alike(const CompiledRule& before, const CompiledRule& after) const {
    const auto severities = [](const CompiledRule& rule) {
      std::vector<std::pair<std::optional<policy::Severity>, std::optional<policy::Severity>>> all;
      const policy::Verdict& own = rule.source->verdict;
      all.emplace_back(own.severity, own.before_deadline);
      for (const policy::RuleCase& one : rule.source->cases)
        all.emplace_back(one.verdict.severity, one.verdict.before_deadline);
      return all;
    };
    return severities(before) == severities(after) && rule_form(before_, before) == rule_form(after_, after);
  }

  [[nodiscard]] bool cases_differ() const { return cases_differ_; }

 private:
  void look_at(const JudgedScenes& judged, const SceneJudge& before, const SceneJudge& after, bool has_days) {
    for (std::size_t i = 0; i < judged.scenes.size(); ++i) {
      const ResultCode& old_code = judged.by_judge[0].codes[i];
      const ResultCode& new_code = judged.by_judge[1].codes[i];
      const int change = strictness(new_code) - strictness(old_code);
      if (change == 0) {
        cases_differ_ =
            cases_differ_ || case_of(*before.view().rule, old_code) != case_of(*after.view().rule, new_code);
        if (old_code.decision.outcome == new_code.decision.outcome) continue;
      }
      std::optional<ChangedRow>& row = change == 0  ? difference_.asked
                                       : change > 0 ? difference_.tightened
                                                    : difference_.loosened;
      if (row) continue;
      const Scene& scene = judged.scenes[i];
      if (before.confirms(old_code, scene, judged.as_of) && after.confirms(new_code, scene, judged.as_of))
        row = ChangedRow{scene, judged.as_of, has_days, old_code, new_code};
      else
        difference_.decided = false;
    }
  }

  const audit::Plan& before_;
  const audit::Plan& after_;
  std::size_t budget_;
  RuleDifference& difference_;
  bool cases_differ_ = false;
};

bool is_namesake(const policy::Rule& before, const policy::Rule& after) {
  return before.id == after.id ||
         std::find(after.aliases.begin(), after.aliases.end(), before.id) != after.aliases.end();
}

std::string field_of(const audit::Plan& plan, const CompiledRule& rule) {
  return rule.field ? plan.vocabulary->field(*rule.field).id : std::string();
}

RuleChange summary(const RuleDifference& difference, const PartsSigns& signs, bool cases_differ) {
  const bool tightened = difference.tightened.has_value() || signs.tightened;
  const bool loosened = difference.loosened.has_value() || signs.loosened;
  if (tightened && loosened) return RuleChange::kBothWays;
  if (tightened) return RuleChange::kTightened;
  if (loosened) return RuleChange::kLoosened;
  if (difference.asked) return RuleChange::kAskedOthers;
  return signs.reworded || cases_differ ? RuleChange::kReworded : RuleChange::kUnchanged;
}

RuleDifference compare_rule(const audit::Plan& before, const policy::Rule& old_rule, const audit::Plan& after,
                            const policy::Rule& new_rule, std::size_t budget) {
  RuleDifference difference;
  difference.before = &old_rule;
  difference.after = &new_rule;
  RuleComparison comparison(before, after, budget, difference);
  PartsSigns signs = compare_parts(before, old_rule, after, new_rule, difference.parts);
  std::set<std::string> seen;
  for (const CompiledRule& made : after.rules) {
    if (made.source != &new_rule) continue;
    const auto old_made = std::find_if(before.rules.begin(), before.rules.end(), [&](const CompiledRule& one) {
      return one.source == &old_rule && field_of(before, one) == field_of(after, made);
    });
    if (old_made == before.rules.end()) {
      signs.tightened = true;  // one more field is asked about
    } else {
      seen.insert(field_of(before, *old_made));
      comparison.compare(*old_made, made);
    }
  }
  for (const CompiledRule& made : before.rules)
    if (made.source == &old_rule && !seen.contains(field_of(before, made))) signs.loosened = true;
  difference.change = summary(difference, signs, comparison.cases_differ());
  return difference;
}

}  // namespace

std::size_t RulesetDifference::count(RuleChange change) const {
  return static_cast<std::size_t>(
      std::count_if(rules.begin(), rules.end(), [&](const RuleDifference& rule) { return rule.change == change; }));
}

RulesetDifference compare_rulesets(const audit::Plan& before, const audit::Plan& after, std::size_t budget) {
  RulesetDifference result{&before, &after, {}};
  std::set<const policy::Rule*> paired;
  for (const policy::Rule& rule : after.ruleset.rules) {
    const auto old_rule =
        std::find_if(before.ruleset.rules.begin(), before.ruleset.rules.end(),
                     [&](const policy::Rule& one) { return !paired.contains(&one) && is_namesake(one, rule); });
    if (old_rule == before.ruleset.rules.end()) {
      RuleDifference& added = result.rules.emplace_back();
      added.after = &rule;
      added.change = RuleChange::kAdded;
      added.parts = summarise_rule(after, rule, true);
      continue;
    }
    paired.insert(&*old_rule);
    result.rules.push_back(compare_rule(before, *old_rule, after, rule, budget));
  }
  for (const policy::Rule& rule : before.ruleset.rules) {
    if (paired.contains(&rule)) continue;
    RuleDifference& removed = result.rules.emplace_back();
    removed.before = &rule;
    removed.change = RuleChange::kRemoved;
    removed.parts = summarise_rule(before, rule, false);
  }
  return result;
}

}  // namespace kijun::analysis
