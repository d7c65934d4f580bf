#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "engine/audit/plan.h"
#include "engine/audit/readership/readership.h"
#include "engine/audit/reads.h"
#include "engine/audit/result_model.h"
#include "engine/audit/run.h"
#include "engine/survey/series.h"

namespace kijun::audit {

// Which cells a readership does not see, and which texts could tell of them.
//
// *Cells.* A field with `publish = "never"` is withheld whole, whether it was answered or not. Of a field with
// `suppress_below = n` a number above 0 and below n is shown as "below n".
//
// *Subtraction.* Whoever knows a sum and all but one of its parts knows that part, and a sum of two parts that are both
// below n may leave only one way to make it. So where any number of a field is small no sum over that field is shown at
// all: a text that could hold one gives way to the rule's title, and the cell of a record that is no member of groups
// (the prefecture, whose number may be the total) is withheld too.
//
// *Texts.* What a text or clause reads is taken from its expression and not from what one evaluation happened to look at,
// since that depends on the withheld cells themselves.

/// Why a cell is not shown.
enum class Withheld : std::uint8_t {
  kNot,
  kUnpublished,  ///< `publish = "never"`.
  kSmall,        ///< A number below `suppress_below`.
  kSum,          ///< A number that others may add up to.
  kOthers,       ///< Another record's, or a group's.
};

/// Decides for one run. Plan and series are borrowed.
class Withholding {
 public:
  /// `options` are the run's: readership and, for a municipality, its only row.
  Withholding(const AuditOptions& options, const Plan& plan, const survey::SurveySeries& series);

  [[nodiscard]] Readership readership() const { return readership_; }
  [[nodiscard]] bool sees(Content content) const { return audit::sees(readership_, content); }
  /// What of the answers is left out.
  [[nodiscard]] const LeftOut& left_out() const { return left_out_; }
  /// The record that is the only one to be seen.
  [[nodiscard]] const std::optional<table::SubjectRef>& own_record() const { return own_record_; }
  /// True for a record of the audited survey whose answers may be seen, as far as it depends on the record.
  [[nodiscard]] bool may_see(table::SubjectRef record) const { return !own_record_ || *own_record_ == record; }
  /// The same by name, for any survey of the series: a record under its earlier codes too.
  [[nodiscard]] bool may_see(const table::SubjectName& subject) const;
  /// True when no cell of a field is ever withheld.
  [[nodiscard]] bool is_open(std::string_view field) const;

  [[nodiscard]] Withheld reason(const CellView& cell) const;
  /// The cell as it may be shown. Where it stands in the file is never said: other cells stand in the same line, and the
  /// distance between two columns is the length of what is between them. `raw` is a phrase where it is withheld, since an
  /// empty one would say that nothing was answered.
  [[nodiscard]] CellView shown(CellView cell) const;
  /// True when what is made of such cells for a subject could tell something of a withheld one.
  [[nodiscard]] bool could_tell(const Reads& reads, table::SubjectRef subject) const;

 private:
  void find_small_numbers(const survey::SurveyTable& survey, const std::optional<std::set<std::uint32_t>>& rows);
  [[nodiscard]] Withheld reason(const table::Field& field, const CellView& cell) const;

  Readership readership_;
  const Plan& plan_;
  const survey::SurveySeries& series_;
  std::optional<table::SubjectRef> own_record_;
  std::set<std::string> own_codes_;                                      ///< Of the own record, earlier ones too.
  std::string member_kind_;                                              ///< Of records that groups are made of.
  std::set<table::FieldIndex> with_small_;                               ///< Fields of which some number is small.
  std::set<std::pair<table::FieldIndex, std::uint32_t>> withheld_rows_;  ///< Of these fields, in the audited survey.
  LeftOut left_out_;
};

/// False for a rule whose results are not made for a readership: they are about more than one record, or its deadlines or
/// groups would give a withheld answer away.
[[nodiscard]] bool may_judge(const CompiledRule& rule, const Plan& plan, Readership readership);

}  // namespace kijun::audit
