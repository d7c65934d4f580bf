#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/file_system.h"
#include "engine/base/lazy_sha256.h"
#include "engine/diag/diagnostic.h"
#include "engine/table/vocabulary.h"

namespace kijun::survey {

/// How a text file is encoded. A byte order mark is skipped under UTF-8.
enum class Encoding { kUtf8, kCp932 };

/// One input that took part in a survey, for provenance.
struct InputFile {
  std::string role;   ///< "manifest", "answers", "register", "municipalities", "zones", "bodies", "glossary",
                      ///< "decisions".
  std::string name;   ///< Path relative to the survey's folder, so that the working directory changes no report.
  LazySha256 sha256;  ///< Of the bytes of the file (not the decoded text).
  const diag::Source* source = nullptr;  ///< The decoded text; spans of the survey point into it.
};

/// What loading reads from and writes to. Everything is borrowed; the vocabulary and the source map must outlive what is
/// loaded.
struct LoadContext {
  FileSystem& files;
  diag::SourceMap& sources;
  diag::Sink& sink;
  const table::Vocabulary& vocabulary;
  std::optional<Date> revision = std::nullopt;  ///< Decisions made and answers received after this day are left out.
};

/// A file's text, or null, and the hash of its bytes, which may be asked for as long as the source lives.
struct DecodedFile {
  const diag::Source* source = nullptr;
  LazySha256 sha256;
};

/// Decodes a file's bytes. An undecodable byte or a NUL is reported at its line and column with its offset in the file
/// (KJ4002, KJ4003) and gives null; the text before it is kept as the source so that the place can be shown.
[[nodiscard]] DecodedFile decode_file(const std::string& path, std::unique_ptr<const FileBytes> bytes,
                                      Encoding encoding, diag::SourceMap& sources, diag::Sink& sink);

/// The file an input names, read and decoded; appended to `inputs`. A file that cannot be read is reported at `place`
/// (KJ4001), where it is named.
struct InputRequest {
  std::string role;
  std::string directory;  ///< Of the survey's manifest.
  std::string name;       ///< Relative to `directory`.
  Encoding encoding = Encoding::kUtf8;
  diag::Span place;
};
[[nodiscard]] const diag::Source* load_input(const InputRequest& request, LoadContext& context,
                                             std::vector<InputFile>& inputs);

}  // namespace kijun::survey
