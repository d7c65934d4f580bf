#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace kijun::audit {

/// A document of ours. Fails with the line that is not JSON, or when it nests deeper than any of ours.
[[nodiscard]] Result<nlohmann::ordered_json> parse_json(std::string_view text);

/// A member that is text; empty where there is none.
[[nodiscard]] std::string text_or_empty(const nlohmann::ordered_json& json, const char* key);

}  // namespace kijun::audit
