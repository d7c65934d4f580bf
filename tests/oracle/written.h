#pragma once

#include <fmt/format.h>

#include <string>
#include <utility>

namespace kijun::oracle {

/// Text made like that of `fmt::format`. Braces evaluate their parts from left to right, which the arguments of a
/// function are not: so every compiler reads the same choices in the same order, and a saved tape means the same.
struct Written {
  template <class... Parts>
  explicit Written(fmt::format_string<Parts...> format, Parts&&... parts)
      : text(fmt::format(format, std::forward<Parts>(parts)...)) {}
  operator std::string() && { return std::move(text); }  // NOLINT(google-explicit-constructor): it is only a text

  std::string text;
};

}  // namespace kijun::oracle
