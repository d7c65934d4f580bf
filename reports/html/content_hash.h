#pragma once

#include <string>
#include <string_view>

namespace kijun::reports {

/// `'sha256-…'` of an inline style or script as a Content-Security-Policy names it (CSP Level 3, hash-source).
[[nodiscard]] std::string csp_hash(std::string_view content);

}  // namespace kijun::reports
