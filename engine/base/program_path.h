#pragma once

#include <string>

namespace kijun {

/// The absolute path of the running program, symbolic links followed; empty when the system does not tell. Without
/// `/proc` (an empty chroot) it is the path the program was started by.
[[nodiscard]] std::string program_path();

}  // namespace kijun
