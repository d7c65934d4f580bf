#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/audit/bit_plane.h"
#include "engine/audit/decision_planes.h"
#include "engine/audit/outcome.h"
#include "engine/audit/subject_list.h"
#include "engine/base/date.h"
#include "engine/policy/ruleset.h"
#include "engine/table/subject.h"
#include "engine/table/vocabulary.h"

namespace kijun::audit {

/// The result of one rule and one subject.
struct ResultCode {
  Decision decision;
  std::uint8_t rule_case = kNoCase;  ///< Position in `Rule::cases`.
  policy::Severity severity = policy::Severity::kNotice;
  bool before_deadline = false;
  std::optional<Date> deadline;
  static constexpr std::uint8_t kNoCase = 255;
};

/// Sets severity and `before_deadline` of a code whose case and deadline are known: the case's severity where it has
/// one, else the rule's, and while `as_of` is before the deadline the `before_deadline` of either.
void set_severity(const policy::Rule& rule, Date as_of, ResultCode& code);

/// What the case of a result says, or the rule where the case says nothing.
[[nodiscard]] const LocalizedText& remedy_of(const policy::Rule& rule, const ResultCode& code);
[[nodiscard]] const std::vector<std::string>& refs_of(const policy::Rule& rule, const ResultCode& code);
[[nodiscard]] const std::optional<policy::Ask>& ask_of(const policy::Rule& rule, const ResultCode& code);

/// Results of a column that are the same in all but subject and deadline, with their number.
struct ResultClass {
  ResultCode code;  ///< `deadline`: the latest of the class.
  std::size_t count = 0;
};

/// What a column is made of. Planes and vectors are by index within the subjects' space.
struct ColumnParts {
  const policy::Rule* rule = nullptr;
  std::optional<table::FieldIndex> field;
  const SubjectList* subjects = nullptr;
  DecisionPlanes decisions;
  std::vector<BitPlane> cases;          ///< One more than the case's position, in binary, lowest digit first.
  std::optional<Date> deadline;         ///< The same for all subjects, when `deadlines` is empty.
  std::vector<std::int32_t> deadlines;  ///< Days since 1970-01-01 by subject, `kNoDeadline` for none.
  static constexpr std::int32_t kNoDeadline = INT32_MIN;
};

/// One column of results: a rule (repeated per field under `for_fields`) over the subjects it is asked about, in the
/// order of reports. Three bits per subject, a few more where cases or deadlines differ; everything else follows from
/// them.
class RuleColumn {
 public:
  /// Rule and subjects are borrowed.
  RuleColumn(ColumnParts parts, Date as_of);

  [[nodiscard]] const policy::Rule& rule() const { return *parts_.rule; }
  /// The field under `for_fields`.
  [[nodiscard]] const std::optional<table::FieldIndex>& field() const { return parts_.field; }
  [[nodiscard]] const SubjectList& subjects() const { return *parts_.subjects; }
  [[nodiscard]] std::size_t size() const { return subjects().size(); }
  [[nodiscard]] table::SubjectRef subject(std::size_t position) const { return subjects()[position]; }
  [[nodiscard]] Outcome outcome(std::size_t position) const {
    return parts_.decisions.get(subjects().index(position)).outcome;
  }
  [[nodiscard]] ResultCode code(std::size_t position) const;

  /// What occurs, and how often: every result is in exactly one class.
  [[nodiscard]] const std::vector<ResultClass>& classes() const { return classes_; }
  [[nodiscard]] std::size_t count(Outcome outcome) const;
  [[nodiscard]] std::size_t num_findings() const;
  /// Which subjects of a word of the space are in a class.
  [[nodiscard]] BitPlane::Word word(const ResultClass& of, std::size_t at) const;

 private:
  [[nodiscard]] std::uint8_t case_of(std::size_t index) const;
  [[nodiscard]] std::optional<Date> deadline_of(std::size_t index) const;
  [[nodiscard]] BitPlane::Word case_word(std::uint8_t rule_case, std::size_t at) const;
  void find_early_subjects(Date as_of);
  void count_classes();
  void split_class(const ResultCode& code);
  void add_class(ResultClass made);

  ColumnParts parts_;
  Date as_of_;
  BitPlane early_;  ///< Subjects whose own deadline is still to come; empty when all share one.
  std::vector<ResultClass> classes_;
};

/// The verdict of one result code of a column.
[[nodiscard]] Verdict verdict_of(const RuleColumn& column, const ResultCode& code);

}  // namespace kijun::audit
