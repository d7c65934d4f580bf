#pragma once

#include <string_view>

#include "engine/diag/source.h"

namespace kijun::diag {

/// Where `part` first stands in a source.
[[nodiscard]] inline Span span_of(const Source& source, std::string_view part) {
  const std::size_t begin = source.text().find(part);
  return {&source, begin, begin + part.size()};
}

}  // namespace kijun::diag
