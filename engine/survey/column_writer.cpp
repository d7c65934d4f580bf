#include "engine/survey/column_writer.h"

#include <vector>

#include "engine/base/assert.h"

namespace kijun::survey {
namespace {

using table::FieldType;
using table::MissingReason;

std::string_view keep(std::deque<std::string>& texts, const std::string& text) { return texts.emplace_back(text); }

std::vector<std::string_view> keep_all(std::deque<std::string>& texts, const std::vector<std::string>& elements) {
  std::vector<std::string_view> kept;
  for (const std::string& element : elements) kept.push_back(keep(texts, element));
  return kept;
}

template <class T>
void append_range(const std::vector<T>& from, std::uint32_t first, std::uint32_t count, std::vector<T>& to) {
  if (from.empty()) return;
  const auto begin = from.begin() + static_cast<std::ptrdiff_t>(first);
  to.insert(to.end(), begin, begin + static_cast<std::ptrdiff_t>(count));
}

}  // namespace

void append_answer(table::Column& column, const ParsedAnswer& answer, std::string_view raw,
                   std::deque<std::string>& texts) {
  if (answer.missing != MissingReason::kNone) {
    column.push_missing(answer.missing);
    return;
  }
  const table::FieldValue& value = *answer.value;
  switch (column.type) {
    case FieldType::kEnum:
      column.push_code(answer.code);
      break;
    case FieldType::kBool:
      column.push_int(std::get<bool>(value) ? 1 : 0);
      break;
    case FieldType::kInt:
      column.push_int(std::get<std::int64_t>(value));
      break;
    case FieldType::kDate:
      column.push_int(std::get<Date>(value).days());
      break;
    case FieldType::kDouble:
      column.push_double(std::get<double>(value));
      break;
    case FieldType::kString:
      column.push_string(raw);
      break;
    case FieldType::kDecimal:
      column.push_string(keep(texts, std::get<std::string>(value)));
      break;
    case FieldType::kList:
      column.push_list(keep_all(texts, std::get<std::vector<std::string>>(value)));
      break;
  }
}

void set_value(table::Column& column, std::uint32_t row, const table::Field& field, const table::FieldValue& value) {
  column.missing[row] = MissingReason::kNone;
  switch (column.type) {
    case FieldType::kEnum: {
      const auto code = field.value_index(std::get<std::string>(value));
      KIJUN_ASSERT(code.has_value());
      column.codes[row] = *code;
      break;
    }
    case FieldType::kBool:
      column.ints[row] = std::get<bool>(value) ? 1 : 0;
      break;
    case FieldType::kInt:
      column.ints[row] = std::get<std::int64_t>(value);
      break;
    case FieldType::kDate:
      column.ints[row] = std::get<Date>(value).days();
      break;
    case FieldType::kDouble:
      column.doubles[row] = std::get<double>(value);
      break;
    case FieldType::kString:
    case FieldType::kDecimal:
      column.strings[row] = std::get<std::string>(value);
      break;
    case FieldType::kList: {
      const auto& elements = std::get<std::vector<std::string>>(value);
      column.lists[row].assign(elements.begin(), elements.end());
      break;
    }
  }
}

void set_missing(table::Column& column, std::uint32_t row, table::MissingReason reason) {
  column.missing[row] = reason;
  switch (column.type) {
    case FieldType::kEnum:
      column.codes[row] = 0;
      break;
    case FieldType::kBool:
    case FieldType::kInt:
    case FieldType::kDate:
      column.ints[row] = 0;
      break;
    case FieldType::kDouble:
      column.doubles[row] = 0.0;
      break;
    case FieldType::kString:
    case FieldType::kDecimal:
      column.strings[row] = {};
      break;
    case FieldType::kList:
      column.lists[row].clear();
      break;
  }
}

table::FieldValue value_at(const table::Column& column, std::uint32_t row, const table::Field& field) {
  switch (column.type) {
    case FieldType::kEnum:
      return field.values[column.codes[row]].id;
    case FieldType::kBool:
      return column.ints[row] != 0;
    case FieldType::kInt:
      return column.ints[row];
    case FieldType::kDate:
      return Date::from_days(column.ints[row]).value_or(Date{});
    case FieldType::kDouble:
      return column.doubles[row];
    case FieldType::kString:
    case FieldType::kDecimal:
      return std::string(column.strings[row]);
    case FieldType::kList:
      return std::vector<std::string>(column.lists[row].begin(), column.lists[row].end());
  }
  return false;
}

void append_rows(const table::Column& from, std::uint32_t first, std::uint32_t count, table::Column& to) {
  append_range(from.missing, first, count, to.missing);
  append_range(from.codes, first, count, to.codes);
  append_range(from.ints, first, count, to.ints);
  append_range(from.doubles, first, count, to.doubles);
  append_range(from.strings, first, count, to.strings);
  append_range(from.lists, first, count, to.lists);
}

}  // namespace kijun::survey
