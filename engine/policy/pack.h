#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/base/file_system.h"
#include "engine/diag/diagnostic.h"
#include "engine/policy/ruleset.h"
#include "engine/table/vocabulary.h"
#include "engine/toml/shape.h"

namespace kijun::policy {

/// An edition a pack offers, known without resolving it.
struct Edition {
  std::string path;
  std::string id;
  LocalizedText title;
  int from_year = 0;
  int to_year = 0;
};

/// "mcare-1 (2018–2020), mcare-2 (2021–2023)".
[[nodiscard]] std::string list_editions(const std::vector<Edition>& editions);

/// What `pack.toml` says: where the vocabulary is, and which editions there are. An edition of an extended pack is
/// offered where the pack has none of its own for those years.
struct PackIndex {
  std::string id;
  std::string version;
  LocalizedText title;
  std::string path;    ///< Of pack.toml.
  std::string sha256;  ///< Of its bytes.
  std::string directory;
  std::string vocabulary_path;
  diag::Span vocabulary_place;
  std::vector<Edition> editions;
  std::vector<PackIndex> extended;  ///< The packs of `extends`.
};

/// A pack: a vocabulary and the editions written against it.
struct Pack : PackIndex {
  table::Vocabulary vocabulary;
  std::string vocabulary_sha256;
};

/// Reads sources through the file system and keeps them for spans.
struct LoadContext {
  FileSystem& files;
  diag::SourceMap& sources;
  diag::Sink& sink;
  std::vector<std::string> record_kinds = {};  ///< Kinds of records the vocabulary knows beside those of the register.
  std::vector<std::string> pack_folders = {};  ///< Where `pack:ID@MAJOR` is looked for, in this order.
  int num_packs_open = 0;                      ///< Packs that extend each other on the way here.
};

/// Reads `pack.toml` (given as the file or its directory) and the heads of its editions. Mistakes go to the sink; nothing
/// comes back when one is an error.
[[nodiscard]] std::optional<PackIndex> load_pack_index(const std::string& path, LoadContext context);

/// Likewise, with the vocabulary.
[[nodiscard]] std::optional<Pack> load_pack(const std::string& path, LoadContext context);

/// The edition whose fiscal years hold `fiscal_year`, or null.
[[nodiscard]] const Edition* find_edition(const PackIndex& pack, int fiscal_year);

/// Writes down what a reader of pack.toml asks for.
void describe_pack(toml_doc::Shape& shape);

}  // namespace kijun::policy
