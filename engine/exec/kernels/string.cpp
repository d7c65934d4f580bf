#include <vector>

#include "engine/base/utf8.h"
#include "engine/exec/kernels/enum_test.h"
#include "engine/exec/kernels/kernel.h"
#include "engine/exec/kernels/text_test.h"
#include "engine/exec/text/text_search.h"

// Predicates over enum answers have run once per value of the domain (`prepare`) and are looked up by code. The compiler
// leaves an enum as the first argument only beside a constant; in every other place it has become a string.

namespace kijun::exec {
namespace {

bool is_enum(const Call& call) { return call.arg_code(0).kind == ValueKind::kEnum; }

std::int64_t length(std::string_view text) { return static_cast<std::int64_t>(count_code_points(text)); }

/// A predicate of a text and a part of it.
template <class Test>
void part_test(Call& call, Test&& test) {
  const Vector& text = call.arg(0);
  const Vector& part = call.arg(1);
  if (is_enum(call)) return enum_test(call);
  if (part.is_scalar() && !text.is_scalar() && part.states.get(0) == cel::State::kTrue) {
    const std::string_view constant = part.text(0);
    text_test(call, 0, [&](std::string_view one) { return test(one, constant); });
  } else {
    strict_bools(call, [&](std::size_t i) { return test(text.text(i), part.text(i)); });
  }
}

}  // namespace

bool part_of_text(Op op, std::string_view text, std::string_view part) {
  if (op == Op::kStartsWith) return text.starts_with(part);
  return op == Op::kEndsWith ? text.ends_with(part) : contains(text, part);
}

void eval_enum_text(Call& call) {
  const Vector& operand = call.arg(0);
  const std::vector<std::string_view>& ids = call.prepared.dictionary;
  call.out.dictionary = &ids;
  call.out.codes = operand.codes;
  call.out.index_mask = operand.index_mask;
  strict_bools(call, [&](std::size_t i) { return operand.code_at(i) < ids.size(); });
  false_is_error(call.out.states);
}

void eval_size(Call& call) {
  const Vector& operand = call.arg(0);
  std::int64_t* out = call.out.make_ints(call.size());
  if (is_enum(call)) {
    const auto& values = call.arg_code(0).domain->values;
    strict_values(call, [&](std::size_t i) {
      out[i] = length(values[operand.code_at(i)].id);
      return true;
    });
    return;
  }
  const bool is_list = call.arg_code(0).kind == ValueKind::kList;
  strict_values(call, [&](std::size_t i) {
    out[i] = is_list ? static_cast<std::int64_t>(operand.lists[i].size()) : length(operand.text(i));
    return true;
  });
}

void eval_starts_with(Call& call) {
  part_test(call, [](std::string_view text, std::string_view part) { return text.starts_with(part); });
}

void eval_ends_with(Call& call) {
  part_test(call, [](std::string_view text, std::string_view part) { return text.ends_with(part); });
}

void eval_contains(Call& call) { part_test(call, contains); }

void eval_matches(Call& call) {
  const TextPattern* pattern = call.prepared.pattern.get();
  if (pattern == nullptr || !pattern->ok()) {  // the pattern has no value, which decides, or it is no pattern: an error
    strict_values(call, [](std::size_t) { return false; });
    return;
  }
  if (is_enum(call)) return enum_test(call);
  text_test(call, 0, [pattern](std::string_view text) { return pattern->matches(text); });
}

}  // namespace kijun::exec
