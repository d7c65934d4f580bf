#pragma once

#include <string>
#include <string_view>

namespace kijun::reports {

/// `text` with everything that XML 1.0 has no place for, or that disturbs who reads it (controls but line feed and tab,
/// directions, U+FFFE, U+FFFF, ill-formed bytes), as visible `\u{XXXX}`.
[[nodiscard]] std::string visible_text(std::string_view text);

}  // namespace kijun::reports
