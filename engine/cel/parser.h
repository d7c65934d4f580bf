#pragma once

#include <optional>

#include "engine/cel/ast.h"
#include "engine/diag/diagnostic.h"
#include "engine/diag/embedded_text.h"

namespace kijun::cel {

/// What the parser accepts and how much of it.
struct ParseOptions {
  bool profile = true;            ///< Unicode identifiers and aggregate macros; off for plain CEL (conformance).
  std::uint32_t max_depth = 250;  ///< Nesting of the tree; beyond it a diagnostic, never a stack overflow.
  std::size_t max_bytes = 100'000;
};

/// Parses one expression and expands nothing but what the grammar demands: macros become `kMacro` nodes. Syntax errors
/// (KJ2xxx) are reported with their place inside `text`'s file; the parser recovers and reports up to thirty. Nothing
/// comes back when one was an error.
[[nodiscard]] std::optional<Ast> parse(const diag::EmbeddedText& text, const ParseOptions& options, diag::Sink& sink);

}  // namespace kijun::cel
