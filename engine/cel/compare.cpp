#include "engine/cel/compare.h"

#include <string_view>

namespace kijun::cel {
namespace {

constexpr double kTwoTo63 = 9223372036854775808.0;
constexpr double kTwoTo64 = 18446744073709551616.0;

std::partial_ordering reversed(std::partial_ordering order) {
  if (order == std::partial_ordering::less) return std::partial_ordering::greater;
  if (order == std::partial_ordering::greater) return std::partial_ordering::less;
  return order;
}

std::partial_ordering compare_int_uint(std::int64_t a, std::uint64_t b) {
  if (a < 0) return std::partial_ordering::less;
  return static_cast<std::uint64_t>(a) <=> b;
}

std::partial_ordering compare_int_double(std::int64_t a, double b) {
  if (b < -kTwoTo63) return std::partial_ordering::greater;
  if (b > kTwoTo63) return std::partial_ordering::less;
  return static_cast<double>(a) <=> b;
}

std::partial_ordering compare_uint_double(std::uint64_t a, double b) {
  if (b < 0.0) return std::partial_ordering::greater;
  if (b > kTwoTo64) return std::partial_ordering::less;
  return static_cast<double>(a) <=> b;
}

std::partial_ordering compare_with_double(const Value& a, double b) {
  if (const auto* number = a.as<std::int64_t>()) return compare_int_double(*number, b);
  if (const auto* number = a.as<std::uint64_t>()) return compare_uint_double(*number, b);
  return *a.as<double>() <=> b;
}

template <class T>
std::optional<std::partial_ordering> compare_as(const Value& a, const Value& b) {
  return *a.as<T>() <=> *b.as<T>();
}

}  // namespace

std::partial_ordering compare_numbers(const Value& a, const Value& b) {
  if (const auto* number = b.as<double>()) return compare_with_double(a, *number);
  if (const auto* number = a.as<double>()) return reversed(compare_with_double(b, *number));
  const auto* int_a = a.as<std::int64_t>();
  const auto* int_b = b.as<std::int64_t>();
  if (int_a != nullptr && int_b != nullptr) return *int_a <=> *int_b;
  if (int_a != nullptr) return compare_int_uint(*int_a, *b.as<std::uint64_t>());
  if (int_b != nullptr) return reversed(compare_int_uint(*int_b, *a.as<std::uint64_t>()));
  return *a.as<std::uint64_t>() <=> *b.as<std::uint64_t>();
}

std::optional<std::partial_ordering> compare(const Value& a, const Value& b) {
  const TypeKind kind = runtime_type(a).kind;
  const TypeKind other = runtime_type(b).kind;
  const auto number = [](TypeKind k) { return k == TypeKind::kInt || k == TypeKind::kUint || k == TypeKind::kDouble; };
  if (number(kind) && number(other)) return compare_numbers(a, b);
  if (kind != other) return std::nullopt;
  if (a.as<bool>() != nullptr) return compare_as<bool>(a, b);
  if (a.as<std::string>() != nullptr) return compare_as<std::string>(a, b);
  if (const auto* bytes = a.as<Bytes>()) return bytes->data <=> b.as<Bytes>()->data;
  if (a.as<Timestamp>() != nullptr) return compare_as<Timestamp>(a, b);
  if (a.as<Duration>() != nullptr) return compare_as<Duration>(a, b);
  if (a.as<Date>() != nullptr) return compare_as<Date>(a, b);
  if (a.as<Decimal>() != nullptr) return compare_as<Decimal>(a, b);
  return std::nullopt;
}

Type runtime_type(const Value& value) {
  if (value.as<std::monostate>() != nullptr) return Type::of(TypeKind::kNull);
  if (value.as<bool>() != nullptr) return Type::of(TypeKind::kBool);
  if (value.as<std::int64_t>() != nullptr) return Type::of(TypeKind::kInt);
  if (value.as<std::uint64_t>() != nullptr) return Type::of(TypeKind::kUint);
  if (value.as<double>() != nullptr) return Type::of(TypeKind::kDouble);
  if (value.as<std::string>() != nullptr) return Type::of(TypeKind::kString);
  if (value.as<Bytes>() != nullptr) return Type::of(TypeKind::kBytes);
  if (value.as<Timestamp>() != nullptr) return Type::of(TypeKind::kTimestamp);
  if (value.as<Duration>() != nullptr) return Type::of(TypeKind::kDuration);
  if (value.as<Date>() != nullptr) return Type::of(TypeKind::kDate);
  if (value.as<Decimal>() != nullptr) return Type::of(TypeKind::kDecimal);
  if (value.as<Type>() != nullptr) return Type::of(TypeKind::kType);
  if (value.as_list() != nullptr) return Type::of(TypeKind::kList);
  if (value.as_map() != nullptr) return Type::of(TypeKind::kMap);
  if (value.as<Optional>() != nullptr) return Type::of(TypeKind::kOptional);
  if (const auto* record = value.as<RecordRef>()) {
    const table::SpaceId space = record->subject.space;
    return space == table::kRecordSpace ? Type::record() : Type::group_of(static_cast<table::GroupId>(space - 1));
  }
  return Type::of(TypeKind::kError);
}

std::string type_value_name(const Type& type) {
  switch (type.kind) {
    case TypeKind::kDyn:
      return "dyn";
    case TypeKind::kNull:
      return "null_type";
    case TypeKind::kBool:
      return "bool";
    case TypeKind::kInt:
      return "int";
    case TypeKind::kUint:
      return "uint";
    case TypeKind::kDouble:
      return "double";
    case TypeKind::kString:
    case TypeKind::kEnum:
      return "string";
    case TypeKind::kBytes:
      return "bytes";
    case TypeKind::kTimestamp:
      return "google.protobuf.Timestamp";
    case TypeKind::kDuration:
      return "google.protobuf.Duration";
    case TypeKind::kType:
      return "type";
    case TypeKind::kList:
      return "list";
    case TypeKind::kMap:
      return "map";
    case TypeKind::kOptional:
      return "optional_type";
    case TypeKind::kParam:
    case TypeKind::kAbstract:
      return type.name;
    case TypeKind::kDate:
      return "date";
    case TypeKind::kDecimal:
      return "decimal";
    case TypeKind::kRecord:
      return "record";
    case TypeKind::kGroup:
      return "group";
    case TypeKind::kError:
      return "error";
  }
  return {};
}

}  // namespace kijun::cel
