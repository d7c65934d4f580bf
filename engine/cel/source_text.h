#pragma once

#include <string>

#include "engine/cel/value.h"

namespace kijun::cel {

/// The value as an expression that gives it: `"a"`, `5u`, `1.0`, `double("NaN")`, `timestamp("…")`, `[1, {"a": null}]`,
/// `optional.of(1)`, `int` for a type, `self` for a record. Control characters are escaped. A state that is no value is
/// given by name.
[[nodiscard]] std::string source_text(const Value& value);

}  // namespace kijun::cel
