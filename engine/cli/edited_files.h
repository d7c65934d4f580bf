#pragma once

#include <string>

#include "engine/base/file_system.h"

namespace kijun::cli {

/// Files as they would be with one of them changed: reading it gives the new text, everything else is what `files` gives.
/// Writing is not for this.
class EditedFiles : public FileSystem {
 public:
  EditedFiles(FileSystem& files, std::string path, std::string text)
      : files_(files), path_(std::move(path)), text_(std::move(text)) {}

  Result<std::string> read(const std::string& path, std::size_t max_bytes) override;
  Result<std::unique_ptr<const FileBytes>> map(const std::string& path) override;
  Status stream(const std::string& path, const FileContent& content) override;
  Status check_mapped() override { return files_.check_mapped(); }
  bool is_file(const std::string& path) override { return files_.is_file(path); }
  bool is_directory(const std::string& path) override { return files_.is_directory(path); }
  Result<std::vector<std::string>> list(const std::string& path) override { return files_.list(path); }

 private:
  FileSystem& files_;
  std::string path_;
  std::string text_;
};

}  // namespace kijun::cli
