// Any bytes as an expression, twice: parsed and checked as a rule over a small vocabulary, and run as plain CEL.

#include <algorithm>
#include <map>
#include <utility>

#include "engine/base/assert.h"
#include "engine/cel/checker.h"
#include "engine/cel/evaluator.h"
#include "tests/fuzz/fuzz_input.h"

namespace kijun::fuzz {
namespace {

// Nested macros over a list multiply; three of them over lists that fit the text stay quick.
constexpr std::size_t kMaxBytes = 1'000;
constexpr std::ptrdiff_t kMostMacros = 3;

table::Field make_field(std::string id, table::FieldType type, std::vector<table::EnumValue> values = {}) {
  table::Field field;
  field.id = std::move(id);
  field.type = type;
  field.kinds = {"municipality", "prefecture"};
  field.values = std::move(values);
  field.ordered = !field.values.empty();
  return field;
}

table::Vocabulary make_vocabulary() {
  using table::FieldType;
  std::vector<table::Field> fields;
  fields.push_back(make_field("council", FieldType::kEnum, {{"established", {}, {}}, {"none", {}, {}}}));
  fields.push_back(make_field("beds", FieldType::kInt));
  fields.push_back(make_field("rate", FieldType::kDouble));
  fields.push_back(make_field("planned_date", FieldType::kDate));
  fields.push_back(make_field("協議", FieldType::kBool));
  fields.push_back(make_field("note", FieldType::kString));
  fields.push_back(make_field("topics", FieldType::kList));
  return table::Vocabulary("fuzz", {"例", "Sample"}, std::move(fields));
}

/// Borrows its own vocabulary, so it stays where it was made.
struct Rules {
  table::Vocabulary vocabulary = make_vocabulary();
  cel::Profile profile{&vocabulary, table::standard_group_kinds(), {{"limit", cel::Type::of(cel::TypeKind::kInt)}}, {}};
};

void check_as_rule(const diag::Source& source) {
  static const Rules kRules;
  cel::Environment environment;
  environment.profile = &kRules.profile;
  environment.kind = "municipality";
  const cel::Type expected = cel::Type::of(cel::TypeKind::kDyn);
  diag::Sink sink;
  const auto expr = cel::compile(diag::EmbeddedText::whole(source), environment, expected, sink);
  KIJUN_ASSERT(expr.has_value() != sink.has_errors());
  require_sound(sink, source);
}

bool is_quick(const cel::Ast& ast) {
  const auto is_macro = [](const cel::Node& node) { return node.kind == cel::NodeKind::kMacro; };
  return std::count_if(ast.nodes.begin(), ast.nodes.end(), is_macro) <= kMostMacros;
}

void run_as_plain_cel(const diag::Source& source) {
  const diag::EmbeddedText text = diag::EmbeddedText::whole(source);
  cel::ParseOptions plain;
  plain.profile = false;
  diag::Sink sink;
  auto ast = cel::parse(text, plain, sink);
  KIJUN_ASSERT(ast.has_value() != sink.has_errors());
  if (ast && is_quick(*ast)) {
    cel::Environment environment;
    environment.variables.emplace_back("x", cel::Type::of(cel::TypeKind::kDyn));
    const std::map<std::string, cel::Value> variables{{"x", cel::Value(std::int64_t{7})}};
    cel::EvalContext context;
    context.variables = &variables;
    const cel::CheckedExpr unchecked = cel::resolve_unchecked(*ast, text, environment);
    static_cast<void>(cel::debug_text(cel::Evaluator(unchecked, context).eval()));
    const auto checked = cel::check(*std::move(ast), text, environment, sink);
    KIJUN_ASSERT(checked.has_value() != sink.has_errors());
    if (checked) static_cast<void>(cel::debug_text(cel::Evaluator(*checked, context).eval()));
  }
  require_sound(sink, source);
}

}  // namespace
}  // namespace kijun::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > kijun::fuzz::kMaxBytes) return 0;
  const kijun::diag::Source source("fuzz.cel", kijun::fuzz::input_text(data, size));
  kijun::fuzz::check_as_rule(source);
  kijun::fuzz::run_as_plain_cel(source);
  return 0;
}
