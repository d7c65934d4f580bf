#pragma once

#include <string>
#include <string_view>

namespace kijun::reports {

/// The text of `fold_text`, read back by way of zlib; a failure of the test where it is damaged.
std::string unfolded_text(std::string_view folded);
/// A page with everything that is folded back in its place, as its script leaves it.
std::string unfolded_page(std::string page);

}  // namespace kijun::reports
