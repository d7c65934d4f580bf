#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace kijun::architecture {

/// A text file of the repository.
struct SourceFile {
  std::string path;  ///< Relative to the root, with slashes.
  std::string text;
};

/// What a check found wrong, one sentence each, starting with the place. Empty when all is well.
using Violations = std::vector<std::string>;

/// Every text file below `root` in the order of their paths, without `build`, `.git` and files that hold NUL bytes.
[[nodiscard]] std::vector<SourceFile> read_source_tree(const std::filesystem::path& root);

/// True for `.h` and `.cpp`.
[[nodiscard]] bool is_cpp(const SourceFile& file);
/// True for `.h`.
[[nodiscard]] bool is_header(const SourceFile& file);
/// True for files below engine/ and reports/.
[[nodiscard]] bool is_product(const SourceFile& file);
/// `engine/base/era.h:12: `, as a violation begins.
[[nodiscard]] std::string place(const SourceFile& file, std::size_t line);
/// The lines without their ends.
[[nodiscard]] std::vector<std::string_view> lines_of(std::string_view text);
/// Without blanks at both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

}  // namespace kijun::architecture
