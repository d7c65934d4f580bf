#include "engine/policy/pack.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/sha256.h"
#include "engine/policy/pack_reference.h"
#include "engine/policy/policy_diagnostics.h"
#include "engine/table/vocabulary_file.h"
#include "engine/toml/table_reader.h"

namespace kijun::policy {
namespace {

using toml_doc::TableReader;

/// Packs that may extend each other in a row.
constexpr int kMostPacksInARow = 8;

const diag::Source* read_source(const std::string& path, diag::Span place, const LoadContext& context) {
  Result<std::string> text = context.files.read(path);
  if (!text) {
    context.sink.report(kUnreadableFile, place, path, text.error().message);
    return nullptr;
  }
  return &context.sources.add(path, std::move(*text));
}

/// The text up to the first table that is not part of `[ruleset]`.
std::string_view head_of(std::string_view text) {
  std::size_t line = 0;
  while (line < text.size()) {
    const std::string_view rest = text.substr(line);
    if (rest.starts_with('[') && !rest.starts_with("[ruleset")) return text.substr(0, line);
    line = std::min(text.find('\n', line), text.size() - 1) + 1;
  }
  return text;
}

/// The document of an edition, as far as its head goes; the whole file where that is no document by itself.
std::optional<toml_doc::Table> read_head(const std::string& path, diag::Span place, const LoadContext& context,
                                         const diag::Source*& source) {
  const diag::Source* whole = read_source(path, place, context);
  if (whole == nullptr) return std::nullopt;
  diag::Sink ignored;
  source = &context.sources.add(path, std::string(head_of(whole->text())));
  if (auto document = toml_doc::parse_document(*source, ignored); document && document->find("ruleset") != nullptr)
    return document;
  source = whole;
  return toml_doc::parse_document(*whole, context.sink);
}

/// Reads only the head of an edition; its rules are read when it is chosen.
std::optional<Edition> read_edition(const std::string& path, diag::Span place, const LoadContext& context) {
  const diag::Source* source = nullptr;
  const std::optional<toml_doc::Table> document = read_head(path, place, context, source);
  if (!document) return std::nullopt;
  TableReader reader(*document, diag::Span{source, 0, 0}, path, context.sink);
  const toml_doc::Table* head = reader.table("ruleset");
  if (head == nullptr) {
    (void)reader.require_text("ruleset");
    return std::nullopt;
  }
  TableReader inner(*head, reader.span_of("ruleset"), "[ruleset]", context.sink);
  Edition edition{path, inner.require_string("id").value_or(""),
                  inner.require_localized("title").value_or(LocalizedText{}), 0, 0};
  const toml_doc::Table* years = inner.table("fiscal_years");
  if (years == nullptr) {
    (void)inner.require_text("fiscal_years");
    return std::nullopt;
  }
  TableReader range(*years, inner.span_of("fiscal_years"), "fiscal_years", context.sink);
  edition.from_year = static_cast<int>(range.require_integer("from").value_or(0));
  edition.to_year = static_cast<int>(range.require_integer("to").value_or(0));
  if (edition.from_year > edition.to_year) {
    context.sink.report(kWrongYears, inner.span_of("fiscal_years"), edition.from_year, edition.to_year);
  }
  return edition;
}

void add_edition(PackIndex& pack, Edition edition, diag::Span place, const LoadContext& context) {
  for (const Edition& other : pack.editions)
    if (edition.from_year <= other.to_year && other.from_year <= edition.to_year)
      context.sink.report(kOverlappingEditions, place, other.id, edition.id);
  pack.editions.push_back(std::move(edition));
}

/// Editions of an extended pack, those left out whose years an own edition serves.
void add_inherited(PackIndex& pack, const PackIndex& extended, diag::Span place, const LoadContext& context) {
  const std::vector<Edition> own = pack.editions;
  for (const Edition& edition : extended.editions) {
    const bool replaced = std::any_of(own.begin(), own.end(), [&](const Edition& other) {
      return other.from_year <= edition.from_year && edition.to_year <= other.to_year;
    });
    if (!replaced) add_edition(pack, edition, place, context);
  }
}

void read_extended(PackIndex& pack, TableReader& reader, LoadContext context) {
  ++context.num_packs_open;
  for (const diag::EmbeddedText& reference : reader.strings("extends")) {
    if (context.num_packs_open > kMostPacksInARow) {
      context.sink.report(kExtendsCycle, reference.span(), pack.id + " → " + reference.text());
      return;
    }
    std::optional<PackIndex> extended = find_pack(reference, context);
    if (!extended) continue;
    add_inherited(pack, *extended, reference.span(), context);
    if (pack.vocabulary_path.empty()) {
      pack.vocabulary_path = extended->vocabulary_path;
      pack.vocabulary_place = extended->vocabulary_place;
    }
    pack.extended.push_back(std::move(*extended));
  }
}

std::optional<PackIndex> read_pack(TableReader& reader, const std::string& file, const LoadContext& context) {
  const toml_doc::Table* head = reader.table("pack");
  reader.report_absent("pack");
  reader.finish();
  if (head == nullptr) return std::nullopt;
  TableReader inner(*head, reader.span_of("pack"), "[pack]", context.sink);
  PackIndex pack;
  pack.directory = parent_path(file);
  pack.id = inner.require_string("id").value_or("");
  pack.version = inner.require_string("version").value_or("");
  pack.title = inner.require_localized("title").value_or(LocalizedText{});
  if (const auto vocabulary = inner.text("vocabulary")) {
    pack.vocabulary_path = join_path(pack.directory, vocabulary->text());
    pack.vocabulary_place = vocabulary->span();
  } else if (!inner.has("extends")) {
    inner.report_absent("vocabulary");
  }
  for (const diag::EmbeddedText& edition : inner.strings("editions"))
    if (auto read = read_edition(join_path(pack.directory, edition.text()), edition.span(), context))
      add_edition(pack, std::move(*read), edition.span(), context);
  read_extended(pack, inner, context);
  inner.finish();
  return pack;
}

}  // namespace

std::optional<PackIndex> load_pack_index(const std::string& path, LoadContext context) {
  const std::size_t errors_before = context.sink.num_errors();
  const std::string file = context.files.is_directory(path) ? join_path(path, "pack.toml") : path;
  const diag::Source* source = read_source(file, {}, context);
  if (source == nullptr) return std::nullopt;
  const std::optional<toml_doc::Table> document = toml_doc::parse_document(*source, context.sink);
  if (!document) return std::nullopt;
  TableReader reader(*document, diag::Span{source, 0, 0}, file, context.sink);
  std::optional<PackIndex> pack = read_pack(reader, file, context);
  if (context.sink.num_errors() > errors_before || !pack) return std::nullopt;
  pack->path = file;
  pack->sha256 = sha256_hex(source->text());
  return pack;
}

std::optional<Pack> load_pack(const std::string& path, LoadContext context) {
  std::optional<PackIndex> index = load_pack_index(path, context);
  if (!index) return std::nullopt;
  Pack pack{std::move(*index), {}, {}};
  const std::size_t errors_before = context.sink.num_errors();
  if (const diag::Source* fields = read_source(pack.vocabulary_path, pack.vocabulary_place, context)) {
    pack.vocabulary_sha256 = sha256_hex(fields->text());
    if (auto loaded = table::load_vocabulary(*fields, context.sink)) pack.vocabulary = std::move(*loaded);
  }
  if (context.sink.num_errors() > errors_before) return std::nullopt;
  return pack;
}

std::string list_editions(const std::vector<Edition>& editions) {
  std::vector<std::string> texts;
  for (const Edition& edition : editions)
    texts.push_back(fmt::format("{} ({}–{})", edition.id, edition.from_year, edition.to_year));
  return fmt::format("{}", fmt::join(texts, ", "));
}

const Edition* find_edition(const PackIndex& pack, int fiscal_year) {
  for (const Edition& edition : pack.editions)
    if (edition.from_year <= fiscal_year && fiscal_year <= edition.to_year) return &edition;
  return nullptr;
}

void describe_pack(toml_doc::Shape& shape) {
  MemoryFileSystem files;
  diag::SourceMap sources;
  diag::Sink ignored;
  TableReader reader(shape.table(), {}, {}, ignored);
  (void)read_pack(reader, {}, {files, sources, ignored});
}

}  // namespace kijun::policy
