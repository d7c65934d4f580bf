#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "engine/base/result.h"
#include "engine/table/column.h"
#include "engine/table/group.h"
#include "engine/table/subject.h"

namespace kijun::table {

/// Rows of a block: what stays in cache.
inline constexpr std::uint32_t kBlockRows = 2048;

/// What every record has beside its answers.
struct RecordHeader {
  std::string_view code;  ///< 6 digits; any text of a record that the survey lists itself.
  std::string_view name;
  std::string_view kind;        ///< Municipality kind id ("town"); "prefecture"; the kind of a listed record.
  bool is_municipality = true;  ///< False for the prefecture: listed records count as municipalities do.
};

/// What a reader of blocks wants to know of every row; the same in every call to one source.
struct BlockRequest {
  std::vector<FieldIndex> fields;      ///< Typed columns.
  std::vector<FieldIndex> raw_fields;  ///< Texts as they stand in the answer file (`raw(f)`).
  std::vector<GroupId> groups;  ///< Group kinds of which a record has at most one group (`GroupKind::many` is false).
  bool records = false;         ///< Codes, names and kinds.
};

/// Consecutive rows of a survey with what was asked for. Views are valid until the source's next call.
struct Block {
  std::uint32_t first_row = 0;
  std::uint32_t num_rows = 0;
  std::vector<std::uint8_t> is_municipality;  ///< One per row, 0 for the prefecture; empty when all rows are 1.
  std::vector<RecordHeader> records;          ///< One per row when asked for, else empty.
  std::vector<Column> columns;                ///< By position in `BlockRequest::fields`.
  /// By position in `BlockRequest::raw_fields`: one view per row, empty for a blank cell and for a field the form does
  /// not ask.
  std::vector<std::vector<std::string_view>> raw_columns;
  /// By position in `BlockRequest::groups`: the group each row calls its own, `kNoGroup` for none. The row is also a
  /// member of it when it is a municipality.
  std::vector<std::vector<std::uint32_t>> group_columns;
};

/// A survey as the columnar evaluator reads it: blocks of rows in file order, decisions already laid over.
class BlockSource {
 public:
  virtual ~BlockSource() = default;
  /// Fills `block` with at most `max_rows` of the next rows and gives true, or gives false at the end.
  [[nodiscard]] virtual Result<bool> next(const BlockRequest& request, std::uint32_t max_rows, Block& block) = 0;
};

/// Names an earlier survey of the series: so many surveys back (`previous` is 1), or the one of a fiscal year.
struct EarlierSurvey {
  bool by_year = false;
  std::int64_t number = 1;  ///< Steps back ≥ 1, or the fiscal year (which may be the audited survey's own).
};

/// Everything the evaluators know about the audited survey beside its rows.
class SurveyContext {
 public:
  virtual ~SurveyContext() = default;
  [[nodiscard]] virtual const std::vector<GroupKind>& group_kinds() const = 0;
  /// Groups of one kind with their members.
  [[nodiscard]] virtual const Grouping& grouping(GroupId group) const = 0;
  /// Names of the groups of one kind, in order.
  [[nodiscard]] virtual const std::vector<SubjectName>& groups(GroupId group) const = 0;
  /// The answers of one field over the groups of a kind (fields of kind zone, body, survey).
  [[nodiscard]] virtual Column group_field(GroupId group, FieldIndex field) const = 0;
  /// One attribute over the groups of a kind (position in `GroupKind::attributes`).
  [[nodiscard]] virtual Column group_attribute(GroupId group, std::uint32_t attribute) const = 0;
  [[nodiscard]] virtual std::uint32_t num_rows() const = 0;
  /// The kind of all records but the prefecture, as rules and fields name it. They are the members of groups.
  [[nodiscard]] virtual std::string_view member_kind() const { return "municipality"; }
  /// Why an earlier survey has none of these subjects of the audited one: `kNone` for one that it knows, else
  /// `kNoSurvey`, `kNewSubject` or `kMerged`. A context without earlier surveys keeps this default.
  [[nodiscard]] virtual std::vector<MissingReason> missing_earlier(const EarlierSurvey& /*survey*/,
                                                                   const SubjectRange& subjects) const {
    return std::vector<MissingReason>(subjects.size, MissingReason::kNoSurvey);
  }
  /// The answers of one field by the same subjects in an earlier survey (`previous.f`, `at(2020).f`): value i is that of
  /// subject `first + i` of the audited survey. Where that survey is not loaded or does not know the subject, the answer
  /// is missing with the reason that `missing_earlier` gives. Views live as long as the context.
  [[nodiscard]] virtual Column earlier_field(const EarlierSurvey& survey, FieldIndex /*field*/,
                                             const SubjectRange& subjects) const {
    Column column;
    for (const MissingReason missing : missing_earlier(survey, subjects)) column.push_missing(missing);
    return column;
  }
};

}  // namespace kijun::table
