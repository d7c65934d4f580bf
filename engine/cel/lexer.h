#pragma once

#include <vector>

#include "engine/cel/syntax_errors.h"
#include "engine/cel/token.h"

namespace kijun::cel {

/// Splits an expression into tokens by longest match; the last one is `kEnd`. Comments (`//`) and white space vanish.
/// Wrong characters are reported, and the token that was meant takes their place, so that the parser can go on. With
/// `profile`, identifiers are Unicode XID in NFC; otherwise ASCII.
[[nodiscard]] std::vector<Token> tokenize(const diag::EmbeddedText& text, bool profile, SyntaxErrors& errors);

}  // namespace kijun::cel
