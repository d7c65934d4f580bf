#pragma once

#include <string>
#include <string_view>

#include "engine/cel/value.h"

namespace kijun::cel {

/// The shortest decimal that reads back as the same double: `0.1`, `1`, `-0`, `1e+21`, `NaN`, `-Infinity`. Exponents
/// from -4 to 20 are written out.
[[nodiscard]] std::string double_text(double value);

/// RFC 3339 in UTC with as many digits of the second as needed: `2009-02-13T23:31:30.5Z`.
[[nodiscard]] std::string timestamp_text(const Timestamp& timestamp);

/// Decimal seconds: `123.321456789s`.
[[nodiscard]] std::string duration_text(const Duration& duration);

/// `text` between double quotes, with the escapes of a CEL string literal for quote, backslash and `\a \b \f \n \r \t \v`
/// (extension strings, `strings.quote`).
[[nodiscard]] std::string quoted_text(std::string_view text);

}  // namespace kijun::cel
