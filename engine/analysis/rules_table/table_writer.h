#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/rules_table/table_reader.h"
#include "engine/diag/source.h"

namespace kijun::analysis {

/// The file of an edition with the edits of its table. A value that stands in this file is changed where it stands, a key
/// that its entry lacks is added behind its others, and a value that comes from another file is laid over in an
/// `[[override]]` (a parameter: in `[params]`). Comments, order and every other byte stay. Nothing comes back when the
/// file is no TOML.
[[nodiscard]] std::optional<std::string> write_table_edits(const diag::Source& edition,
                                                           const std::vector<TableEdit>& edits);

}  // namespace kijun::analysis
