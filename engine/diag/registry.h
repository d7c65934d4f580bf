#pragma once

#include <map>
#include <span>
#include <string_view>
#include <vector>

#include "engine/diag/diagnostic.h"
#include "engine/diag/example.h"

namespace kijun::diag {

/// Every diagnostic kijun can report, by code. `engine/cli` fills it from the modules' tables.
class Registry {
 public:
  /// Adds a module's table. A code that is already there is a bug of kijun.
  void add(std::span<const Definition* const> definitions);
  /// Adds a module's examples. A second one for the same code is a bug of kijun.
  void add_examples(std::span<const Example> examples);
  /// The definition of a code, or null.
  [[nodiscard]] const Definition* find(std::string_view code) const;
  /// The example of a definition, or null.
  [[nodiscard]] const Example* example(const Definition& definition) const;
  /// All definitions by code.
  [[nodiscard]] const std::vector<const Definition*>& definitions() const { return definitions_; }

 private:
  std::vector<const Definition*> definitions_;
  std::map<std::string_view, const Example*> examples_;  ///< By code.
};

}  // namespace kijun::diag
