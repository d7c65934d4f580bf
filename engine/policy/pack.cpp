#include "engine/policy/pack.h"

#include "engine/base/sha256.h"
#include "engine/policy/policy_diagnostics.h"
#include "engine/table/vocabulary_file.h"
#include "engine/toml/table_reader.h"

namespace kijun::policy {
namespace {

using toml_doc::TableReader;

const diag::Source* read_source(const std::string& path, diag::Span place, LoadContext context) {
  Result<std::string> text = context.files.read(path);
  if (!text) {
    context.sink.report(kUnreadableFile, place, path, text.error().message);
    return nullptr;
  }
  return &context.sources.add(path, std::move(*text));
}

/// Reads only the head of an edition; its rules are read when it is chosen.
std::optional<Edition> read_edition(const std::string& path, diag::Span place, LoadContext context) {
  const diag::Source* source = read_source(path, place, context);
  if (source == nullptr) return std::nullopt;
  const std::optional<toml_doc::Table> document = toml_doc::parse_document(*source, context.sink);
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

void add_edition(Pack& pack, Edition edition, diag::Span place, LoadContext context) {
  for (const Edition& other : pack.editions)
    if (edition.from_year <= other.to_year && other.from_year <= edition.to_year)
      context.sink.report(kOverlappingEditions, place, other.id, edition.id);
  pack.editions.push_back(std::move(edition));
}

}  // namespace

std::optional<Pack> load_pack(const std::string& path, LoadContext context) {
  const std::size_t errors_before = context.sink.num_errors();
  const std::string file = context.files.is_directory(path) ? join_path(path, "pack.toml") : path;
  const diag::Source* source = read_source(file, {}, context);
  if (source == nullptr) return std::nullopt;
  const std::optional<toml_doc::Table> document = toml_doc::parse_document(*source, context.sink);
  if (!document) return std::nullopt;
  TableReader reader(*document, diag::Span{source, 0, 0}, file, context.sink);
  const toml_doc::Table* head = reader.table("pack");
  if (head == nullptr) {
    (void)reader.require_text("pack");
    return std::nullopt;
  }
  TableReader inner(*head, reader.span_of("pack"), "[pack]", context.sink);
  Pack pack;
  pack.directory = parent_path(file);
  pack.id = inner.require_string("id").value_or("");
  pack.version = inner.require_string("version").value_or("");
  pack.title = inner.require_localized("title").value_or(LocalizedText{});
  if (const auto vocabulary = inner.require_text("vocabulary")) {
    pack.vocabulary_path = join_path(pack.directory, vocabulary->text());
    if (const diag::Source* fields = read_source(pack.vocabulary_path, vocabulary->span(), context)) {
      pack.vocabulary_sha256 = sha256_hex(fields->text());
      if (auto loaded = table::load_vocabulary(*fields, context.sink)) pack.vocabulary = std::move(*loaded);
    }
  }
  for (const diag::EmbeddedText& edition : inner.strings("editions"))
    if (auto read = read_edition(join_path(pack.directory, edition.text()), edition.span(), context))
      add_edition(pack, std::move(*read), edition.span(), context);
  inner.finish();
  reader.finish();
  if (context.sink.num_errors() > errors_before) return std::nullopt;
  return pack;
}

const Edition* find_edition(const Pack& pack, int fiscal_year) {
  for (const Edition& edition : pack.editions)
    if (edition.from_year <= fiscal_year && fiscal_year <= edition.to_year) return &edition;
  return nullptr;
}

}  // namespace kijun::policy
