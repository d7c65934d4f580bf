#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/language.h"
#include "engine/base/result.h"

namespace kijun {

/// The outside world's files as kijun sees them. Paths are UTF-8, `/` separated, relative to the working directory or
/// absolute.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  /// The whole file's bytes, or the reason it cannot be read (missing, a directory, larger than `max_bytes`).
  [[nodiscard]] virtual Result<std::string> read(const std::string& path, std::size_t max_bytes = kDefaultBudget) = 0;
  /// Writes all of `bytes` or nothing: temporary file beside the target, fsync, rename.
  [[nodiscard]] virtual Status write(const std::string& path, std::string_view bytes) = 0;
  /// True when `path` is a regular file.
  [[nodiscard]] virtual bool is_file(const std::string& path) = 0;
  /// True when `path` is a directory.
  [[nodiscard]] virtual bool is_directory(const std::string& path) = 0;
  /// Names of the entries of a directory in byte order, without `.` and `..`.
  [[nodiscard]] virtual Result<std::vector<std::string>> list(const std::string& path) = 0;

  /// Largest input file read by default: 1 GiB.
  static constexpr std::size_t kDefaultBudget = std::size_t{1} << 30;
};

/// The machine's files.
[[nodiscard]] std::unique_ptr<FileSystem> open_file_system();

/// Files in memory, for tests and for reports that are built before they are written.
class MemoryFileSystem : public FileSystem {
 public:
  Result<std::string> read(const std::string& path, std::size_t max_bytes) override;
  Status write(const std::string& path, std::string_view bytes) override;
  bool is_file(const std::string& path) override;
  bool is_directory(const std::string& path) override;
  Result<std::vector<std::string>> list(const std::string& path) override;

 private:
  std::map<std::string, std::string> files_;
};

/// The failure message of a file above its budget.
[[nodiscard]] LocalizedText too_large_message(std::size_t max_bytes);

/// `directory` and `name` joined by one `/`; an absolute `name` wins; `a/../b` and `./` are folded textually.
[[nodiscard]] std::string join_path(std::string_view directory, std::string_view name);

/// Everything before the last `/`, or `.` when there is none.
[[nodiscard]] std::string parent_path(std::string_view path);

}  // namespace kijun
