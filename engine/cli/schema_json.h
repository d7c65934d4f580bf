#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/language.h"
#include "engine/toml/shape.h"

namespace kijun::cli {

/// A kind of TOML file that people write.
struct SchemaKind {
  std::string_view id;  ///< Names the schema: `<id>.schema.json`.
  LocalizedView title;
  void (*describe)(toml_doc::Shape& shape);
};

/// Every kind of file there is a schema for.
[[nodiscard]] std::span<const SchemaKind> schema_kinds();

/// The JSON Schema (draft 4, as editors of TOML read it) of a kind of file, made of what its reader asks for. Ends with
/// a line end.
[[nodiscard]] std::string schema_json(const SchemaKind& kind);

/// The paths of all keys of a kind of file (`ruleset.rule.title`), in the order of the reader.
[[nodiscard]] std::vector<std::string> schema_paths(const SchemaKind& kind);

}  // namespace kijun::cli
