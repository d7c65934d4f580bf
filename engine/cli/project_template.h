#pragma once

#include <span>
#include <string_view>

namespace kijun::cli {

/// A file of `project_template/`, embedded at build time. In path and text `@pack@` and `@prefecture@` stand for the ids
/// of the project's pack and register.
struct TemplateFile {
  std::string_view path;
  std::string_view text;
};

/// The files of a new project in the order of their paths, without those that kijun works out.
[[nodiscard]] std::span<const TemplateFile> project_template();

}  // namespace kijun::cli
