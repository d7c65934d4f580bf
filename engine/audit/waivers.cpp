#include "engine/audit/waivers.h"

#include <fmt/format.h>

#include "engine/audit/cell_view.h"
#include "engine/audit/evidence.h"
#include "engine/audit/meaning.h"
#include "engine/base/sha256.h"

namespace kijun::audit {
namespace {

/// Answers written out one by one; of more their hash is kept.
constexpr std::size_t kMaxGrantedAnswers = 20;

std::string answer_text(const cel::CellRef& cell, const WaiverWorld& world) {
  const CellView view = view_cell(cell, world.plan, world.series);
  const std::string value =
      view.missing == table::MissingReason::kNone ? view.value_id : std::string(table::reason_id(view.missing));
  const bool is_earlier = view.survey != world.series.audited().manifest().id;
  return fmt::format("{}{} {} {}", is_earlier ? view.survey + " " : "", view.subject.code, view.field, value);
}

/// The position of a subject in a column; subjects of groups that only the ruleset declares are found by their code.
std::optional<std::size_t> find_position(const RuleColumn& column, const survey::PlacedDecision& waiver,
                                         const survey::SurveyTable& survey) {
  if (waiver.subject && waiver.subject->space != column.subjects().space()) return std::nullopt;
  for (std::size_t position = 0; position < column.size(); ++position) {
    const table::SubjectRef subject = column.subject(position);
    if (waiver.subject ? subject == *waiver.subject : survey.subject(subject).code == waiver.decision.subject)
      return position;
  }
  return std::nullopt;
}

DecisionState state_of(const WaiverWorld& world, const survey::PlacedDecision& placed, const JudgedWaiver& judged) {
  const survey::Decision& waiver = placed.decision;
  if (world.as_of > *waiver.until) return DecisionState::kExpired;
  if (placed.superseded) return DecisionState::kUnused;
  const RuleColumn& column = world.columns[judged.column];
  const Outcome outcome = column.outcome(judged.position);
  if (outcome != Outcome::kFail && outcome != Outcome::kUnknown) return DecisionState::kUnused;
  const survey::GrantedOn now = granted_on(world, judged.column, column.subject(judged.position));
  return now == waiver.granted_on ? DecisionState::kInForce : DecisionState::kStale;
}

}  // namespace

survey::GrantedOn granted_on(const WaiverWorld& world, std::size_t column, table::SubjectRef subject) {
  const CompiledRule& rule = *world.rules[column];
  cel::EvalContext context = world.context;
  context.memo = nullptr;  // its lists hold no more cells in order than evidence shows
  cel::CellList cells;
  for (const auto* expr : {&rule.when, &rule.require})
    if (*expr) add_deciding_cells(**expr, context, {0, subject}, cells);
  survey::GrantedOn granted;
  for (const cel::CellRef& cell : cells.first()) granted.answers.push_back(answer_text(cell, world));
  if (granted.answers.size() > kMaxGrantedAnswers) {
    std::string all;
    for (const std::string& answer : granted.answers) all += answer + '\n';
    granted.answers = {fmt::format("{} answers sha256:{}", cells.size(), sha256_hex(all))};
  }
  granted.meaning = meaning_of(*rule.source, world.plan).meaning;
  return granted;
}

JudgedWaiver judge_waiver(const WaiverWorld& world, const survey::PlacedDecision& waiver) {
  JudgedWaiver judged;
  const policy::Rule* rule = world.plan.ruleset.find_rule(waiver.decision.rule);
  for (std::size_t column = 0; column < world.columns.size(); ++column) {
    if (&world.columns[column].rule() != rule || world.columns[column].field() != waiver.decision.field) continue;
    const auto position = find_position(world.columns[column], waiver, world.series.audited());
    if (position) judged = {DecisionState::kUnused, column, *position, true};
  }
  if (judged.is_judged) judged.state = state_of(world, waiver, judged);
  return judged;
}

}  // namespace kijun::audit
