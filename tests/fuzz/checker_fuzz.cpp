// Any bytes as a rule about the records and the zones of a small survey: what checks has a type and a meaning for every
// part, and its value has the type that was promised.

#include <algorithm>

#include "engine/base/assert.h"
#include "engine/cel/checker.h"
#include "engine/cel/compare.h"
#include "engine/cel/evaluator.h"
#include "tests/fuzz/fuzz_input.h"
#include "tests/oracle/oracle_case.h"

namespace kijun::fuzz {
namespace {

using cel::Type;
using cel::TypeKind;

// Nested macros multiply; three of them over lists that fit the text stay quick.
constexpr std::size_t kMaxBytes = 1'000;
constexpr std::ptrdiff_t kMostMacros = 3;
constexpr std::uint32_t kSurveySeed = 2;

/// A survey with every type of field, declared once.
struct Rules {
  oracle::OracleCase over = oracle::generate_evaluator_survey(kSurveySeed);
  std::unique_ptr<exec::Expressions> expressions = oracle::prepare(over);
};

/// True when a value of the type at run time is one of the static type. The profile's enums are strings.
bool is_of(const cel::Value& value, const Type& type) {
  switch (type.kind) {
    case TypeKind::kDyn:
    case TypeKind::kParam:
      return true;
    case TypeKind::kEnum:
      return value.as<std::string>() != nullptr;
    case TypeKind::kRecord:
    case TypeKind::kGroup:
      return value.as<cel::RecordRef>() != nullptr;
    case TypeKind::kList: {
      const cel::List* list = value.as_list();
      return list != nullptr &&
             std::ranges::all_of(*list, [&](const cel::Value& element) { return is_of(element, type.params.front()); });
    }
    default:
      return cel::runtime_type(value).kind == type.kind;
  }
}

void require_resolved(const cel::CheckedExpr& expr) {
  KIJUN_ASSERT(expr.types.size() == expr.ast.nodes.size() && expr.references.size() == expr.ast.nodes.size());
  KIJUN_ASSERT(expr.type().kind != TypeKind::kError);
}

void check(const diag::Source& source, const cel::EvalContext& context, table::SpaceId space) {
  cel::Environment environment;
  environment.profile = context.profile;
  environment.space = space;
  diag::Sink sink;
  const auto expr = cel::compile(diag::EmbeddedText::whole(source), environment, Type::of(TypeKind::kDyn), sink);
  KIJUN_ASSERT(expr.has_value() != sink.has_errors());
  require_sound(sink, source);
  if (!expr) return;
  require_resolved(*expr);
  const auto is_macro = [](const cel::Node& node) { return node.kind == cel::NodeKind::kMacro; };
  if (std::count_if(expr->ast.nodes.begin(), expr->ast.nodes.end(), is_macro) > kMostMacros) return;
  const cel::Value value = cel::Evaluator(*expr, context, {0, {space, 0}}).eval();
  KIJUN_ASSERT(!value.has_value() || is_of(value, expr->type()));
}

}  // namespace
}  // namespace kijun::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kijun;
  static const fuzz::Rules rules;
  if (size > fuzz::kMaxBytes) return 0;
  const diag::Source source("fuzz.cel", fuzz::input_text(data, size));
  const cel::EvalContext context = rules.expressions->context();
  fuzz::check(source, context, table::kRecordSpace);
  fuzz::check(source, context, table::group_space(table::kZoneGroup));
  return 0;
}
