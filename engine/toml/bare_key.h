#pragma once

#include "engine/base/ascii.h"

namespace kijun::toml_doc {

/// True for what a key without quotes is made of (TOML 1.0, "Keys").
[[nodiscard]] constexpr bool is_bare_key_byte(char c) { return is_alphanumeric(c) || c == '_' || c == '-'; }

}  // namespace kijun::toml_doc
