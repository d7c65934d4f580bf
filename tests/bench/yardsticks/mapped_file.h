#pragma once

#include <string>
#include <string_view>

namespace kijun::bench {

/// A file's bytes mapped into memory, read once from front to back.
class MappedFile {
 public:
  explicit MappedFile(const std::string& path);
  ~MappedFile();
  MappedFile(const MappedFile&) = delete;
  MappedFile& operator=(const MappedFile&) = delete;

  /// False when the file could not be opened.
  [[nodiscard]] bool is_open() const { return !bytes_.empty(); }
  [[nodiscard]] std::string_view bytes() const { return bytes_; }

 private:
  std::string_view bytes_;
};

}  // namespace kijun::bench
