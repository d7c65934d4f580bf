#include "engine/base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <functional>
#include <mutex>
#include <string>
#include <utility>

// A page of a mapping that lies behind the end of its file cannot be read: the system sends SIGBUS, which ends a process
// that does not expect it. A file that somebody cuts short while it is read would so kill an audit without a word. The
// handler here finds out which file it was and tells whoever asked to be told, who ends the process with a word. To put
// zeros in the place of the lost pages and to go on is refused: nothing that is read then means anything, and to read it
// carefully may take for ever. Files that were only written to are found by their size and time of change.
//
// The handler may use little: it finds the mapping in a table of fixed size whose entries are atomic.
namespace kijun {
namespace {

class MappedFile;

/// One mapping in the table.
struct Entry {
  std::atomic<char*> begin = nullptr;  ///< Null while the entry is free.
  std::atomic<std::size_t> num_bytes = 0;
  std::atomic<const char*> path = nullptr;
  const MappedFile* file = nullptr;  ///< Guarded by `table_mutex`.
};

constexpr std::size_t kMostMappings = 256;
constinit std::array<Entry, kMostMappings> entries{};
constinit std::mutex table_mutex;

constinit std::atomic<LostFile> lost_file = nullptr;
struct sigaction previous_action {};

/// The path of the file whose mapping a place is in, or null.
const char* find_path(const void* place) {
  const std::less<> before;
  for (const Entry& entry : entries) {
    const char* const begin = entry.begin.load();
    if (begin != nullptr && !before(place, begin) && before(place, begin + entry.num_bytes.load()))
      return entry.path.load();
  }
  return nullptr;
}

void on_bus_error(int signal, siginfo_t* info, void* /*context*/) {
  const char* const path = find_path(info->si_addr);
  const LostFile tell = lost_file.load();
  if (path != nullptr && tell != nullptr) tell(path);
  ::sigaction(signal, &previous_action, nullptr);  // the instruction runs again and meets what was there before
}

void watch_for_bus_errors() {
  static std::once_flag watched;
  std::call_once(watched, [] {
    struct sigaction action {};
    action.sa_sigaction = on_bus_error;
    action.sa_flags = SA_SIGINFO;
    ::sigemptyset(&action.sa_mask);
    ::sigaction(SIGBUS, &action, &previous_action);
  });
}

/// A file's pages and what is known of the file. Stands in the table as long as it lives.
class MappedFile : public FileBytes {
 public:
  /// Takes over the descriptor and the pages.
  MappedFile(std::string path, int file, const struct stat& info, char* data)
      : path_(std::move(path)), file_(file), info_(info), data_(data) {}
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;
  ~MappedFile() override {
    leave_table();
    ::munmap(data_, size());
    ::close(file_);
  }
  [[nodiscard]] std::string_view view() const override { return {data_, size()}; }
  [[nodiscard]] const std::string& path() const { return path_; }

  /// False when the table is full.
  [[nodiscard]] bool enter_table() {
    const std::lock_guard lock(table_mutex);
    const auto free = std::find_if(entries.begin(), entries.end(), [](const Entry& e) { return e.file == nullptr; });
    if (free == entries.end()) return false;
    entry_ = &*free;
    entry_->file = this;
    entry_->path = path_.c_str();
    entry_->num_bytes = size();
    entry_->begin = data_;
    return true;
  }
  /// True when the file was written to or cut short since.
  [[nodiscard]] bool has_changed() const {
    struct stat now {};
    return ::fstat(file_, &now) != 0 || now.st_size != info_.st_size || now.st_mtim.tv_sec != info_.st_mtim.tv_sec ||
           now.st_mtim.tv_nsec != info_.st_mtim.tv_nsec;
  }

 private:
  [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(info_.st_size); }
  void leave_table() {
    if (entry_ == nullptr) return;
    const std::lock_guard lock(table_mutex);
    entry_->begin = nullptr;
    entry_->file = nullptr;
  }

  std::string path_;
  int file_;
  struct stat info_;
  char* data_;
  Entry* entry_ = nullptr;
};

}  // namespace

std::unique_ptr<const FileBytes> map_file(const std::string& path, int file) {
  struct stat info {};
  if (::fstat(file, &info) != 0 || !S_ISREG(info.st_mode) || info.st_size == 0) return nullptr;
  const int kept = ::fcntl(file, F_DUPFD_CLOEXEC, 0);
  if (kept < 0) return nullptr;
  void* data = ::mmap(nullptr, static_cast<std::size_t>(info.st_size), PROT_READ, MAP_PRIVATE, kept, 0);
  if (data == MAP_FAILED) {
    ::close(kept);
    return nullptr;
  }
  watch_for_bus_errors();
  auto mapped = std::make_unique<MappedFile>(path, kept, info, static_cast<char*>(data));
  if (!mapped->enter_table()) return nullptr;
  return mapped;
}

void tell_of_lost_file(LostFile tell) { lost_file = tell; }

Status check_mapped_files() {
  const std::lock_guard lock(table_mutex);
  for (const Entry& entry : entries)
    if (entry.file != nullptr && entry.file->has_changed())
      return fail_with({"読んでいる間にファイルが書き換えられました", "the file was changed while it was read"},
                       entry.file->path());
  return {};
}

}  // namespace kijun
