#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace kijun {

/// The bytes of a file. They stay where they are for as long as the object lives.
class FileBytes {
 public:
  FileBytes() = default;
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;
  virtual ~FileBytes() = default;
  [[nodiscard]] virtual std::string_view view() const = 0;
};

/// Bytes held in memory.
[[nodiscard]] std::unique_ptr<const FileBytes> hold_bytes(std::string bytes);

}  // namespace kijun
