#include "engine/table/column.h"

#include <utility>

#include "engine/base/assert.h"

namespace kijun::table {

void Column::reset(FieldType new_type, std::size_t num_rows) {
  type = new_type;
  missing.clear();
  codes.clear();
  ints.clear();
  doubles.clear();
  strings.clear();
  lists.clear();
  dictionary = nullptr;
  missing.reserve(num_rows);
  switch (type) {
    case FieldType::kEnum:
      codes.reserve(num_rows);
      break;
    case FieldType::kBool:
    case FieldType::kInt:
    case FieldType::kDate:
      ints.reserve(num_rows);
      break;
    case FieldType::kDouble:
      doubles.reserve(num_rows);
      break;
    case FieldType::kDecimal:
    case FieldType::kString:
      strings.reserve(num_rows);
      break;
    case FieldType::kList:
      lists.reserve(num_rows);
      break;
  }
}

void Column::push_missing(MissingReason reason) {
  KIJUN_ASSERT(reason != MissingReason::kNone);
  missing.push_back(reason);
  switch (type) {
    case FieldType::kEnum:
      codes.push_back(0);
      break;
    case FieldType::kBool:
    case FieldType::kInt:
    case FieldType::kDate:
      ints.push_back(0);
      break;
    case FieldType::kDouble:
      doubles.push_back(0.0);
      break;
    case FieldType::kDecimal:
    case FieldType::kString:
      strings.emplace_back();
      break;
    case FieldType::kList:
      lists.emplace_back();
      break;
  }
}

void Column::push_code(std::uint32_t code) {
  KIJUN_ASSERT(type == FieldType::kEnum);
  missing.push_back(MissingReason::kNone);
  codes.push_back(code);
}

void Column::push_int(std::int64_t value) {
  KIJUN_ASSERT(type == FieldType::kInt || type == FieldType::kBool || type == FieldType::kDate);
  missing.push_back(MissingReason::kNone);
  ints.push_back(value);
}

void Column::push_double(double value) {
  KIJUN_ASSERT(type == FieldType::kDouble);
  missing.push_back(MissingReason::kNone);
  doubles.push_back(value);
}

void Column::push_string(std::string_view value) {
  KIJUN_ASSERT(type == FieldType::kString || type == FieldType::kDecimal);
  missing.push_back(MissingReason::kNone);
  strings.push_back(value);
}

void Column::push_list(std::vector<std::string_view> value) {
  KIJUN_ASSERT(type == FieldType::kList);
  missing.push_back(MissingReason::kNone);
  lists.push_back(std::move(value));
}

}  // namespace kijun::table
