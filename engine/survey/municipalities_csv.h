#pragma once

#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/survey/register.h"

namespace kijun::survey {

/// Reads municipalities.csv: every code with its check digit, kinds, zones (against `zones`), dates and successors.
/// Mistakes go to the sink (KJ40xx, KJ41xx); sound records come back in order of the file.
[[nodiscard]] std::vector<Municipality> load_municipalities(const diag::Source& source, const std::vector<Zone>& zones,
                                                            diag::Sink& sink);

}  // namespace kijun::survey
