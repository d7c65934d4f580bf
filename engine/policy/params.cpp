#include "engine/policy/params.h"

#include <algorithm>

#include "engine/policy/policy_diagnostics.h"
#include "engine/toml/table_reader.h"

namespace kijun::policy {
namespace {

using toml_doc::Entry;
using toml_doc::Table;
using toml_doc::TableReader;
using toml_doc::Value;

/// The literal a parameter's type shows in: of a table its `value`, or the first of its `values`.
const Value& sample_of(const Value& value) {
  const Table* table = value.as_table();
  if (table == nullptr) return value;
  if (const Value* inner = table->find("value")) return *inner;
  const Value* values = table->find("values");
  const bool has_first = values != nullptr && values->as_array() != nullptr && !values->as_array()->elements.empty();
  if (!has_first) return value;
  const Table* first = values->as_array()->elements.front().as_table();
  const Value* inner = first == nullptr ? nullptr : first->find("value");
  return inner == nullptr ? value : *inner;
}

void erase(Table& table, std::string_view key) {
  std::erase_if(table.entries, [&](const Entry& entry) { return entry.key == key; });
}

/// The change as a table: `x = 1` says no more than `x = { value = 1 }`.
Table as_table(const Entry& change) {
  const Value& value = change.value.front();
  if (const Table* table = value.as_table()) return *table;
  return Table{{Entry{"value", change.key_span, {value}}}};
}

void lay_param(Entry& known, const Entry& change, Override& layer) {
  Table merged = as_table(known);
  const Table said = as_table(change);
  if (said.find("values") != nullptr) erase(merged, "value");
  if (said.find("value") != nullptr) erase(merged, "values");
  layer.lay("params." + change.key, merged, said);
  known.key_span = change.key_span;
  known.value.front() = Value{std::move(merged), change.value.front().span};
}

class ParamReader {
 public:
  ParamReader(Date as_of, diag::Sink& sink) : as_of_(as_of), sink_(sink) {}

  Param read(const Entry& entry) {
    Param param;
    param.id = entry.key;
    param.span = entry.key_span;
    const Value& value = entry.value.front();
    if (value.as_table() == nullptr) {
      read_value(param, value);
      return param;
    }
    TableReader reader(*value.as_table(), value.span, "params." + entry.key, sink_);
    if (reader.has("values"))
      read_dated(param, reader);
    else if (const Value* inner = reader.value("value"))
      read_value(param, *inner);
    else
      (void)reader.require_text("value");
    param.unit = reader.string("unit").value_or("");
    param.description = reader.localized("description").value_or(LocalizedText{});
    for (const diag::EmbeddedText& basis : reader.strings("basis")) param.basis.push_back(basis.text());
    reader.finish();
    return param;
  }

 private:
  void read_dated(Param& param, TableReader& reader) {
    const Value* current = nullptr;
    for (const Value* element : reader.tables("values")) {
      TableReader inner(*element->as_table(), element->span, "values", sink_);
      const std::optional<Date> from = inner.require_date("from");
      const Value* value = inner.value("value");
      if (value == nullptr) (void)inner.require_text("value");
      inner.finish();
      if (!from || value == nullptr) continue;
      if (!param.changes.empty() && *from <= param.changes.back())
        sink_.report(kParamOrder, inner.span_of("from"), param.id, from->iso(), param.changes.back().iso());
      param.changes.push_back(*from);
      if (*from <= as_of_) current = value;
    }
    if (current != nullptr)
      read_value(param, *current);
    else if (!param.changes.empty())
      sink_.report(kParamNotYet, param.span, param.id, as_of_.iso(), param.changes.front().iso());
  }

  void read_value(Param& param, const Value& value) {
    if (const bool* flag = value.as_bool())
      param.value = *flag;
    else if (const std::int64_t* integer = value.as_int())
      param.value = *integer;
    else if (const double* number = value.as_double())
      param.value = *number;
    else if (const Date* date = value.as_date())
      param.value = *date;
    else if (const diag::EmbeddedText* text = value.as_string())
      param.value = text->text();
    else
      sink_.report(kParamType, value.span, param.id);
  }

  Date as_of_;
  diag::Sink& sink_;
};

}  // namespace

void lay_params(Table& target, const Table& change, Override& layer, diag::Sink& sink) {
  for (const Entry& entry : change.entries) {
    Entry* known = find_entry(target, entry.key);
    if (known == nullptr) {
      target.entries.push_back(entry);
      continue;
    }
    const Value& before = sample_of(known->value.front());
    const Value& after = sample_of(entry.value.front());
    if (before.as_table() == nullptr && after.as_table() == nullptr && before.data.index() != after.data.index()) {
      sink.report(kParamRetyped, after.span, entry.key, toml_doc::type_name(before), toml_doc::type_name(after))
          .notes.push_back({before.span, {"先の値はここです", "the value so far is here"}});
    } else {
      lay_param(*known, entry, layer);
    }
  }
}

Param read_param(const Entry& entry, Date as_of, diag::Sink& sink) { return ParamReader(as_of, sink).read(entry); }

void describe_param(toml_doc::Shape& shape) {
  diag::Sink ignored;
  toml_doc::Shape& plain = shape.add_variant();
  (void)read_param({"", {}, {plain.value()}}, {}, ignored);
  toml_doc::Shape& dated = shape.add_variant();
  dated.preset_tables("values");
  (void)read_param({"", {}, {dated.value()}}, {}, ignored);
}

}  // namespace kijun::policy
