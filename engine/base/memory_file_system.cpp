#include <algorithm>
#include <sstream>

#include "engine/base/file_system.h"

namespace kijun {
namespace {

// The directory's prefix of its entries' names: "a/" for "a", nothing for the working directory itself.
std::string prefix_of(const std::string& path) {
  const std::string folded = join_path("", path);
  if (folded == ".") return "";
  return folded.back() == '/' ? folded : folded + "/";
}

}  // namespace

Result<std::string> MemoryFileSystem::read(const std::string& path, std::size_t max_bytes) {
  const auto found = files_.find(join_path("", path));
  if (found == files_.end()) {
    if (is_directory(path))
      return fail_with({"ディレクトリであり、ファイルではありません", "is a directory, not a file"}, path);
    return fail_with({"ファイルがありません", "no such file"}, path);
  }
  if (found->second.size() > max_bytes) return fail_with(too_large_message(max_bytes), path);
  return found->second;
}

Status MemoryFileSystem::stream(const std::string& path, const FileContent& content) {
  std::ostringstream bytes;
  content(bytes);
  files_[join_path("", path)] = bytes.str();
  return {};
}

bool MemoryFileSystem::is_file(const std::string& path) { return files_.count(join_path("", path)) > 0; }

bool MemoryFileSystem::is_directory(const std::string& path) {
  const std::string prefix = prefix_of(path);
  const auto found = files_.lower_bound(prefix);
  return found != files_.end() && found->first.compare(0, prefix.size(), prefix) == 0;
}

Result<std::vector<std::string>> MemoryFileSystem::list(const std::string& path) {
  if (!is_directory(path)) return fail_with({"ディレクトリがありません", "no such directory"}, path);
  const std::string prefix = prefix_of(path);
  std::vector<std::string> names;
  for (auto file = files_.lower_bound(prefix);
       file != files_.end() && file->first.compare(0, prefix.size(), prefix) == 0; ++file) {
    names.push_back(file->first.substr(prefix.size(), file->first.find('/', prefix.size()) - prefix.size()));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace kijun
