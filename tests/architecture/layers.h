#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/architecture/source_tree.h"

namespace kijun::architecture {

/// One `#include` line.
struct Include {
  std::string target;  ///< What stands between the quotes or angle brackets.
  std::size_t line = 0;
  bool is_quoted = false;
};

/// The includes of a C++ file in order.
[[nodiscard]] std::vector<Include> includes_of(const SourceFile& file);

/// The module of a path: "base" for `engine/base/…`, "reports/html" for `reports/html/…`, otherwise empty.
[[nodiscard]] std::string module_of(std::string_view path);

/// Includes of engine/ and reports/ that the layer table does not allow, files of modules that it does not know, and
/// quoted includes that are not root-relative paths of the repository.
[[nodiscard]] Violations check_include_edges(const std::vector<SourceFile>& files);

/// Includes of the public headers (engine/library/include/) beside the standard library, tl::expected and each other.
[[nodiscard]] Violations check_public_includes(const std::vector<SourceFile>& files);

/// Cycles among the includes of engine/ and reports/, each once.
[[nodiscard]] Violations check_include_cycles(const std::vector<SourceFile>& files);

/// Libraries and calls of engine/ and reports/ outside the one folder that may use them.
[[nodiscard]] Violations check_confined_uses(const std::vector<SourceFile>& files);

}  // namespace kijun::architecture
