#include "engine/audit/rule_column.h"

#include <algorithm>

#include "engine/base/assert.h"

namespace kijun::audit {

using Word = BitPlane::Word;

namespace {

/// The verdict of the case that matched, else of the rule.
const policy::Verdict& verdict_part(const policy::Rule& rule, const ResultCode& code) {
  return code.rule_case == ResultCode::kNoCase ? rule.verdict : rule.cases[code.rule_case].verdict;
}

}  // namespace

void set_severity(const policy::Rule& rule, Date as_of, ResultCode& code) {
  const policy::Verdict& base = rule.verdict;
  const policy::Verdict& chosen = verdict_part(rule, code);
  code.severity = chosen.severity.value_or(base.severity.value_or(policy::Severity::kNotice));
  code.before_deadline = code.deadline && as_of < *code.deadline;
  const std::optional<policy::Severity> early = chosen.before_deadline ? chosen.before_deadline : base.before_deadline;
  if (code.before_deadline && early) code.severity = *early;
}

const LocalizedText& remedy_of(const policy::Rule& rule, const ResultCode& code) {
  const LocalizedText& own = verdict_part(rule, code).remedy;
  return own.empty() ? rule.verdict.remedy : own;
}

const std::vector<std::string>& refs_of(const policy::Rule& rule, const ResultCode& code) {
  const std::vector<std::string>& own = verdict_part(rule, code).refs;
  return own.empty() ? rule.verdict.refs : own;
}

const std::optional<policy::Ask>& ask_of(const policy::Rule& rule, const ResultCode& code) {
  const std::optional<policy::Ask>& own = verdict_part(rule, code).ask;
  return own ? own : rule.verdict.ask;
}

RuleColumn::RuleColumn(ColumnParts parts, Date as_of) : parts_(std::move(parts)), as_of_(as_of) {
  KIJUN_ASSERT(parts_.decisions.num_words() == subjects().num_words());
  find_early_subjects(as_of);
  count_classes();
}

void RuleColumn::find_early_subjects(Date as_of) {
  if (parts_.deadlines.empty()) return;
  KIJUN_ASSERT(parts_.deadlines.size() == subjects().num_subjects());
  early_ = BitPlane(parts_.deadlines.size());
  for (std::size_t index = 0; index < parts_.deadlines.size(); ++index)
    if (parts_.deadlines[index] > as_of.days()) early_.set(index);
}

ResultCode RuleColumn::code(std::size_t position) const {
  const std::uint32_t index = subjects().index(position);
  ResultCode code;
  code.decision = parts_.decisions.get(index);
  code.rule_case = case_of(index);
  code.deadline = deadline_of(index);
  set_severity(rule(), as_of_, code);
  return code;
}

std::uint8_t RuleColumn::case_of(std::size_t index) const {
  std::size_t number = 0;
  for (std::size_t digit = 0; digit < parts_.cases.size(); ++digit)
    number |= static_cast<std::size_t>(parts_.cases[digit].get(index) ? 1U : 0U) << digit;
  return number == 0 ? ResultCode::kNoCase : static_cast<std::uint8_t>(number - 1);
}

std::optional<Date> RuleColumn::deadline_of(std::size_t index) const {
  if (parts_.deadlines.empty()) return parts_.deadline;
  const std::int32_t days = parts_.deadlines[index];
  return days == ColumnParts::kNoDeadline ? std::nullopt : Date::from_days(days);
}

Word RuleColumn::case_word(std::uint8_t rule_case, std::size_t at) const {
  const std::size_t number = rule_case == ResultCode::kNoCase ? 0 : rule_case + std::size_t{1};
  Word bits = ~Word{0};
  for (std::size_t digit = 0; digit < parts_.cases.size(); ++digit) {
    const Word plane = parts_.cases[digit].word(at);
    bits &= ((number >> digit) & 1U) != 0 ? plane : ~plane;
  }
  return bits;
}

Word RuleColumn::word(const ResultClass& of, std::size_t at) const {
  const Word bits = parts_.decisions.word(of.code.decision, at) & case_word(of.code.rule_case, at);
  if (parts_.deadlines.empty()) return bits;
  return bits & (of.code.before_deadline ? early_.word(at) : ~early_.word(at));
}

void RuleColumn::count_classes() {
  constexpr Decision kDecisions[] = {{Outcome::kPass, Undecided::kNone},
                                     {Outcome::kFail, Undecided::kNone},
                                     {Outcome::kUnknown, Undecided::kApplicability},
                                     {Outcome::kUnknown, Undecided::kRequirement},
                                     {Outcome::kUnknown, Undecided::kNotJudgeable},
                                     {Outcome::kNotApplicable, Undecided::kNone},
                                     {Outcome::kError, Undecided::kNone}};
  const std::array<std::size_t, 8> counts = parts_.decisions.counts();
  for (const Decision decision : kDecisions) {
    const std::size_t count = counts[DecisionPlanes::pattern_of(decision)];
    if (count == 0) continue;
    ResultCode code;
    code.decision = decision;
    if (parts_.cases.empty() && parts_.deadlines.empty()) {
      add_class({code, count});
      continue;
    }
    split_class(code);
    const bool has_cases = decision.outcome == Outcome::kFail || decision.outcome == Outcome::kUnknown;
    if (!has_cases || parts_.cases.empty()) continue;
    for (std::size_t each = 0; each < rule().cases.size(); ++each) {
      code.rule_case = static_cast<std::uint8_t>(each);
      split_class(code);
    }
  }
}

/// Adds the results of a decision and case: in one class, or apart before and after their own deadlines.
void RuleColumn::split_class(const ResultCode& code) {
  for (const bool early : {false, true}) {
    if (early && parts_.deadlines.empty()) break;
    ResultClass made{code, 0};
    made.code.before_deadline = early;
    for (std::size_t at = 0; at < parts_.decisions.num_words(); ++at) {
      Word bits = word(made, at);
      if (bits == 0) continue;
      made.count += static_cast<std::size_t>(std::popcount(bits));
      for (; !parts_.deadlines.empty() && bits != 0; bits &= bits - 1) {
        const std::size_t index = at * BitPlane::kWordBits + static_cast<std::size_t>(std::countr_zero(bits));
        made.code.deadline = std::max(made.code.deadline, deadline_of(index));
      }
    }
    if (made.count > 0) add_class(made);
  }
}

void RuleColumn::add_class(ResultClass made) {
  made.code.deadline = std::max(made.code.deadline, parts_.deadline);
  set_severity(rule(), as_of_, made.code);
  classes_.push_back(made);
}

std::size_t RuleColumn::count(Outcome outcome) const {
  std::size_t total = 0;
  for (const ResultClass& each : classes_) total += each.code.decision.outcome == outcome ? each.count : 0;
  return total;
}

std::size_t RuleColumn::num_findings() const { return size() - count(Outcome::kPass) - count(Outcome::kNotApplicable); }

Verdict verdict_of(const RuleColumn& column, const ResultCode& code) {
  return verdict_of(code.decision.outcome, column.rule().kind, code.severity, code.before_deadline);
}

}  // namespace kijun::audit
