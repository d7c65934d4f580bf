#include <vector>

#include "engine/base/utf8.h"
#include "engine/exec/kernels/kernel.h"
#include "engine/exec/kernels/row_loop.h"

// Predicates over enum answers run once per value of the domain and are then looked up by code. The compiler leaves an
// enum as the first argument only beside a constant; in every other place it has become a string.

namespace kijun::exec {
namespace {

/// Whether the first argument is an enum, so that `domain_table` applies.
bool over_domain(const Call& call) { return call.arg_code(0).kind == ValueKind::kEnum; }

/// `compute(text)` for every value of the first argument's domain.
template <class Compute>
auto domain_table(const Call& call, Compute&& compute) {
  const auto& values = call.arg_code(0).domain->values;
  std::vector<std::int64_t> table;
  table.reserve(values.size());
  for (const table::EnumValue& value : values)
    table.push_back(static_cast<std::int64_t>(compute(std::string_view(value.id))));
  return table;
}

/// A predicate of a text and a part of it.
template <class Test>
void text_test(Call& call, Test&& test) {
  const Vector& text = call.arg(0);
  const Vector& part = call.arg(1);
  if (over_domain(call)) {
    const bool has_part = part.states.get(0) == cel::State::kTrue;
    const auto table =
        domain_table(call, [&](std::string_view value) { return has_part && test(value, part.strings[0]); });
    strict_bools(call, [&](std::size_t i) { return table[text.codes[i]] != 0; });
    return;
  }
  strict_bools(call, [&](std::size_t i) { return test(text.strings[i], part.strings[i]); });
}

bool matches(std::string_view text, const RE2& pattern) {
  return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), pattern);
}

}  // namespace

void eval_enum_text(Call& call) {
  const Vector& operand = call.arg(0);
  const auto& values = call.arg_code(0).domain->values;
  std::string_view* out = call.out.make_strings(call.size());
  strict_values(call, [&](std::size_t i) {
    const std::uint32_t code = operand.codes[i];
    if (code < values.size()) out[i] = values[code].id;
    return code < values.size();
  });
}

void eval_size(Call& call) {
  const Vector& operand = call.arg(0);
  std::int64_t* out = call.out.make_ints(call.size());
  const auto length = [](std::string_view text) { return static_cast<std::int64_t>(count_code_points(text)); };
  if (over_domain(call)) {
    const auto table = domain_table(call, length);
    strict_values(call, [&](std::size_t i) {
      out[i] = table[operand.codes[i]];
      return true;
    });
    return;
  }
  const bool is_list = call.arg_code(0).kind == ValueKind::kList;
  strict_values(call, [&](std::size_t i) {
    out[i] = is_list ? static_cast<std::int64_t>(operand.lists[i].size()) : length(operand.strings[i]);
    return true;
  });
}

void eval_starts_with(Call& call) {
  text_test(call, [](std::string_view text, std::string_view part) { return text.starts_with(part); });
}

void eval_ends_with(Call& call) {
  text_test(call, [](std::string_view text, std::string_view part) { return text.ends_with(part); });
}

void eval_contains(Call& call) {
  text_test(call,
            [](std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; });
}

void eval_matches(Call& call) {
  const RE2* pattern = call.prepared.pattern.get();
  if (pattern == nullptr || !pattern->ok()) {  // the pattern has no value, which decides, or it is no pattern: an error
    strict_values(call, [](std::size_t) { return false; });
    return;
  }
  text_test(call, [pattern](std::string_view text, std::string_view) { return matches(text, *pattern); });
}

}  // namespace kijun::exec
