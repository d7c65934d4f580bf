#include "engine/analysis/cel_case_runner.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/analysis/column_evaluation.h"
#include "engine/cel/checker.h"
#include "engine/cel/evaluator.h"
#include "engine/cel/parser.h"

namespace kijun::analysis {
namespace {

bool is_same_list(const cel::List& a, const cel::List& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), is_same_value);
}

bool is_same_map(const cel::Map& a, const cel::Map& b) {
  const auto is_in_b = [&b](const auto& entry) {
    return std::ranges::any_of(b, [&entry](const auto& other) {
      return is_same_value(entry.first, other.first) && is_same_value(entry.second, other.second);
    });
  };
  return a.size() == b.size() && std::ranges::all_of(a, is_in_b);
}

bool is_same_double(double a, double b) {
  if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
  return a == b && std::signbit(a) == std::signbit(b);
}

std::string mistakes(std::string_view phase, const diag::Sink& sink) {
  std::string text = fmt::format("the {} refuses it:", phase);
  for (const diag::Diagnostic& diagnostic : sink.diagnostics())
    text += fmt::format(" [{}] {}", diagnostic.definition->code, diagnostic.message.en);
  return text;
}

bool meets(const CaseExpectation& expect, const cel::Value& actual) {
  if (expect.error) return actual.as<cel::EvalError>() != nullptr;
  return !expect.value || is_same_value(actual, *expect.value);
}

/// Every row must give what the case demands.
CaseResult run_by_column(const CelCase& test, const cel::CheckedExpr& expr) {
  const ColumnResults results = eval_by_column(expr, test.bindings);
  CaseResult result;
  result.by_column = !results.values.empty();
  result.by_kernels = results.by_kernels;
  for (const cel::Value& value : results.values) {
    if (!meets(test.expect, value)) result.actual = cel::debug_text(value) + " by the columnar evaluator";
  }
  return result;
}

CaseResult failed(std::string actual) { return {std::move(actual), false, false}; }

}  // namespace

bool is_same_value(const cel::Value& a, const cel::Value& b) {
  if (a.data().index() != b.data().index()) return false;
  if (a.as_list() != nullptr) return is_same_list(*a.as_list(), *b.as_list());
  if (a.as_map() != nullptr) return is_same_map(*a.as_map(), *b.as_map());
  if (a.as<double>() != nullptr) return is_same_double(*a.as<double>(), *b.as<double>());
  return a.has_value() && cel::equals(a, b);
}

CaseResult run_cel_case(const CelCase& test) {
  const diag::Source source(test.name, test.expr);
  const diag::EmbeddedText text = diag::EmbeddedText::whole(source);
  diag::Sink sink;
  cel::ParseOptions plain;
  plain.profile = false;
  std::optional<cel::Ast> ast = cel::parse(text, plain, sink);
  if (!ast) return failed(mistakes("parser", sink));
  const std::optional<cel::CheckedExpr> expr = test.disable_check
                                                   ? cel::resolve_unchecked(*std::move(ast), text, test.environment)
                                                   : cel::check(*std::move(ast), text, test.environment, sink);
  if (!expr) return failed(mistakes("checker", sink));
  if (test.expect.type && !(expr->type() == *test.expect.type)) return failed("type " + cel::to_string(expr->type()));
  if (test.check_only) return {};
  cel::EvalContext context;
  context.variables = &test.bindings;
  const cel::Value value = cel::Evaluator(*expr, context).eval();
  if (!meets(test.expect, value)) return failed(cel::debug_text(value));
  // The columnar evaluator relies on the checker's types.
  return test.disable_check ? CaseResult() : run_by_column(test, *expr);
}

LocalizedText expectation_text(const CaseExpectation& expect) {
  LocalizedText text;
  if (expect.error) text = {"エラー", "an error"};
  if (expect.value) text.ja = text.en = cel::debug_text(*expect.value);
  if (!expect.type) return text;
  const std::string type = cel::to_string(*expect.type);
  return {fmt::format("{}{}型{}", text.ja, text.ja.empty() ? "" : "、", type),
          fmt::format("{}{}type {}", text.en, text.en.empty() ? "" : ", ", type)};
}

}  // namespace kijun::analysis
