#include "engine/base/new_files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

#include "engine/base/descriptor.h"
#include "engine/base/system_error.h"

namespace kijun {
namespace {

constexpr mode_t kFolderMode = 0777;
constexpr mode_t kFileMode = 0666;

bool exists(const std::string& path) {
  struct stat info {};
  return ::lstat(path.c_str(), &info) == 0;
}

/// What has been made so far; taken back, last first, unless it is kept.
class MadePaths {
 public:
  MadePaths() = default;
  MadePaths(const MadePaths&) = delete;
  MadePaths& operator=(const MadePaths&) = delete;
  ~MadePaths() {
    for (auto path = paths_.rbegin(); path != paths_.rend(); ++path)
      if (::unlink(path->c_str()) != 0) ::rmdir(path->c_str());
  }

  /// Makes the folder and those above it that are missing.
  Status make_folder(const std::string& path) {
    if (exists(path)) return {};
    if (const Status above = make_folder(parent_path(path)); !above) return above;
    if (::mkdir(path.c_str(), kFolderMode) != 0) return fail_with(system_error_text(errno), path);
    paths_.push_back(path);
    return {};
  }

  /// Makes a file where there is none, on the disk before this returns.
  Status make_file(const std::string& path, std::string_view bytes) {
    Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kFileMode));
    if (!file.valid()) return fail_with(system_error_text(errno), path);
    paths_.push_back(path);
    if (!write_all(file.get(), bytes) || ::fsync(file.get()) != 0 || !file.close())
      return fail_with(system_error_text(errno), path);
    return {};
  }

  void keep() { paths_.clear(); }

 private:
  std::vector<std::string> paths_;
};

/// A failure below the folder's unfinished name is one below its own.
Status fail_in(const std::string& target, const std::string& root, Error error) {
  if (error.path.starts_with(root)) error.path.replace(0, root.size(), target);
  return tl::unexpected(std::move(error));
}

}  // namespace

Status create_files(const std::string& folder, const std::vector<NewFile>& files) {
  const std::string target = join_path("", folder);
  const bool is_new = !exists(target);
  const std::string root = is_new ? fmt::format("{}.{}.tmp", target, ::getpid()) : target;
  MadePaths made;
  for (const NewFile& file : files) {
    const std::string path = join_path(root, file.path);
    Status status = made.make_folder(parent_path(path));
    if (status) status = made.make_file(path, file.bytes);
    if (!status) return fail_in(target, root, status.error());
  }
  if (is_new && ::rename(root.c_str(), target.c_str()) != 0) return fail_with(system_error_text(errno), target);
  made.keep();
  return {};
}

}  // namespace kijun
