/// Causes by completion. The evaluator's unknown carries every missing cell it met; that set is too large (`a && b` with
/// both missing names both, and rightly; `council == "established" || council != "established"` names council, wrongly).
/// So the rule is evaluated again over every completion of those cells, and a cell stays a cause only if the outcome
/// depends on it somewhere. Completions grow as the product of the domains, hence the budget; enums of policy surveys
/// have three or four values, so eight open cells still fit.
#include "engine/audit/causes.h"

#include <algorithm>
#include <map>
#include <optional>

#include "engine/audit/judge.h"

namespace kijun::audit {
namespace {

using cel::Cause;
using cel::CellRef;
using cel::RecordRef;
using cel::Value;

/// Most completions tried.
constexpr std::size_t kMaxCompletions = 20'000;

/// A world in which some missing cells have been answered.
class CompletedWorld : public cel::World {
 public:
  explicit CompletedWorld(const cel::World& base) : base_(base) {}
  void set(const CellRef& cell, Value value) { values_.insert_or_assign(cell, std::move(value)); }

  Value cell(const CellRef& cell) const override {
    const auto found = values_.find(cell);
    return found == values_.end() ? base_.cell(cell) : found->second;
  }
  table::MissingReason missing_reason(const CellRef& cell) const override {
    return values_.contains(cell) ? table::MissingReason::kNone : base_.missing_reason(cell);
  }
  std::string raw(const CellRef& cell) const override { return base_.raw(cell); }
  table::SubjectName describe(const RecordRef& record) const override { return base_.describe(record); }
  std::vector<RecordRef> members(const RecordRef& group) const override { return base_.members(group); }
  std::vector<RecordRef> groups_of(const RecordRef& record, table::GroupId group) const override {
    return base_.groups_of(record, group);
  }
  Value earlier(const RecordRef& record, std::uint32_t steps) const override { return base_.earlier(record, steps); }
  Value at_year(const RecordRef& record, std::int64_t year) const override { return base_.at_year(record, year); }

 private:
  const cel::World& base_;
  std::map<CellRef, Value> values_;
};

/// Every value an answer can have, or nothing when there are too many to try.
std::optional<std::vector<Value>> domain_of(const CellRef& cell, const cel::Profile& profile) {
  if (cell.index == cel::kWholeRecord) return std::nullopt;
  table::FieldType type = table::FieldType::kString;
  const table::Field* field = nullptr;
  if (cell.is_attribute) {
    type = profile.groups[cell.record.subject.space - 1u].attributes[cell.index].type;
  } else {
    field = &profile.vocabulary->field(cell.index);
    type = field->type;
  }
  if (type == table::FieldType::kBool) return std::vector<Value>{Value(true), Value(false)};
  if (type != table::FieldType::kEnum || field == nullptr) return std::nullopt;
  std::vector<Value> values;
  for (const table::EnumValue& value : field->values) values.emplace_back(value.id);
  return values;
}

void add_causes(const std::optional<cel::CheckedExpr>& expr, const cel::EvalContext& context, RecordRef subject,
                std::vector<Cause>& causes) {
  if (!expr) return;
  const Value value = cel::Evaluator(*expr, context, subject).eval();
  if (const auto* unknown = value.as<cel::Unknown>())
    causes.insert(causes.end(), unknown->causes.begin(), unknown->causes.end());
}

/// Outcomes of all completions, in mixed-radix order of the cells' domains.
class CompletionTable {
 public:
  CompletionTable(const CompiledRule& rule, const cel::EvalContext& context, RecordRef subject,
                  const std::vector<Cause>& causes, const std::vector<std::vector<Value>>& domains)
      : domains_(domains) {
    CompletedWorld world(*context.world);
    cel::EvalContext completed = context;
    completed.world = &world;
    std::vector<std::size_t> digits(domains.size(), 0);
    do {
      for (std::size_t i = 0; i < digits.size(); ++i) world.set(causes[i].cell, domains[i][digits[i]]);
      outcomes_.push_back(decide_naively(rule, completed, subject).outcome);
    } while (advance(digits));
  }

  /// True when two completions that differ only in cell `index` differ in outcome.
  [[nodiscard]] bool depends_on(std::size_t index) const {
    std::size_t stride = 1;
    for (std::size_t i = 0; i < index; ++i) stride *= domains_[i].size();
    const std::size_t period = stride * domains_[index].size();
    for (std::size_t at = 0; at < outcomes_.size(); ++at)
      if (at % period >= stride && outcomes_[at] != outcomes_[at - stride]) return true;
    return false;
  }

 private:
  bool advance(std::vector<std::size_t>& digits) const {
    for (std::size_t i = 0; i < digits.size(); ++i) {
      if (++digits[i] < domains_[i].size()) return true;
      digits[i] = 0;
    }
    return false;
  }

  const std::vector<std::vector<Value>>& domains_;
  std::vector<Outcome> outcomes_;
};

}  // namespace

OpenResult find_causes(const CompiledRule& rule, const cel::EvalContext& context, RecordRef subject) {
  OpenResult result;
  add_causes(rule.when, context, subject, result.causes);
  if (result.causes.empty()) add_causes(rule.judgeable, context, subject, result.causes);
  add_causes(rule.require, context, subject, result.causes);
  std::sort(result.causes.begin(), result.causes.end());
  result.causes.erase(std::unique(result.causes.begin(), result.causes.end()), result.causes.end());
  std::vector<std::vector<Value>> domains;
  std::size_t completions = 1;
  for (const Cause& cause : result.causes) {
    std::optional<std::vector<Value>> domain = domain_of(cause.cell, *context.profile);
    if (!domain || completions * domain->size() > kMaxCompletions) return result;
    completions *= domain->size();
    domains.push_back(std::move(*domain));
  }
  if (domains.empty()) return result;
  const CompletionTable table(rule, context, subject, result.causes, domains);
  std::vector<Cause> minimal;
  for (std::size_t i = 0; i < result.causes.size(); ++i)
    if (table.depends_on(i)) minimal.push_back(result.causes[i]);
  result.by_form = minimal.empty();
  if (!result.by_form) result.causes = std::move(minimal);
  return result;
}

}  // namespace kijun::audit
