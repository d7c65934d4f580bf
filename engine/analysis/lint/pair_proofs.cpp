#include <algorithm>
#include <optional>

#include "engine/analysis/domain/scene_judge.h"
#include "engine/analysis/lint/lint_run.h"
#include "engine/audit/outcome.h"
#include "engine/base/threads.h"

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

/// A rule and what it reads.
struct RuleReading {
  const CompiledRule* rule = nullptr;
  Reading reading;
};

bool meets(const RuleReading& one, const RuleReading& other) {
  const CompiledRule& a = *one.rule;
  const CompiledRule& b = *other.rule;
  const bool same_kind =
      a.audience.kind == b.audience.kind || a.audience.kind == "record" || b.audience.kind == "record";
  if (a.audience.space != b.audience.space || !same_kind || a.source == b.source) return false;
  return shares_field(one.reading.subject, other.reading.subject);
}

bool may_be_merged(const policy::Rule& a, const policy::Rule& b) {
  return a.kind == b.kind && a.actor == b.actor && a.stage == b.stage && a.verdict.severity == b.verdict.severity &&
         a.verdict.before_deadline == b.verdict.before_deadline;
}

/// Two rules to look at together.
struct Pair {
  const CompiledRule* a = nullptr;
  const CompiledRule* b = nullptr;
};

/// What became of the question.
struct PairProof {
  Together together;
  std::optional<AnswerDomain> domain;
  std::size_t num_judged = 0;
};

PairProof prove_pair(const audit::Plan& plan, const Pair& pair, std::size_t budget) {
  Reading reading;
  add_rule(plan, *pair.a, reading);
  add_rule(plan, *pair.b, reading);
  PairProof proof;
  const AnswerDomain& domain = proof.domain.emplace(std::move(reading), budget);
  const SceneJudge judge_a(RuleView(plan, *pair.a));
  const SceneJudge judge_b(RuleView(plan, *pair.b));
  const SceneJudge* const judges[] = {&judge_a, &judge_b};
  proof.num_judged = walk_domain(
      domain, usual_day(plan), judges,
      [&](const JudgedScenes& judged) {
        for (std::size_t i = 0; i < judged.scenes.size(); ++i)
          proof.together.add(judged.by_judge[0].codes[i].decision.outcome,
                             judged.by_judge[1].codes[i].decision.outcome);
        return !proof.together.is_settled();
      },
      WalkOrder::kSpread);
  return proof;
}

void report_pair(const Pair& pair, const PairProof& proof, LintRun& run) {
  const policy::Rule& a = *pair.a->source;
  const policy::Rule& b = *pair.b->source;
  const Together& together = proof.together;
  if (together.is_settled()) {
    ++run.report().num_proven;
    return;
  }
  run.note(a.id + " + " + b.id, *proof.domain, proof.num_judged);
  if (!proof.domain->is_exhaustive()) return;
  const std::string ids = a.id + " " + b.id;
  if (together.first_passes && together.second_passes && !together.both_pass)
    run.find(kContradiction, b.span, ids, a.id, b.id);
  if (!may_be_merged(a, b)) return;
  if (together.first_fails && !together.first_fails_alone)
    run.find(kSubsumedRule, a.span, ids, a.id, b.id);
  else if (together.second_fails && !together.second_fails_alone)
    run.find(kSubsumedRule, b.span, ids, b.id, a.id);
}

/// Pairs that meet and that no earlier edition has with the same meaning.
std::vector<Pair> pairs_of(const audit::Plan& plan, LintRun& run) {
  std::vector<RuleReading> readings;
  for (const CompiledRule& rule : plan.rules)
    if (rule.require) add_rule(plan, rule, readings.emplace_back(RuleReading{&rule, {}}).reading);
  std::vector<Pair> pairs;
  for (auto a = readings.begin(); a != readings.end(); ++a)
    for (auto b = a + 1; b != readings.end(); ++b)
      if ((run.asks_about(a->rule->source->id) || run.asks_about(b->rule->source->id)) && meets(*a, *b) &&
          run.is_new_question(plan, {a->rule, b->rule}))
        pairs.push_back({a->rule, b->rule});
  return pairs;
}

}  // namespace

void prove_pairs(const audit::Plan& plan, LintRun& run) {
  const std::vector<Pair> pairs = pairs_of(plan, run);
  std::vector<PairProof> proofs(pairs.size());
  run_each(num_hardware_threads(), pairs.size(),
           [&](std::size_t at) { proofs[at] = prove_pair(plan, pairs[at], run.options().pair_budget); });
  for (std::size_t at = 0; at < pairs.size(); ++at) report_pair(pairs[at], proofs[at], run);
}

}  // namespace kijun::analysis
