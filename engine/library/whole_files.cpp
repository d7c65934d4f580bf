#include "engine/library/whole_files.h"

namespace kijun::api {
namespace {

class WholeFiles : public FileSystem {
 public:
  kijun::Result<std::string> read(const std::string& path, std::size_t max_bytes) override {
    return files_->read(path, max_bytes);
  }
  kijun::Status stream(const std::string& path, const FileContent& content) override {
    return files_->stream(path, content);
  }
  bool is_file(const std::string& path) override { return files_->is_file(path); }
  bool is_directory(const std::string& path) override { return files_->is_directory(path); }
  kijun::Result<std::vector<std::string>> list(const std::string& path) override { return files_->list(path); }

 private:
  std::unique_ptr<FileSystem> files_ = open_file_system();
};

}  // namespace

std::unique_ptr<FileSystem> open_whole_files() { return std::make_unique<WholeFiles>(); }

}  // namespace kijun::api
