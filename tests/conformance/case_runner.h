#pragma once

#include <optional>
#include <string>

#include "tests/conformance/case_reader.h"

namespace kijun::conformance {

/// The same type and the same value: an int is no double, `-0` is not `0`, any NaN is any NaN, maps have no order.
[[nodiscard]] bool is_same(const cel::Value& a, const cel::Value& b);

/// Parses, checks and evaluates a case as plain CEL. Nothing when it meets its expectation, else what came instead.
[[nodiscard]] std::optional<std::string> run_case(const Case& test);

}  // namespace kijun::conformance
