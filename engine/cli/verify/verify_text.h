#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/cli/session.h"
#include "engine/cli/verify/byte_comparison.h"
#include "engine/cli/verify/difference.h"
#include "reports/provenance/provenance.h"

namespace kijun::cli {

/// The difference that the bytes of a report are.
[[nodiscard]] Difference describe(const ByteDifference& difference);

/// Prints that a report is what it says to be. Nothing when the session is quiet.
void print_same(const std::string& path, const reports::Provenance& provenance, std::size_t num_bytes,
                Session& session);

/// Prints every difference.
void print_differences(const std::string& path, const std::vector<Difference>& differences, Session& session);

}  // namespace kijun::cli
