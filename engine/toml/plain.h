#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "engine/base/date.h"

namespace kijun::toml_doc {

/// True for a document of plain TOML: bare keys; headers without dotted white space; strings whose escapes are the short
/// ones; whole and simple decimal numbers, truth values and dates; arrays and inline tables of these. Its syntax is then
/// valid TOML 1.0; whether it defines something twice is left to the outline. False says nothing about validity.
/// `text` is well-formed UTF-8 without a byte order mark.
[[nodiscard]] bool is_plain(std::string_view text);

/// A number, truth value or date of a plain document.
using PlainScalar = std::variant<std::int64_t, double, bool, Date>;

/// What a literal of a plain document means, or nothing when it is none of these or not plain.
[[nodiscard]] std::optional<PlainScalar> read_plain_scalar(std::string_view literal);

}  // namespace kijun::toml_doc
