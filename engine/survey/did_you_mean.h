#pragma once

#include <optional>
#include <string>

#include "engine/base/language.h"

namespace kijun::survey {

/// The sentence that offers the nearest known word at the start of a hint, with the space that follows it; empty texts
/// when there is none.
[[nodiscard]] LocalizedText did_you_mean(const std::optional<std::string>& nearest);

}  // namespace kijun::survey
