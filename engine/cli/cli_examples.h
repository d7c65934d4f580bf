#pragma once

#include <array>

#include "engine/cli/cli_diagnostics.h"
#include "engine/diag/example.h"

namespace kijun::cli {

/// A wrong and a right text for each diagnostic of cli_diagnostics.h.
inline constexpr std::array kExamples{
    diag::Example{&kFileInTheWay, diag::ExamplePlace::kCommand, "kijun init old", "kijun init new"},
};

}  // namespace kijun::cli
