#pragma once

#include <functional>
#include <iosfwd>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/file_bytes.h"
#include "engine/base/language.h"
#include "engine/base/result.h"

namespace kijun {

/// Puts a file's bytes into a stream.
using FileContent = std::function<void(std::ostream&)>;

/// A file that is not there yet.
struct NewFile {
  std::string path;
  std::string bytes;
};

/// The outside world's files as kijun sees them. Paths are UTF-8, `/` separated, relative to the working directory or
/// absolute.
class FileSystem {
 public:
  virtual ~FileSystem() = default;

  /// The whole file's bytes, or the reason it cannot be read (missing, a directory, larger than `max_bytes`).
  [[nodiscard]] virtual Result<std::string> read(const std::string& path, std::size_t max_bytes = kDefaultBudget) = 0;
  /// Likewise, but a large file's bytes are left where they are as long as nobody looks at them. What happens to the file
  /// meanwhile may show in them.
  [[nodiscard]] virtual Result<std::unique_ptr<const FileBytes>> map(const std::string& path);
  /// Writes what `content` puts into the stream, all of it or nothing: temporary file beside the target, fsync, rename.
  /// The bytes go to the file as they come, so a file may be larger than memory.
  [[nodiscard]] virtual Status stream(const std::string& path, const FileContent& content) = 0;
  /// Writes `bytes` in the same way.
  [[nodiscard]] Status write(const std::string& path, std::string_view bytes);
  /// Makes files below `folder`, and the folders they lie in, `folder` too: all of them or none. Paths are relative to it.
  /// A file that is there already is a failure.
  [[nodiscard]] virtual Status create(const std::string& folder, const std::vector<NewFile>& files);
  /// Fails when a file whose bytes were left where they are has changed since, so that nothing read from it can be
  /// believed. Nothing is written then.
  [[nodiscard]] virtual Status check_mapped() { return {}; }
  /// True when `path` is a regular file.
  [[nodiscard]] virtual bool is_file(const std::string& path) = 0;
  /// True when `path` is a directory.
  [[nodiscard]] virtual bool is_directory(const std::string& path) = 0;
  /// Names of the entries of a directory in byte order, without `.` and `..`.
  [[nodiscard]] virtual Result<std::vector<std::string>> list(const std::string& path) = 0;

  /// Largest input file read by default: 1 GiB.
  static constexpr std::size_t kDefaultBudget = std::size_t{1} << 30;
};

/// Removes the file that `stream` is writing at the moment, if any, and leaves its target as it was. For signal handlers
/// that end the process.
void remove_unfinished_file();

/// The machine's files.
[[nodiscard]] std::unique_ptr<FileSystem> open_file_system();

/// Files in memory, for tests and for reports that are built before they are written.
class MemoryFileSystem : public FileSystem {
 public:
  Result<std::string> read(const std::string& path, std::size_t max_bytes) override;
  Status stream(const std::string& path, const FileContent& content) override;
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
