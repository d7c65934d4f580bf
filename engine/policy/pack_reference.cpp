#include "engine/policy/pack_reference.h"

#include <fmt/format.h>

#include "engine/policy/policy_diagnostics.h"

namespace kijun::policy {
namespace {

constexpr std::string_view kPrefix = "pack:";

/// `pack:ID@MAJOR`.
struct Reference {
  std::string id;
  std::string major;
};

std::optional<Reference> parse_reference(std::string_view text) {
  const std::size_t at = text.find('@');
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view id = referenced_id(text);
  const std::string_view major = text.substr(at + 1);
  const bool sound_id = !id.empty() && id.find_first_of("/\\.") == std::string_view::npos;
  const bool sound_major = !major.empty() && major.find_first_not_of("0123456789") == std::string_view::npos;
  if (!sound_id || !sound_major) return std::nullopt;
  return Reference{std::string(id), std::string(major)};
}

std::int64_t year_of(const toml_doc::Table& head, std::string_view end) {
  const toml_doc::Value* years = head.find("fiscal_years");
  const toml_doc::Table* range = years == nullptr ? nullptr : years->as_table();
  const toml_doc::Value* year = range == nullptr ? nullptr : range->find(end);
  const std::int64_t* number = year == nullptr ? nullptr : year->as_int();
  return number == nullptr ? 0 : *number;
}

}  // namespace

bool is_pack_reference(std::string_view text) { return text.starts_with(kPrefix); }

std::string_view referenced_id(std::string_view reference) {
  reference.remove_prefix(kPrefix.size());
  return reference.substr(0, reference.find('@'));
}

std::string pack_reference(const PackIndex& pack) {
  return fmt::format("{}{}@{}", kPrefix, pack.id, pack.version.substr(0, pack.version.find('.')));
}

std::optional<std::string> find_pack_file(std::string_view id, const LoadContext& context) {
  for (const std::string& folder : context.pack_folders) {
    std::string path = join_path(join_path(folder, id), "pack.toml");
    if (context.files.is_file(path)) return path;
  }
  return std::nullopt;
}

std::optional<PackIndex> find_pack(const diag::EmbeddedText& reference, const LoadContext& context) {
  const std::optional<Reference> parsed = parse_reference(reference.text());
  if (!parsed) {
    context.sink.report(kPackReference, reference.span(), reference.text());
    return std::nullopt;
  }
  const std::optional<std::string> path = find_pack_file(parsed->id, context);
  if (!path) {
    const std::string folders =
        context.pack_folders.empty() ? "–" : fmt::format("{}", fmt::join(context.pack_folders, ", "));
    context.sink.report(kPackNotFound, reference.span(), parsed->id, folders);
    return std::nullopt;
  }
  std::optional<PackIndex> pack = load_pack_index(*path, context);
  if (pack && pack->version != parsed->major && !pack->version.starts_with(parsed->major + ".")) {
    context.sink.report(kPackVersion, reference.span(), parsed->id, pack->version, parsed->major);
    return std::nullopt;
  }
  return pack;
}

std::optional<Edition> find_pack_edition(const diag::EmbeddedText& reference, const toml_doc::Table& head,
                                         const LoadContext& context) {
  const std::optional<PackIndex> pack = find_pack(reference, context);
  if (!pack) return std::nullopt;
  const auto from = static_cast<int>(year_of(head, "from"));
  const auto to = static_cast<int>(year_of(head, "to"));
  const Edition* edition = find_edition(*pack, from);
  if (edition != nullptr && to <= edition->to_year) return *edition;
  context.sink.report(kNoPackEdition, reference.span(), pack->id, from, to, list_editions(pack->editions));
  return std::nullopt;
}

}  // namespace kijun::policy
