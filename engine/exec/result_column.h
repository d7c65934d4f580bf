#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/decimal.h"
#include "engine/cel/value.h"
#include "engine/exec/instruction.h"
#include "engine/exec/state_planes.h"

namespace kijun::exec {

struct Vector;

/// The values of one instruction over all subjects of a space, kept beyond their block: the result of a root, or what a
/// later sweep reads. Equal strings are kept once.
class ResultColumn {
 public:
  ResultColumn() = default;
  /// Room for `size` subjects. `domain`: of an enum.
  ResultColumn(ValueKind kind, const table::Field* domain, std::size_t size);

  [[nodiscard]] ValueKind kind() const { return kind_; }
  [[nodiscard]] std::size_t size() const { return states_.size(); }
  [[nodiscard]] const StatePlanes& states() const { return states_; }
  /// `kTrue` beside a value of another type than bool.
  [[nodiscard]] cel::State state(std::size_t subject) const { return states_.get(subject); }

  /// The values; each demands its kind and a subject that has a value.
  [[nodiscard]] std::int64_t int_at(std::size_t subject) const { return ints_[subject]; }
  [[nodiscard]] double double_at(std::size_t subject) const { return doubles_[subject]; }
  [[nodiscard]] const Decimal& decimal_at(std::size_t subject) const { return decimals_[subject]; }
  [[nodiscard]] std::uint32_t code_at(std::size_t subject) const { return codes_[subject]; }
  [[nodiscard]] Date date_at(std::size_t subject) const;
  /// kString, and kEnum by its value id. Valid as long as the column.
  [[nodiscard]] std::string_view string_at(std::size_t subject) const;
  /// Of any kind: the value as the naive evaluator would give it; without causes where there is none.
  [[nodiscard]] cel::Value value_at(std::size_t subject) const;

  /// Subjects `first` … take the states and values of `part`, as many as it has.
  void write(std::size_t first, const Vector& part);
  /// `part` becomes the subjects `first` … `first + size`. String views stay valid as long as the column.
  void read(std::size_t first, std::size_t size, Vector& part) const;
  /// Takes over the subjects that are true in `rows` from a column of the same shape.
  void merge(const ResultColumn& other, const StatePlanes& rows);

 private:
  [[nodiscard]] std::uint32_t intern(std::string_view text);

  ValueKind kind_ = ValueKind::kBool;
  const table::Field* domain_ = nullptr;
  StatePlanes states_;
  std::vector<std::int64_t> ints_;    ///< kInt, kUint, kDate.
  std::vector<double> doubles_;       ///< kDouble.
  std::vector<Decimal> decimals_;     ///< kDecimal.
  std::vector<std::uint32_t> codes_;  ///< kEnum; kString: position in `texts_`.
  std::vector<cel::Value> values_;    ///< kList, kOther.
  std::deque<std::string> texts_;     ///< Distinct strings; never moved, so that views stay valid.
  std::unordered_map<std::string_view, std::uint32_t> interned_;
};

}  // namespace kijun::exec
