#include "engine/base/file_system.h"

#include <dirent.h>
#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <cstdlib>
#include <ostream>
#include <streambuf>
#include <utility>

#include "engine/base/descriptor.h"
#include "engine/base/mapped_file.h"
#include "engine/base/new_files.h"
#include "engine/base/system_error.h"

namespace kijun {
namespace {

// Reads until the end or until `max_bytes` is exceeded. `errno` is kept in the result's message.
Result<std::string> read_all(int fd, std::size_t size_hint, std::size_t max_bytes, const std::string& path) {
  std::string bytes;
  bytes.reserve(std::min(size_hint, max_bytes));
  std::array<char, 64 * 1024> chunk{};
  while (true) {
    const ssize_t count = ::read(fd, chunk.data(), chunk.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail_with(system_error_text(errno), path);
    if (count == 0) return bytes;
    if (static_cast<std::size_t>(count) > max_bytes - bytes.size())
      return fail_with(too_large_message(max_bytes), path);
    bytes.append(chunk.data(), static_cast<std::size_t>(count));
  }
}

// Writes a stream's bytes to a descriptor. The first failure is remembered and ends the stream.
class DescriptorBuffer : public std::streambuf {
 public:
  explicit DescriptorBuffer(int fd) : fd_(fd) { setp(chunk_.data(), chunk_.data() + chunk_.size()); }

  // Hands over what is still held; false when any byte was lost, `errno` telling why.
  bool finish() {
    sync();
    errno = error_;
    return error_ == 0;
  }

 protected:
  int_type overflow(int_type next) override {
    if (sync() != 0) return traits_type::eof();
    if (!traits_type::eq_int_type(next, traits_type::eof())) sputc(traits_type::to_char_type(next));
    return traits_type::not_eof(next);
  }
  int sync() override {
    if (error_ == 0 && !write_all(fd_, {pbase(), static_cast<std::size_t>(pptr() - pbase())})) error_ = errno;
    setp(chunk_.data(), chunk_.data() + chunk_.size());
    return error_ == 0 ? 0 : -1;
  }

 private:
  int fd_;
  int error_ = 0;
  std::array<char, 64 * 1024> chunk_{};
};

// True when all of the content has been written; else `errno` tells why.
bool write_content(int fd, const FileContent& content) {
  DescriptorBuffer buffer(fd);
  std::ostream out(&buffer);
  content(out);
  return buffer.finish();
}

// Pipes, terminals and devices cannot be replaced by a rename; bytes go straight to them. Standard output is one of
// them even when the shell has sent it to a regular file.
Status write_straight(const std::string& path, const FileContent& content) {
  int opened = -1;
  if (path == "/dev/stdout") {
    opened = ::dup(STDOUT_FILENO);
  } else if (path == "/dev/stderr") {
    opened = ::dup(STDERR_FILENO);
  } else {
    opened = ::open(path.c_str(), O_WRONLY | O_CLOEXEC);
  }
  Descriptor file(opened);
  if (!file.valid() || !write_content(file.get(), content) || !file.close())
    return fail_with(system_error_text(errno), path);
  return {};
}

// The file a symbolic link finally names, so that the link itself survives the rename.
std::string link_target(const std::string& path) {
  struct stat info {};
  if (::lstat(path.c_str(), &info) != 0 || !S_ISLNK(info.st_mode)) return path;
  char* resolved = ::realpath(path.c_str(), nullptr);
  if (resolved == nullptr) return path;
  std::string target(resolved);
  std::free(resolved);
  return target;
}

// Creates a file of an unused name in the target's directory and puts its name into `name`.
Descriptor create_beside(const std::string& target, mode_t mode, std::string& name) {
  for (int attempt = 0; attempt < 100; ++attempt) {
    name = fmt::format("{}.{}-{}.tmp", target, ::getpid(), attempt);
    const int fd = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (fd >= 0 || errno != EEXIST) return Descriptor(fd);
  }
  return Descriptor(-1);
}

/// Of the file being written; the longest path there is, so that a signal handler may read it at any time.
constinit std::array<char, PATH_MAX> unfinished_file{};

/// Keeps the name of the file being written where `remove_unfinished_file` finds it.
class Unfinished {
 public:
  explicit Unfinished(const std::string& path) {
    if (path.size() < unfinished_file.size()) std::copy(path.begin(), path.end(), unfinished_file.begin());
  }
  Unfinished(const Unfinished&) = delete;
  Unfinished& operator=(const Unfinished&) = delete;
  ~Unfinished() { unfinished_file.fill('\0'); }
};

Status replace_file(const std::string& path, const FileContent& content, const struct stat* existing) {
  const std::string target = link_target(path);
  std::string temporary;
  Descriptor file = create_beside(target, existing == nullptr ? 0666 : existing->st_mode & 0777, temporary);
  if (!file.valid()) return fail_with(system_error_text(errno), path);
  const Unfinished unfinished(temporary);
  const bool keep_mode = existing == nullptr || ::fchmod(file.get(), existing->st_mode & 0777) == 0;
  const bool is_written = keep_mode && write_content(file.get(), content) && ::fsync(file.get()) == 0 && file.close();
  const int error = errno;
  const Status believable = check_mapped_files();
  if (is_written && believable && ::rename(temporary.c_str(), target.c_str()) == 0) return {};
  const int last_error = is_written ? errno : error;
  ::unlink(temporary.c_str());
  if (!believable) return believable;
  return fail_with(system_error_text(last_error), path);
}

// Reading a smaller file costs less than mapping it.
constexpr std::size_t kSmallestMapping = std::size_t{1} << 20;

class RealFileSystem : public FileSystem {
 public:
  Result<std::string> read(const std::string& path, std::size_t max_bytes) override {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.valid()) return fail_with(system_error_text(errno), path);
    struct stat info {};
    if (::fstat(file.get(), &info) != 0) return fail_with(system_error_text(errno), path);
    if (S_ISDIR(info.st_mode)) return fail_with(system_error_text(EISDIR), path);
    const auto size = S_ISREG(info.st_mode) ? static_cast<std::size_t>(info.st_size) : 0;
    if (size > max_bytes) return fail_with(too_large_message(max_bytes), path);
    return read_all(file.get(), size, max_bytes, path);
  }

  Result<std::unique_ptr<const FileBytes>> map(const std::string& path) override {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat info {};
    if (!file.valid() || ::fstat(file.get(), &info) != 0 || !S_ISREG(info.st_mode)) return FileSystem::map(path);
    const auto size = static_cast<std::size_t>(info.st_size);
    if (size < kSmallestMapping || size > kDefaultBudget) return FileSystem::map(path);
    std::unique_ptr<const FileBytes> mapped = map_file(path, file.get());
    return mapped == nullptr ? FileSystem::map(path) : std::move(mapped);
  }

  Status check_mapped() override { return check_mapped_files(); }

  Status create(const std::string& folder, const std::vector<NewFile>& files) override {
    return create_files(folder, files);
  }

  Status stream(const std::string& path, const FileContent& content) override {
    struct stat info {};
    const bool exists = ::stat(path.c_str(), &info) == 0;
    if (!exists && errno != ENOENT) return fail_with(system_error_text(errno), path);
    if (exists && S_ISDIR(info.st_mode)) return fail_with(system_error_text(EISDIR), path);
    if (path == "/dev/stdout" || path == "/dev/stderr" || (exists && !S_ISREG(info.st_mode))) {
      return write_straight(path, content);
    }
    const std::string directory = parent_path(path);
    if (!exists && !is_directory(directory)) {
      return fail_with({fmt::format("書き込み先のディレクトリ `{}` がありません", directory),
                        fmt::format("the directory `{}` to write into does not exist", directory)},
                       path);
    }
    return replace_file(path, content, exists ? &info : nullptr);
  }

  bool is_file(const std::string& path) override {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode);
  }

  bool is_directory(const std::string& path) override {
    struct stat info {};
    return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
  }

  Result<std::vector<std::string>> list(const std::string& path) override {
    DIR* directory = ::opendir(path.c_str());
    if (directory == nullptr) return fail_with(system_error_text(errno), path);
    std::vector<std::string> names;
    errno = 0;
    while (const dirent* entry = ::readdir(directory)) {
      const std::string_view name(entry->d_name);
      if (name != "." && name != "..") names.emplace_back(name);
    }
    const int error = errno;
    ::closedir(directory);
    if (error != 0) return fail_with(system_error_text(error), path);
    std::sort(names.begin(), names.end());
    return names;
  }
};

}  // namespace

Result<std::unique_ptr<const FileBytes>> FileSystem::map(const std::string& path) {
  Result<std::string> bytes = read(path);
  if (!bytes) return tl::unexpected(std::move(bytes.error()));
  return hold_bytes(std::move(*bytes));
}

void remove_unfinished_file() {
  if (unfinished_file.front() != '\0') ::unlink(unfinished_file.data());
}

std::unique_ptr<FileSystem> open_file_system() { return std::make_unique<RealFileSystem>(); }

Status FileSystem::write(const std::string& path, std::string_view bytes) {
  return stream(path, [bytes](std::ostream& out) { out << bytes; });
}

Status FileSystem::create(const std::string& folder, const std::vector<NewFile>& files) {
  for (const NewFile& file : files)
    if (const std::string path = join_path(folder, file.path); is_file(path) || is_directory(path))
      return fail_with(system_error_text(EEXIST), path);
  for (const NewFile& file : files)
    if (const Status written = write(join_path(folder, file.path), file.bytes); !written) return written;
  return {};
}

LocalizedText too_large_message(std::size_t max_bytes) {
  return {fmt::format("ファイルが上限（{}バイト）を超えています", max_bytes),
          fmt::format("larger than the limit of {} bytes", max_bytes)};
}

}  // namespace kijun
