#pragma once

#include <string>
#include <string_view>

#include "engine/toml/document.h"

namespace kijun::toml_doc {

/// A text as people write it: within single quotes where it has quotes itself, over several lines where it has several.
[[nodiscard]] std::string readable_string(std::string_view text);

/// A key, quoted where it has to be.
[[nodiscard]] std::string key_text(std::string_view key);

/// A value as TOML, tables inline. It reads back as the same value.
[[nodiscard]] std::string value_text(const Value& value);

}  // namespace kijun::toml_doc
