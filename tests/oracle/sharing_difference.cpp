#include "tests/oracle/sharing_difference.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/audit/evidence.h"
#include "engine/cel/group_memo.h"

namespace kijun::oracle {
namespace {

/// Fewer than many expressions read, so that lists are cut.
constexpr std::size_t kMaxFirst = 3;

std::string text_of(const cel::Value& value) {
  const std::vector<cel::Cause>* causes = nullptr;
  if (const auto* unknown = value.as<cel::Unknown>()) causes = &unknown->causes;
  if (const auto* other = value.as<cel::NotApplicable>()) causes = &other->causes;
  std::string text = exec::result_text(value);
  if (causes == nullptr) return text;
  for (const cel::Cause& cause : *causes)
    text += fmt::format(" {}@{}.{}.{}:{}", cause.cell.index, cause.cell.record.survey, cause.cell.record.subject.space,
                        cause.cell.record.subject.index, table::reason_id(cause.reason));
  return text;
}

/// How many cells decided, and the first of them in order.
std::string text_of(const cel::CellList& cells) {
  std::string text = fmt::format("{} cells", cells.size());
  for (std::size_t i = 0; i < std::min(cells.first().size(), kMaxFirst); ++i) {
    const cel::CellRef& cell = cells.first()[i];
    text += fmt::format(" {}{}@{}.{}.{}", cell.is_attribute ? "attribute " : "", cell.index, cell.record.survey,
                        cell.record.subject.space, cell.record.subject.index);
  }
  return text;
}

/// The value, its causes and the cells that decided it.
std::string result(const cel::CheckedExpr& expr, const cel::EvalContext& context, cel::RecordRef subject,
                   std::size_t max_first) {
  cel::CellList cells(max_first);
  audit::add_deciding_cells(expr, context, subject, cells);
  return text_of(cel::Evaluator(expr, context, subject).eval()) + "; " + text_of(cells);
}

std::size_t num_subjects(const exec::MemorySurvey& survey, table::SpaceId space) {
  return space == table::kRecordSpace ? survey.rows.size() : survey.groups_by_kind[space - 1U].size();
}

}  // namespace

OracleCase generate_sharing_case(std::uint32_t seed, Choices& choices) {
  OracleCase made = generate_evaluator_case(seed, choices);
  made.property = "sharing";
  return made;
}

std::string sharing_difference(const OracleCase& made) {
  const auto expressions = prepare(made);
  if (expressions == nullptr) return "";
  const cel::EvalContext alone = expressions->context();
  cel::GroupMemo memo(*alone.world, kMaxFirst);
  cel::EvalContext shared = alone;
  shared.memo = &memo;
  for (std::size_t rule = 0; rule < made.rules.size(); ++rule) {
    const exec::Root& root = expressions->roots()[rule];
    for (std::uint32_t index = 0; index < num_subjects(*made.survey, root.space); ++index) {
      const cel::RecordRef subject{0, {root.space, index}};
      const std::string wanted = result(*root.expr, alone, subject, cel::CellList::kAll);
      const std::string got = result(*root.expr, shared, subject, kMaxFirst);
      if (got == wanted) continue;
      return fmt::format("{}\nsubject {}: alone {}, shared {}", made.rules[rule].text, index, wanted, got);
    }
  }
  return "";
}

}  // namespace kijun::oracle
