#include "reports/words/decision_text.h"

#include <array>

#include "reports/words/data_text.h"
#include "reports/words/verdict_words.h"
#include "reports/words/words.h"

namespace kijun::reports {

LocalizedText decision_state_text(const audit::RunInfo& run, const audit::DecisionView& decision) {
  switch (decision.state) {
    case audit::DecisionState::kInForce:
      break;
    case audit::DecisionState::kStale:
      return word(Word::kStale);
    case audit::DecisionState::kExpired:
      return word(Word::kExpired);
    case audit::DecisionState::kUnused:
      return word(Word::kUnused);
  }
  if (!decision.expiring) return word(Word::kInForce);
  return fill(Word::kExpiring, {{"days", static_cast<std::size_t>(run.expiring_within)}});
}

LocalizedText decision_content(const audit::DecisionView& decision) {
  if (decision.until && decision.approver.empty())
    return fill(Word::kWaivedUntilDay, {{"until", date_text(*decision.until)}});
  if (decision.until)
    return fill(Word::kWaiverContent, {{"approver", decision.approver}, {"until", date_text(*decision.until)}});
  if (decision.kind == "reading" || decision.values.empty()) return {};
  const LocalizedText& value = decision.values.front().value;
  if (decision.kind != "correction") return value;
  return fill(Word::kCorrectionContent, {{"first", raw_text(decision.answer)}, {"corrected", value}});
}

LocalizedText decided_by_text(const audit::DecisionView& decision) {
  const LocalizedText source = decision_source_word(decision.source);
  if (decision.by.empty()) return fill(Word::kDecidedFrom, {{"source", source}});
  return fill(Word::kDecidedBy, {{"by", decision.by}, {"source", source}});
}

bool needs_attention(const audit::DecisionView& decision) {
  return decision.state != audit::DecisionState::kInForce || decision.expiring;
}

LocalizedText baseline_state_word(audit::BaselineState state) {
  constexpr std::array<Word, audit::kNumBaselineStates> kStates{Word::kBaselineNew, Word::kBaselineUnchanged,
                                                                Word::kBaselineUpdated, Word::kBaselineWorse};
  return word(kStates[static_cast<std::size_t>(state)]);
}

LocalizedText rule_title(const audit::ResultModel& model, const audit::BaselineEntry& entry) {
  const policy::Rule* rule = model.ruleset().find_rule(entry.rule);
  return rule == nullptr ? in_both(entry.rule) : rule->title;
}

std::vector<LocalizedText> set_aside_tags(const audit::ResultModel& model, std::size_t column, std::size_t position) {
  std::vector<LocalizedText> tags;
  if (const audit::DecisionView* waiver = model.waiver(column, position); waiver != nullptr)
    tags.push_back(fill(Word::kWaivedUntil, {{"until", waiver->until->iso()}}));
  if (model.baseline() != nullptr)
    if (const auto state = model.baseline()->state(column, position)) tags.push_back(baseline_state_word(*state));
  return tags;
}

}  // namespace kijun::reports
