#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "engine/diag/diagnostic.h"

namespace kijun::fuzz {

/// The input as text; its bytes need not be UTF-8.
[[nodiscard]] std::string input_text(const std::uint8_t* data, std::size_t size);

/// Stops the program unless every diagnostic lies inside `source` and is worded, and the first can be shown.
void require_sound(const diag::Sink& sink, const diag::Source& source);

}  // namespace kijun::fuzz
