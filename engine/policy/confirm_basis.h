#pragma once

#include <optional>
#include <string>

#include "engine/policy/merged_ruleset.h"

namespace kijun::policy {

/// Who compared a basis with the primary text, and when.
struct Confirmation {
  std::string by;
  Date on;
};

/// A file as it has to stand.
struct FileChange {
  std::string path;
  std::string text;
};

/// The file of a basis with its `status` confirmed and the confirmation behind it; every other byte is as before. Nothing
/// comes back for a basis without a `status` (then the ruleset does not load either).
[[nodiscard]] std::optional<FileChange> confirm_basis(const MergedEntry& basis, const Confirmation& confirmation);

}  // namespace kijun::policy
