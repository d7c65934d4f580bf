#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "engine/diag/source.h"
#include "engine/toml/document.h"

namespace kijun::toml_doc {

/// A key or table that is defined although it was already.
struct Conflict {
  std::string path;   ///< The key as written in full: "rule.id".
  diag::Span first;   ///< Where it was defined before.
  diag::Span second;  ///< Where it is defined again.
};

/// The structure of a document: keys, tables and strings with their places, in the order of the file. Other scalars
/// have a place but no value yet.
struct Outline {
  Table root;
  std::optional<Conflict> conflict;  ///< The first one; what follows it was not read.
};

/// Reads the structure of a document whose syntax the parser has accepted up to `limit` (bytes), except that it may
/// define something twice. Text beyond the parser's acceptance gives some structure, never a crash.
[[nodiscard]] Outline read_outline(const diag::Source& source, std::size_t limit);

}  // namespace kijun::toml_doc
