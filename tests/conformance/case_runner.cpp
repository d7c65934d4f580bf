#include "tests/conformance/case_runner.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/cel/checker.h"
#include "engine/cel/evaluator.h"
#include "engine/cel/parser.h"

namespace kijun::conformance {
namespace {

bool is_same_list(const cel::List& a, const cel::List& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(), is_same);
}

bool is_same_map(const cel::Map& a, const cel::Map& b) {
  const auto is_in_b = [&b](const auto& entry) {
    return std::any_of(b.begin(), b.end(), [&entry](const auto& other) {
      return is_same(entry.first, other.first) && is_same(entry.second, other.second);
    });
  };
  return a.size() == b.size() && std::all_of(a.begin(), a.end(), is_in_b);
}

bool is_same_double(double a, double b) {
  if (std::isnan(a) || std::isnan(b)) return std::isnan(a) && std::isnan(b);
  return a == b && std::signbit(a) == std::signbit(b);
}

std::string mistakes(const std::string& phase, const diag::Sink& sink) {
  std::string text = "the " + phase + " refuses it:";
  for (const diag::Diagnostic& diagnostic : sink.diagnostics())
    text += " [" + std::string(diagnostic.definition->code) + "] " + diagnostic.message.en;
  return text;
}

std::optional<std::string> compare_value(const Expectation& expect, const cel::Value& actual) {
  const bool met = expect.error ? actual.as<cel::EvalError>() != nullptr : is_same(actual, *expect.value);
  return met ? std::nullopt : std::optional(cel::debug_text(actual));
}

}  // namespace

bool is_same(const cel::Value& a, const cel::Value& b) {
  if (a.data().index() != b.data().index()) return false;
  if (a.as_list() != nullptr) return is_same_list(*a.as_list(), *b.as_list());
  if (a.as_map() != nullptr) return is_same_map(*a.as_map(), *b.as_map());
  if (a.as<double>() != nullptr) return is_same_double(*a.as<double>(), *b.as<double>());
  return a.has_value() && cel::equals(a, b);
}

std::optional<std::string> run_case(const Case& test) {
  const diag::Source source(test.name, test.expr);
  const diag::EmbeddedText text = diag::EmbeddedText::whole(source);
  diag::Sink sink;
  cel::ParseOptions plain;
  plain.profile = false;
  std::optional<cel::Ast> ast = cel::parse(text, plain, sink);
  if (!ast) return mistakes("parser", sink);
  const std::optional<cel::CheckedExpr> expr = test.disable_check
                                                   ? cel::resolve_unchecked(*std::move(ast), text, test.environment)
                                                   : cel::check(*std::move(ast), text, test.environment, sink);
  if (!expr) return mistakes("checker", sink);
  if (test.expect.type && !(expr->type() == *test.expect.type)) return "type " + cel::to_string(expr->type());
  if (test.check_only) return std::nullopt;
  cel::EvalContext context;
  context.variables = &test.bindings;
  return compare_value(test.expect, cel::Evaluator(*expr, context).eval());
}

}  // namespace kijun::conformance
