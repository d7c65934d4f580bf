#pragma once

#include <string>

#include "engine/base/result.h"

namespace kijun {

/// A file in memory that has a path, for libraries that write to nothing else. Gone when this is.
class ScratchFile {
 public:
  ScratchFile(ScratchFile&& other) noexcept;
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  ScratchFile& operator=(ScratchFile&&) = delete;
  ~ScratchFile();

  /// A new empty one, or the reason why the machine gives none.
  [[nodiscard]] static Result<ScratchFile> open();
  /// Where this process finds it.
  [[nodiscard]] std::string path() const;
  /// What was written to it.
  [[nodiscard]] Result<std::string> bytes() const;

 private:
  explicit ScratchFile(int descriptor) : descriptor_(descriptor) {}

  int descriptor_ = -1;
};

}  // namespace kijun
