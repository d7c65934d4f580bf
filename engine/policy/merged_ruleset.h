#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/date.h"
#include "engine/policy/pack.h"
#include "engine/policy/ruleset.h"
#include "engine/toml/document.h"
#include "engine/toml/shape.h"

namespace kijun::policy {

/// One `[[rule]]`, `[[condition]]` … after every file has had its say. Each entry keeps the place it was written at.
struct MergedEntry {
  std::string id;
  diag::Span id_span;
  toml_doc::Table table;
  diag::Span span;
};

/// A ruleset as TOML after the merge law, before it is read into the model.
struct MergedRuleset {
  std::vector<toml_doc::Value> heads;  ///< `[ruleset]` of every file, the outermost last.
  std::vector<MergedEntry> rules;
  std::vector<MergedEntry> conditions;
  std::vector<MergedEntry> groups;
  std::vector<MergedEntry> indicators;
  std::vector<MergedEntry> band_sets;
  std::vector<MergedEntry> bases;
  std::vector<MergedEntry> topics;
  std::vector<MergedEntry> actors;
  toml_doc::Table params;
  std::vector<Disabled> disabled;
  std::vector<AmendmentNote> amendments;
  std::vector<RulesetFile> files;
};

/// Reads `path` and everything it extends and lays them over each other; amendments effective on `as_of` last, those of
/// another pack before the files that extend it. Amendments still to come are laid over a copy, so that their mistakes
/// show now. Mistakes go to the sink; nothing comes back when one is an error.
[[nodiscard]] std::optional<MergedRuleset> merge_ruleset(const std::string& path, Date as_of,
                                                         const LoadContext& context);

/// Writes down which tables a ruleset may hold, with the keys that merging itself reads.
void describe_sections(toml_doc::Shape& shape);

}  // namespace kijun::policy
