#include "engine/base/file_bytes.h"

#include <utility>

namespace kijun {
namespace {

class HeldBytes : public FileBytes {
 public:
  explicit HeldBytes(std::string bytes) : bytes_(std::move(bytes)) {}
  [[nodiscard]] std::string_view view() const override { return bytes_; }

 private:
  std::string bytes_;
};

}  // namespace

std::unique_ptr<const FileBytes> hold_bytes(std::string bytes) { return std::make_unique<HeldBytes>(std::move(bytes)); }

}  // namespace kijun
