#pragma once

#include <span>
#include <string_view>

#include "engine/base/language.h"

namespace kijun::cli {

/// What the schemas say about a key, beside what its reader says.
struct SchemaText {
  std::string_view path;      ///< Ends of paths it is for: `rule.title` is for `ruleset.rule.title`.
  LocalizedView description;  ///< For the editor's tooltip.
  std::string_view fragment;  ///< JSON Schema of a key whose value readers take in more than one form; else empty.
};

/// All of them, in no order of meaning.
[[nodiscard]] std::span<const SchemaText> schema_texts();

/// The text with the longest path that `path` ends in, or null. A section of an amendment is that of the file.
[[nodiscard]] const SchemaText* find_schema_text(std::string_view path);

}  // namespace kijun::cli
