#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/language.h"
#include "engine/cli/session.h"
#include "engine/policy/pack.h"

namespace kijun::cli {

/// A subject of a survey whose verdict under a rule is another one in another ruleset.
struct ChangedVerdict {
  LocalizedText subject;
  std::string rule;
  LocalizedText before;
  LocalizedText after;
};

/// One ruleset to audit with: a pack and a file of it.
struct RulesetFile {
  const policy::Pack* pack = nullptr;
  std::string path;
  FileSystem* files = nullptr;  ///< Null: those of the session.
};

/// Audits a survey with both rulesets on its own day and lists every verdict that differs; of a rule that only one of
/// them has, those that are findings. Mistakes are printed; nothing comes back then.
[[nodiscard]] std::optional<std::vector<ChangedVerdict>> find_changed_verdicts(const RulesetFile& before,
                                                                               const RulesetFile& after,
                                                                               const std::string& survey,
                                                                               const Session& session);

}  // namespace kijun::cli
