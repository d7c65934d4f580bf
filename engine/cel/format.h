#pragma once

#include <string>

#include "engine/cel/value.h"

namespace kijun::cel {

/// `pattern.format(arguments)` of extension strings: `%s %d %f %e %x %X %o %b %%`, a precision with `%f` and `%e`. A
/// string, or an error for an unknown clause, a missing argument or an argument of the wrong type.
[[nodiscard]] Value format_text(const std::string& pattern, const List& arguments);

/// The value as `%s` writes it: strings bare, lists in brackets, maps in braces sorted by key.
[[nodiscard]] std::string plain_text(const Value& value);

}  // namespace kijun::cel
