#pragma once

#include "engine/diag/registry.h"

namespace kijun::cli {

/// Every diagnostic of every module.
[[nodiscard]] const diag::Registry& diagnostics();

}  // namespace kijun::cli
