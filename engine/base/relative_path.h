#pragma once

#include <string>
#include <string_view>

namespace kijun {

/// The way from a folder to a path: `/a/b` and `/a/c/d` give `../c/d`, and a folder to itself `.`. Both are folded
/// (`join_path`), and absolute or relative to the same folder.
[[nodiscard]] std::string relative_path(std::string_view folder, std::string_view path);

/// True when a relative path leads out of the folder it starts from.
[[nodiscard]] bool leads_out(std::string_view relative);

}  // namespace kijun
