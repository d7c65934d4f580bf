#pragma once

#include <optional>

#include "engine/cel/checked_expr.h"
#include "engine/cel/environment.h"
#include "engine/cel/parser.h"
#include "engine/diag/diagnostic.h"

namespace kijun::cel {

/// Resolves every name and gives every node a type. Unknown names, wrong enum values, operators without an overload and
/// bad constants (patterns, dates) are reported (KJ3xxx) at their byte-exact place with the fix as the hint. Nothing
/// comes back when one was an error.
[[nodiscard]] std::optional<CheckedExpr> check(Ast ast, const diag::EmbeddedText& text, const Environment& environment,
                                               diag::Sink& sink);

/// `check`, and the expression's type must fit `expected` unless that is null.
[[nodiscard]] std::optional<CheckedExpr> check_as(Ast ast, const diag::EmbeddedText& text,
                                                  const Environment& environment, const Type* expected,
                                                  diag::Sink& sink);

/// `parse` and `check` in one, and the expression's type must fit `expected` (`kDyn` fits all).
[[nodiscard]] std::optional<CheckedExpr> compile(const diag::EmbeddedText& text, const Environment& environment,
                                                 const Type& expected, diag::Sink& sink);

/// Resolves names as `check` does but refuses nothing: what is wrong becomes an error when it is evaluated. For the
/// conformance cases that switch the checker off.
[[nodiscard]] CheckedExpr resolve_unchecked(Ast ast, const diag::EmbeddedText& text, const Environment& environment);

}  // namespace kijun::cel
