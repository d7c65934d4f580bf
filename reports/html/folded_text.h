#pragma once

#include <string>
#include <string_view>

namespace kijun::reports {

/// A text as a folded page holds it: deflated (zlib, RFC 1950), in base64. Browsers read it as the format `deflate` of
/// `DecompressionStream`. The same text gives the same bytes; those of another deflater than zlib may be others.
[[nodiscard]] std::string fold_text(std::string_view text);

}  // namespace kijun::reports
