#include "engine/cli/config.h"

#include "engine/toml/table_reader.h"

namespace kijun::cli {
namespace {

/// Folders looked at above the first one.
constexpr int kMaxLevels = 64;

/// The folder above: `a/b` → `a` → `.` → `..` → `../..`.
std::string above(const std::string& directory) {
  if (directory == "." || directory.empty()) return "..";
  if (directory == "..") return "../..";
  if (directory.ends_with("/..")) return directory + "/..";
  return parent_path(directory);
}

Config read_config(const std::string& path, std::string text, Session& session) {
  Config config;
  config.path = path;
  const diag::Source& source = session.sources.add(path, std::move(text));
  const std::optional<toml_doc::Table> document = toml_doc::parse_document(source, session.sink);
  if (!document) return config;
  toml_doc::TableReader reader(*document, diag::Span{&source, 0, 0}, path, session.sink);
  if (const toml_doc::Table* defaults = reader.table("defaults")) {
    toml_doc::TableReader inner(*defaults, reader.span_of("defaults"), "[defaults]", session.sink);
    const std::string directory = parent_path(path);
    if (const auto survey = inner.string("survey")) config.survey = join_path(directory, *survey);
    if (const auto rules = inner.string("rules")) config.rules = join_path(directory, *rules);
    for (const diag::EmbeddedText& folder : inner.strings("packs"))
      config.pack_folders.push_back(join_path(directory, folder.text()));
    config.fail_on = inner.string("fail_on");
    config.gate = inner.string("gate");
    inner.finish();
  }
  reader.finish();
  return config;
}

}  // namespace

Config find_config(const std::string& directory, Session& session) {
  std::string folder = directory;
  for (int level = 0; level < kMaxLevels; ++level) {
    const std::string path = join_path(folder, "kijun.toml");
    if (session.files.is_file(path)) {
      Result<std::string> text = session.files.read(path);
      if (text) return read_config(path, std::move(*text), session);
    }
    if (session.files.is_directory(join_path(folder, ".git")) || folder == "/") break;
    folder = above(folder);
  }
  return {};
}

}  // namespace kijun::cli
