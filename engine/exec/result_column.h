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
#include "engine/exec/subject_states.h"

namespace kijun::exec {

struct Vector;

/// The values of one instruction over all subjects of a space, kept beyond their block: the result of a root, or what a
/// later sweep reads. Threads that keep to their ranges of subjects may write at once. A column that is the same for all
/// subjects keeps one of them.
class ResultColumn {
 public:
  ResultColumn() = default;
  /// Room for `size` subjects in ranges of `range_size` (a positive multiple of 64). `domain`: of an enum.
  ResultColumn(ValueKind kind, const table::Field* domain, std::size_t size, std::size_t range_size);
  /// `size` subjects that are all as subject 0 of `value`.
  static ResultColumn constant(ValueKind kind, const table::Field* domain, std::size_t size, const Vector& value);

  [[nodiscard]] ValueKind kind() const { return kind_; }
  [[nodiscard]] std::size_t size() const { return size_; }
  /// True when every subject is as subject 0.
  [[nodiscard]] bool is_constant() const { return is_constant_; }
  [[nodiscard]] const SubjectStates& states() const { return states_; }
  /// `kTrue` beside a value of another type than bool.
  [[nodiscard]] cel::State state(std::size_t subject) const { return states_.get(subject); }

  /// The values; each demands its kind and a subject that has a value.
  [[nodiscard]] std::int64_t int_at(std::size_t subject) const { return ints_[place(subject)]; }
  [[nodiscard]] double double_at(std::size_t subject) const { return doubles_[place(subject)]; }
  [[nodiscard]] const Decimal& decimal_at(std::size_t subject) const { return decimals_[place(subject)]; }
  [[nodiscard]] std::uint32_t code_at(std::size_t subject) const { return codes_[place(subject)]; }
  [[nodiscard]] Date date_at(std::size_t subject) const;
  /// kString, and kEnum by its value id. Valid as long as the column.
  [[nodiscard]] std::string_view string_at(std::size_t subject) const;
  /// Of any kind: the value as the naive evaluator would give it; without causes where there is none.
  [[nodiscard]] cel::Value value_at(std::size_t subject) const;

  /// Subjects `first` … take the states and values of `part`, as many as it has. They lie in one range.
  void write(std::size_t first, const Vector& part);
  /// `part` becomes the subjects `first` … `first + size` of one range. Views stay valid as long as the column.
  void read(std::size_t first, std::size_t size, Vector& part) const;

 private:
  /// The distinct strings of one range; never moved, so that views stay valid.
  struct Texts {
    std::deque<std::string> texts;
    std::unordered_map<std::string_view, std::uint32_t> codes;
    [[nodiscard]] std::uint32_t intern(std::string_view text);
  };
  [[nodiscard]] std::size_t place(std::size_t subject) const { return is_constant_ ? 0 : subject; }

  ValueKind kind_ = ValueKind::kBool;
  const table::Field* domain_ = nullptr;
  std::size_t size_ = 0;
  std::size_t range_size_ = StatePlanes::kWordBits;
  bool is_constant_ = false;
  SubjectStates states_;
  std::vector<std::int64_t> ints_;    ///< kInt, kUint, kDate.
  std::vector<double> doubles_;       ///< kDouble.
  std::vector<Decimal> decimals_;     ///< kDecimal.
  std::vector<std::uint32_t> codes_;  ///< kEnum; kString: position in the range's texts.
  std::vector<cel::Value> values_;    ///< kList, kOther.
  std::vector<Texts> texts_;          ///< kString: by range.
};

}  // namespace kijun::exec
