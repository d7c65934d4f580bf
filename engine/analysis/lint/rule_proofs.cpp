#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "engine/analysis/coverage/clause_tree.h"
#include "engine/analysis/coverage/coverage.h"
#include "engine/analysis/domain/scene_judge.h"
#include "engine/analysis/domain/scene_text.h"
#include "engine/analysis/lint/lint_run.h"
#include "engine/audit/causes.h"
#include "engine/audit/outcome.h"
#include "engine/cel/functions.h"

// One walk over a rule's answers notes which outcomes, cases and clause values occur, with the first row of each; the
// checks then read what never occurred. A rule with `for_fields` is judged for every field, and only what occurs for none
// of them is a finding.

namespace kijun::analysis {
namespace {

using audit::CompiledRule;
using audit::Outcome;
using audit::ResultCode;
using cel::State;

/// Open rows whose causes are looked for, per rule.
constexpr std::size_t kMaxCauseRows = 200;

struct FirstRow {
  Scene scene;
  Date as_of;
  ResultCode code;
};

/// What occurs somewhere in a rule's answers, over all fields of `for_fields`.
struct Occurrences {
  std::map<Outcome, FirstRow> outcomes;
  bool excluded = false;  ///< `when` is false of somebody whose answers all apply.
  std::map<std::string, bool> cases;
  std::map<std::string, std::set<State>> clauses;  ///< By normal form.
  std::map<std::string, const Clause*> clause_of;
  std::optional<FirstRow> open_by_form;
  bool exhaustive = true;
};

bool has_not_applicable(const Scene& scene) {
  const auto& fields = scene.fields;
  return std::any_of(fields.begin(), fields.end(), [](const auto& field) {
    return table::route(field.second.missing) == table::MissingRoute::kNotApplicable &&
           field.second.missing != table::MissingReason::kNone;
  });
}

/// Walks the answers of one compiled rule.
class RuleWalk {
 public:
  RuleWalk(const audit::Plan& plan, const CompiledRule& rule, const ClauseTree& tree, Occurrences& seen)
      : plan_(plan), rule_(rule), tree_(tree), seen_(seen), judge_(RuleView(plan, rule), tree.exprs()) {}

  void walk(LintRun& run) {
    Reading reading;
    add_rule(plan_, rule_, reading);
    const AnswerDomain domain(std::move(reading), run.options().rule_budget);
    const SceneJudge* const judges[] = {&judge_};
    const Date day = usual_day(plan_);
    const std::size_t num_judged = walk_domain(domain, day, judges, [&](const JudgedScenes& judged) {
      for (std::size_t i = 0; i < judged.scenes.size(); ++i) look_at(judged, i);
      return true;
    });
    seen_.exhaustive = seen_.exhaustive && domain.is_exhaustive();
    run.note(rule_.source->id, domain, num_judged);
    if (num_cause_rows_ > kMaxCauseRows && !seen_.open_by_form)
      run.report().open.push_back(
          {rule_.source->id + " (cause-is-form)", kMaxCauseRows, static_cast<double>(num_cause_rows_), {}});
  }

 private:
  void look_at(const JudgedScenes& judged, std::size_t i) {
    const ResultCode& code = judged.by_judge[0].codes[i];
    const std::vector<State>& clauses = judged.by_judge[0].clauses[i];
    const Scene& scene = judged.scenes[i];
    if (!seen_.outcomes.contains(code.decision.outcome) && judge_.confirms(code, scene, judged.as_of))
      seen_.outcomes.emplace(code.decision.outcome, FirstRow{scene, judged.as_of, code});
    if (code.rule_case != ResultCode::kNoCase) seen_.cases[rule_.cases[code.rule_case].source->id] = true;
    for (std::size_t at = 0; at < clauses.size(); ++at) seen_.clauses[tree_.clauses()[at].form].insert(clauses[at]);
    if (code.decision.outcome == Outcome::kNotApplicable && !has_not_applicable(scene) &&
        tree_.part(0, clauses) == State::kFalse)
      seen_.excluded = true;
    if (code.decision.outcome == Outcome::kUnknown && !has_not_applicable(scene) && !is_kept_open(clauses) &&
        code.decision.undecided != audit::Undecided::kNotJudgeable && !seen_.open_by_form &&
        num_cause_rows_++ < kMaxCauseRows)
      look_for_causes(scene, judged.as_of, code);
  }

  /// True when the rule itself asks whether an answer is there and is open for that: `!answered(f) || …`.
  [[nodiscard]] bool is_kept_open(const std::vector<State>& clauses) const {
    for (std::size_t at = 0; at < clauses.size(); ++at) {
      const cel::CheckedExpr& expr = tree_.clauses()[at].expr;
      if (expr.calls(expr.ast.root, cel::FunctionId::kAnswered) && tree_.decides(at, clauses)) return true;
    }
    return false;
  }

  void look_for_causes(const Scene& scene, Date as_of, const ResultCode& code) {
    const SceneSurvey survey({&scene, 1}, rule_.audience, plan_);
    const RuleView view(plan_, rule_);
    if (audit::find_causes(rule_, view.context(survey, as_of), survey.subject(0)).by_form)
      seen_.open_by_form = FirstRow{scene, as_of, code};
  }

  const audit::Plan& plan_;
  const CompiledRule& rule_;
  const ClauseTree& tree_;
  Occurrences& seen_;
  SceneJudge judge_;
  std::size_t num_cause_rows_ = 0;
};

/// Says what never occurs.
class RuleFindings {
 public:
  RuleFindings(const audit::Plan& plan, const CompiledRule& rule, const Occurrences& seen, LintRun& run)
      : plan_(plan), rule_(rule), id_(rule.source->id), seen_(seen), run_(run) {}

  void report() {
    missing_examples();
    if (seen_.open_by_form) {
      const Scene& scene = seen_.open_by_form->scene;
      run_.find(kCauseIsForm, rule_.source->span, id_, id_, scene_text(scene, plan_, Language::kJapanese),
                scene_text(scene, plan_, Language::kEnglish));
    }
    if (!seen_.exhaustive) return;
    constant_clauses();
    if (!seen_.outcomes.contains(Outcome::kFail)) {
      run_.find(kDeadRule, rule_.source->span, id_, id_);
      return;  // its cases are dead with it
    }
    for (const policy::RuleCase& one : rule_.source->cases)
      if (!seen_.cases.contains(one.id)) run_.find(kDeadCase, one.span, one.id, id_, one.id);
  }

 private:
  void constant_clauses() {
    for (const auto& [form, states] : seen_.clauses) {
      const bool is_true = states.contains(State::kTrue);
      const bool is_false = states.contains(State::kFalse);
      const Clause& clause = *seen_.clause_of.at(form);
      // What only parameters and days decide is constant by intention.
      if (is_true != is_false && !is_constant(clause.expr, clause.expr.ast.root))
        run_.find(kConstantCondition, clause.span(), form, clause.text(), is_true ? "真" : "偽",
                  is_true ? "true" : "false");
    }
  }

  void missing_examples() {
    std::set<std::string> shown;
    for (const policy::Example& example : rule_.source->examples) shown.insert(example.expect);
    for (const auto& [outcome, row] : seen_.outcomes) {
      const std::string name(audit::outcome_id(outcome));
      if (shown.contains(name) || outcome == Outcome::kError) continue;
      if (outcome == Outcome::kNotApplicable && !seen_.excluded) continue;
      const Date* as_of = rule_.deadline ? &row.as_of : nullptr;
      std::string example = example_text(row.scene, row.code, rule_, plan_, as_of, name);
      example.pop_back();  // the line end
      run_.find(kMissingExample, rule_.source->span, name, id_, name, example);
    }
  }

  const audit::Plan& plan_;
  const CompiledRule& rule_;
  const std::string& id_;
  const Occurrences& seen_;
  LintRun& run_;
};

}  // namespace

void prove_rules(const audit::Plan& plan, LintRun& run) {
  for (const policy::Rule& rule : plan.ruleset.rules) {
    if (!run.asks_about(rule.id)) continue;
    Occurrences seen;
    std::vector<std::unique_ptr<ClauseTree>> trees;
    const CompiledRule* last = nullptr;
    for (const CompiledRule& made : plan.rules) {
      if (made.source != &rule || !made.require || !run.is_new_question(plan, {&made})) continue;
      last = &made;
      const ClauseTree& tree = *trees.emplace_back(std::make_unique<ClauseTree>(plan, made));
      for (const Clause& clause : tree.clauses()) seen.clause_of.emplace(clause.form, &clause);
      RuleWalk(plan, made, tree, seen).walk(run);
    }
    if (last != nullptr) RuleFindings(plan, *last, seen, run).report();
  }
}

}  // namespace kijun::analysis
