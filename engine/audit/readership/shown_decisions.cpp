#include "engine/audit/readership/shown_decisions.h"

#include <set>
#include <string>

namespace kijun::audit {
namespace {

/// Ids of the rules that are not judged for a readership.
std::set<std::string> unjudged_rules(const Plan& plan, Readership readership) {
  std::set<std::string> ids;
  for (const CompiledRule& rule : plan.rules)
    if (!may_judge(rule, plan, readership)) ids.insert(rule.source->id);
  return ids;
}

bool is_about_rule(const DecisionView& decision) { return decision.kind == "waiver" || decision.kind == "remark"; }

DecisionView shown(DecisionView view, const Withholding& withholding) {
  if (!withholding.sees(Content::kPeople)) {
    view.by.clear();
    view.approver.clear();
  }
  if (!withholding.sees(Content::kFreeReasons)) view.reason = {"（公表の対象外）", "(not published)"};
  for (CellView& value : view.values) value = withholding.shown(std::move(value));
  return view;
}

}  // namespace

ShownDecisions show_decisions(const std::vector<DecisionView>& decisions, const Withholding& withholding,
                              const Plan& plan) {
  const std::set<std::string> unjudged = unjudged_rules(plan, withholding.readership());
  const auto is_seen = [&](const DecisionView& decision) {
    if (decision.kind == "remark" && !withholding.sees(Content::kRemarks)) return false;
    if (!withholding.may_see(decision.subject)) return false;
    return is_about_rule(decision) ? !unjudged.contains(decision.field_or_rule)
                                   : withholding.is_open(decision.field_or_rule);
  };
  ShownDecisions made;
  for (const DecisionView& decision : decisions) {
    const bool seen = is_seen(decision);
    made.places.push_back(seen ? made.views.size() : ShownDecisions::kLeftOut);
    if (seen) made.views.push_back(shown(decision, withholding));
  }
  return made;
}

}  // namespace kijun::audit
