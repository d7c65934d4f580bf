#include "engine/exec/vector.h"

#include <utility>

namespace kijun::exec {

void Vector::make_array(ValueKind kind, std::size_t size) {
  switch (kind) {
    case ValueKind::kInt:
    case ValueKind::kUint:
    case ValueKind::kDate:
      make_ints(size);
      break;
    case ValueKind::kDouble:
      make_doubles(size);
      break;
    case ValueKind::kDecimal:
      make_decimals(size);
      break;
    case ValueKind::kString:
      make_strings(size);
      break;
    case ValueKind::kEnum:
      make_codes(size);
      break;
    case ValueKind::kBool:
    case ValueKind::kList:
    case ValueKind::kOther:
      break;
  }
}

void Vector::show(const Vector& from) {
  ints = from.ints;
  doubles = from.doubles;
  decimals = from.decimals;
  strings = from.strings;
  codes = from.codes;
  lists = from.lists;
  dictionary = from.dictionary;
  index_mask = from.index_mask;
}

void Vector::own_text(std::size_t i, std::string text) {
  if (own_strings_.size() <= i) own_strings_.resize(i + 1);
  if (own_texts_.size() <= i) own_texts_.resize(i + 1);
  strings = own_strings_.data();
  own_texts_[i] = std::move(text);
  own_strings_[i] = own_texts_[i];
}

}  // namespace kijun::exec
