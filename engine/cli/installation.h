#pragma once

#include <string>

#include "engine/base/file_system.h"

namespace kijun::cli {

/// What was installed beside the program. Every path follows from that of the program, so that a tree can be moved.
struct Installation {
  std::string program;  ///< Absolute path; empty when unknown.
  std::string packs;    ///< The folder of the shipped packs; empty when there is none, as in a build tree.
  std::string schemas;  ///< The folder of the JSON Schemas; likewise.
  std::string manual;   ///< The folder of the manual's pages; likewise.
};

/// Looks for what belongs to the program at `program`.
[[nodiscard]] Installation find_installation(const std::string& program, FileSystem& files);

}  // namespace kijun::cli
