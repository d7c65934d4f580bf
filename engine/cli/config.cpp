#include "engine/cli/config.h"

#include "engine/policy/pack_reference.h"
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

/// Paths are relative to `directory`, where the file lies.
Config read_defaults(toml_doc::TableReader& reader, const std::string& directory, diag::Sink& sink) {
  Config config;
  if (const toml_doc::Table* defaults = reader.table("defaults")) {
    toml_doc::TableReader inner(*defaults, reader.span_of("defaults"), "[defaults]", sink);
    if (const auto survey = inner.string("survey")) config.survey = join_path(directory, *survey);
    if (const auto rules = inner.string("rules"))
      config.rules = policy::is_pack_reference(*rules) ? *rules : join_path(directory, *rules);
    for (const diag::EmbeddedText& folder : inner.strings("packs"))
      config.pack_folders.push_back(join_path(directory, folder.text()));
    config.fail_on = inner.string("fail_on");
    config.gate = inner.string("gate");
    config.max_unknown = inner.integer("max_unknown");
    config.strict_decisions = inner.string("strict_decisions");
    config.expiring_within = inner.integer("expiring_within");
    if (const auto baseline = inner.string("baseline")) config.baseline = join_path(directory, *baseline);
    inner.finish();
  }
  reader.finish();
  return config;
}

Config read_config(const std::string& path, std::string text, Session& session) {
  const diag::Source& source = session.sources.add(path, std::move(text));
  const std::optional<toml_doc::Table> document = toml_doc::parse_document(source, session.sink);
  Config config;
  if (document) {
    toml_doc::TableReader reader(*document, diag::Span{&source, 0, 0}, path, session.sink);
    config = read_defaults(reader, parent_path(path), session.sink);
  }
  config.path = path;
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

void describe_config(toml_doc::Shape& shape) {
  diag::Sink ignored;
  toml_doc::TableReader reader(shape.table(), {}, {}, ignored);
  (void)read_defaults(reader, {}, ignored);
}

}  // namespace kijun::cli
