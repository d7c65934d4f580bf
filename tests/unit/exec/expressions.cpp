#include "tests/unit/exec/expressions.h"

#include "engine/base/assert.h"
#include "engine/cel/checker.h"

namespace kijun::exec {

Expressions::Expressions(const MemorySurvey& survey) : survey_(survey) {
  profile_.vocabulary = &survey.vocabulary;
  profile_.groups = survey.kinds;
}

void Expressions::add_param(const std::string& id, cel::Type type, cel::Value value) {
  profile_.params.push_back({id, std::move(type)});
  params_.push_back(std::move(value));
}

void Expressions::add_condition(const std::string& id, const std::string& text, table::SpaceId space) {
  const cel::CheckedExpr* expr = check(text, space);
  KIJUN_ASSERT(expr != nullptr);
  profile_.conditions.push_back({id, space});
  conditions_.push_back(expr);
}

const cel::CheckedExpr* Expressions::check(const std::string& text, table::SpaceId space, const std::string& kind) {
  cel::Environment environment;
  environment.profile = &profile_;
  environment.space = space;
  environment.kind = kind;
  const diag::Source& source = sources_.emplace_back("rule", text);
  diag::Sink sink;
  auto expr = cel::compile(diag::EmbeddedText::whole(source), environment, cel::Type::of(cel::TypeKind::kDyn), sink);
  problems_.clear();
  for (const diag::Diagnostic& diagnostic : sink.diagnostics()) problems_ += diagnostic.message.en + "\n";
  if (!expr.has_value()) return nullptr;
  return &exprs_.emplace_back(*std::move(expr));
}

bool Expressions::add_root(const std::string& text, table::SpaceId space, const std::string& kind) {
  const cel::CheckedExpr* expr = check(text, space, kind);
  if (expr != nullptr) roots_.push_back({expr, space, kind});
  return expr != nullptr;
}

CompileContext Expressions::compile_context() const {
  return {&profile_, conditions_, static_cast<std::uint32_t>(survey_.earlier_years.size())};
}

Program Expressions::program() const { return compile_program(roots_, compile_context()); }

Program Expressions::program_of(const Root& root) {
  Program program = compile_program(std::span(&root, 1), compile_context());
  num_fallback_nodes_ = program.num_fallback_nodes();
  return program;
}

cel::EvalContext Expressions::context() const {
  cel::EvalContext context;
  context.world = &survey_;
  context.profile = &profile_;
  context.conditions = conditions_;
  context.params = params_;
  context.fiscal_year = survey_.fiscal_year;
  context.as_of = *Date::from_ymd(2019, 3, 31);
  return context;
}

cel::Value Expressions::naive(const Root& root, std::uint32_t subject) const {
  const cel::EvalContext evaluation = context();
  return cel::Evaluator(*root.expr, evaluation, {0, {root.space, subject}}).eval();
}

std::string result_text(const cel::Value& value) {
  if (value.as<cel::Unknown>() != nullptr) return "U";
  if (value.as<cel::NotApplicable>() != nullptr) return "N";
  if (value.as<cel::EvalError>() != nullptr) return "E";
  if (const auto* truth = value.as<bool>()) return *truth ? "T" : "F";
  return cel::debug_text(value);
}

}  // namespace kijun::exec
