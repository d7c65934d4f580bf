#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/cli/session.h"

namespace kijun::cli {

/// The ids of a new project.
struct ProjectIds {
  std::string pack;        ///< Of the rule pack and its folder below `rules`.
  std::string prefecture;  ///< Of the register and its folder below `data`.
};

/// The files of a new project that audits, tests and lints as it is: the template with its ids, the schemas its files
/// name, the lock of its rules and the baseline of its answers. Paths are relative to the project. A template that does
/// not load is a bug of ours; it is printed and gives nothing.
[[nodiscard]] std::optional<std::vector<NewFile>> make_new_project(const ProjectIds& ids, const Session& session);

}  // namespace kijun::cli
