#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"

namespace kijun::diag {

/// Every diagnostic kijun can report, by code. `engine/cli` fills it from the modules' tables.
class Registry {
 public:
  /// Adds a module's table. A code that is already there is a bug of kijun.
  void add(std::span<const Definition* const> definitions);
  /// The definition of a code, or null.
  [[nodiscard]] const Definition* find(std::string_view code) const;
  /// All definitions by code.
  [[nodiscard]] const std::vector<const Definition*>& definitions() const { return definitions_; }

 private:
  std::vector<const Definition*> definitions_;
};

}  // namespace kijun::diag
