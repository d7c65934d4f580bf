#include "engine/analysis/diff/rule_parts.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "engine/cel/evaluator.h"

namespace kijun::analysis {
namespace {

using Part = PartChange::Part;

LocalizedText joined(const std::vector<std::string>& words) {
  return in_both(fmt::format("{}", fmt::join(words, ", ")));
}

LocalizedText text_of(const policy::TemplateText& text) { return {text.ja.text(), text.en.text()}; }

LocalizedText text_of(const std::optional<policy::Ask>& ask) { return ask ? ask->text : LocalizedText{}; }

LocalizedText severity_text(const std::optional<policy::Severity>& severity) {
  return in_both(severity ? std::string(policy::severity_id(*severity)) : std::string());
}

/// The day of a deadline where it is the same for all, else the expression.
LocalizedText deadline_text(const audit::Plan& plan, const policy::Rule& rule) {
  for (const audit::CompiledRule& made : plan.rules) {
    if (made.source != &rule || !made.deadline) continue;
    const cel::EvalContext context = plan.context(nullptr, plan.ruleset.from_year, Date{});
    const auto& references = made.deadline->references;
    const bool of_subject = std::any_of(references.begin(), references.end(), [](const cel::Reference& reference) {
      return reference.kind == cel::RefKind::kField || reference.kind == cel::RefKind::kCondition ||
             reference.kind == cel::RefKind::kGroup || reference.kind == cel::RefKind::kPrevious ||
             reference.kind == cel::RefKind::kSelf;
    });
    if (of_subject) break;
    const cel::Value day = cel::Evaluator(*made.deadline, context).eval();
    if (const Date* date = day.as<Date>()) return in_both(date->iso());
  }
  return in_both(rule.deadline.text());
}

LocalizedText conditions_text(const policy::Rule& rule) {
  std::string text;
  const auto add = [&](std::string_view key, const diag::EmbeddedText& expr) {
    if (!expr.empty()) text += fmt::format("{}{}: {}", text.empty() ? "" : "\n", key, expr.text());
  };
  add("when", rule.when);
  add("require", rule.require);
  if (rule.judgeable) add("judgeable", rule.judgeable->expr);
  return in_both(text);
}

/// Everything a reader sees of a case, a line each.
LocalizedText case_text(const policy::RuleCase& one) {
  const policy::Verdict& verdict = one.verdict;
  LocalizedText text = in_both(fmt::format("{}: {}", one.id, one.when.text()));
  for (const LocalizedText& part :
       {text_of(verdict.message), verdict.remedy, text_of(verdict.ask), severity_text(verdict.severity)}) {
    if (!part.ja.empty()) text.ja += "\n" + part.ja;
    if (!part.en.empty()) text.en += "\n" + part.en;
  }
  return text;
}

LocalizedText cases_text(const std::vector<policy::RuleCase>& cases) {
  LocalizedText text;
  for (const policy::RuleCase& one : cases) {
    const LocalizedText words = case_text(one);
    text.ja += (text.ja.empty() ? "" : "\n") + words.ja;
    text.en += (text.en.empty() ? "" : "\n") + words.en;
  }
  return text;
}

/// The cases that the other rule does not have word by word.
std::vector<policy::RuleCase> cases_of_its_own(const policy::Rule& rule, const policy::Rule& other) {
  std::vector<policy::RuleCase> cases;
  std::copy_if(rule.cases.begin(), rule.cases.end(), std::back_inserter(cases), [&](const policy::RuleCase& one) {
    return std::none_of(other.cases.begin(), other.cases.end(),
                        [&](const policy::RuleCase& its) { return case_text(its) == case_text(one); });
  });
  return cases;
}

/// What readers see of the cases beside their conditions: whether a reworded condition matters, results say.
LocalizedText cases_words(const policy::Rule& rule) {
  std::vector<policy::RuleCase> cases = rule.cases;
  for (policy::RuleCase& one : cases) one.when = {};
  return cases_text(cases);
}

/// Whether `wide` asks everybody that `narrow` asks, and more.
bool is_wider(const std::string& wide, const std::string& narrow) { return wide == "record" && narrow != "record"; }

}  // namespace

PartsSigns compare_parts(const audit::Plan& before, const policy::Rule& old_rule, const audit::Plan& after,
                         const policy::Rule& new_rule, std::vector<PartChange>& parts) {
  PartsSigns signs;
  const auto differ = [&](Part part, const LocalizedText& old_text, const LocalizedText& new_text) {
    if (old_text == new_text) return false;
    parts.push_back({part, old_text, new_text});
    return true;
  };
  const auto reword = [&](Part part, const LocalizedText& old_text, const LocalizedText& new_text) {
    signs.reworded = differ(part, old_text, new_text) || signs.reworded;
  };
  if (differ(Part::kForEach, in_both(old_rule.for_each), in_both(new_rule.for_each))) {
    signs.tightened = !is_wider(old_rule.for_each, new_rule.for_each);
    signs.loosened = !is_wider(new_rule.for_each, old_rule.for_each);
  }
  if (differ(Part::kStage, in_both(std::string(policy::stage_id(old_rule.stage))),
             in_both(std::string(policy::stage_id(new_rule.stage)))))
    (new_rule.stage == policy::Stage::kActive ? signs.tightened : signs.loosened) = true;
  (void)differ(Part::kConditions, conditions_text(old_rule), conditions_text(new_rule));
  (void)differ(Part::kSeverity, severity_text(old_rule.verdict.severity), severity_text(new_rule.verdict.severity));
  (void)differ(Part::kBeforeDeadline, severity_text(old_rule.verdict.before_deadline),
               severity_text(new_rule.verdict.before_deadline));
  (void)differ(Part::kDeadline, deadline_text(before, old_rule), deadline_text(after, new_rule));
  if (cases_words(old_rule) != cases_words(new_rule)) signs.reworded = true;
  if (!differ(Part::kCases, cases_text(cases_of_its_own(old_rule, new_rule)),
              cases_text(cases_of_its_own(new_rule, old_rule))))
    (void)differ(Part::kCases, cases_text(old_rule.cases), cases_text(new_rule.cases));  // Another order.
  reword(Part::kKind, in_both(std::string(policy::rule_kind_id(old_rule.kind))),
         in_both(std::string(policy::rule_kind_id(new_rule.kind))));
  reword(Part::kTitle, old_rule.title, new_rule.title);
  reword(Part::kMessage, text_of(old_rule.verdict.message), text_of(new_rule.verdict.message));
  reword(Part::kRemedy, old_rule.verdict.remedy, new_rule.verdict.remedy);
  reword(Part::kAsk, text_of(old_rule.verdict.ask), text_of(new_rule.verdict.ask));
  reword(Part::kBasis, joined(old_rule.basis), joined(new_rule.basis));
  reword(Part::kRefs, joined(old_rule.verdict.refs), joined(new_rule.verdict.refs));
  reword(Part::kActor, in_both(old_rule.actor), in_both(new_rule.actor));
  reword(Part::kTopic, in_both(old_rule.topic), in_both(new_rule.topic));
  reword(Part::kEvidence, joined(old_rule.evidence), joined(new_rule.evidence));
  reword(Part::kEnforcedBy, joined(old_rule.enforced_by), joined(new_rule.enforced_by));
  if (old_rule.judgeable && new_rule.judgeable)
    reword(Part::kJudgeableReason, old_rule.judgeable->reason, new_rule.judgeable->reason);
  return signs;
}

}  // namespace kijun::analysis
