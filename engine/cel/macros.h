#pragma once

#include <string_view>
#include <vector>

#include "engine/cel/syntax.h"

namespace kijun::cel {

/// Turns a call into a macro node when its name and shape are those of a macro (design section 4, langdef "Macros"), and
/// leaves it alone otherwise. Arguments that do not fit the macro are reported.
void expand_macro(TreeBuilder& tree, NodeId call, bool profile, SyntaxErrors& errors);

/// Names of the macros that follow a receiver; with `profile`, also the aggregates.
[[nodiscard]] std::vector<std::string_view> macro_names(bool profile);

}  // namespace kijun::cel
