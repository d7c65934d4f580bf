#include "engine/cli/edited_files.h"

namespace kijun::cli {

Result<std::string> EditedFiles::read(const std::string& path, std::size_t max_bytes) {
  if (path == path_) return text_;
  return files_.read(path, max_bytes);
}

Result<std::unique_ptr<const FileBytes>> EditedFiles::map(const std::string& path) {
  if (path == path_) return hold_bytes(text_);
  return files_.map(path);
}

Status EditedFiles::stream(const std::string& path, const FileContent&) {
  return fail("these files are only looked at", path);
}

}  // namespace kijun::cli
