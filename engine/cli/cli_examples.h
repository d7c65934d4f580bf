#pragma once

#include <array>

#include "engine/cli/cli_diagnostics.h"
#include "engine/diag/example.h"

namespace kijun::cli {

/// A wrong and a right text for each diagnostic of cli_diagnostics.h.
inline constexpr std::array kExamples{
    diag::Example{&kFileInTheWay, diag::ExamplePlace::kCommand, "kijun init old", "kijun init new"},
    diag::Example{&kNoReport, diag::ExamplePlace::kCommand, "kijun verify notes.txt", "kijun verify report.json"},
    diag::Example{&kReportCut, diag::ExamplePlace::kCommand, "kijun verify cut.json", "kijun verify report.json"},
    diag::Example{&kNoProvenance, diag::ExamplePlace::kCommand, "kijun verify not-run.sarif",
                  "kijun verify report.json"},
    diag::Example{&kUnknownProvenance, diag::ExamplePlace::kCommand, "kijun verify newer.json",
                  "kijun verify report.json"},
    diag::Example{&kBrokenProvenance, diag::ExamplePlace::kCommand, "kijun verify edited.json",
                  "kijun verify report.json"},
};

}  // namespace kijun::cli
