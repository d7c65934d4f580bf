#include "engine/cli/rules_table/loaded_table.h"

#include <utility>

namespace kijun::cli {

std::unique_ptr<LoadedTable> load_table(const policy::Pack& pack, const std::string& path, Date as_of,
                                        Session& session) {
  std::optional<LoadedRuleset> loaded = load_merged(pack, path, as_of, session);
  if (!loaded) return nullptr;
  auto made = std::make_unique<LoadedTable>(LoadedTable{std::move(*loaded), nullptr, {}});
  made->plan = audit::make_plan(made->loaded.ruleset, pack.vocabulary, session.sink);
  if (session.print_diagnostics() || made->plan == nullptr) return nullptr;
  made->table = analysis::make_rules_table(made->loaded.merged, *made->plan, as_of);
  return made;
}

}  // namespace kijun::cli
