#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "engine/survey/column_writer.h"
#include "engine/survey/series.h"
#include "engine/survey/whole_columns.h"

// A subject of a later survey is looked for in an earlier one by its code. The register's successors say what happened in
// between, in any number of steps: A → B (alone on both sides, at every step) is a new code or name of the same place and
// joins; several predecessors, or a predecessor with several successors, is a merger or split, and the years cannot be
// compared row by row. That holds as well when the subject kept its code and took others in, or kept it and gave a part
// away (it then stands among its own successors). Subjects that surveys list themselves join by code alone.
namespace kijun::survey {

using table::MissingReason;

namespace {

bool keeps_code(const Municipality& subject) {
  const std::vector<std::string>& successors = subject.successors;
  return std::find(successors.begin(), successors.end(), subject.code) != successors.end();
}

/// Walks from a subject back to those of an earlier survey that became it.
class Ancestry {
 public:
  Ancestry(const SurveyTable& later, const SurveyTable& earlier)
      : reg_(later.reg()), later_(later), earlier_(earlier) {}

  void walk(const std::string& code) {
    if (!visited_.insert(code).second) return;
    std::size_t num_predecessors = 0;
    for (const RegisterIndex index : reg_.predecessors(code)) {
      const Municipality& before = reg_.at(index);
      if (before.code == code || is_still_apart(before, code)) continue;
      ++num_predecessors;
      if (num_predecessors > 1 || before.successors.size() > 1) one_to_one_ = false;
      if (earlier_.row_of(before.code))
        found_.push_back(index);
      else
        walk(before.code);
    }
  }

  /// Those found in the earlier survey.
  [[nodiscard]] const std::vector<RegisterIndex>& found() const { return found_; }
  /// Whether every step led from one subject to one.
  [[nodiscard]] bool one_to_one() const { return one_to_one_; }

 private:
  /// The register also knows of what came later, or had come before: who answers the later survey itself has not merged by
  /// then, and of a subject that kept its code, a part that the earlier survey has already left it before.
  [[nodiscard]] bool is_still_apart(const Municipality& before, const std::string& code) const {
    return later_.row_of(before.code) && (!keeps_code(before) || earlier_.row_of(code));
  }

  const Register& reg_;
  const SurveyTable& later_;
  const SurveyTable& earlier_;
  std::set<std::string> visited_;
  std::vector<RegisterIndex> found_;
  bool one_to_one_ = true;
};

/// Whether a subject that kept its code has given a part away since the earlier survey.
bool gave_a_part_away(const SurveyTable& later, const Municipality& subject, const SurveyTable& earlier) {
  if (!keeps_code(subject)) return false;
  return std::any_of(subject.successors.begin(), subject.successors.end(), [&](const std::string& code) {
    return code != subject.code && later.row_of(code) && !earlier.row_of(code);
  });
}

}  // namespace

JoinedRow join_row(const SurveyTable& later, std::uint32_t row, const SurveyTable& earlier) {
  if (later.is_listed() || earlier.is_listed()) {
    const bool comparable = later.member_kind() == earlier.member_kind();
    const std::optional<std::uint32_t> found =
        comparable ? earlier.row_of(later.record(row).code) : std::optional<std::uint32_t>();
    return {found, found ? MissingReason::kNone : MissingReason::kNewSubject, {}};
  }
  const Municipality& subject = later.municipality(row);
  const std::optional<std::uint32_t> same_code = earlier.row_of(subject.code);
  Ancestry ancestry(later, earlier);
  ancestry.walk(subject.code);
  std::vector<RegisterIndex> predecessors = ancestry.found();
  if (same_code && gave_a_part_away(later, subject, earlier))
    predecessors.insert(predecessors.begin(), *later.reg().find_by_code(subject.code));
  if (predecessors.empty()) {
    if (same_code) return {same_code, MissingReason::kNone, {}};
    return {std::nullopt, MissingReason::kNewSubject, {}};
  }
  if (!same_code && predecessors.size() == 1 && ancestry.one_to_one())
    return {earlier.row_of(later.reg().at(predecessors.front()).code), MissingReason::kNone, predecessors};
  return {std::nullopt, MissingReason::kMerged, predecessors};
}

JoinedRow join_subject(const SurveyTable& later, table::SubjectRef subject, const SurveyTable& earlier) {
  if (subject.space == table::kRecordSpace) return join_row(later, subject.index, earlier);
  const auto group = static_cast<table::GroupId>(subject.space - 1);
  if (group >= earlier.group_kinds().size()) return {std::nullopt, MissingReason::kNoSurvey, {}};
  const std::vector<table::SubjectName>& groups = earlier.groups(group);
  const auto found = std::ranges::find(groups, later.groups(group)[subject.index].code, &table::SubjectName::code);
  if (found == groups.end()) return {std::nullopt, MissingReason::kNewSubject, {}};
  return {static_cast<std::uint32_t>(found - groups.begin()), MissingReason::kNone, {}};
}

const SurveyTable* SurveyTable::find_earlier(const table::EarlierSurvey& survey) const {
  if (!survey.by_year) {
    const bool exists = survey.number >= 1 && static_cast<std::size_t>(survey.number) <= earlier_.size();
    return exists ? earlier_[static_cast<std::size_t>(survey.number) - 1] : nullptr;
  }
  if (manifest().fiscal_year == survey.number) return this;
  const auto found = std::find_if(earlier_.begin(), earlier_.end(), [&](const SurveyTable* table) {
    return table->manifest().fiscal_year == survey.number;
  });
  return found == earlier_.end() ? nullptr : *found;
}

std::vector<MissingReason> SurveyTable::missing_earlier(const table::EarlierSurvey& survey,
                                                        const table::SubjectRange& subjects) const {
  const SurveyTable* earlier = find_earlier(survey);
  if (earlier == nullptr) return std::vector<MissingReason>(subjects.size, MissingReason::kNoSurvey);
  std::vector<MissingReason> missing(subjects.size, MissingReason::kNone);
  if (earlier == this) return missing;
  const auto& all = whole_columns_->subjects_in(*earlier, subjects.space);
  for (std::uint32_t i = 0; i < subjects.size; ++i) missing[i] = all[subjects.first + i].missing;
  return missing;
}

table::Column SurveyTable::earlier_field(const table::EarlierSurvey& survey, table::FieldIndex index,
                                         const table::SubjectRange& subjects) const {
  const SurveyTable* earlier = find_earlier(survey);
  table::Column column;
  column.reset(vocabulary().field(index).type, subjects.size);
  if (earlier == nullptr) {
    for (std::uint32_t i = 0; i < subjects.size; ++i) column.push_missing(MissingReason::kNoSurvey);
    return column;
  }
  const bool of_records = subjects.space == table::kRecordSpace;
  const auto group = static_cast<table::GroupId>(subjects.space - 1);
  table::Column of_groups;
  if (!of_records && group < earlier->group_kinds().size()) of_groups = earlier->group_field(group, index);
  const table::Column& answers = of_records ? earlier->whole_columns_->column(index) : of_groups;
  if (earlier == this) {
    append_rows(answers, subjects.first, subjects.size, column);
    return column;
  }
  const auto& all = whole_columns_->subjects_in(*earlier, subjects.space);
  for (std::uint32_t i = 0; i < subjects.size; ++i) {
    const WholeColumns::EarlierSubject& then = all[subjects.first + i];
    if (then.index == WholeColumns::EarlierSubject::kNone)
      column.push_missing(then.missing);
    else
      append_rows(answers, then.index, 1, column);
  }
  return column;
}

}  // namespace kijun::survey
