#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/decimal.h"
#include "engine/cel/value.h"
#include "engine/exec/instruction.h"
#include "engine/exec/state_planes.h"
#include "engine/table/column.h"

namespace kijun::exec {

/// The values of one instruction over the subjects at hand: states, and the array that its `ValueKind` names. Arrays
/// are read through pointers, which show into a survey's column where a leaf needs no copy and else into the vector's
/// own memory. Where the state is not `kTrue` the array holds anything. A constant's arrays hold one value.
struct Vector {
  StatePlanes states;
  const std::int64_t* ints = nullptr;  ///< kInt, kUint, kDate.
  const double* doubles = nullptr;
  const Decimal* decimals = nullptr;
  const std::string_view* strings = nullptr;
  const std::uint32_t* codes = nullptr;  ///< kEnum; kString beside a dictionary.
  const std::vector<std::string_view>* lists = nullptr;
  /// kString: when not null, the texts are these, by code, and `strings` may be null.
  const std::vector<std::string_view>* dictionary = nullptr;
  const table::MissingReason* missing = nullptr;  ///< Of a field: why answers have no value.
  std::size_t index_mask = kEverySubject;         ///< `kOneValue` when the arrays hold one value for all subjects.
  std::vector<cel::Value> values;                 ///< kOther, kList of a constant.
  table::Column column;                           ///< Owns what a leaf made and the pointers show into.

  static constexpr std::size_t kEverySubject = ~std::size_t{0};
  static constexpr std::size_t kOneValue = 0;

  [[nodiscard]] bool is_scalar() const { return index_mask == kOneValue; }
  [[nodiscard]] std::int64_t int_at(std::size_t i) const { return ints[i & index_mask]; }
  [[nodiscard]] std::uint64_t uint_at(std::size_t i) const { return static_cast<std::uint64_t>(int_at(i)); }
  [[nodiscard]] double double_at(std::size_t i) const { return doubles[i & index_mask]; }
  [[nodiscard]] const Decimal& decimal_at(std::size_t i) const { return decimals[i & index_mask]; }
  [[nodiscard]] std::uint32_t code_at(std::size_t i) const { return codes[i & index_mask]; }
  [[nodiscard]] std::string_view text(std::size_t i) const {
    return dictionary == nullptr ? strings[i & index_mask] : (*dictionary)[codes[i & index_mask]];
  }

  /// Points an array at own memory for `size` values and gives it for writing.
  std::int64_t* make_ints(std::size_t size) { return make(own_ints_, ints, size); }
  double* make_doubles(std::size_t size) { return make(own_doubles_, doubles, size); }
  Decimal* make_decimals(std::size_t size) { return make(own_decimals_, decimals, size); }
  std::string_view* make_strings(std::size_t size) {
    dictionary = nullptr;
    return make(own_strings_, strings, size);
  }
  std::uint32_t* make_codes(std::size_t size) { return make(own_codes_, codes, size); }
  /// Makes the array of a kind.
  void make_array(ValueKind kind, std::size_t size);
  /// The own memory that was made last.
  std::int64_t* own_ints() { return own_ints_.data(); }
  double* own_doubles() { return own_doubles_.data(); }
  Decimal* own_decimals() { return own_decimals_.data(); }
  std::string_view* own_strings() { return own_strings_.data(); }
  std::uint32_t* own_codes() { return own_codes_.data(); }
  /// Makes `strings[i]` show a copy of `text`; for the slow paths that make strings.
  void own_text(std::size_t i, std::string text);
  /// Shows the arrays of `from` without copying them.
  void show(const Vector& from);

 private:
  template <class T>
  static T* make(std::vector<T>& own, const T*& view, std::size_t size) {
    if (own.size() < size) own.resize(size);
    view = own.data();
    return own.data();
  }

  std::vector<std::int64_t> own_ints_;
  std::vector<double> own_doubles_;
  std::vector<Decimal> own_decimals_;
  std::vector<std::string_view> own_strings_;
  std::vector<std::uint32_t> own_codes_;
  std::deque<std::string> own_texts_;  ///< A deque, for its strings stay where they are when it grows.
};

}  // namespace kijun::exec
