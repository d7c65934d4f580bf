#pragma once

#include <string>
#include <vector>

#include "engine/base/file_system.h"
#include "engine/base/result.h"

namespace kijun {

/// `FileSystem::create` on the machine's files. A folder that is missing appears with all its files at once; in one that
/// is there, what has been made is taken back when a file cannot be made.
[[nodiscard]] Status create_files(const std::string& folder, const std::vector<NewFile>& files);

}  // namespace kijun
