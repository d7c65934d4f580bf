#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kijun::reports {

/// `text` as it is, or its first `max` code points with "…" behind them.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t max);

/// Text of people for a reader's screen: controls and directions visible (`escape_controls`), shortened to `max` code
/// points.
[[nodiscard]] std::string inert_text(std::string_view text, std::size_t max);

}  // namespace kijun::reports
