#pragma once

#include <memory>

#include "engine/base/file_system.h"

namespace kijun::api {

/// The machine's files, each read as a whole. The command line leaves large files where they are; a file that is cut short
/// meanwhile would then end the process, and that is not a library's to do.
[[nodiscard]] std::unique_ptr<FileSystem> open_whole_files();

}  // namespace kijun::api
