#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/cel/value.h"

namespace kijun::cel {

/// The surveys as the naive evaluator sees them: one cell at a time. Implemented over loaded surveys, over the
/// `given` of a rule example, and over completions that ask "what if this cell were …".
class World {
 public:
  virtual ~World() = default;

  /// The typed answer (an enum by its id, a decimal by its digits as a string), or unknown / not applicable with the cell as its cause.
  [[nodiscard]] virtual Value cell(const CellRef& cell) const = 0;
  /// Why the cell has no value; `kNone` when it has one.
  [[nodiscard]] virtual table::MissingReason missing_reason(const CellRef& cell) const = 0;
  /// The text as it stands in the answer file; empty for a blank cell.
  [[nodiscard]] virtual std::string raw(const CellRef& cell) const = 0;
  /// Code, name and kind of a subject. For a record, `kind` is the municipality kind ("town") or "prefecture".
  [[nodiscard]] virtual table::SubjectName describe(const RecordRef& record) const = 0;
  /// Member records of a group, in order.
  [[nodiscard]] virtual std::vector<RecordRef> members(const RecordRef& group) const = 0;
  /// Groups of one kind that a record belongs to, in order.
  [[nodiscard]] virtual std::vector<RecordRef> groups_of(const RecordRef& record, table::GroupId group) const = 0;
  /// The same subject `steps` ≥ 1 surveys earlier in the series (1 = previous): a record, or why there is none
  /// (`Value::missing` with `kWholeRecord` of `record` as the cell). Not applicable ends `history`.
  [[nodiscard]] virtual Value earlier(const RecordRef& record, std::uint32_t steps) const = 0;
  /// The same subject in the survey of a fiscal year: a record, or why there is none.
  [[nodiscard]] virtual Value at_year(const RecordRef& record, std::int64_t fiscal_year) const = 0;
};

}  // namespace kijun::cel
