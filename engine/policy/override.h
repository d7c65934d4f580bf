#pragma once

#include <map>
#include <string>
#include <string_view>

#include "engine/diag/diagnostic.h"
#include "engine/toml/document.h"

namespace kijun::policy {

/// The entry of a key, or null.
[[nodiscard]] toml_doc::Entry* find_entry(toml_doc::Table& table, std::string_view key);

/// Lays changed keys over entries. One object serves one layer (a file, or the amendments of one day): within it a key
/// is replaced at most once, because no order would say which of two replacements counts.
class Override {
 public:
  explicit Override(diag::Sink& sink) : sink_(sink) {}

  /// Lays the keys of `change` over `target`, all but `id`. A list takes `{ add = […] }` or `{ replace = […] }`; the
  /// cases, examples and benchmarks of an entry are changed one by one, known by `id` (or `name`, `source`). `path`
  /// names the entry in this layer. Mistakes go to the sink and leave the key as it was.
  void lay(const std::string& path, toml_doc::Table& target, const toml_doc::Table& change);

 private:
  void lay_key(const std::string& path, toml_doc::Table& target, const toml_doc::Entry& change);
  void lay_list(const std::string& path, toml_doc::Entry& target, const toml_doc::Entry& change);
  void lay_elements(const std::string& path, toml_doc::Array& target, const toml_doc::Array& changes);
  /// False, and reported, when this layer has already replaced the key.
  bool is_first(const std::string& path, const toml_doc::Entry& change);

  diag::Sink& sink_;
  std::map<std::string, diag::Span> replaced_;
};

}  // namespace kijun::policy
