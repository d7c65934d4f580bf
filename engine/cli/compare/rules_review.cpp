#include "engine/cli/compare/rules_review.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <variant>

#include "engine/analysis/coverage/coverage.h"
#include "engine/analysis/domain/answer_domain.h"
#include "engine/analysis/example_runner.h"
#include "engine/analysis/lint/lint.h"
#include "engine/cel/value_text.h"
#include "engine/cli/progress.h"
#include "engine/cli/rules_diff/ruleset_side.h"
#include "engine/cli/tested_plans.h"

// Editions share rules through `extends`, so that one change of a shared file shows in several of them: a rule that became
// the same other one in each is listed once, with the editions.

namespace kijun::cli {
namespace {

using analysis::RuleChange;
using Plans = std::vector<std::unique_ptr<audit::Plan>>;

/// What a reviewer looks at first.
std::size_t rank_of(RuleChange change) {
  constexpr std::array kOrder{RuleChange::kTightened, RuleChange::kLoosened, RuleChange::kBothWays,
                              RuleChange::kAdded,     RuleChange::kRemoved,  RuleChange::kAskedOthers,
                              RuleChange::kReworded,  RuleChange::kUnchanged};
  return static_cast<std::size_t>(std::find(kOrder.begin(), kOrder.end(), change) - kOrder.begin());
}

/// 「3人」.
std::string value_text(const policy::Param& param) {
  struct Text {
    std::string operator()(bool value) const { return value ? "true" : "false"; }
    std::string operator()(std::int64_t value) const { return std::to_string(value); }
    std::string operator()(double value) const { return cel::double_text(value); }
    std::string operator()(const Date& value) const { return value.iso(); }
    std::string operator()(const std::string& value) const { return value; }
  };
  return std::visit(Text{}, param.value) + param.unit;
}

const policy::Param* find_param(const audit::Plan& plan, const std::string& id) {
  for (const policy::Param& param : plan.ruleset.params)
    if (param.id == id) return &param;
  return nullptr;
}

/// Builds a review.
class Reviewer {
 public:
  Reviewer(const CompareSide& before, const CompareSide& after, Session& session)
      : before_(before),
        after_(after),
        session_(session),
        old_session_(session.beside(session.files)),
        new_session_(session.beside(session.files)) {
    old_session_.pack_folders = before.pack_folders;
    new_session_.pack_folders = after.pack_folders;
  }

  std::optional<RulesReview> review() {
    const bool are_named = before_.is_named || after_.is_named;
    const Plans old_plans = are_named ? plan_of(before_, old_session_) : load_editions(*before_.pack, old_session_);
    const Plans new_plans = are_named ? plan_of(after_, new_session_) : load_tested_plans(*after_.pack, new_session_);
    if (old_plans.empty() || new_plans.empty()) return failed();
    const Progress progress(session_, {"規則を比べています", "comparing the rules"});
    const PlanPairs pairs = pair_plans(old_plans, new_plans);
    for (const auto& [old_at, new_at] : pairs) compare(*old_plans[old_at], *new_plans[new_at]);
    std::stable_sort(review_.rules.begin(), review_.rules.end(), [](const ReviewedRule& a, const ReviewedRule& b) {
      return rank_of(a.view.change) < rank_of(b.view.change);
    });
    name_unpaired(old_plans, new_plans, pairs);
    lint(new_plans);
    return std::move(review_);
  }

 private:
  std::nullopt_t failed() {
    for (const Session* own : {&old_session_, &new_session_})
      session_.notifications.insert(session_.notifications.end(), own->notifications.begin(), own->notifications.end());
    return std::nullopt;
  }

  static Plans plan_of(const CompareSide& side, Session& session) {
    Plans plans;
    plans.push_back(load_whole_plan(*side.pack, side.ruleset, session));
    if (plans.back() == nullptr) plans.clear();
    return plans;
  }

  void compare(const audit::Plan& before, const audit::Plan& after) {
    for (const policy::Param& param : after.ruleset.params)
      compare_param(find_param(before, param.id), &param, after.ruleset.id);
    for (const policy::Param& param : before.ruleset.params)
      if (find_param(after, param.id) == nullptr) compare_param(&param, nullptr, after.ruleset.id);
    const auto difference = analysis::compare_rulesets(before, after, analysis::kDefaultBudget);
    diag::Sink unheard;  // what is wrong with an example is said by `kijun test`
    const std::vector<analysis::ExampleResult> examples = analysis::run_examples(after, unheard);
    for (RuleView& view : make_diff_view(difference, new_session_.language).rules) {
      if (!view.is_listed()) continue;
      RuleTests tests;
      if (view.change != RuleChange::kRemoved) {
        changed_ids_.insert(view.id);
        tests = tests_of(view.id, after, examples);
      }
      add({std::move(view), std::move(tests), {after.ruleset.id}});
    }
  }

  void compare_param(const policy::Param* before, const policy::Param* after, const std::string& edition) {
    const policy::Param& shown = after != nullptr ? *after : *before;
    ReviewedParam param{shown.id,
                        shown.description.in(new_session_.language),
                        before == nullptr ? "" : value_text(*before),
                        after == nullptr ? "" : value_text(*after),
                        {edition}};
    if (before != nullptr && after != nullptr && param.before == param.after) return;
    const auto same = std::find_if(review_.params.begin(), review_.params.end(), [&](const ReviewedParam& known) {
      return known.id == param.id && known.before == param.before && known.after == param.after;
    });
    if (same == review_.params.end())
      review_.params.push_back(std::move(param));
    else
      same->editions.push_back(edition);
  }

  void add(ReviewedRule rule) {
    const auto same = std::find_if(review_.rules.begin(), review_.rules.end(), [&](const ReviewedRule& known) {
      return known.view == rule.view && known.tests == rule.tests;
    });
    if (same == review_.rules.end())
      review_.rules.push_back(std::move(rule));
    else
      same->editions.push_back(rule.editions.front());
  }

  [[nodiscard]] RuleTests tests_of(const std::string& id, const audit::Plan& plan,
                                   const std::vector<analysis::ExampleResult>& examples) const {
    RuleTests tests;
    for (const analysis::ExampleResult& example : examples) {
      if (example.rule != id) continue;
      ++tests.num_examples;
      if (!example.passed) tests.failing.push_back(example.example);
    }
    for (const audit::CompiledRule& rule : plan.rules) {
      if (rule.source->id != id || !rule.require) continue;
      const analysis::RuleCoverage coverage = analysis::measure_coverage(plan, rule, analysis::kDefaultBudget);
      tests.num_covered += coverage.num_covered;
      tests.num_demands += coverage.num_demands;
      tests.num_undecided += coverage.num_undecided;
      for (const analysis::CoverageGap& gap : coverage.gaps)
        tests.gaps.push_back({gap.what.in(new_session_.language), gap.example});
    }
    return tests;
  }

  void name_unpaired(const Plans& old_plans, const Plans& new_plans, const PlanPairs& pairs) {
    for (std::size_t at = 0; at < new_plans.size(); ++at)
      if (std::none_of(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.second == at; }))
        review_.new_editions.push_back(new_plans[at]->ruleset.id);
    for (std::size_t at = 0; at < old_plans.size(); ++at)
      if (std::none_of(pairs.begin(), pairs.end(), [&](const auto& pair) { return pair.first == at; }))
        review_.gone_editions.push_back(old_plans[at]->ruleset.id);
  }

  void lint(const Plans& plans) {
    if (changed_ids_.empty()) return;
    diag::Sink findings;
    const analysis::LintReport report =
        analysis::lint(plans, {analysis::kDefaultBudget, analysis::kDefaultBudget, changed_ids_}, findings);
    review_.num_proven = report.num_proven;
    review_.num_open = report.open.size();
    const Language language = new_session_.language;
    for (const diag::Diagnostic& each : findings.diagnostics()) {
      LocalizedText text = each.message;
      append(text, each.hint, {"。", "; "});
      LintLine line{std::string(each.definition->code), text.in(language), {}};
      if (each.span.valid())
        line.place =
            fmt::format("{}:{}", each.span.source->path(), each.span.source->line_column(each.span.begin).line);
      review_.lint.push_back(std::move(line));
    }
  }

  const CompareSide& before_;
  const CompareSide& after_;
  Session& session_;
  Session old_session_;  ///< Own ones: that the rules have warnings is said where they are read to be run.
  Session new_session_;
  std::set<std::string> changed_ids_;
  RulesReview review_;
};

}  // namespace

std::size_t RulesReview::count(RuleChange change) const {
  return static_cast<std::size_t>(
      std::count_if(rules.begin(), rules.end(), [&](const ReviewedRule& rule) { return rule.view.change == change; }));
}

const ReviewedRule* RulesReview::find(const std::string& id, const std::string& edition) const {
  const auto found = std::find_if(rules.begin(), rules.end(), [&](const ReviewedRule& rule) {
    return rule.view.id == id && std::find(rule.editions.begin(), rule.editions.end(), edition) != rule.editions.end();
  });
  return found == rules.end() ? nullptr : &*found;
}

std::optional<RulesReview> review_rules(const CompareSide& before, const CompareSide& after, Session& session) {
  return Reviewer(before, after, session).review();
}

}  // namespace kijun::cli
