#include "engine/cli/schema_json.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "engine/cli/config.h"
#include "engine/cli/schema_texts.h"
#include "engine/policy/pack.h"
#include "engine/policy/ruleset_loader.h"
#include "engine/survey/bodies.h"
#include "engine/survey/decisions.h"
#include "engine/survey/glossary_file.h"
#include "engine/survey/manifest.h"
#include "engine/survey/register_file.h"
#include "engine/table/vocabulary_file.h"

namespace kijun::cli {
namespace {

using Json = nlohmann::ordered_json;
using toml_doc::Shape;

constexpr std::array kKinds{
    SchemaKind{"ruleset", {"規則集（[[rule]]のファイル）", "a ruleset: a file of [[rule]]"}, policy::describe_ruleset},
    SchemaKind{"pack", {"規則パック（pack.toml）", "a rule pack (pack.toml)"}, policy::describe_pack},
    SchemaKind{"vocabulary", {"項目一覧（fields.toml）", "a vocabulary (fields.toml)"}, table::describe_vocabulary},
    SchemaKind{"survey", {"調査の説明（survey.toml）", "a survey's manifest (survey.toml)"}, survey::describe_manifest},
    SchemaKind{"decisions", {"判断の記録（decisions.toml）", "decisions (decisions.toml)"}, survey::describe_decisions},
    SchemaKind{"register", {"団体一覧（register.toml）", "a register (register.toml)"}, survey::describe_register},
    SchemaKind{"zones", {"圏域（zones.toml）", "zones (zones.toml)"}, survey::describe_zones},
    SchemaKind{"bodies", {"共同の会議体（bodies.toml）", "joint bodies (bodies.toml)"}, survey::describe_bodies},
    SchemaKind{"glossary", {"用語集（glossary.toml）", "a glossary (glossary.toml)"}, survey::describe_glossary},
    SchemaKind{"kijun", {"既定の設定（kijun.toml）", "defaults (kijun.toml)"}, describe_config}};

/// Officers and researchers read the same tooltip.
std::string both(const LocalizedView& text) { return fmt::format("{} / {}", text.ja, text.en); }

/// `[[override]]` takes any key of what it changes, and changes a list by adding to it or replacing it.
constexpr std::string_view kOverride = "override";
constexpr std::array<std::string_view, 6> kOverridable{"rule", "indicator", "band_set", "condition", "basis", "group"};

class SchemaWriter {
 public:
  explicit SchemaWriter(std::string_view kind) : kind_(kind) {}

  [[nodiscard]] Json document(const Shape& shape, const LocalizedView& title) const {
    Json schema{{"$schema", "http://json-schema.org/draft-04/schema#"}, {"title", both(title)}};
    schema.update(table(shape, std::string(kind_)));
    refer_to_sections(schema["properties"]);
    return schema;
  }

 private:
  /// An amendment holds the sections of the file itself: said once.
  static void refer_to_sections(Json& sections) {
    const auto amendment = sections.find("amendment");
    if (amendment == sections.end()) return;
    for (auto& [name, schema] : (*amendment)["items"]["properties"].items())
      if (sections.contains(name) && sections[name] == schema) schema = Json{{"$ref", "#/properties/" + name}};
  }

  [[nodiscard]] Json table(const Shape& shape, const std::string& path) const {
    if (shape.variants().empty()) return object(shape, path);
    Json forms = Json::array();
    for (const auto& variant : shape.variants()) forms.push_back(object(*variant, path));
    return {{"oneOf", std::move(forms)}};
  }

  [[nodiscard]] Json object(const Shape& shape, const std::string& path) const {
    Json properties = Json::object();
    Json required = Json::array();
    for (const Shape::Key& key : shape.keys()) {
      properties[key.name] = property(shape, key, fmt::format("{}.{}", path, key.name));
      if (key.required) required.push_back(key.name);
    }
    Json schema{{"type", "object"}, {"properties", std::move(properties)}};
    if (!required.empty()) schema["required"] = std::move(required);
    if (shape.any_key() != nullptr)
      schema["additionalProperties"] = with_fragment(table(*shape.any_key(), path + ".*"), path + ".*");
    else if (shape.closed())
      schema["additionalProperties"] = false;
    return schema;
  }

  [[nodiscard]] Json property(const Shape& owner, const Shape::Key& key, const std::string& path) const {
    const SchemaText* text = find_schema_text(path);
    Json schema{{"description", text == nullptr ? std::string() : both(text->description)}};
    if (key.name == kOverride)
      schema.update(Json{{"type", "array"}, {"items", override_of(owner, path)}});
    else if (const diag::EmbeddedText* preset = owner.preset_word(key.name))
      schema.update(Json{{"type", "string"}, {"enum", {preset->text()}}});
    else
      schema.update(with_fragment(value(key, path), path));
    return schema;
  }

  /// What a reader takes in more than one form is written down beside its description.
  [[nodiscard]] static Json with_fragment(Json schema, const std::string& path) {
    const SchemaText* text = find_schema_text(path);
    if (text == nullptr || text->fragment.empty()) return schema;
    Json forms = Json::parse(text->fragment);
    if (schema.contains("properties") || schema.contains("oneOf")) forms["anyOf"].push_back(std::move(schema));
    return forms;
  }

  [[nodiscard]] Json value(const Shape::Key& key, const std::string& path) const {
    switch (key.kind) {
      case Shape::Kind::kAny:
        return Json::object();
      case Shape::Kind::kString:
        return {{"type", "string"}};
      case Shape::Kind::kBoolean:
        return {{"type", "boolean"}};
      case Shape::Kind::kInteger:
        return {{"type", "integer"}};
      case Shape::Kind::kNumber:
        return {{"type", "number"}};
      case Shape::Kind::kDate:
        return {{"type", "string"}, {"format", "date"}};
      case Shape::Kind::kLocalized:
        return {{"type", "object"},
                {"properties", {{"ja", {{"type", "string"}}}, {"en", {{"type", "string"}}}}},
                {"required", {"ja", "en"}},
                {"additionalProperties", false}};
      case Shape::Kind::kStrings:
        return {{"type", "array"}, {"items", {{"type", "string"}}}};
      case Shape::Kind::kWord:
        return {{"type", "string"}, {"enum", key.words}};
      case Shape::Kind::kTable:
        return table(*key.inner, path);
      case Shape::Kind::kTables:
        return {{"type", "array"}, {"items", table(*key.inner, path)}};
    }
    return Json::object();
  }

  [[nodiscard]] Json override_of(const Shape& owner, const std::string& path) const {
    Json properties = Json::object();
    for (const std::string_view section : kOverridable) {
      const auto key = std::find_if(owner.keys().begin(), owner.keys().end(),
                                    [&](const Shape::Key& known) { return known.name == section; });
      if (key == owner.keys().end()) continue;
      const Json whole = object(*key->inner, fmt::format("{}.{}", path.substr(0, path.rfind('.')), section));
      for (const auto& [name, schema] : whole["properties"].items())
        if (!properties.contains(name)) properties[name] = changed(schema);
    }
    return {{"type", "object"},
            {"properties", std::move(properties)},
            {"required", {"id"}},
            {"additionalProperties", false}};
  }

  /// A list is added to or replaced. A list written as such is merged by id when it holds tables, and new otherwise.
  [[nodiscard]] static Json changed(const Json& schema) {
    if (schema.value("type", "") != "array") return schema;
    Json list = schema;
    list.erase("description");
    Json either = Json::array();
    for (const char* const how : {"add", "replace"})
      either.push_back(
          {{"type", "object"}, {"properties", {{how, list}}}, {"required", {how}}, {"additionalProperties", false}});
    if (list["items"].value("type", "") == "object") {
      list["items"].erase("required");
      for (auto& [name, inner] : list["items"]["properties"].items()) inner = changed(inner);
    }
    either.push_back(std::move(list));
    return {{"description", schema["description"]}, {"anyOf", std::move(either)}};
  }

  std::string_view kind_;
};

void add_paths(const Shape& shape, const std::string& path, std::vector<std::string>& paths) {
  for (const auto& variant : shape.variants()) add_paths(*variant, path, paths);
  for (const Shape::Key& key : shape.keys()) {
    const std::string inside = fmt::format("{}.{}", path, key.name);
    paths.push_back(inside);
    if (key.inner != nullptr) add_paths(*key.inner, inside, paths);
  }
  if (shape.any_key() != nullptr) add_paths(*shape.any_key(), path + ".*", paths);
}

}  // namespace

std::span<const SchemaKind> schema_kinds() { return kKinds; }

std::string schema_json(const SchemaKind& kind) {
  Shape shape;
  kind.describe(shape);
  return SchemaWriter(kind.id).document(shape, kind.title).dump(2) + "\n";
}

std::vector<std::string> schema_paths(const SchemaKind& kind) {
  Shape shape;
  kind.describe(shape);
  std::vector<std::string> paths;
  add_paths(shape, std::string(kind.id), paths);
  return paths;
}

}  // namespace kijun::cli
