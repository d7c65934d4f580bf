#pragma once

#include <string>

#include "engine/diag/registry.h"

namespace kijun::diag {

/// One diagnostic as `kijun explain` prints it: code, slug and level, the message and the hint without what a place
/// fills in, and its example. Ends with a newline.
[[nodiscard]] std::string reference_entry(const Registry& registry, const Definition& definition, Language language);

/// Every diagnostic as a Markdown page, by range and code.
[[nodiscard]] std::string reference_page(const Registry& registry, Language language);

}  // namespace kijun::diag
