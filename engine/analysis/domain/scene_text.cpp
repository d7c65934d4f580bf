#include "engine/analysis/domain/scene_text.h"

#include <fmt/format.h>

#include "engine/audit/wording/value_phrases.h"
#include "engine/table/group.h"
#include "engine/toml/literal.h"

namespace kijun::analysis {
namespace {

using cel::Value;
using table::MissingReason;
using toml_doc::string_literal;

/// The year of a link to the survey of a year, else nothing.
std::string_view year_of(std::string_view link) { return link.starts_with("at ") ? link.substr(3) : ""; }

std::string value_toml(const Value& value, table::FieldType type) {
  if (const bool* truth = value.as<bool>()) return *truth ? "true" : "false";
  if (const auto* number = value.as<std::int64_t>()) return fmt::format("{}", *number);
  if (const auto* number = value.as<double>()) return toml_doc::float_literal(*number);
  if (const Date* date = value.as<Date>()) return date->iso();
  if (const auto* text = value.as<std::string>())
    return type == table::FieldType::kDecimal ? *text : string_literal(*text);
  std::string list;
  if (const cel::List* elements = value.as_list())
    for (const Value& element : *elements) list += (list.empty() ? "" : ", ") + value_toml(element, type);
  return "[" + list + "]";
}

/// Writes scenes as inline tables.
class TomlWriter {
 public:
  explicit TomlWriter(const audit::Plan& plan) : plan_(plan) {}

  std::string table(const Scene& scene, const std::string& id, const std::string& settings) const {
    std::string keys;
    const auto add = [&](const std::string& key, const std::string& value) {
      keys += fmt::format("{}{} = {}", keys.empty() ? "" : ", ", key, value);
    };
    if (!id.empty()) add("id", string_literal(id));
    for (const auto& [field, answer] : scene.attributes) add_answer(add, field, answer, attribute_type(field));
    for (const auto& [field, answer] : scene.fields) {
      const auto index = plan_.vocabulary->find(field);
      if (index) add_answer(add, field, answer, plan_.vocabulary->field(*index).type);
    }
    if (scene.kind == "prefecture") add("kind", string_literal(scene.kind));
    if (!scene.text.empty()) add("name", string_literal(scene.text));
    for (const auto& [link, scenes] : scene.links)
      if (const std::string written = year_of(link).empty() ? linked(link, scenes) : ""; !written.empty())
        add(written_name(link), written);
    if (const std::string earlier = earlier_years(scene); !earlier.empty()) add("previous", earlier);
    if (!settings.empty()) keys += (keys.empty() ? "" : ", ") + settings;
    return keys.empty() ? "{}" : "{ " + keys + " }";
  }

 private:
  template <class Add>
  static void add_answer(const Add& add, const std::string& id, const Answer& answer, table::FieldType type) {
    if (answer.missing != MissingReason::kNone)
      add(id, fmt::format("{{ missing = \"{}\" }}", table::reason_id(answer.missing)));
    else
      add(id, value_toml(answer.value, type));
  }

  [[nodiscard]] table::FieldType attribute_type(const std::string& id) const {
    for (const table::GroupKind& kind : plan_.profile.groups)
      for (const table::GroupAttribute& attribute : kind.attributes)
        if (attribute.id == id) return attribute.type;
    return table::FieldType::kString;
  }

  /// Surveys of certain years, the latest first, each the previous one of that after it.
  [[nodiscard]] std::string earlier_years(const Scene& scene) const {
    std::string earlier;
    for (const auto& [link, scenes] : scene.links) {
      if (year_of(link).empty() || scenes.empty()) continue;
      std::string settings = fmt::format("fiscal_year = {}", year_of(link));
      if (!earlier.empty()) settings += ", previous = " + earlier;
      earlier = table(scenes.front(), "", settings);
    }
    return earlier;
  }

  /// As examples name it: a link is named by its group kind here, and by its handle there.
  [[nodiscard]] std::string written_name(const std::string& link) const {
    for (const table::GroupKind& kind : plan_.profile.groups)
      if (kind.id == link) return kind.handle;
    return link;
  }

  [[nodiscard]] std::string linked(const std::string& link, const std::vector<Scene>& scenes) const {
    if (link == "members" || written_name(link) == "bodies") {
      std::string list;
      for (std::size_t i = 0; i < scenes.size(); ++i)
        list += (i == 0 ? "" : ", ") + table(scenes[i], link == "members" ? "" : fmt::format("b{}", i + 1), "");
      return "[" + list + "]";
    }
    return scenes.empty() ? "" : table(scenes.front(), "", "");
  }

  const audit::Plan& plan_;
};

/// Writes scenes in words.
class SceneWords {
 public:
  SceneWords(const audit::Plan& plan, Language language) : plan_(plan), language_(language) {}

  std::string describe(const Scene& scene) const {
    std::vector<std::string> parts;
    for (const auto& [id, answer] : scene.fields)
      if (const auto index = plan_.vocabulary->find(id)) {
        const table::Field& field = plan_.vocabulary->field(*index);
        parts.push_back(pair(field.label.in(language_), answer_word(answer, &field)));
      }
    for (const auto& [id, answer] : scene.attributes)
      parts.push_back(pair(audit::attribute_words(id).in(language_), answer_word(answer, nullptr)));
    if (!scene.kind.empty()) parts.push_back(pair(japanese() ? "種類" : "kind", scene.kind));
    if (!scene.text.empty()) parts.push_back(pair(japanese() ? "名称" : "name", scene.text));
    for (const auto& [link, scenes] : scene.links) parts.push_back(link_words(scene, link, scenes));
    return fmt::format("{}", fmt::join(parts, japanese() ? "、" : ", "));
  }

 private:
  [[nodiscard]] bool japanese() const { return language_ == Language::kJapanese; }
  [[nodiscard]] bool is_municipal() const { return plan_.vocabulary->member_kind() == "municipality"; }
  [[nodiscard]] std::string pair(const std::string& name, const std::string& value) const {
    return fmt::format("{}{}{}", name, japanese() ? "＝" : " = ", value);
  }

  [[nodiscard]] std::string link_name(const std::string& link) const {
    if (link == "members") return japanese() ? (is_municipal() ? "構成市町村" : "構成団体等") : "members";
    if (link == "previous") return japanese() ? "前回の調査" : "previous survey";
    if (const std::string_view year = year_of(link); !year.empty())
      return fmt::format(fmt::runtime(japanese() ? "{}年度の調査" : "survey of FY{}"), year);
    for (const table::GroupKind& kind : plan_.profile.groups)
      if (kind.id == link) return kind.title.in(language_);
    return link;
  }

  [[nodiscard]] std::string link_words(const Scene& scene, const std::string& link,
                                       const std::vector<Scene>& scenes) const {
    if (const auto gap = scene.gaps.find(link); gap != scene.gaps.end())
      return pair(link_name(link), std::string(table::reason_label(gap->second).in(language_)));
    std::vector<std::string> parts;
    for (const Scene& one : scenes) parts.push_back(fmt::format("[{}]", describe(one)));
    const std::string none = japanese() ? "なし" : "none";
    return pair(link_name(link), parts.empty() ? none : fmt::format("{}", fmt::join(parts, "")));
  }

  [[nodiscard]] std::string answer_word(const Answer& answer, const table::Field* field) const {
    if (answer.missing != MissingReason::kNone) return std::string(table::reason_label(answer.missing).in(language_));
    const auto* text = answer.value.as<std::string>();
    if (text != nullptr && field != nullptr)
      if (const auto index = field->value_index(*text)) return field->values[*index].label.in(language_);
    if (const bool* truth = answer.value.as<bool>())
      return japanese() ? (*truth ? "はい" : "いいえ") : (*truth ? "yes" : "no");
    if (text != nullptr) return japanese() ? "「" + *text + "」" : "\"" + *text + "\"";
    return value_toml(answer.value, field == nullptr ? table::FieldType::kString : field->type);
  }

  const audit::Plan& plan_;
  Language language_;
};

}  // namespace

std::string given_text(const Scene& scene, const audit::Plan& plan, const Date* as_of) {
  return TomlWriter(plan).table(scene, "", as_of == nullptr ? "" : "as_of = " + as_of->iso());
}

std::string scene_text(const Scene& scene, const audit::Plan& plan, Language language) {
  return SceneWords(plan, language).describe(scene);
}

}  // namespace kijun::analysis
