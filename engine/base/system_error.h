#pragma once

#include "engine/base/language.h"

namespace kijun {

/// What an `errno` value says, for a person.
[[nodiscard]] LocalizedText system_error_text(int error);

}  // namespace kijun
