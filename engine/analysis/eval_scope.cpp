#include "engine/analysis/eval_scope.h"

#include <fmt/format.h>

#include <utility>

#include "engine/analysis/analysis_diagnostics.h"
#include "engine/cel/evaluator.h"
#include "engine/cel/parser.h"
#include "engine/cel/value_text.h"

namespace kijun::analysis {
namespace {

/// The field type of answers of a type, or nothing when no answer has that type.
std::optional<table::FieldType> answer_field_type(const cel::Type& type) {
  switch (type.kind) {
    case cel::TypeKind::kBool:
      return table::FieldType::kBool;
    case cel::TypeKind::kInt:
      return table::FieldType::kInt;
    case cel::TypeKind::kDouble:
      return table::FieldType::kDouble;
    case cel::TypeKind::kString:
      return table::FieldType::kString;
    case cel::TypeKind::kDate:
      return table::FieldType::kDate;
    case cel::TypeKind::kDecimal:
      return table::FieldType::kDecimal;
    default:
      return std::nullopt;  // a variable
  }
}

/// The answer as a form would hold it.
std::string answer_text(const cel::Value& value) {
  if (const auto* text = value.as<std::string>()) return *text;
  if (const auto* date = value.as<Date>()) return date->iso();
  if (const auto* number = value.as<Decimal>()) return number->text();
  if (const auto* number = value.as<double>()) return cel::double_text(*number);
  return cel::debug_text(value);
}

cel::Value no_survey(const cel::RecordRef& record) {
  return cel::Value::missing({{record, false, cel::kWholeRecord}, table::MissingReason::kNoSurvey});
}

}  // namespace

EvalScope::EvalScope(EvalBindings bindings) : bindings_(std::move(bindings)) {
  std::vector<table::Field> fields;
  for (const Binding& binding : bindings_.names) {
    const std::optional<table::FieldType> type = answer_field_type(binding.type);
    if (bindings_.plain || !type) {
      variable_types_.emplace_back(binding.name, binding.type);
      variables_.emplace(binding.name, binding.value);
      continue;
    }
    table::Field& field = fields.emplace_back();
    field.id = binding.name;
    field.type = *type;
    field.kinds = {"municipality"};
    answers_.push_back(binding);
  }
  vocabulary_ = table::Vocabulary("bindings", {}, std::move(fields));
  profile_.vocabulary = &vocabulary_;
  for (const Binding& param : bindings_.params) {
    profile_.params.push_back({param.name, param.type});
    params_.push_back(param.value);
  }
}

cel::Environment EvalScope::environment() const {
  cel::Environment environment;
  if (!bindings_.plain) environment.profile = &profile_;
  environment.kind = "municipality";
  environment.variables = variable_types_;
  return environment;
}

std::optional<std::string_view> EvalScope::missing_example(cel::RefKind kind) const {
  if (kind == cel::RefKind::kAsOf && !bindings_.as_of) return R"("2019-03-31")";
  if (kind == cel::RefKind::kFiscalYear && !bindings_.fiscal_year) return "2018";
  if (kind == cel::RefKind::kCode && !bindings_.code) return R"("142115")";
  if (kind == cel::RefKind::kName && !bindings_.name) return R"("秦野市")";
  if (kind == cel::RefKind::kKind && !bindings_.kind) return R"("city")";
  return std::nullopt;
}

std::optional<cel::CheckedExpr> EvalScope::compile(const diag::EmbeddedText& text, diag::Sink& sink) const {
  const cel::Type any = cel::Type::of(cel::TypeKind::kDyn);
  std::optional<cel::CheckedExpr> expr = cel::compile(text, environment(), any, sink);
  if (!expr) return expr;
  const std::size_t num_errors = sink.num_errors();
  for (cel::NodeId id = 0; id < expr->ast.nodes.size(); ++id) {
    const std::optional<std::string_view> example = missing_example(expr->references[id].kind);
    if (example) sink.report(kNotBound, expr->span(id), expr->ast.node(id).name, *example);
  }
  if (sink.num_errors() > num_errors) return std::nullopt;
  return expr;
}

cel::Value EvalScope::eval(const cel::CheckedExpr& expr) const {
  cel::EvalContext context;
  context.variables = &variables_;
  if (!bindings_.plain) {
    context.world = this;
    context.profile = &profile_;
    context.params = params_;
    context.fiscal_year = bindings_.fiscal_year.value_or(0);
    context.as_of = bindings_.as_of.value_or(Date{});
  }
  return cel::Evaluator(expr, context).eval();
}

std::string EvalScope::cause_text(const cel::Cause& cause, Language language) const {
  const std::string_view reason = table::reason_label(cause.reason).in(language);
  if (cause.cell.index == cel::kWholeRecord) return std::string(reason);
  const std::string& name = answers_[cause.cell.index].name;
  return language == Language::kJapanese ? fmt::format("{}（{}）", name, reason) : fmt::format("{} ({})", name, reason);
}

cel::Value EvalScope::cell(const cel::CellRef& cell) const {
  const Binding& answer = answers_[cell.index];
  if (answer.missing == table::MissingReason::kNone) return answer.value;
  return cel::Value::missing({cell, answer.missing});
}

table::MissingReason EvalScope::missing_reason(const cel::CellRef& cell) const { return answers_[cell.index].missing; }

std::string EvalScope::raw(const cel::CellRef& cell) const {
  const Binding& answer = answers_[cell.index];
  return answer.missing == table::MissingReason::kNone ? answer_text(answer.value) : std::string();
}

table::SubjectName EvalScope::describe(const cel::RecordRef& /*record*/) const {
  const std::string name = bindings_.name.value_or("");
  return {bindings_.kind.value_or(""), bindings_.code.value_or(""), {name, name}};
}

std::vector<cel::RecordRef> EvalScope::members(const cel::RecordRef& /*group*/) const { return {}; }

std::vector<cel::RecordRef> EvalScope::groups_of(const cel::RecordRef& /*record*/, table::GroupId /*group*/) const {
  return {};
}

cel::Value EvalScope::earlier(const cel::RecordRef& record, std::uint32_t /*steps*/) const { return no_survey(record); }

cel::Value EvalScope::at_year(const cel::RecordRef& record, std::int64_t /*fiscal_year*/) const {
  return no_survey(record);
}

}  // namespace kijun::analysis
