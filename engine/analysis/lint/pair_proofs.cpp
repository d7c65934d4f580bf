#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/analysis/domain/scene_judge.h"
#include "engine/analysis/lint/lint_run.h"
#include "engine/audit/outcome.h"

// Rules that read no field in common cannot meet, so only pairs that do are enumerated, each over the answers that
// either reads.

namespace kijun::analysis {
namespace {

using audit::CompiledRule;
using audit::Outcome;

/// What occurs of two rules together.
struct Together {
  bool first_passes = false;  ///< Where both apply and are decided.
  bool second_passes = false;
  bool both_pass = false;
  bool first_fails = false;
  bool second_fails = false;
  bool first_fails_alone = false;
  bool second_fails_alone = false;

  void add(Outcome first, Outcome second) {
    const auto decided = [](Outcome outcome) { return outcome == Outcome::kPass || outcome == Outcome::kFail; };
    if (decided(first) && decided(second)) {
      first_passes = first_passes || first == Outcome::kPass;
      second_passes = second_passes || second == Outcome::kPass;
      both_pass = both_pass || (first == Outcome::kPass && second == Outcome::kPass);
    }
    first_fails = first_fails || first == Outcome::kFail;
    second_fails = second_fails || second == Outcome::kFail;
    first_fails_alone = first_fails_alone || (first == Outcome::kFail && second != Outcome::kFail);
    second_fails_alone = second_fails_alone || (second == Outcome::kFail && first != Outcome::kFail);
  }
  [[nodiscard]] bool is_settled() const { return both_pass && first_fails_alone && second_fails_alone; }
};

bool shares_field(const Shape& a, const Shape& b) {
  if (std::any_of(a.fields.begin(), a.fields.end(), [&](const auto& field) { return b.fields.contains(field.first); }))
    return true;
  return std::any_of(a.links.begin(), a.links.end(), [&](const auto& link) {
    const auto other = b.links.find(link.first);
    return other != b.links.end() && shares_field(*link.second.shape, *other->second.shape);
  });
}

bool meets(const audit::Plan& plan, const CompiledRule& a, const CompiledRule& b) {
  const bool same_kind =
      a.audience.kind == b.audience.kind || a.audience.kind == "record" || b.audience.kind == "record";
  if (a.audience.space != b.audience.space || !same_kind || a.source == b.source) return false;
  Reading of_a;
  Reading of_b;
  add_rule(plan, a, of_a);
  add_rule(plan, b, of_b);
  return shares_field(of_a.subject, of_b.subject);
}

bool may_be_merged(const policy::Rule& a, const policy::Rule& b) {
  return a.kind == b.kind && a.actor == b.actor && a.stage == b.stage && a.verdict.severity == b.verdict.severity &&
         a.verdict.before_deadline == b.verdict.before_deadline;
}

void prove_pair(const audit::Plan& plan, const CompiledRule& a, const CompiledRule& b, LintRun& run) {
  Reading reading;
  add_rule(plan, a, reading);
  add_rule(plan, b, reading);
  const AnswerDomain domain(std::move(reading), run.options().pair_budget);
  const SceneJudge judge_a(RuleView(plan, a));
  const SceneJudge judge_b(RuleView(plan, b));
  const SceneJudge* const judges[] = {&judge_a, &judge_b};
  Together together;
  const Date day = usual_day(plan);
  const std::size_t num_judged = walk_domain(domain, day, judges, [&](const JudgedScenes& judged) {
    for (std::size_t i = 0; i < judged.scenes.size(); ++i)
      together.add(judged.by_judge[0].codes[i].decision.outcome, judged.by_judge[1].codes[i].decision.outcome);
    return !together.is_settled();
  });
  if (together.is_settled()) {
    ++run.report().num_proven;
    return;
  }
  run.note(a.source->id + " + " + b.source->id, domain, num_judged);
  if (!domain.is_exhaustive()) return;
  const std::string pair = a.source->id + " " + b.source->id;
  if (together.first_passes && together.second_passes && !together.both_pass)
    run.find(kContradiction, b.source->span, pair, a.source->id, b.source->id);
  if (!may_be_merged(*a.source, *b.source)) return;
  if (together.first_fails && !together.first_fails_alone)
    run.find(kSubsumedRule, a.source->span, pair, a.source->id, b.source->id);
  else if (together.second_fails && !together.second_fails_alone)
    run.find(kSubsumedRule, b.source->span, pair, b.source->id, a.source->id);
}

/// Answers of an enum field to which some rule that reads it applies.
class JudgedAnswers {
 public:
  explicit JudgedAnswers(const audit::Plan& plan) : plan_(plan) {}

  void add(const CompiledRule& rule, LintRun& run) {
    Reading reading;
    add_rule(plan_, rule, reading);
    const AnswerDomain domain(std::move(reading), run.options().rule_budget);
    for (const auto& [id, use] : domain.reading().subject.fields)
      if (use.field.type == table::FieldType::kEnum && use.field.role != table::FieldRole::kReading && use.value_read)
        fields_[id].insert_or_assign(rule.source->id, domain.is_exhaustive());
    const SceneJudge judge(RuleView(plan_, rule));
    const SceneJudge* const judges[] = {&judge};
    const Date day = usual_day(plan_);
    walk_domain(domain, day, judges, [&](const JudgedScenes& judged) {
      for (std::size_t i = 0; i < judged.scenes.size(); ++i)
        if (judged.by_judge[0].codes[i].decision.outcome != Outcome::kNotApplicable) note(judged.scenes[i]);
      return true;
    });
  }

  void report(LintRun& run) const {
    for (const auto& [id, readers] : fields_) {
      const auto exhaustive = [](const auto& reader) { return reader.second; };
      if (!std::all_of(readers.begin(), readers.end(), exhaustive)) continue;
      const table::Field& field = plan_.vocabulary->field(*plan_.vocabulary->find(id));
      for (const table::EnumValue& value : field.values)
        if (!judged_.contains({id, value.id})) run.find(kUnjudgedAnswer, field.span, value.id, id, value.id);
    }
  }

 private:
  void note(const Scene& scene) {
    for (const auto& [id, answer] : scene.fields)
      if (const auto* value = answer.value.as<std::string>()) judged_.emplace(id, *value);
    for (const auto& [link, subjects] : scene.links)
      if (link == "members")
        for (const Scene& member : subjects) note(member);
  }

  const audit::Plan& plan_;
  std::map<std::string, std::map<std::string, bool>> fields_;
  std::set<std::pair<std::string, std::string>> judged_;
};

}  // namespace

void prove_pairs(const audit::Plan& plan, LintRun& run) {
  JudgedAnswers answers(plan);
  for (std::size_t a = 0; a < plan.rules.size(); ++a) {
    if (!plan.rules[a].require) continue;
    answers.add(plan.rules[a], run);
    for (std::size_t b = a + 1; b < plan.rules.size(); ++b)
      if (plan.rules[b].require && meets(plan, plan.rules[a], plan.rules[b]))
        prove_pair(plan, plan.rules[a], plan.rules[b], run);
  }
  answers.report(run);
}

}  // namespace kijun::analysis
