#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/cel/world.h"
#include "engine/table/group.h"
#include "engine/table/vocabulary.h"

namespace kijun::cel {

/// Surveys held in memory for tests. Cells that nobody set are blank.
class FakeWorld : public World {
 public:
  explicit FakeWorld(const table::Vocabulary& vocabulary) : vocabulary_(vocabulary) {}

  /// Adds a record or group and returns its reference; subjects of a space are numbered in the order they are added.
  RecordRef add(std::string code, std::string kind = "town", table::SpaceId space = table::kRecordSpace,
                SurveyIndex survey = 0) {
    const RecordRef record{survey, {space, next_index_[{survey, space}]++}};
    names_[record] = {std::move(kind), code, {"架空" + code, "Fictional " + code}};
    return record;
  }
  RecordRef add_group(table::GroupId group, std::string code, std::vector<RecordRef> members) {
    const RecordRef record = add(std::move(code), "group", table::group_space(group));
    for (const RecordRef& member : members) groups_of_[{member, group}].push_back(record);
    members_[record] = std::move(members);
    return record;
  }
  void set(const RecordRef& record, const std::string& field, Value value) {
    cells_[cell_of(record, field)] = std::move(value);
  }
  void set_missing(const RecordRef& record, const std::string& field, table::MissingReason reason,
                   std::string raw = {}) {
    missing_[cell_of(record, field)] = reason;
    raw_[cell_of(record, field)] = std::move(raw);
  }
  void set_raw(const RecordRef& record, const std::string& field, std::string raw) {
    raw_[cell_of(record, field)] = std::move(raw);
  }
  void set_attribute(const RecordRef& group, std::uint32_t attribute, Value value) {
    cells_[{group, true, attribute}] = std::move(value);
  }
  /// What the subject was `steps` surveys earlier, and in that fiscal year.
  void set_earlier(const RecordRef& record, std::uint32_t steps, std::int64_t fiscal_year, const Value& value) {
    earlier_[{record, steps}] = value;
    at_year_[{record, fiscal_year}] = value;
  }

  [[nodiscard]] CellRef cell_of(const RecordRef& record, const std::string& field) const {
    return {record, false, vocabulary_.find(field).value()};
  }
  /// `flag_u@000001:blank` for each cause, in order.
  [[nodiscard]] std::string causes_text(const std::vector<Cause>& causes) const {
    std::string text;
    for (const Cause& cause : causes) {
      if (!text.empty()) text += " ";
      const CellRef& cell = cause.cell;
      if (cell.is_attribute) {
        text += "attribute" + std::to_string(cell.index);
      } else if (cell.index != kWholeRecord) {
        text += vocabulary_.field(cell.index).id;
      }
      text += "@" + names_.at(cell.record).code + ":" + std::string(table::reason_id(cause.reason));
    }
    return text;
  }

  [[nodiscard]] Value cell(const CellRef& cell) const override {
    const auto found = cells_.find(cell);
    return found == cells_.end() ? Value::missing({cell, missing_reason(cell)}) : found->second;
  }
  [[nodiscard]] table::MissingReason missing_reason(const CellRef& cell) const override {
    if (cells_.contains(cell)) return table::MissingReason::kNone;
    const auto found = missing_.find(cell);
    return found == missing_.end() ? table::MissingReason::kBlank : found->second;
  }
  [[nodiscard]] std::string raw(const CellRef& cell) const override {
    const auto found = raw_.find(cell);
    return found == raw_.end() ? "" : found->second;
  }
  [[nodiscard]] table::SubjectName describe(const RecordRef& record) const override { return names_.at(record); }
  [[nodiscard]] std::vector<RecordRef> members(const RecordRef& group) const override { return members_.at(group); }
  [[nodiscard]] std::vector<RecordRef> groups_of(const RecordRef& record, table::GroupId group) const override {
    const auto found = groups_of_.find({record, group});
    return found == groups_of_.end() ? std::vector<RecordRef>{} : found->second;
  }
  [[nodiscard]] Value earlier(const RecordRef& record, std::uint32_t steps) const override {
    const auto found = earlier_.find({record, steps});
    return found == earlier_.end() ? no_survey(record) : found->second;
  }
  [[nodiscard]] Value at_year(const RecordRef& record, std::int64_t fiscal_year) const override {
    const auto found = at_year_.find({record, fiscal_year});
    return found == at_year_.end() ? no_survey(record) : found->second;
  }

 private:
  static Value no_survey(const RecordRef& record) {
    return Value::missing({{record, false, kWholeRecord}, table::MissingReason::kNoSurvey});
  }

  const table::Vocabulary& vocabulary_;
  std::map<std::pair<SurveyIndex, table::SpaceId>, std::uint32_t> next_index_;
  std::map<RecordRef, table::SubjectName> names_;
  std::map<CellRef, Value> cells_;
  std::map<CellRef, table::MissingReason> missing_;
  std::map<CellRef, std::string> raw_;
  std::map<RecordRef, std::vector<RecordRef>> members_;
  std::map<std::pair<RecordRef, table::GroupId>, std::vector<RecordRef>> groups_of_;
  std::map<std::pair<RecordRef, std::uint32_t>, Value> earlier_;
  std::map<std::pair<RecordRef, std::int64_t>, Value> at_year_;
};

}  // namespace kijun::cel
