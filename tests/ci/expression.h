#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace kijun::ci {

/// What a name like `inputs.project` stands for; empty for nothing.
using Context = std::function<std::string(std::string_view name)>;

/// The value of an expression of GitHub Actions, as far as the files of this repository go: names, 'texts', `!`, `==`, `!=`,
/// `&&`, `||` and functions without arguments, which the context knows as `cancelled()`. True is "true", and what is empty or
/// "false" is not. Fails the test on anything else.
[[nodiscard]] std::string evaluate(std::string_view expression, const Context& context);

/// A text with every `${{ … }}` in it replaced.
[[nodiscard]] std::string interpolate(std::string_view text, const Context& context);

/// Whether a value counts as true.
[[nodiscard]] bool is_true(std::string_view value);

}  // namespace kijun::ci
