#include "engine/toml/shape.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace kijun::toml_doc {

Shape::Shape() {
  Table table;
  table.shape = this;
  value_.data = std::move(table);
}

void Shape::preset(std::string_view key, std::string_view word) {
  const diag::Source& literal = presets_.emplace_back(std::string(), fmt::format("\"{}\"", word));
  Value value;
  value.data = diag::EmbeddedText::verbatim(literal, 1, 1 + word.size());
  value.span = {&literal, 0, literal.text().size()};
  std::get<Table>(value_.data).entries.push_back({std::string(key), value.span, {std::move(value)}});
}

void Shape::preset_tables(std::string_view key) {
  const Value& described = ask(key, Kind::kTables).inner->value();
  Value array;
  array.data = Array{{described}};
  std::get<Table>(value_.data).entries.push_back({std::string(key), {}, {std::move(array)}});
}

const diag::EmbeddedText* Shape::preset_word(std::string_view key) const {
  const Value* value = table().find(key);
  return value == nullptr ? nullptr : value->as_string();
}

Shape::Key& Shape::ask(std::string_view key, Kind kind) {
  const auto found = std::find_if(keys_.begin(), keys_.end(), [&](const Key& known) { return known.name == key; });
  Key& asked = found != keys_.end() ? *found : keys_.emplace_back(Key{std::string(key)});
  if (asked.kind == Kind::kAny || (asked.kind == Kind::kString && kind != Kind::kAny)) asked.kind = kind;
  const bool is_nested = kind == Kind::kTable || kind == Kind::kTables;
  if (is_nested && asked.inner == nullptr) asked.inner = std::make_unique<Shape>();
  return asked;
}

Shape& Shape::inner(std::string_view key) {
  const auto found = std::find_if(keys_.begin(), keys_.end(), [&](const Key& known) { return known.name == key; });
  return found != keys_.end() && found->inner != nullptr ? *found->inner : *ask(key, Kind::kTable).inner;
}

Shape& Shape::under_any_key() {
  if (any_key_ == nullptr) any_key_ = std::make_unique<Shape>();
  return *any_key_;
}

Shape& Shape::add_variant() { return *variants_.emplace_back(std::make_unique<Shape>()); }

}  // namespace kijun::toml_doc
