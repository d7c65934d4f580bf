#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/file_system.h"
#include "engine/diag/diagnostic.h"
#include "engine/policy/ruleset.h"
#include "engine/table/vocabulary.h"

namespace kijun::policy {

/// An edition a pack offers, known without resolving it.
struct Edition {
  std::string path;
  std::string id;
  LocalizedText title;
  int from_year = 0;
  int to_year = 0;
};

/// A pack: a vocabulary and the editions written against it.
struct Pack {
  std::string id;
  std::string version;
  LocalizedText title;
  std::string directory;
  table::Vocabulary vocabulary;
  std::string vocabulary_path;
  std::string vocabulary_sha256;
  std::vector<Edition> editions;
};

/// Reads sources through the file system and keeps them for spans.
struct LoadContext {
  FileSystem& files;
  diag::SourceMap& sources;
  diag::Sink& sink;
  std::vector<std::string> record_kinds = {};  ///< Kinds of records the vocabulary knows beside those of the register.
};

/// Loads `pack.toml` (given as the file or its directory), its vocabulary and the heads of its editions. Mistakes go to
/// the sink; nothing comes back when one is an error.
[[nodiscard]] std::optional<Pack> load_pack(const std::string& path, LoadContext context);

/// The edition whose fiscal years hold `fiscal_year`, or null.
[[nodiscard]] const Edition* find_edition(const Pack& pack, int fiscal_year);

}  // namespace kijun::policy
