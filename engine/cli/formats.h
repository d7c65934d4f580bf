#pragma once

#include <span>
#include <string_view>

#include "reports/model/format.h"

namespace kijun::cli {

/// Every report format, in the order help lists them. The first is what a terminal shows.
[[nodiscard]] std::span<const reports::Format> formats();

/// The format of a name, or null.
[[nodiscard]] const reports::Format* find_format(std::string_view name);

}  // namespace kijun::cli
