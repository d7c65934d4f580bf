#pragma once

#include <span>
#include <vector>

#include "engine/cel/functions.h"
#include "engine/cel/type.h"

namespace kijun::cel {

/// One way to call a function: operand types and result, the receiver first. Type parameters are `kParam`.
struct Overload {
  bool receiver = false;
  bool profile = false;  ///< Only in the rule profile.
  std::vector<Type> params;
  Type result;
};

/// All overloads of a function, in the order they are tried. Empty for functions with rules of their own
/// (`math.greatest`, `answered` …).
[[nodiscard]] std::span<const Overload> overloads_of(FunctionId id);

/// The overload as a hint writes it: `int + int`, `string.contains(string)`, `date(int, int, int)`.
[[nodiscard]] std::string overload_text(FunctionId id, const Overload& overload);

}  // namespace kijun::cel
