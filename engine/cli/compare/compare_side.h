#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/audit/compare/result_table.h"
#include "engine/audit/plan.h"
#include "engine/cli/session.h"
#include "engine/policy/pack.h"
#include "engine/survey/series.h"

namespace kijun::cli {

/// What one side of a comparison was asked to be.
struct SideArguments {
  std::string data;   ///< A survey, a project's folder, or a result file.
  std::string rules;  ///< A pack, or a ruleset file; empty: that of `kijun.toml`.
  std::string as_of;
  std::string revision;
};

/// One side of a comparison, read: a result file, or all it takes to audit.
struct CompareSide {
  std::optional<audit::ResultTable> file;

  std::string survey;  ///< Its folder, or its survey.toml.
  std::string folder;  ///< The folder of either.
  std::optional<Date> revision;
  std::unique_ptr<policy::Pack> pack;
  std::vector<std::string> pack_folders;  ///< Where its `kijun.toml` looks for packs by name.
  std::string ruleset;                    ///< Path of the edition, or of the file that was named.
  bool is_named = false;  ///< The file was named: a draft, which need not have every rule that decisions are about.
  Date as_of;
  std::unique_ptr<survey::SurveySeries> series;  ///< Until it is audited.
  std::unique_ptr<audit::Plan> plan;             ///< Likewise.
};

/// Reads a side. A folder with a `kijun.toml` and no survey of its own is a project: what is not asked for is what that file
/// names. `options` are its options as the user writes them, for messages: "old" or "new". A ruleset file is
/// compiled against the pack beside it, else against that of `base_rules`. Mistakes are printed; nothing comes back then.
[[nodiscard]] std::optional<CompareSide> load_compare_side(const SideArguments& asked, const std::string& base_rules,
                                                           const std::string& which, Session& session);

}  // namespace kijun::cli
