#include "engine/analysis/diff/rule_parts.h"

#include <algorithm>
#include <array>

#include "engine/analysis/diff/part_text.h"

namespace kijun::analysis {
namespace {

using Part = PartChange::Part;

/// A difference in one of these rewords the rule and changes no result.
constexpr std::array kWordings{Part::kKind,  Part::kTitle,    Part::kMessage,   Part::kRemedy,
                               Part::kAsk,   Part::kBasis,    Part::kRefs,      Part::kActor,
                               Part::kTopic, Part::kEvidence, Part::kEnforcedBy};

/// What a reader has to know of a rule that only one side has.
constexpr std::array kSummary{Part::kForEach,  Part::kFields, Part::kConditions, Part::kSeverity, Part::kBeforeDeadline,
                              Part::kDeadline, Part::kCases,  Part::kMessage,    Part::kRemedy,   Part::kBasis};

/// Whether `wide` asks everybody that `narrow` asks, and more.
bool is_wider(const std::string& wide, const std::string& narrow) { return wide == "record" && narrow != "record"; }

class PartsComparison {
 public:
  PartsComparison(const audit::Plan& before, const policy::Rule& old_rule, const audit::Plan& after,
                  const policy::Rule& new_rule, std::vector<PartChange>& parts)
      : before_(before), old_rule_(old_rule), after_(after), new_rule_(new_rule), parts_(parts) {}

  PartsSigns compare() {
    PartsSigns signs;
    if (differ(Part::kForEach)) {
      signs.tightened = !is_wider(old_rule_.for_each, new_rule_.for_each);
      signs.loosened = !is_wider(new_rule_.for_each, old_rule_.for_each);
    }
    (void)differ(Part::kFields);
    if (differ(Part::kStage)) (new_rule_.stage == policy::Stage::kActive ? signs.tightened : signs.loosened) = true;
    for (const Part part : {Part::kConditions, Part::kSeverity, Part::kBeforeDeadline, Part::kDeadline})
      (void)differ(part);
    signs.reworded = cases_words(old_rule_) != cases_words(new_rule_);
    compare_cases();
    for (const Part part : kWordings) signs.reworded = differ(part) || signs.reworded;
    if (old_rule_.judgeable && new_rule_.judgeable) signs.reworded = differ(Part::kJudgeableReason) || signs.reworded;
    return signs;
  }

 private:
  bool differ(Part part) {
    return differ(part, part_text(before_, old_rule_, part), part_text(after_, new_rule_, part));
  }

  /// Where the words of what is written otherwise are the same, what is written is shown.
  bool differ(Part part, const PartText& before, const PartText& after) {
    if (before.written == after.written) return false;
    const bool in_words = before.words != after.words;
    parts_.push_back({part, in_words ? before.words : before.written, in_words ? after.words : after.written});
    return true;
  }

  /// Those that the other rule does not have word by word; where there are none, all of them in their other order.
  void compare_cases() {
    const Cases old_cases = cases_of_its_own(before_, old_rule_, after_, new_rule_);
    const Cases new_cases = cases_of_its_own(after_, new_rule_, before_, old_rule_);
    if (!differ(Part::kCases, cases_text(before_, old_rule_, old_cases), cases_text(after_, new_rule_, new_cases)))
      (void)differ(Part::kCases);
  }

  static Cases cases_of_its_own(const audit::Plan& plan, const policy::Rule& rule, const audit::Plan& other_plan,
                                const policy::Rule& other) {
    const auto written = [](const audit::Plan& of, const policy::Rule& its, const policy::RuleCase& one) {
      return cases_text(of, its, {&one}).written;
    };
    Cases cases;
    for (const policy::RuleCase& one : rule.cases)
      if (std::none_of(other.cases.begin(), other.cases.end(), [&](const policy::RuleCase& its) {
            return written(other_plan, other, its) == written(plan, rule, one);
          }))
        cases.push_back(&one);
    return cases;
  }

  const audit::Plan& before_;
  const policy::Rule& old_rule_;
  const audit::Plan& after_;
  const policy::Rule& new_rule_;
  std::vector<PartChange>& parts_;
};

}  // namespace

PartsSigns compare_parts(const audit::Plan& before, const policy::Rule& old_rule, const audit::Plan& after,
                         const policy::Rule& new_rule, std::vector<PartChange>& parts) {
  return PartsComparison(before, old_rule, after, new_rule, parts).compare();
}

std::vector<PartChange> summarise_rule(const audit::Plan& plan, const policy::Rule& rule, bool is_new) {
  std::vector<PartChange> parts;
  for (const Part part : kSummary) {
    const PartText text = part_text(plan, rule, part);
    const LocalizedText& shown = text.words.empty() ? text.written : text.words;
    if (!shown.empty()) parts.push_back({part, is_new ? LocalizedText{} : shown, is_new ? shown : LocalizedText{}});
  }
  return parts;
}

}  // namespace kijun::analysis
