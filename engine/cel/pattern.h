#pragma once

#include <string>

#include "engine/cel/value.h"

namespace kijun::cel {

/// `text.matches(pattern)`: RE2 syntax, found anywhere in the text. A bool, or an error for a pattern that does not
/// compile. Compiled patterns are kept per thread, so that a constant pattern compiles once.
[[nodiscard]] Value match_pattern(const std::string& text, const std::string& pattern);

}  // namespace kijun::cel
