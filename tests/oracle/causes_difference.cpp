// Brute force: the survey itself is completed in every way, all its missing cells at once, whether the rule reads them
// or not, and the rule is decided over each of the completed surveys.
#include "tests/oracle/causes_difference.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "engine/audit/answer_domains.h"
#include "engine/audit/cause_finder.h"
#include "engine/audit/causes.h"
#include "engine/audit/judge.h"
#include "engine/cel/group_memo.h"

namespace kijun::oracle {
namespace {

using audit::CompiledRule;
using audit::Outcome;
using cel::Cause;
using cel::CellRef;
using cel::Value;
using exec::MemoryCell;
using exec::MemorySurvey;

/// The definition is met exactly where reading costs nothing.
constexpr std::size_t kNoBudget = 100'000'000;
/// Long enough for every combination of the tests that are generated.
constexpr std::size_t kLongestText = 4;

/// The cell in the survey, to be written.
MemoryCell& cell_of(MemorySurvey& survey, const CellRef& cell) {
  return const_cast<MemoryCell&>(survey.cell_of(cell));  // a survey of this test's own
}

/// A missing cell and every answer it could have had.
struct OpenCell {
  CellRef cell;
  std::vector<Value> answers;
};

class OpenCells {
 public:
  explicit OpenCells(const MemorySurvey& survey) : survey_(survey) {
    for (std::uint32_t row = 0; row < survey.rows.size(); ++row) {
      add_fields({0, {table::kRecordSpace, row}}, survey.rows[row].cells);
      for (std::size_t year = 0; year < survey.earlier_years.size(); ++year) {
        const exec::MemoryRow& then = survey.earlier_years[year].rows[row];
        if (then.absent != table::MissingReason::kNone) continue;
        add_fields({static_cast<cel::SurveyIndex>(year + 1), {table::kRecordSpace, row}}, then.cells);
      }
    }
    for (table::GroupId kind = 0; kind < survey.groups_by_kind.size(); ++kind) {
      for (std::uint32_t i = 0; i < survey.groups_by_kind[kind].size(); ++i)
        add_fields({0, {table::group_space(kind), i}}, survey.groups_by_kind[kind][i].cells);
    }
  }

  [[nodiscard]] const std::vector<OpenCell>& cells() const { return cells_; }

 private:
  /// Only fields the record kind is asked: no expression can read another.
  void add_fields(const cel::RecordRef& record, const std::vector<MemoryCell>& cells) {
    const bool is_record = record.subject.space == table::kRecordSpace;
    const std::string kind = is_record ? "municipality" : survey_.kinds[record.subject.space - 1U].id;
    for (std::uint32_t i = 0; i < cells.size(); ++i) {
      const table::Field& field = survey_.vocabulary.field(i);
      if (cells[i].missing == table::MissingReason::kNone || !field.applies_to(kind)) continue;
      if (table::route(cells[i].missing) != table::MissingRoute::kUnknown) continue;
      cells_.push_back({{record, false, i}, answers_to(field)});
    }
  }

  const MemorySurvey& survey_;
  std::vector<OpenCell> cells_;
};

/// The clauses of a case as a rule.
CompiledRule rule_of(const OracleCase& made, const exec::Expressions& expressions) {
  CompiledRule rule;
  for (std::size_t i = 0; i < made.rules.size(); ++i) {
    const cel::CheckedExpr& expr = *expressions.roots()[i].expr;
    if (made.rules[i].id == "when") rule.when = expr;
    if (made.rules[i].id == "judgeable") rule.judgeable = expr;
    if (made.rules[i].id == "require") rule.require = expr;
  }
  return rule;
}

/// True when the rule applies and says itself that it cannot judge: that has its own reason, whatever is missing.
bool cannot_judge(const CompiledRule& rule, const cel::EvalContext& context, cel::RecordRef subject) {
  const auto state = [&](const std::optional<cel::CheckedExpr>& clause) {
    return clause ? cel::Evaluator(*clause, context, subject).eval().state() : cel::State::kTrue;
  };
  return state(rule.when) == cel::State::kTrue && state(rule.judgeable) == cel::State::kFalse;
}

/// What all completions give, the first cell's answers changing fastest.
struct Completions {
  std::vector<Outcome> outcomes;
  bool stay_open = false;  ///< Some completion is unknown, though the rule can judge: only a record can be missing.
};

Completions complete(const OracleCase& made, const CompiledRule& rule, const cel::EvalContext& context,
                     cel::RecordRef subject, const std::vector<OpenCell>& cells) {
  const OracleCase completed = made.copy();
  cel::EvalContext over_completed = context;
  over_completed.world = completed.survey.get();
  std::vector<std::size_t> digits(cells.size(), 0);
  Completions made_of;
  for (;;) {
    for (std::size_t i = 0; i < cells.size(); ++i)
      cell_of(*completed.survey, cells[i].cell) = exec::answer(cells[i].answers[digits[i]]);
    made_of.outcomes.push_back(audit::decide_naively(rule, over_completed, subject).outcome);
    if (made_of.outcomes.back() == Outcome::kUnknown && !cannot_judge(rule, over_completed, subject))
      made_of.stay_open = true;
    std::size_t i = 0;
    while (i < digits.size() && ++digits[i] == cells[i].answers.size()) digits[i++] = 0;
    if (i == digits.size()) return made_of;
  }
}

bool differs_in(const std::vector<OpenCell>& cells, std::size_t index, const std::vector<Outcome>& outcomes) {
  std::size_t stride = 1;
  for (std::size_t i = 0; i < index; ++i) stride *= cells[i].answers.size();
  const std::size_t period = stride * cells[index].answers.size();
  for (std::size_t at = 0; at < outcomes.size(); ++at)
    if (at % period >= stride && outcomes[at] != outcomes[at - stride]) return true;
  return false;
}

std::string text_of(const OracleCase& made, const std::set<CellRef>& cells) {
  std::string text;
  for (const CellRef& cell : cells) {
    const std::string field =
        cell.index == cel::kWholeRecord ? "(record)" : made.survey->vocabulary.field(cell.index).id;
    text +=
        fmt::format(" {}@{}.{}.{}", field, cell.record.survey, cell.record.subject.space, cell.record.subject.index);
  }
  return text;
}

/// Whether the definition can be met: every open cell has a complete domain. Others may be named where they are no cause.
bool is_exact(const CompiledRule& rule, const cel::EvalContext& context, const std::vector<OpenCell>& cells) {
  const audit::AnswerDomains domains(rule, context, audit::AnswerDomains::Extent::kAllTypes);
  return std::all_of(cells.begin(), cells.end(), [&](const OpenCell& open) {
    const audit::AnswerDomain* domain = domains.of(open.cell);
    return domain != nullptr && domain->is_complete;
  });
}

std::string difference_for(const OracleCase& made, const CompiledRule& rule, const cel::EvalContext& context,
                           cel::RecordRef subject, const std::vector<OpenCell>& cells) {
  if (audit::decide_naively(rule, context, subject).outcome != Outcome::kUnknown) return "";
  if (cannot_judge(rule, context, subject)) return "";
  const Completions completions = complete(made, rule, context, subject, cells);
  std::set<CellRef> wanted;
  for (std::size_t i = 0; i < cells.size(); ++i)
    if (differs_in(cells, i, completions.outcomes)) wanted.insert(cells[i].cell);
  const audit::OpenResult found = audit::find_causes(rule, context, subject, kNoBudget);
  std::set<CellRef> found_cells;
  bool names_record = false;
  for (const Cause& cause : found.causes) {
    if (cause.cell.index == cel::kWholeRecord) names_record = true;
    if (cause.cell.index != cel::kWholeRecord) found_cells.insert(cause.cell);
  }
  const bool by_form = wanted.empty() && !completions.stay_open;
  bool same = found.by_form == by_form && (by_form || (found_cells == wanted && names_record == completions.stay_open));
  if (!is_exact(rule, context, cells))
    same = std::includes(found_cells.begin(), found_cells.end(), wanted.begin(), wanted.end()) &&
           (names_record || !completions.stay_open);
  if (same) return "";
  return fmt::format("subject {}: brute force{}{}{}, find_causes{}{}{}", subject.subject.index, text_of(made, wanted),
                     completions.stay_open ? " and a record" : "", by_form ? " the form" : "",
                     text_of(made, found_cells), names_record ? " and a record" : "", found.by_form ? " the form" : "");
}

/// Whether causes that alike subjects share are those that each has alone.
std::string difference_of_shared(const CompiledRule& rule, const cel::EvalContext& context, audit::CauseFinder& finder,
                                 cel::RecordRef subject) {
  const audit::OpenResult alone = audit::find_causes(rule, context, subject);
  const audit::OpenResult shared = finder.find(rule, subject);
  if (shared.by_form == alone.by_form && shared.causes == alone.causes) return "";
  return fmt::format("subject {}: {} causes alone, {} shared, or others", subject.subject.index, alone.causes.size(),
                     shared.causes.size());
}

}  // namespace

std::vector<Value> answers_to(const table::Field& field) {
  std::vector<Value> answers;
  switch (field.type) {
    case table::FieldType::kBool:
      return {Value(true), Value(false)};
    case table::FieldType::kInt:
      for (std::int64_t number = -1; number <= 5; ++number) answers.emplace_back(number);
      break;
    case table::FieldType::kDate:
      for (std::int64_t day = -2; day <= 3; ++day)
        answers.emplace_back(*Date::from_days(Date::from_ymd(2019, 3, 31)->days() + day));
      break;
    case table::FieldType::kString: {
      std::vector<std::string> texts{""};
      for (std::size_t at = 0; texts[at].size() < kLongestText; ++at)
        for (const char letter : {'a', 'b', 'c'}) texts.push_back(texts[at] + letter);
      for (std::size_t at = 1; at < texts.size(); ++at) answers.emplace_back(texts[at]);
      break;
    }
    default:
      for (const table::EnumValue& value : field.values) answers.emplace_back(value.id);
  }
  return answers;
}

std::string causes_difference(const OracleCase& made) {
  const auto expressions = prepare(made);
  if (expressions == nullptr || made.rules.empty()) return "";
  for (const exec::Root& root : expressions->roots())
    if (root.expr->type().kind != cel::TypeKind::kBool) return "";
  const CompiledRule rule = rule_of(made, *expressions);
  const cel::EvalContext context = expressions->context();
  const OpenCells open(*made.survey);
  const table::SpaceId space = made.rules.front().space;
  const std::size_t num_subjects =
      space == table::kRecordSpace ? made.survey->rows.size() : made.survey->groups_by_kind[space - 1U].size();
  audit::Plan plan;
  for (const cel::CheckedExpr* const condition : context.conditions) plan.conditions.push_back(*condition);
  cel::GroupMemo memo(*context.world, 1);
  cel::EvalContext with_memo = context;
  with_memo.memo = &memo;
  audit::CauseFinder finder(plan, with_memo);
  for (std::uint32_t index = 0; index < num_subjects; ++index) {
    const cel::RecordRef subject{0, {space, index}};
    std::string found = difference_for(made, rule, context, subject, open.cells());
    if (found.empty()) found = difference_of_shared(rule, context, finder, subject);
    if (!found.empty()) return found;
  }
  return "";
}

}  // namespace kijun::oracle
