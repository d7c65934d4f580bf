#pragma once

#include <optional>

#include "engine/cel/value.h"

namespace kijun::cel {

/// `container[key]` of a list or map: the element, an error when it is not there, or nothing when there is no such
/// overload. A list takes any number without a fraction; map keys compare across number types.
[[nodiscard]] std::optional<Value> element_at(const Value& container, const Value& key);

/// `container[?key]`: the element as an optional, none when it is not there.
[[nodiscard]] std::optional<Value> select_optional(const Value& container, const Value& key);

}  // namespace kijun::cel
