#pragma once

#include <optional>
#include <span>
#include <string>

#include "engine/cel/functions.h"
#include "engine/cel/value.h"

namespace kijun::cel {

/// Operands of a call, receiver first. All have values: the caller has settled states before.
using Args = std::span<const Value>;

/// One strict function for all its overloads: the result, an error value, or nothing when no overload takes these
/// operands. Shared by both evaluators, which is how a node without a kernel falls back.
using Function = std::optional<Value> (*)(Args);

/// A function and its implementation.
struct FunctionEntry {
  FunctionId id = FunctionId::kUnknown;
  Function call = nullptr;
};

/// The implementations by theme. The operators that do not evaluate all their operands (`&&`, `||`, `?:`, `a.?b`), those
/// of optionals and the profile's functions over cells are the evaluator's own.
[[nodiscard]] std::span<const FunctionEntry> operator_functions();
[[nodiscard]] std::span<const FunctionEntry> container_functions();
[[nodiscard]] std::span<const FunctionEntry> conversion_functions();
[[nodiscard]] std::span<const FunctionEntry> string_functions();
[[nodiscard]] std::span<const FunctionEntry> encoding_functions();
[[nodiscard]] std::span<const FunctionEntry> list_functions();
[[nodiscard]] std::span<const FunctionEntry> math_functions();
[[nodiscard]] std::span<const FunctionEntry> time_functions();
[[nodiscard]] std::span<const FunctionEntry> date_functions();
[[nodiscard]] std::span<const FunctionEntry> decimal_functions();
[[nodiscard]] std::span<const FunctionEntry> optional_functions();

/// The implementation of a function, or null for those that are the evaluator's own.
[[nodiscard]] Function find_implementation(FunctionId id);

/// Calls a function on operands that have values; an error without a place when no overload fits.
[[nodiscard]] Value call_function(FunctionId id, Args args);

/// The error "no such overload" naming the function and the operands' types.
[[nodiscard]] Value no_such_overload(std::string_view name, Args args);

}  // namespace kijun::cel
