#include "engine/audit/decision_views.h"

#include <algorithm>
#include <array>
#include <string>

#include "engine/audit/audit_diagnostics.h"
#include "engine/audit/cell_view.h"
#include "engine/diag/suggestion.h"

namespace kijun::audit {
namespace {

using survey::DecisionKind;

/// Everything of a view but how it stands.
DecisionView view_of(const survey::PlacedDecision& placed, const WaiverWorld& world) {
  const survey::Decision& decision = placed.decision;
  const survey::SurveyTable& survey = world.series.audited();
  DecisionView view;
  view.kind = survey::decision_kind_id(decision.kind);
  if (placed.subject)
    view.subject = survey.subject(*placed.subject);
  else
    view.subject.code = decision.subject;
  view.field_or_rule = decided_about(decision, *world.plan.vocabulary);
  view.quote = decision.quote;
  view.answer = decision.answer;
  if (placed.subject)
    for (const survey::DecidedValue& value : decision.values)
      view.values.push_back(view_cell({{0, *placed.subject}, false, value.field}, world.plan, world.series));
  view.reason = decision.reason;
  view.source = decision.source;
  view.by = decision.by;
  view.when = decision.when;
  view.approver = decision.approver;
  view.until = decision.until;
  view.at = place_of(decision.span, survey);
  return view;
}

bool is_looked_at(const survey::PlacedDecision& placed, const Audiences& audiences) {
  if (!audiences.is_narrowed()) return true;
  return placed.subject && placed.subject->space == table::kRecordSpace && audiences.has_row(placed.subject->index);
}

}  // namespace

std::string decided_about(const survey::Decision& decision, const table::Vocabulary& vocabulary) {
  if (!decision.rule.empty()) return decision.rule;
  if (decision.note) return vocabulary.field(*decision.note).id;
  return decision.values.empty() ? std::string() : vocabulary.field(decision.values.front().field).id;
}

std::string_view decision_state_id(DecisionState state) {
  constexpr std::array<std::string_view, kNumDecisionStates> kIds{"in_force", "stale", "expired", "unused"};
  return kIds[static_cast<std::size_t>(state)];
}

DecisionViews view_decisions(const WaiverWorld& world, const Audiences& audiences, const AuditOptions& options) {
  DecisionViews made;
  for (const survey::PlacedDecision& placed : world.series.audited().decisions()) {
    const bool is_waiver = placed.decision.kind == DecisionKind::kWaiver;
    const JudgedWaiver judged = is_waiver ? judge_waiver(world, placed) : JudgedWaiver{};
    const bool is_whole_run = options.narrowed.empty();
    if (!is_whole_run && !(is_waiver ? judged.is_judged : is_looked_at(placed, audiences))) continue;
    DecisionView view = view_of(placed, world);
    if (placed.stale) view.state = DecisionState::kStale;
    if (is_waiver) view.state = judged.state;
    if (is_waiver && view.state == DecisionState::kInForce) {
      view.expiring = placed.decision.until->days() - world.as_of.days() <= options.expiring_within;
      made.waivers.emplace(result_key(judged.column, judged.position), made.views.size());
    }
    made.views.push_back(std::move(view));
  }
  return made;
}

void check_decided_rules(const survey::SurveyTable& survey, const policy::Ruleset& ruleset, diag::Sink& sink) {
  std::vector<std::string> ids;
  for (const policy::Rule& rule : ruleset.rules) ids.push_back(rule.id);
  for (const survey::PlacedDecision& placed : survey.decisions()) {
    const survey::Decision& decision = placed.decision;
    const bool is_disabled = std::any_of(ruleset.disabled.begin(), ruleset.disabled.end(),
                                         [&](const policy::Disabled& rule) { return rule.id == decision.rule; });
    if (decision.rule.empty() || is_disabled || ruleset.find_rule(decision.rule) != nullptr) continue;
    const LocalizedText hint = diag::did_you_mean_first(diag::suggest(decision.rule, ids));
    sink.report(kDecidedRule, decision.rule_span, decision.rule, ruleset.id, hint.ja, hint.en);
  }
}

}  // namespace kijun::audit
