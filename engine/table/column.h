#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/table/missing.h"
#include "engine/table/vocabulary.h"

namespace kijun::table {

/// The answers of one field over consecutive rows, typed. Which of the vectors is filled follows from `type`; row i of
/// a missing answer holds a zero there.
struct Column {
  FieldType type = FieldType::kString;
  std::vector<MissingReason> missing;                ///< One per row; `kNone` where there is a value.
  std::vector<std::uint32_t> codes;                  ///< kEnum: position in `Field::values`. kString: see `dictionary`.
  std::vector<std::int64_t> ints;                    ///< kInt; kBool (0/1); kDate (days since 1970-01-01).
  std::vector<double> doubles;                       ///< kDouble.
  std::vector<std::string_view> strings;             ///< kString, kDecimal: borrowed from the block's text.
  std::vector<std::vector<std::string_view>> lists;  ///< kList.
  /// kString whose values repeat: the distinct texts met so far, `codes` being positions in it. A cursor over blocks
  /// keeps one per field and only appends to it, so a code means the same text in all its blocks. Null: not coded.
  const std::vector<std::string_view>* dictionary = nullptr;

  [[nodiscard]] std::size_t num_rows() const { return missing.size(); }
  /// Empties the column for `type` and makes room for `num_rows` rows.
  void reset(FieldType new_type, std::size_t num_rows);
  /// Appends a missing answer.
  void push_missing(MissingReason reason);
  void push_code(std::uint32_t code);
  /// kInt, kBool and kDate.
  void push_int(std::int64_t value);
  void push_double(double value);
  void push_string(std::string_view value);
  void push_list(std::vector<std::string_view> value);
};

}  // namespace kijun::table
