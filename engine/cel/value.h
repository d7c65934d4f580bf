#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/decimal.h"
#include "engine/cel/ast.h"
#include "engine/cel/state.h"
#include "engine/cel/type.h"
#include "engine/table/missing.h"
#include "engine/table/subject.h"

namespace kijun::cel {

/// Which survey a cell is of: 0 the audited one, 1 … earlier ones of the series, newest first.
using SurveyIndex = std::uint8_t;

/// One record or group of one survey.
struct RecordRef {
  SurveyIndex survey = 0;
  table::SubjectRef subject;
  auto operator<=>(const RecordRef&) const = default;
};

/// `CellRef::index` of a cause that is the record itself: an empty group, a survey that is not loaded.
inline constexpr std::uint32_t kWholeRecord = std::numeric_limits<std::uint32_t>::max();

/// One cell: a field of a subject, or an attribute of a group.
struct CellRef {
  RecordRef record;
  bool is_attribute = false;
  std::uint32_t index = 0;  ///< FieldIndex, or position in `GroupKind::attributes`, or `kWholeRecord`.
  auto operator<=>(const CellRef&) const = default;
};

/// Why a value is unknown or not applicable.
struct Cause {
  CellRef cell;
  table::MissingReason reason = table::MissingReason::kNone;
  auto operator<=>(const Cause&) const = default;
};

/// An evaluation error: what happened and where in the expression.
struct EvalError {
  std::string code;  ///< "division_by_zero", "overflow", "no_such_key", "no_such_overload" …
  std::string message;
  NodeId node = kNoNode;
};

class Value;

/// Nanoseconds of a second.
inline constexpr std::int64_t kNanosPerSecond = 1'000'000'000;
/// Seconds of a day.
inline constexpr std::int64_t kSecondsPerDay = 86'400;

/// A CEL timestamp: seconds and nanoseconds since 1970-01-01T00:00:00Z.
struct Timestamp {
  std::int64_t seconds = 0;
  std::int32_t nanos = 0;
  auto operator<=>(const Timestamp&) const = default;
};

/// A CEL duration in nanoseconds.
struct Duration {
  std::int64_t nanos = 0;
  auto operator<=>(const Duration&) const = default;
};

/// Elements in order.
using List = std::vector<Value>;
using Map = std::vector<std::pair<Value, Value>>;  ///< In insertion order; keys distinct.

/// `optional.of(v)` or `optional.none()`.
struct Optional {
  std::shared_ptr<const Value> value;  ///< Null for none. Shared because values are copied freely and never change.
};

/// No value, because answers are missing; sorted, without duplicates. Empty causes: not asked of anybody.
struct Unknown {
  std::vector<Cause> causes;
};

/// No value, because the question does not apply.
struct NotApplicable {
  std::vector<Cause> causes;
};

/// A value of the naive evaluator, or the state it ended in instead. Lists and maps are shared because values are
/// copied freely and never change once made.
class Value {
 public:
  using Data = std::variant<std::monostate, bool, std::int64_t, std::uint64_t, double, std::string, Bytes, Timestamp,
                            Duration, Date, Decimal, Type, std::shared_ptr<const List>, std::shared_ptr<const Map>,
                            Optional, RecordRef, Unknown, NotApplicable, EvalError>;
  Value() = default;  ///< null
  template <class T>
  requires(!std::is_same_v<std::remove_cvref_t<T>, Value>) explicit Value(T&& data) : data_(std::forward<T>(data)) {}

  [[nodiscard]] static Value list(List elements);
  [[nodiscard]] static Value map(Map entries);
  [[nodiscard]] static Value error(std::string code, std::string message, NodeId node = kNoNode);
  [[nodiscard]] static Value unknown(Cause cause);
  /// Unknown or not applicable, as the reason routes.
  [[nodiscard]] static Value missing(Cause cause);

  [[nodiscard]] const Data& data() const { return data_; }
  template <class T>
  [[nodiscard]] const T* as() const {
    return std::get_if<T>(&data_);
  }
  /// Elements of a list, or null.
  [[nodiscard]] const List* as_list() const;
  /// Entries of a map, or null.
  [[nodiscard]] const Map* as_map() const;

  /// True unless the value is unknown, not applicable or an error.
  [[nodiscard]] bool has_value() const;
  /// `kTrue`/`kFalse` for a bool; the state it ended in otherwise; a non-bool value is `kError`.
  [[nodiscard]] State state() const;

 private:
  Data data_;
};

/// CEL equality of two values that have values: heterogeneous, numeric across int, uint and double, NaN unequal.
[[nodiscard]] bool equals(const Value& a, const Value& b);

/// The value as a JSON-like text for messages and failing tests: strings quoted, states by name.
[[nodiscard]] std::string debug_text(const Value& value);

}  // namespace kijun::cel
