#pragma once

#include <cstddef>
#include <string>

namespace kijun::reports {

/// The plural of a regular English noun: municipality → municipalities, shelter → shelters.
[[nodiscard]] std::string plural(const std::string& noun);

/// "1 question", "3 questions".
[[nodiscard]] std::string counted(std::size_t number, const std::string& noun);

}  // namespace kijun::reports
