#include "engine/survey/register_file.h"

#include <set>
#include <utility>

#include "engine/survey/municipalities_csv.h"
#include "engine/survey/register_diagnostics.h"
#include "engine/toml/table_reader.h"

namespace kijun::survey {
namespace {

using toml_doc::TableReader;

/// The head of register.toml with the files it names.
struct RegisterFile {
  RegisterHead head;
  diag::Span prefecture_span;
  std::optional<diag::EmbeddedText> municipalities, zones, bodies, glossary;
  bool has_zone_term = false;
};

std::optional<RegisterFile> read_head(TableReader& reader, diag::Sink& sink) {
  const toml_doc::Table* table = reader.table("register");
  reader.report_absent("register");
  reader.finish();
  if (table == nullptr) return std::nullopt;

  TableReader inner(*table, reader.span_of("register"), "[register]", sink);
  RegisterFile file;
  file.head.id = inner.require_string("id").value_or("");
  file.head.title = inner.require_localized("title").value_or(LocalizedText{});
  file.head.prefecture = inner.string("prefecture").value_or("");
  const std::optional<LocalizedText> zone_term = inner.localized("zone_term");
  file.has_zone_term = zone_term.has_value();
  file.head.zone_term = zone_term.value_or(LocalizedText{"圏域", "zone"});
  file.prefecture_span = inner.span_of("prefecture");
  file.municipalities = inner.require_text("municipalities");
  file.zones = inner.text("zones");
  file.bodies = inner.text("bodies");
  file.glossary = inner.text("glossary");
  inner.finish();
  return file;
}

std::vector<Zone> read_zones(TableReader& reader, diag::Sink& sink) {
  std::vector<Zone> zones;
  std::set<std::string> ids;
  for (const toml_doc::Value* value : reader.tables("zone")) {
    TableReader inner(*value->as_table(), value->span, "[[zone]]", sink);
    Zone zone;
    zone.id = inner.require_string("id").value_or("");
    zone.span = inner.span_of("id");
    zone.name = inner.require_localized("name").value_or(LocalizedText{});
    zone.order = inner.require_integer("order").value_or(0);
    inner.finish();
    if (!ids.insert(zone.id).second) sink.report(kDuplicateGroup, zone.span, zone.id);
    zones.push_back(std::move(zone));
  }
  reader.finish();
  return zones;
}

std::optional<RegisterFile> load_head(const diag::Source& source, diag::Sink& sink) {
  const auto document = toml_doc::parse_document(source, sink);
  if (!document) return std::nullopt;
  TableReader reader(*document, {&source, 0, 0}, source.path(), sink);
  return read_head(reader, sink);
}

std::vector<Zone> load_zones(const diag::Source& source, diag::Sink& sink) {
  const auto document = toml_doc::parse_document(source, sink);
  if (!document) return {};
  TableReader reader(*document, {&source, 0, 0}, source.path(), sink);
  return read_zones(reader, sink);
}

}  // namespace

LoadedRegister load_register(const std::string& directory, const std::string& name, diag::Span place,
                             LoadContext& context) {
  const std::size_t errors_before = context.sink.num_errors();
  LoadedRegister loaded;
  loaded.path = join_path(directory, name);
  const diag::Source* source =
      load_input({"register", directory, name, Encoding::kUtf8, place}, context, loaded.inputs);
  if (source == nullptr) return loaded;
  std::optional<RegisterFile> file = load_head(*source, context.sink);
  if (!file || !file->municipalities) return loaded;

  const auto open = [&](const char* role, const diag::EmbeddedText& named) {
    return load_input({role, directory, join_path(parent_path(name), named.text()), Encoding::kUtf8, named.span()},
                      context, loaded.inputs);
  };
  const diag::Source* municipalities_csv = open("municipalities", *file->municipalities);
  const diag::Source* zones_toml = file->zones ? open("zones", *file->zones) : nullptr;
  const diag::Source* bodies_toml = file->bodies ? open("bodies", *file->bodies) : nullptr;
  const diag::Source* glossary_toml = file->glossary ? open("glossary", *file->glossary) : nullptr;
  if (glossary_toml != nullptr) loaded.glossary = load_glossary(*glossary_toml, context.sink);
  // What the register itself says is in its own words already.
  if (!file->has_zone_term) file->head.zone_term = loaded.glossary.glossary.reword(file->head.zone_term);
  std::vector<Zone> zones = zones_toml != nullptr ? load_zones(*zones_toml, context.sink) : std::vector<Zone>();
  if (municipalities_csv == nullptr) return loaded;
  std::vector<Municipality> municipalities = load_municipalities(*municipalities_csv, zones, context.sink);

  auto reg = std::make_unique<const Register>(file->head, std::move(municipalities), std::move(zones));
  const Municipality* prefecture = reg->prefecture();
  if (!file->head.prefecture.empty() && (prefecture == nullptr || prefecture->is_municipality()))
    context.sink.report(kWrongPrefecture, file->prefecture_span, file->head.prefecture);
  if (bodies_toml != nullptr) loaded.bodies = load_bodies(*bodies_toml, *reg, context.sink);
  if (context.sink.num_errors() == errors_before) loaded.reg = std::move(reg);
  return loaded;
}

void describe_register(toml_doc::Shape& shape) {
  diag::Sink ignored;
  TableReader reader(shape.table(), {}, {}, ignored);
  (void)read_head(reader, ignored);
}

void describe_zones(toml_doc::Shape& shape) {
  diag::Sink ignored;
  TableReader reader(shape.table(), {}, {}, ignored);
  (void)read_zones(reader, ignored);
}

}  // namespace kijun::survey
