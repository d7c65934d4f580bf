#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/policy/confirm_basis.h"
#include "engine/policy/pack.h"
#include "engine/policy/ruleset.h"

namespace kijun::policy {

/// A new edition laid over an earlier one, and what is left for the analyst to decide.
struct NextEdition {
  std::vector<FileChange> files;         ///< The edition, its survey form where the earlier one has one, and pack.toml.
  std::vector<LocalizedText> decisions;  ///< One thing each, in the order of the new file.
};

/// What scaffolding works from.
struct NextEditionRequest {
  const Pack& pack;
  const Edition& earlier;
  const Ruleset& ruleset;       ///< The earlier edition, resolved.
  const MergedRuleset& merged;  ///< The same with places.
  int from_year = 0;            ///< The first fiscal year of the new edition; it serves as many as the earlier one.
};

/// Makes the files of a new edition, a draft that extends the earlier one: its dates moved on, its bases unconfirmed. The
/// failure is a pack.toml or a form that cannot be read.
[[nodiscard]] Result<NextEdition> make_next_edition(const NextEditionRequest& request, FileSystem& files);

}  // namespace kijun::policy
