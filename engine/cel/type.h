#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/table/subject.h"
#include "engine/table/vocabulary.h"

namespace kijun::cel {

/// Kinds of types. The first block is CEL's own (langdef "Values"), the second kijun's profile.
enum class TypeKind : std::uint8_t {
  kDyn,
  kNull,
  kBool,
  kInt,
  kUint,
  kDouble,
  kString,
  kBytes,
  kTimestamp,
  kDuration,
  kType,      ///< params: the type it is a value of, if known.
  kList,      ///< params: element.
  kMap,       ///< params: key, value.
  kOptional,  ///< params: value.
  kParam,     ///< A type parameter of a declaration, by name.
  kAbstract,  ///< A declared opaque type, by name.

  kEnum,     ///< A field's answers: strings of a known domain.
  kDate,     ///< A calendar day.
  kDecimal,  ///< A decimal number of 34 digits (base/decimal.h).
  kRecord,   ///< One record of a survey (`self`, a member, `previous`).
  kGroup,    ///< One group of a kind (`zone`, an element of `bodies`).

  kError,  ///< An expression that already got its diagnostic; fits everything.
};

/// A type of the checker. Value semantics; small.
struct Type {
  TypeKind kind = TypeKind::kDyn;
  std::vector<Type> params;
  std::string name;                     ///< kParam, kAbstract.
  const table::Field* field = nullptr;  ///< kEnum: the field whose values form the domain; owned by the vocabulary.
  table::GroupId group = 0;             ///< kGroup.

  /// Equal kinds, parameters, names, domains and groups.
  bool operator==(const Type& other) const;

  [[nodiscard]] static Type of(TypeKind kind) { return Type{kind, {}, {}, nullptr, 0}; }
  [[nodiscard]] static Type list(Type element);
  [[nodiscard]] static Type map(Type key, Type value);
  [[nodiscard]] static Type optional(Type value);
  [[nodiscard]] static Type type_of(Type value);
  [[nodiscard]] static Type param(std::string name);
  [[nodiscard]] static Type abstract(std::string name, std::vector<Type> params = {});
  [[nodiscard]] static Type enumeration(const table::Field& field);
  [[nodiscard]] static Type record() { return of(TypeKind::kRecord); }
  [[nodiscard]] static Type group_of(table::GroupId group);
};

/// The type as messages and the conformance suite write it: `list(int)`, `map(string, dyn)`, `enum council`.
[[nodiscard]] std::string to_string(const Type& type);

/// Parses the notation of the conformance cases: `list(T)`, `map(K, V)`, `type(T)`, `optional_type(T)`, `NAME(T…)`, `$T`.
[[nodiscard]] Type parse_type(std::string_view text);

/// The type of a field's answers.
[[nodiscard]] Type field_type(const table::Field& field);

}  // namespace kijun::cel
