#pragma once

#include <string>
#include <utility>

#include "engine/base/descriptor.h"
#include "engine/base/result.h"

namespace kijun {

/// A file in memory that has a path, for libraries that write to nothing else. Gone when this is.
class ScratchFile {
 public:
  /// A new empty one, or the reason why the machine gives none.
  [[nodiscard]] static Result<ScratchFile> open();
  /// Where this process finds it.
  [[nodiscard]] std::string path() const;
  /// What was written to it.
  [[nodiscard]] Result<std::string> bytes() const;

 private:
  explicit ScratchFile(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}

  Descriptor descriptor_;
};

}  // namespace kijun
