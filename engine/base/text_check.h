#pragma once

#include <string_view>

namespace kijun {

/// True when `text` is well-formed UTF-8 without any NUL. A long text is looked at by all processors.
[[nodiscard]] bool is_clean_utf8(std::string_view text);

}  // namespace kijun
