#pragma once

#include <span>
#include <string>
#include <string_view>

#include "engine/cel/functions.h"

namespace kijun::cel {

/// An operator as people write it (`&&`, `in`, `?:`), or the name of a function.
[[nodiscard]] std::string_view operator_text(FunctionId id);

/// A call with its operands in their places: `a + b`, `!a`, `c ? x : y`, `a[b]`, `a.contains(b)`, `date(a)`.
[[nodiscard]] std::string call_text(FunctionId id, bool receiver, std::span<const std::string> operands);

}  // namespace kijun::cel
