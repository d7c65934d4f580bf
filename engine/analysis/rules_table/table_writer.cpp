/// The edits of one key of one entry belong together: a text of two languages is one value in TOML. Where every edited
/// value stands in the edition's own file they are put in its place. Else the whole value is written, with what it had
/// and the edits, into the entry's own table or its `[[override]]`, or into a new one at the end of the file.
#include "engine/analysis/rules_table/table_writer.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "engine/base/ascii.h"
#include "engine/toml/document.h"
#include "engine/toml/lines.h"
#include "engine/toml/literal.h"
#include "engine/toml/value_text.h"

namespace kijun::analysis {
namespace {

using toml_doc::Array;
using toml_doc::Entry;
using toml_doc::Table;

/// The edits of one key.
struct KeyEdit {
  const TableRow* row = nullptr;
  std::string key;
  std::vector<const TableEdit*> edits;
};

/// Bytes to put in the place of others.
struct Splice {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::string text;
};

/// Lines for an entry that the file does not have yet.
struct NewLines {
  std::string id;       ///< Of the override.
  std::string case_id;  ///< Empty: of the entry itself.
  std::vector<std::string> lines;
};

/// A text that no file has yet.
toml_doc::Value text_value(const std::string& text) {
  return {diag::EmbeddedText(text, nullptr, std::vector<std::size_t>(text.size() + 1)), {}};
}

/// An edited cell as TOML; `before` tells the type of a parameter.
toml_doc::Value value_from(const TableEdit& edit, const toml_doc::Value* before) {
  const CellType type = column_info(edit.column).type;
  const bool is_parameter = type == CellType::kValue && before != nullptr;
  if (type == CellType::kDate || (is_parameter && before->as_date() != nullptr))
    if (const std::optional<Date> day = Date::parse_iso(edit.text)) return {*day, {}};
  if (is_parameter && before->as_bool() != nullptr) return {edit.text == "true", {}};
  if (is_parameter && before->as_int() != nullptr) return {to_number<std::int64_t>(edit.text).value_or(0), {}};
  if (is_parameter && before->as_double() != nullptr) return {to_number<double>(edit.text).value_or(0), {}};
  if (type == CellType::kShare) return {to_number<double>(edit.text).value_or(0), {}};
  if (type != CellType::kIds) return text_value(edit.text);
  Array ids;
  for (std::size_t begin = 0; begin < edit.text.size();) {
    const std::size_t stop = std::min(edit.text.find(", ", begin), edit.text.size());
    ids.elements.push_back(text_value(edit.text.substr(begin, stop - begin)));
    begin = stop + std::string_view(", ").size();
  }
  return {std::move(ids), {}};
}

/// `value` with a leaf set; tables on the way are made.
void set_leaf(toml_doc::Value& value, std::span<const std::string_view> path, toml_doc::Value leaf) {
  if (path.empty()) {
    value = std::move(leaf);
    return;
  }
  Table* table = std::get_if<Table>(&value.data);
  if (table == nullptr) {
    value.data = Table{};
    table = std::get_if<Table>(&value.data);
  }
  for (Entry& entry : table->entries)
    if (entry.key == path.front()) return set_leaf(entry.value.front(), path.subspan(1), std::move(leaf));
  toml_doc::Value inner = text_value("");
  set_leaf(inner, path.subspan(1), std::move(leaf));
  table->entries.push_back({std::string(path.front()), {}, {std::move(inner)}});
}

bool is_inline(const toml_doc::Value& value) { return value.span.text().starts_with('{'); }

/// A table, or a list of tables, that does not stand within braces: under headers of its own, or by dotted keys.
bool has_header(const toml_doc::Value& value) {
  if (value.as_table() != nullptr) return !is_inline(value);
  const Array* array = value.as_array();
  return array != nullptr && !array->elements.empty() && array->elements.front().as_table() != nullptr &&
         !is_inline(array->elements.front());
}

const toml_doc::Value* find_element(const Table& table, std::string_view list, std::string_view id) {
  const toml_doc::Value* value = table.find(list);
  if (value == nullptr || value->as_array() == nullptr) return nullptr;
  for (const toml_doc::Value& element : value->as_array()->elements) {
    const toml_doc::Value* name = element.as_table() == nullptr ? nullptr : element.as_table()->find("id");
    if (name != nullptr && name->as_string() != nullptr && name->as_string()->text() == id) return &element;
  }
  return nullptr;
}

std::string_view section_of(RowKind kind) {
  switch (kind) {
    case RowKind::kBasis:
      return "basis";
    case RowKind::kCondition:
      return "condition";
    case RowKind::kGroup:
      return "group";
    case RowKind::kIndicator:
      return "indicator";
    case RowKind::kRule:
    case RowKind::kCase:
      return "rule";
    case RowKind::kRuleset:
    case RowKind::kParam:
    case RowKind::kBandSet:
    case RowKind::kBand:
      break;
  }
  return "";
}

class EditionWriter {
 public:
  EditionWriter(const diag::Source& source, Table document)
      : source_(source),
        text_(source.text()),
        document_(std::move(document)),
        line_break_(toml_doc::line_break(text_)) {}

  std::string write(const std::vector<TableEdit>& edits) {
    for (const KeyEdit& key : by_key(edits)) write_key(key);
    for (const NewLines& block : blocks_) write_block(block);
    return spliced();
  }

 private:
  static std::vector<KeyEdit> by_key(const std::vector<TableEdit>& edits) {
    std::vector<KeyEdit> keys;
    for (const TableEdit& edit : edits) {
      const bool of_param = edit.row->kind == RowKind::kParam;
      const std::string key = of_param ? edit.row->id : std::string(key_path(edit.row->kind, edit.column).front());
      const auto same = std::find_if(keys.begin(), keys.end(), [&](const KeyEdit& other) {
        const bool one_row = other.row == edit.row || (of_param && other.row->kind == RowKind::kParam);
        return one_row && other.key == key;
      });
      if (same == keys.end())
        keys.push_back({edit.row, key, {&edit}});
      else
        same->edits.push_back(&edit);
    }
    return keys;
  }

  void write_key(const KeyEdit& key) {
    const bool stands_here = std::all_of(key.edits.begin(), key.edits.end(), [&](const TableEdit* edit) {
      const toml_doc::Value* value = value_of(*edit->row, edit->column);
      return value != nullptr && value->span.source == &source_;
    });
    if (stands_here) {
      for (const TableEdit* edit : key.edits) replace_leaf(*edit);
    } else if (key.row->kind == RowKind::kParam) {
      write_param(key);
    } else {
      write_whole(key);
    }
  }

  void replace_leaf(const TableEdit& edit) {
    const toml_doc::Value& before = *value_of(*edit.row, edit.column);
    const std::string text = toml_doc::value_text(value_from(edit, &before));
    const bool replaces_list = column_info(edit.column).type == CellType::kIds && before.span.text().starts_with('{');
    replace(before.span, replaces_list ? fmt::format("{{ replace = {} }}", text) : text);
  }

  void replace(diag::Span span, std::string text) { splices_.push_back({span.begin, span.end, std::move(text)}); }

  // --- Whole values ---

  /// The value of a key with what it had and the edits.
  static toml_doc::Value edited_value(const KeyEdit& key) {
    const toml_doc::Value* before = key.row->table == nullptr ? nullptr : key.row->table->find(key.key);
    toml_doc::Value value = before == nullptr ? text_value("") : *before;
    for (const TableEdit* edit : key.edits) {
      const std::vector<std::string_view> path = key_path(edit->row->kind, edit->column);
      set_leaf(value, std::span(path).subspan(1), value_from(*edit, value_of(*edit->row, edit->column)));
    }
    return value;
  }

  void write_whole(const KeyEdit& key) {
    const Place place = find_place(*key.row);
    std::string text = toml_doc::value_text(edited_value(key));
    const bool is_list = column_info(key.edits.front()->column).type == CellType::kIds;
    if (is_list && place.is_override) text = fmt::format("{{ replace = {} }}", text);
    if (place.entry != nullptr)
      set_key(*place.entry, key.key, text);
    else
      new_lines(*key.row).push_back(fmt::format("{} = {}", toml_doc::key_text(key.key), text));
  }

  /// Where the file has an entry's keys, or could have them.
  struct Place {
    const toml_doc::Value* entry = nullptr;  ///< Null: nowhere yet.
    bool is_override = true;
  };

  [[nodiscard]] Place find_place(const TableRow& row) const {
    if (row.kind == RowKind::kRuleset) return {document_.find("ruleset"), false};
    Place place{find_element(document_, section_of(row.kind), row.id), false};
    if (place.entry == nullptr) place = {find_element(document_, "override", row.id), true};
    if (row.kind == RowKind::kCase && place.entry != nullptr)
      place.entry = find_element(*place.entry->as_table(), "case", row.part);
    return place;
  }

  void set_key(const toml_doc::Value& entry, const std::string& key, const std::string& text) {
    const Table& table = *entry.as_table();
    const toml_doc::Value* there = table.find(key);
    if (there != nullptr && has_header(*there)) return set_single_keys(entry, *there, key, text);
    if (there != nullptr) return replace(there->span, text);
    const std::string line = fmt::format("{} = {}", toml_doc::key_text(key), text);
    if (is_inline(entry)) {
      const std::size_t last = entry.span.end - 1;
      const bool is_empty = table.entries.empty();
      const std::size_t at = is_empty ? last : table.entries.back().value.front().span.end;
      splices_.push_back({at, at, (is_empty ? " " : ", ") + line + (is_empty ? " " : "")});
      return;
    }
    insert_line(entry, line);
  }

  /// A table that does not stand within braces gets what it lacks as lines.
  void set_single_keys(const toml_doc::Value& entry, const toml_doc::Value& there, const std::string& key,
                       const std::string& text) {
    diag::SourceMap sources;
    diag::Sink ignored;
    const std::optional<Table> whole = toml_doc::parse_document(sources.add("", "value = " + text + "\n"), ignored);
    const Table* wanted = whole ? whole->find("value")->as_table() : nullptr;
    if (wanted == nullptr) return;
    const bool is_dotted = !there.span.text().starts_with('[');
    for (const Entry& each : wanted->entries) {
      const std::string inner = toml_doc::value_text(each.value.front());
      const std::string name = (is_dotted ? toml_doc::key_text(key) + "." : "") + toml_doc::key_text(each.key);
      const toml_doc::Value* old = there.as_table()->find(each.key);
      if (old == nullptr)
        insert_line(is_dotted ? entry : there, fmt::format("{} = {}", name, inner));
      else if (toml_doc::value_text(*old) != inner)
        replace(old->span, inner);
    }
  }

  // --- Parameters ---

  void write_param(const KeyEdit& key) {
    const toml_doc::Value* params = document_.find("params");
    const toml_doc::Value* own = params == nullptr ? nullptr : params->as_table()->find(key.key);
    toml_doc::Value value = own == nullptr ? text_value("") : *own;
    if (own != nullptr && own->as_table() == nullptr) set_leaf(value, std::array<std::string_view, 1>{"value"}, *own);
    std::optional<toml_doc::Value> values;
    for (const TableEdit* edit : key.edits) {
      const std::vector<std::string_view> path = key_path(RowKind::kParam, edit->column);
      const toml_doc::Value leaf = value_from(*edit, value_of(*edit->row, edit->column));
      if (edit->row->part.empty()) {
        if (path.size() > 1) add_inherited(value, *edit->row->table, path.front());
        const bool is_list = leaf.as_array() != nullptr;
        const std::array<std::string_view, 2> list_path{path.front(), "replace"};
        set_leaf(value, is_list ? std::span<const std::string_view>(list_path) : path, leaf);
        continue;
      }
      if (!values) values = *edit->row->dated;
      Array& elements = *std::get_if<Array>(&values->data);
      const auto at = static_cast<std::size_t>(std::stoul(edit->row->part)) - 1;
      if (at < elements.elements.size()) set_leaf(elements.elements[at], path, leaf);
    }
    if (values) {
      const std::array<std::string_view, 2> path{"values", "replace"};
      set_leaf(value, path, *values);
    }
    const std::string text = toml_doc::value_text(value);
    const bool has_place = params != nullptr && (is_inline(*params) || params->span.text().starts_with('['));
    if (own != nullptr || has_place)
      set_key(*params, key.key, text);
    else
      new_params_.push_back(fmt::format("{} = {}", toml_doc::key_text(key.key), text));
  }

  /// A text of two languages is laid over as a whole: the one that is not edited too.
  static void add_inherited(toml_doc::Value& value, const Table& row, std::string_view key) {
    const Table* own = value.as_table();
    const toml_doc::Value* inherited = row.find(key);
    if (inherited != nullptr && (own == nullptr || own->find(key) == nullptr))
      set_leaf(value, std::array<std::string_view, 1>{key}, *inherited);
  }

  // --- Lines ---

  std::vector<std::string>& new_lines(const TableRow& row) {
    const std::string case_id = row.kind == RowKind::kCase ? row.part : "";
    const auto same = std::find_if(blocks_.begin(), blocks_.end(), [&](const NewLines& block) {
      return block.id == row.id && block.case_id == case_id;
    });
    if (same != blocks_.end()) return same->lines;
    // A case stands behind its entry.
    const auto after =
        std::find_if(blocks_.rbegin(), blocks_.rend(), [&](const NewLines& block) { return block.id == row.id; });
    return blocks_.insert(after.base(), {row.id, case_id, {}})->lines;
  }

  /// Behind the last key of a table that stands under its header.
  void insert_line(const toml_doc::Value& entry, const std::string& line) {
    diag::Span anchor = entry.span;
    for (const Entry& each : entry.as_table()->entries) {
      const toml_doc::Value& value = each.value.front();
      if (!has_header(value) && value.span.end > anchor.end)
        anchor = {anchor.source, each.key_span.begin, value.span.end};
    }
    insert_at(toml_doc::line_end(text_, anchor.end),
              toml_doc::indent_at(text_, anchor.begin) + line + std::string(line_break_));
  }

  void insert_at(std::size_t at, std::string text) {
    const bool follows_line = at == 0 || text_[at - 1] == '\n';
    splices_.push_back({at, at, (follows_line ? "" : std::string(line_break_)) + std::move(text)});
  }

  static std::size_t end_of(const toml_doc::Value& value) {
    std::size_t end = value.span.end;
    if (const Array* array = value.as_array())
      for (const toml_doc::Value& element : array->elements) end = std::max(end, end_of(element));
    if (const Table* table = value.as_table())
      for (const Entry& entry : table->entries) end = std::max(end, end_of(entry.value.front()));
    return end;
  }

  void write_block(const NewLines& block) {
    const toml_doc::Value* there = find_element(document_, "override", block.id);
    const auto first =
        std::find_if(blocks_.begin(), blocks_.end(), [&](const NewLines& other) { return other.id == block.id; });
    std::string lines;
    if (there == nullptr && &*first == &block)
      lines += fmt::format("{1}[[override]]{1}id = {0}{1}", toml_doc::string_literal(block.id), line_break_);
    const std::string indent = block.case_id.empty() ? "" : "  ";
    if (!block.case_id.empty())
      lines +=
          fmt::format("{1}  [[override.case]]{1}  id = {0}{1}", toml_doc::string_literal(block.case_id), line_break_);
    for (const std::string& line : block.lines) lines += indent + line + std::string(line_break_);
    insert_at(there == nullptr ? text_.size() : toml_doc::line_end(text_, end_of(*there)), lines);
  }

  std::string spliced() {
    if (!new_params_.empty()) {
      std::string lines = fmt::format("{0}[params]{0}", line_break_);
      for (const std::string& line : new_params_) lines += line + std::string(line_break_);
      insert_at(text_.size(), lines);
    }
    std::stable_sort(splices_.begin(), splices_.end(),
                     [](const Splice& a, const Splice& b) { return a.begin < b.begin; });
    std::string result;
    std::size_t at = 0;
    for (const Splice& splice : splices_) {
      result += text_.substr(at, splice.begin - at);
      result += splice.text;
      at = splice.end;
    }
    return result + std::string(text_.substr(at));
  }

  const diag::Source& source_;
  std::string_view text_;
  Table document_;
  std::string_view line_break_;
  std::vector<Splice> splices_;
  std::vector<NewLines> blocks_;
  std::vector<std::string> new_params_;
};

}  // namespace

std::optional<std::string> write_table_edits(const diag::Source& edition, const std::vector<TableEdit>& edits) {
  diag::Sink ignored;
  std::optional<Table> document = toml_doc::parse_document(edition, ignored);
  if (!document) return std::nullopt;
  return EditionWriter(edition, std::move(*document)).write(edits);
}

}  // namespace kijun::analysis
