/// Causes by completion. The unknown of an evaluation carries the missing cells it met, which is too many
/// (`council == "established" || council != "established"` names council) and too few (`a ? b : c` with all three
/// missing names a, but whatever a is, b or c decides next). So the rule is decided again over every completion of a
/// set of cells that is closed: it starts with the missing cells the rule reads, and a missing cell that a completion
/// reads beside them joins it. Evaluation is a function of what it reads, so no cell outside can change an outcome, and
/// a cell inside is a cause exactly if two completions that differ only in it give different outcomes.
///
/// Enum and bool answers are enumerated, and of numbers, dates and texts those that the rule can tell apart
/// (`answer_domains.h`). Where these may not be all that matters, the cell is also left open while the others are
/// completed, and a list always is: such cells are causes if they leave some completion undecided, or make it not
/// applicable where an answer could decide otherwise. A cell that the evaluator named beside them is kept when they leave
/// both of a pair of completions undecided, because their answers could tell the two apart. A record that is missing
/// altogether (a merged municipality, an empty group) is no answer anybody could give: it is a cause if it leaves some
/// completion undecided.
///
/// Completions grow as the product of the domains. Members of a group that the rule does nothing with but count them
/// (`counted_members.h`) are therefore not completed one by one: members that can cast the same votes are
/// interchangeable, so how many of them cast which vote is all that is tried, one more than there are members where the
/// votes are true and false. A cell of a member is a cause if it turns its vote, and a vote more or less turns the
/// outcome.
#include "engine/audit/completion_table.h"

#include <algorithm>

namespace kijun::audit {
namespace {

using cel::Cause;
using cel::CellRef;
using cel::State;
using cel::Value;

void sort_distinct(std::vector<Cause>& causes) {
  std::sort(causes.begin(), causes.end());
  causes.erase(std::unique(causes.begin(), causes.end()), causes.end());
}

/// What a clause makes of the subject; adds the causes of an unknown.
State state_of(const std::optional<cel::CheckedExpr>& clause, const cel::EvalContext& context, cel::RecordRef subject,
               std::vector<Cause>& causes) {
  if (!clause) return State::kTrue;
  const Value value = cel::Evaluator(*clause, context, subject).eval();
  if (const auto* unknown = value.as<cel::Unknown>())
    causes.insert(causes.end(), unknown->causes.begin(), unknown->causes.end());
  return value.state();
}

/// Undecided, or not decided for good, because of an answer that was not enumerated.
bool waits_for_answer(const Judgement& judgement) {
  return std::any_of(judgement.causes.begin(), judgement.causes.end(),
                     [](const Cause& cause) { return cause.cell.index != cel::kWholeRecord; });
}

}  // namespace

Judgement WorldJudge::in(const cel::World& world) const {
  cel::EvalContext context = context_;
  context.world = &world;
  if (&world != context_.world) context.memo = nullptr;
  Judgement made;
  const State when = state_of(rule_.when, context, subject_, made.causes);
  // A rule that does not apply does not look further.
  if (when == State::kFalse) return {decide(when, State::kTrue, State::kTrue), {}};
  const State judgeable = state_of(rule_.judgeable, context, subject_, made.causes);
  const State require = state_of(rule_.require, context, subject_, made.causes);
  made.decision = decide(when, judgeable, require);
  for (const State state : {when, judgeable, require}) made.may_turn = made.may_turn || state == State::kNotApplicable;
  made.cannot_judge = when == State::kTrue && judgeable == State::kFalse;
  if (made.decision.outcome != Outcome::kUnknown || made.cannot_judge) made.causes.clear();
  sort_distinct(made.causes);
  return made;
}

bool MemberClass::list_tallies(std::size_t max) {
  tallies.clear();
  place_of.clear();
  return add_tallies({}, members.size(), max);
}

void MemberClass::complete(CompletedWorld& world, std::size_t place) const {
  std::size_t member = 0;
  for (std::size_t vote = 0; vote < tallies[place].size(); ++vote)
    for (std::size_t i = 0; i < tallies[place][vote]; ++i, ++member)
      members[member].open.complete(world, members[member].completions[vote]);
}

std::size_t MemberClass::turned(std::size_t place, std::size_t from, std::size_t to) const {
  Tally tally = tallies[place];
  --tally[from];
  ++tally[to];
  return place_of.at(tally);
}

bool MemberClass::add_tallies(Tally tally, std::size_t left, std::size_t max) {
  if (tally.size() + 1 == members.front().votes.size()) {
    tally.push_back(left);
    place_of.emplace(tally, tallies.size());
    tallies.push_back(std::move(tally));
    return tallies.size() <= max;
  }
  tally.push_back(0);
  for (; tally.back() <= left; ++tally.back())
    if (!add_tallies(tally, left - tally.back(), max)) return false;
  return true;
}

bool CompletionTable::fill() {
  do {
    for (const CellRef& cell : found_) add_cell(cell);
    if (!count_completions()) return false;
    try_all();
    if (budget_.left == 0) return false;
  } while (!found_.empty());
  return true;
}

std::vector<Cause> CompletionTable::causes() const {
  std::vector<Cause> causes;
  std::size_t stride = 1;
  for (std::size_t i = 0; i < open_.cells.size(); ++i) {
    if (depends_on(i, stride)) causes.push_back(cause(open_.cells[i]));
    stride *= open_.domains[i].size();
  }
  for (const auto& [votes, members] : classes_) {
    add_causes(members, stride, causes);
    stride *= members.tallies.size();
  }
  for (const Judgement& judgement : judgements_)
    causes.insert(causes.end(), judgement.causes.begin(), judgement.causes.end());
  sort_distinct(causes);
  return causes;
}

std::set<CellRef> CompletionTable::waited_for() const {
  std::set<CellRef> cells;
  for (const Judgement& judgement : judgements_) {
    if (judgement.decision.outcome != Outcome::kUnknown) continue;
    for (const Cause& each : judgement.causes) cells.insert(each.cell);
  }
  return cells;
}

/// Puts a cell into the set that is completed, with the other cells of its member if it has a counted one.
void CompletionTable::add_cell(const CellRef& cell) {
  if (!seen_.insert(cell).second) return;
  if (std::optional<CountedMember> member = counted_.member_of(cell, budget_)) {
    seen_.insert(member->open.cells.begin(), member->open.cells.end());
    MemberClass& alike = classes_[member->votes];
    alike.members.push_back(std::move(*member));
    return;
  }
  open_.cells.push_back(cell);
  const AnswerDomain& domain = *domains_.of(cell);
  open_.domains.push_back(domain.answers);
  if (!domain.is_complete) open_.domains.back().push_back(base_.cell(cell));  // it may be something else
}

/// False when there are more completions than reads left.
bool CompletionTable::count_completions() {
  num_completions_ = 1;
  const auto multiply = [this](std::size_t factor) {
    num_completions_ *= factor;
    return num_completions_ <= budget_.left;
  };
  for (const std::vector<Value>& domain : open_.domains)
    if (!multiply(domain.size())) return false;
  for (auto& [votes, members] : classes_)
    if (!members.list_tallies(budget_.left) || !multiply(members.tallies.size())) return false;
  return true;
}

/// Judges every completion while the budget lasts, and leaves in `found_` the further cells that they read.
void CompletionTable::try_all() {
  judgements_.clear();
  CompletedWorld world(base_, budget_);
  for (std::size_t at = 0; at < num_completions_ && budget_.left != 0; ++at) {
    open_.complete(world, at);
    std::size_t rest = at;
    for (const std::vector<Value>& domain : open_.domains) rest /= domain.size();
    for (const auto& [votes, members] : classes_) {
      members.complete(world, rest % members.tallies.size());
      rest /= members.tallies.size();
    }
    Judgement& made = judgements_.emplace_back(judge_.in(world));
    const std::set<CellRef> unknown = world.take_unknown_reads();
    if (made.may_turn)
      for (const CellRef& cell : unknown) made.causes.push_back(cause(cell));
    for (const Cause& cause : made.causes) named_.insert(cause.cell);
  }
  found_.clear();
  for (const CellRef& cell : world.open_cells())
    if (domains_.of(cell) != nullptr) found_.insert(cell);
}

/// True when two completions that differ only in cell `index` differ in outcome, or could.
bool CompletionTable::depends_on(std::size_t index, std::size_t stride) const {
  const std::size_t period = stride * open_.domains[index].size();
  const bool named = named_.contains(open_.cells[index]);
  for (std::size_t at = 0; at < judgements_.size(); ++at)
    if (at % period >= stride && differ(at, at - stride, named)) return true;
  return false;
}

/// The cells of a class of members that turn a vote which turns the outcome.
void CompletionTable::add_causes(const MemberClass& members, std::size_t stride, std::vector<Cause>& causes) const {
  const std::size_t num_votes = members.members.front().votes.size();
  for (std::size_t from = 0; from < num_votes; ++from) {
    for (std::size_t to = from + 1; to < num_votes; ++to) {
      const bool decides = turns_outcome(members, stride, from, to, false);
      if (!decides && !turns_outcome(members, stride, from, to, true)) continue;
      for (const CountedMember& member : members.members)
        for (std::size_t i = 0; i < member.open.cells.size(); ++i)
          if ((decides || named_.contains(member.open.cells[i])) && member.turns(i, from, to))
            causes.push_back(cause(member.open.cells[i]));
    }
  }
}

bool CompletionTable::turns_outcome(const MemberClass& members, std::size_t stride, std::size_t from, std::size_t to,
                                    bool named) const {
  for (std::size_t at = 0; at < judgements_.size(); ++at) {
    const std::size_t place = at / stride % members.tallies.size();
    if (members.tallies[place][from] == 0) continue;
    if (differ(at, at - place * stride + members.turned(place, from, to) * stride, named)) return true;
  }
  return false;
}

/// True when two completions differ in outcome or, if what they differ in was `named`, could.
bool CompletionTable::differ(std::size_t a, std::size_t b, bool named) const {
  const Judgement& one = judgements_[a];
  const Judgement& other = judgements_[b];
  if (one.decision.outcome != other.decision.outcome) return true;
  // An answer may still turn the one alone; the other, if undecided, waits for a record that is missing.
  if (waits_for_answer(one) != waits_for_answer(other)) return true;
  return named && waits_for_answer(one);
}

}  // namespace kijun::audit
