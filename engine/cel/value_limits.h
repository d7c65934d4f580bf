#pragma once

#include <cstddef>
#include <string>
#include <utility>

#include "engine/cel/value.h"

namespace kijun::cel {

// How large a value may become that an expression makes. Without a limit a short expression fills any memory:
// `t.replace("a", t)` squares a length. What is read from a survey has no limit here.

inline constexpr std::size_t kMaxTextBytes = std::size_t{1} << 24;     ///< Of a text or bytes: 16 MiB.
inline constexpr std::size_t kMaxListElements = std::size_t{1} << 20;  ///< A million.
inline constexpr std::size_t kMaxListBytes = std::size_t{1} << 28;     ///< Of the texts a macro puts into one list.

/// The error "value_too_large".
[[nodiscard]] inline Value text_too_large() {
  return Value::error("value_too_large", "the text would be longer than 16 MiB");
}
/// The same for a list.
[[nodiscard]] inline Value list_too_large() {
  return Value::error("value_too_large", "the list would have more than 1,048,576 elements or 256 MiB of text");
}

/// The value, or the error when it is larger than a function may make it.
[[nodiscard]] inline Value within_limits(Value value) {
  if (const auto* text = value.as<std::string>()) {
    if (text->size() > kMaxTextBytes) return text_too_large();
  } else if (const auto* bytes = value.as<Bytes>()) {
    if (bytes->data.size() > kMaxTextBytes) return text_too_large();
  } else if (const List* list = value.as_list()) {
    if (list->size() > kMaxListElements) return list_too_large();
  }
  return value;
}

}  // namespace kijun::cel
