#pragma once

#include <cstddef>

#include "engine/survey/answer_file.h"

namespace kijun::survey {

/// True when the codes of all subjects that a file lists are known to differ, because their hashes do.
[[nodiscard]] bool codes_differ(const AnswerFile& answers, std::size_t code_cell);

}  // namespace kijun::survey
