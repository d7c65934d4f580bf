#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/analysis/rules_table/rules_table.h"
#include "engine/cli/inputs.h"

namespace kijun::cli {

/// A ruleset with its plan and table, which borrow from what stands before them.
struct LoadedTable {
  LoadedRuleset loaded;
  std::unique_ptr<audit::Plan> plan;
  analysis::RulesTable table;
};

/// A ruleset file of a pack as a table. Mistakes are printed; null then.
[[nodiscard]] std::unique_ptr<LoadedTable> load_table(const policy::Pack& pack, const std::string& path, Date as_of,
                                                      Session& session);

}  // namespace kijun::cli
