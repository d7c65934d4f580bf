#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "engine/policy/pack.h"

namespace kijun::policy {

/// Whether an entry of `extends` names a pack (`pack:mcare@1`) rather than a file.
[[nodiscard]] bool is_pack_reference(std::string_view text);

/// The id in a reference, `mcare` of `pack:mcare@1`.
[[nodiscard]] std::string_view referenced_id(std::string_view reference);

/// How other packs and people name a pack: `pack:mcare@1`, by its id and the first number of its version.
[[nodiscard]] std::string pack_reference(const PackIndex& pack);

/// The `pack.toml` of the first of the context's pack folders that holds a folder of this id.
[[nodiscard]] std::optional<std::string> find_pack_file(std::string_view id, const LoadContext& context);

/// The pack a reference names: the first of the context's pack folders that holds a folder of its id. Its version has to
/// begin with the number behind the `@`. Mistakes go to the sink.
[[nodiscard]] std::optional<PackIndex> find_pack(const diag::EmbeddedText& reference, const LoadContext& context);

/// The edition of the named pack that serves every fiscal year of the ruleset with this `[ruleset]` table. Mistakes go to
/// the sink.
[[nodiscard]] std::optional<Edition> find_pack_edition(const diag::EmbeddedText& reference, const toml_doc::Table& head,
                                                       const LoadContext& context);

}  // namespace kijun::policy
