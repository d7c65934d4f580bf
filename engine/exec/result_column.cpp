#include "engine/exec/result_column.h"

#include <algorithm>

#include "engine/base/assert.h"
#include "engine/exec/vector.h"

namespace kijun::exec {
namespace {

bool is_int(ValueKind kind) { return kind == ValueKind::kInt || kind == ValueKind::kUint || kind == ValueKind::kDate; }

}  // namespace

ResultColumn::ResultColumn(ValueKind kind, const table::Field* domain, std::size_t size)
    : kind_(kind), domain_(domain), states_(size) {
  if (is_int(kind)) ints_.resize(size);
  if (kind == ValueKind::kDouble) doubles_.resize(size);
  if (kind == ValueKind::kDecimal) decimals_.resize(size);
  if (kind == ValueKind::kEnum || kind == ValueKind::kString) codes_.resize(size);
  if (kind == ValueKind::kList || kind == ValueKind::kOther) values_.resize(size);
}

Date ResultColumn::date_at(std::size_t subject) const {
  const auto date = Date::from_days(ints_[subject]);
  KIJUN_ASSERT(date.has_value());
  return *date;
}

std::string_view ResultColumn::string_at(std::size_t subject) const {
  if (kind_ == ValueKind::kEnum) return domain_->values[codes_[subject]].id;
  return texts_[codes_[subject]];
}

cel::Value ResultColumn::value_at(std::size_t subject) const {
  switch (states_.get(subject)) {
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
      return cel::Value(ints_[subject]);
    case ValueKind::kUint:
      return cel::Value(static_cast<std::uint64_t>(ints_[subject]));
    case ValueKind::kDouble:
      return cel::Value(doubles_[subject]);
    case ValueKind::kDecimal:
      return cel::Value(decimals_[subject]);
    case ValueKind::kString:
    case ValueKind::kEnum:
      return cel::Value(std::string(string_at(subject)));
    case ValueKind::kDate:
      return cel::Value(date_at(subject));
    case ValueKind::kList:
    case ValueKind::kOther:
      return values_[subject];
  }
  return {};
}

void ResultColumn::write(std::size_t first, const Vector& part) {
  const std::size_t size = part.states.size();
  states_.write(first, part.states);
  const auto at = [first](auto& target) { return target.begin() + static_cast<std::ptrdiff_t>(first); };
  if (is_int(kind_)) std::copy_n(part.ints, size, at(ints_));
  if (kind_ == ValueKind::kDouble) std::copy_n(part.doubles, size, at(doubles_));
  if (kind_ == ValueKind::kDecimal) std::copy_n(part.decimals, size, at(decimals_));
  if (kind_ == ValueKind::kEnum) std::copy_n(part.codes, size, at(codes_));
  if (!values_.empty()) std::copy_n(part.values.begin(), size, at(values_));
  if (kind_ != ValueKind::kString) return;
  for (std::size_t i = 0; i < size; ++i) {
    if (part.states.get(i) == cel::State::kTrue) codes_[first + i] = intern(part.strings[i]);
  }
}

void ResultColumn::read(std::size_t first, std::size_t size, Vector& part) const {
  part.states.read(states_, first, size);
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

void ResultColumn::merge(const ResultColumn& other, const StatePlanes& rows) {
  KIJUN_ASSERT(other.size() == size() && other.kind_ == kind_);
  states_.take(other.states_, rows);
  if (kind_ == ValueKind::kBool) return;
  for (std::size_t subject = 0; subject < size(); ++subject) {
    if (rows.get(subject) != cel::State::kTrue || other.state(subject) != cel::State::kTrue) continue;
    if (is_int(kind_)) ints_[subject] = other.ints_[subject];
    if (kind_ == ValueKind::kDouble) doubles_[subject] = other.doubles_[subject];
    if (kind_ == ValueKind::kDecimal) decimals_[subject] = other.decimals_[subject];
    if (kind_ == ValueKind::kEnum) codes_[subject] = other.codes_[subject];
    if (kind_ == ValueKind::kString) codes_[subject] = intern(other.string_at(subject));
    if (!values_.empty()) values_[subject] = other.values_[subject];
  }
}

std::uint32_t ResultColumn::intern(std::string_view text) {
  const auto found = interned_.find(text);
  if (found != interned_.end()) return found->second;
  const auto code = static_cast<std::uint32_t>(texts_.size());
  interned_.emplace(texts_.emplace_back(text), code);
  return code;
}

}  // namespace kijun::exec
