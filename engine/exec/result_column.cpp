#include "engine/exec/result_column.h"

#include <algorithm>

#include "engine/base/assert.h"
#include "engine/exec/vector.h"

namespace kijun::exec {
namespace {

bool is_int(ValueKind kind) { return kind == ValueKind::kInt || kind == ValueKind::kUint || kind == ValueKind::kDate; }

}  // namespace

ResultColumn::ResultColumn(ValueKind kind, const table::Field* domain, std::size_t size, std::size_t range_size)
    : kind_(kind), domain_(domain), size_(size), range_size_(range_size), states_(size, range_size) {
  if (is_int(kind)) ints_.resize(size);
  if (kind == ValueKind::kDouble) doubles_.resize(size);
  if (kind == ValueKind::kDecimal) decimals_.resize(size);
  if (kind == ValueKind::kEnum || kind == ValueKind::kString) codes_.resize(size);
  if (kind == ValueKind::kList || kind == ValueKind::kOther) values_.resize(size);
  if (kind == ValueKind::kString) texts_.resize((size + range_size - 1) / range_size);
}

ResultColumn ResultColumn::constant(ValueKind kind, const table::Field* domain, std::size_t size, const Vector& value) {
  ResultColumn column(kind, domain, 1, StatePlanes::kWordBits);
  Vector first;
  first.show(value);
  first.values = value.values;
  first.states.read(value.states, 0, 1);
  column.write(0, first);
  column.is_constant_ = true;
  column.size_ = size;
  column.states_ = SubjectStates::constant(size, value.states.get(0));
  return column;
}

Date ResultColumn::date_at(std::size_t subject) const {
  const auto date = Date::from_days(int_at(subject));
  KIJUN_ASSERT(date.has_value());
  return *date;
}

std::string_view ResultColumn::string_at(std::size_t subject) const {
  const std::size_t at = place(subject);
  if (kind_ == ValueKind::kEnum) return domain_->values[codes_[at]].id;
  return texts_[at / range_size_].texts[codes_[at]];
}

cel::Value ResultColumn::value_at(std::size_t subject) const {
  switch (state(subject)) {
    case cel::State::kUnknown:
      return cel::Value(cel::Unknown{});
    case cel::State::kNotApplicable:
      return cel::Value(cel::NotApplicable{});
    case cel::State::kError:
      return cel::Value::error("error", "");
    case cel::State::kFalse:
      return cel::Value(false);
    case cel::State::kTrue:
      break;
  }
  switch (kind_) {
    case ValueKind::kBool:
      return cel::Value(true);
    case ValueKind::kInt:
      return cel::Value(int_at(subject));
    case ValueKind::kUint:
      return cel::Value(static_cast<std::uint64_t>(int_at(subject)));
    case ValueKind::kDouble:
      return cel::Value(double_at(subject));
    case ValueKind::kDecimal:
      return cel::Value(decimal_at(subject));
    case ValueKind::kString:
    case ValueKind::kEnum:
      return cel::Value(std::string(string_at(subject)));
    case ValueKind::kDate:
      return cel::Value(date_at(subject));
    case ValueKind::kList:
    case ValueKind::kOther:
      return values_[place(subject)];
  }
  return {};
}

void ResultColumn::write(std::size_t first, const Vector& part) {
  const std::size_t size = part.states.size();
  states_.write(first, part.states);
  const auto take = [&](auto& own, const auto* values) {
    if (values == nullptr) return;
    for (std::size_t i = 0; i < size; ++i) own[first + i] = values[i & part.index_mask];
  };
  if (is_int(kind_)) take(ints_, part.ints);
  if (kind_ == ValueKind::kDouble) take(doubles_, part.doubles);
  if (kind_ == ValueKind::kDecimal) take(decimals_, part.decimals);
  if (kind_ == ValueKind::kEnum) take(codes_, part.codes);
  if (!values_.empty() && !part.values.empty()) take(values_, part.values.data());
  if (kind_ != ValueKind::kString) return;
  Texts& texts = texts_[first / range_size_];
  for (std::size_t i = 0; i < size; ++i) {
    if (part.states.get(i) == cel::State::kTrue) codes_[first + i] = texts.intern(part.text(i));
  }
}

void ResultColumn::read(std::size_t first, std::size_t size, Vector& part) const {
  states_.read(first, size, part.states);
  part.index_mask = Vector::kEverySubject;
  if (is_int(kind_)) part.ints = ints_.data() + first;
  if (kind_ == ValueKind::kDouble) part.doubles = doubles_.data() + first;
  if (kind_ == ValueKind::kDecimal) part.decimals = decimals_.data() + first;
  if (kind_ == ValueKind::kEnum) part.codes = codes_.data() + first;
  if (kind_ != ValueKind::kString) return;
  std::string_view* strings = part.make_strings(size);
  for (std::size_t i = 0; i < size; ++i) {
    strings[i] = part.states.get(i) == cel::State::kTrue ? string_at(first + i) : std::string_view();
  }
}

std::uint32_t ResultColumn::Texts::intern(std::string_view text) {
  const auto found = codes.find(text);
  if (found != codes.end()) return found->second;
  const auto code = static_cast<std::uint32_t>(texts.size());
  codes.emplace(texts.emplace_back(text), code);
  return code;
}

}  // namespace kijun::exec
