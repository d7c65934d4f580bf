#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/architecture/source_tree.h"

namespace kijun::architecture {

/// A measure above its cap: `metric` is "header", "source", "function", "parameters" or "nesting".
struct Excess {
  std::string metric;
  std::string place;  ///< "path", or "path#function".
  std::size_t value = 0;
  std::size_t cap = 0;
};

/// What in the C++ of the tree is larger than the style allows.
[[nodiscard]] std::vector<Excess> measure_excesses(const std::vector<SourceFile>& files);

/// Excesses that `allow_list` does not grant, and its entries that are malformed, without a reason or not needed. The
/// list has one entry a line, `<metric> <place> <reason>`; empty lines and lines that start with `#` are skipped.
[[nodiscard]] Violations check_sizes(const std::vector<SourceFile>& files, std::string_view allow_list);

}  // namespace kijun::architecture
