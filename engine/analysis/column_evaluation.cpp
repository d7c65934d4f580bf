#include "engine/analysis/column_evaluation.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <variant>

#include "engine/base/assert.h"
#include "engine/cel/world.h"
#include "engine/exec/execution.h"
#include "engine/exec/program.h"
#include "engine/table/block.h"

// A table is made for the expression: one field for each variable and, in the second form, for each literal, every row
// the same. Names were resolved and types given before, so putting a field's reference in the place of a variable's or a
// literal's changes nothing that the checker found, only where the value comes from.

namespace kijun::analysis {
namespace {

using cel::NodeId;
using cel::Value;

/// One word of bits and a bit: rows in whole words and in a rest take different ways through the kernels.
constexpr std::uint32_t kNumRows = 65;

/// The field type whose columns hold the value, or nothing.
std::optional<table::FieldType> field_type_of(const Value& value) {
  if (value.as<bool>() != nullptr) return table::FieldType::kBool;
  if (value.as<std::int64_t>() != nullptr) return table::FieldType::kInt;
  if (value.as<double>() != nullptr) return table::FieldType::kDouble;
  if (value.as<std::string>() != nullptr) return table::FieldType::kString;
  return std::nullopt;
}

std::optional<Value> value_of(const cel::Literal& literal) {
  return std::visit([](const auto& written) { return std::optional(Value(written)); }, literal);
}

/// Rows that all hold the same values, as both evaluators see them: by block, and cell by cell for nodes without a
/// kernel.
class UniformTable : public table::SurveyContext, public cel::World {
 public:
  /// The field that holds the value, or nothing when no column can.
  std::optional<table::FieldIndex> add(const Value& value) {
    if (!field_type_of(value)) return std::nullopt;
    values_.push_back(value);
    return static_cast<table::FieldIndex>(values_.size() - 1);
  }

  [[nodiscard]] table::Vocabulary vocabulary() const {
    std::vector<table::Field> fields;
    for (const Value& value : values_) {
      table::Field& field = fields.emplace_back();
      field.id = fmt::format("f{}", fields.size());
      field.type = *field_type_of(value);
      field.kinds = {"municipality"};
    }
    return {"values", {}, std::move(fields)};
  }

  [[nodiscard]] const std::vector<table::GroupKind>& group_kinds() const override { return kinds_; }
  [[nodiscard]] const table::Grouping& grouping(table::GroupId /*group*/) const override { return grouping_; }
  [[nodiscard]] const std::vector<table::SubjectName>& groups(table::GroupId /*group*/) const override {
    return names_;
  }
  [[nodiscard]] table::Column group_field(table::GroupId /*group*/, table::FieldIndex /*field*/) const override {
    return {};
  }
  [[nodiscard]] table::Column group_attribute(table::GroupId /*group*/, std::uint32_t /*attribute*/) const override {
    return {};
  }
  [[nodiscard]] std::uint32_t num_rows() const override { return kNumRows; }

  [[nodiscard]] bool empty() const { return values_.empty(); }
  [[nodiscard]] Value cell(const cel::CellRef& cell) const override { return values_[cell.index]; }
  // Nothing in plain CEL asks for more.
  [[nodiscard]] table::MissingReason missing_reason(const cel::CellRef& /*cell*/) const override {
    return table::MissingReason::kNone;
  }
  [[nodiscard]] std::string raw(const cel::CellRef& /*cell*/) const override { return {}; }
  [[nodiscard]] table::SubjectName describe(const cel::RecordRef& /*record*/) const override { return {}; }
  [[nodiscard]] std::vector<cel::RecordRef> members(const cel::RecordRef& /*group*/) const override { return {}; }
  [[nodiscard]] std::vector<cel::RecordRef> groups_of(const cel::RecordRef& /*record*/,
                                                      table::GroupId /*group*/) const override {
    return {};
  }
  [[nodiscard]] Value earlier(const cel::RecordRef& /*record*/, std::uint32_t /*steps*/) const override { return {}; }
  [[nodiscard]] Value at_year(const cel::RecordRef& /*record*/, std::int64_t /*year*/) const override { return {}; }

  /// The field over so many of the rows.
  [[nodiscard]] table::Column column(table::FieldIndex field, std::uint32_t num_rows) const {
    const Value& value = values_[field];
    table::Column made;
    made.reset(*field_type_of(value), num_rows);
    for (std::uint32_t row = 0; row < num_rows; ++row) {
      if (const bool* truth = value.as<bool>()) made.push_int(*truth ? 1 : 0);
      if (const auto* number = value.as<std::int64_t>()) made.push_int(*number);
      if (const auto* number = value.as<double>()) made.push_double(*number);
      if (const auto* text = value.as<std::string>()) made.push_string(*text);
    }
    return made;
  }

 private:
  std::vector<Value> values_;
  std::vector<table::GroupKind> kinds_;
  table::Grouping grouping_;
  std::vector<table::SubjectName> names_;
};

/// A cursor over rows of a table.
class UniformBlocks : public table::BlockSource {
 public:
  UniformBlocks(const UniformTable& table, std::uint32_t first_row, std::uint32_t num_rows)
      : table_(table), next_(first_row), end_(first_row + num_rows) {}

  [[nodiscard]] Result<bool> next(const table::BlockRequest& request, std::uint32_t max_rows,
                                  table::Block& block) override {
    block = {};
    if (next_ == end_) return false;
    block.first_row = next_;
    block.num_rows = std::min(max_rows, end_ - next_);
    next_ += block.num_rows;
    for (const table::FieldIndex field : request.fields) block.columns.push_back(table_.column(field, block.num_rows));
    return true;
  }

 private:
  const UniformTable& table_;
  std::uint32_t next_;
  std::uint32_t end_;
};

/// An expression on its way into columns.
class FieldForm {
 public:
  FieldForm(const cel::CheckedExpr& expr, const std::map<std::string, Value>& bindings, bool with_literals)
      : expr_(expr), bindings_(bindings), with_literals_(with_literals) {
    visit(expr_.ast.root);
  }

  /// Adds the results of all rows, if anything stands in a field.
  void eval(ColumnResults& results) {
    if (table_.empty()) return;
    const table::Vocabulary vocabulary = table_.vocabulary();
    cel::Profile profile;
    profile.vocabulary = &vocabulary;
    const exec::Root root{&expr_, table::kRecordSpace, "record"};
    const exec::Program program = exec::compile_program(std::span(&root, 1), {&profile, {}});
    results.by_kernels = results.by_kernels || program.num_fallback_nodes() == 0;
    cel::EvalContext context;
    context.world = &table_;
    context.profile = &profile;
    context.variables = &bindings_;
    exec::Execution execution(program, table_, context, {exec::ExecutionOptions{kNumRows}});
    const Status run = execution.run([this](std::uint32_t first_row, std::uint32_t num_rows) {
      return std::make_unique<UniformBlocks>(table_, first_row, num_rows);
    });
    KIJUN_ASSERT(run.has_value());  // nothing of the table can fail
    for (std::uint32_t row = 0; row < kNumRows; ++row) results.values.push_back(execution.column(0).value_at(row));
  }

 private:
  void visit(NodeId id) {
    const cel::Node& node = expr_.ast.node(id);
    const cel::Reference& ref = expr_.references[id];
    if (ref.kind == cel::RefKind::kVariable) return put_variable(id, ref.name);
    if (node.kind == cel::NodeKind::kLiteral && with_literals_) return put_literal(id);
    for (const NodeId child : node.children) visit(child);
  }

  void put_variable(NodeId id, const std::string& name) {
    const auto found = bindings_.find(name);
    if (found != bindings_.end()) put(id, found->second);
  }

  void put_literal(NodeId id) {
    if (const std::optional<Value> value = value_of(expr_.ast.node(id).literal)) put(id, *value);
  }

  void put(NodeId id, const Value& value) {
    const std::optional<table::FieldIndex> field = table_.add(value);
    if (!field) return;
    cel::Node& node = expr_.ast.nodes[id];
    node.kind = cel::NodeKind::kIdent;
    node.children.clear();
    cel::Reference& ref = expr_.references[id];
    ref = {};
    ref.kind = cel::RefKind::kField;
    ref.index = *field;
    ref.implicit_self = true;
  }

  cel::CheckedExpr expr_;
  const std::map<std::string, Value>& bindings_;
  bool with_literals_;
  UniformTable table_;
};

}  // namespace

ColumnResults eval_by_column(const cel::CheckedExpr& expr, const std::map<std::string, Value>& bindings) {
  ColumnResults results;
  for (const bool with_literals : {false, true}) FieldForm(expr, bindings, with_literals).eval(results);
  return results;
}

}  // namespace kijun::analysis
