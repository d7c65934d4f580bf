#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/cel/world.h"
#include "engine/exec/execution.h"
#include "engine/table/block.h"

namespace kijun::exec {

/// One answer: a value, or missing with a reason.
struct MemoryCell {
  table::MissingReason missing = table::MissingReason::kBlank;
  cel::Value value;
  std::string raw;
};

[[nodiscard]] MemoryCell answer(cel::Value value, std::string raw = {});
[[nodiscard]] MemoryCell no_answer(table::MissingReason reason);

/// One record; in an earlier survey, the same subject then.
struct MemoryRow {
  table::SubjectName name;                                    ///< kind: "town", "city" or "prefecture".
  std::vector<MemoryCell> cells;                              ///< By field.
  table::MissingReason absent = table::MissingReason::kNone;  ///< Why an earlier survey has no such record.
};

/// One group with its members, and the rows that call it theirs without being members (the prefecture).
struct MemoryGroup {
  table::SubjectName name;
  std::vector<std::uint32_t> members;
  std::vector<std::uint32_t> associates;
  std::vector<MemoryCell> cells;                              ///< By field; those beyond its end are absent.
  std::vector<MemoryCell> attributes;                         ///< By position in the kind's attributes.
  table::MissingReason absent = table::MissingReason::kNone;  ///< Why an earlier survey has no such group.
};

/// An earlier survey of the series.
struct MemoryYear {
  std::int64_t fiscal_year = 0;
  std::vector<MemoryRow> rows;  ///< By row of the audited survey.
  /// By kind and by group of the audited survey. When empty, `previous` knows no group, and the groups of an earlier
  /// record answer as they do now.
  std::vector<std::vector<MemoryGroup>> groups_by_kind{};
};

/// A survey written down by a test, as both evaluators see it.
class MemorySurvey : public cel::World, public table::SurveyContext {
 public:
  table::Vocabulary vocabulary;
  std::vector<table::GroupKind> kinds = table::standard_group_kinds();
  std::int64_t fiscal_year = 2018;
  std::vector<MemoryRow> rows;
  std::vector<std::vector<MemoryGroup>> groups_by_kind;
  std::vector<MemoryYear> earlier_years;  ///< Newest first.

  /// Derives the tables of the columnar side; call it when the survey is complete.
  void finish();

  [[nodiscard]] cel::Value cell(const cel::CellRef& cell) const override;
  [[nodiscard]] table::MissingReason missing_reason(const cel::CellRef& cell) const override;
  [[nodiscard]] std::string raw(const cel::CellRef& cell) const override;
  [[nodiscard]] table::SubjectName describe(const cel::RecordRef& record) const override;
  [[nodiscard]] std::vector<cel::RecordRef> members(const cel::RecordRef& group) const override;
  [[nodiscard]] std::vector<cel::RecordRef> groups_of(const cel::RecordRef& record,
                                                      table::GroupId group) const override;
  [[nodiscard]] cel::Value earlier(const cel::RecordRef& record, std::uint32_t steps) const override;
  [[nodiscard]] cel::Value at_year(const cel::RecordRef& record, std::int64_t year) const override;

  [[nodiscard]] const std::vector<table::GroupKind>& group_kinds() const override { return kinds; }
  [[nodiscard]] const table::Grouping& grouping(table::GroupId group) const override { return groupings_[group]; }
  [[nodiscard]] const std::vector<table::SubjectName>& groups(table::GroupId group) const override {
    return names_[group];
  }
  [[nodiscard]] table::Column group_field(table::GroupId group, table::FieldIndex field) const override;
  [[nodiscard]] table::Column group_attribute(table::GroupId group, std::uint32_t attribute) const override;
  [[nodiscard]] std::uint32_t num_rows() const override { return static_cast<std::uint32_t>(rows.size()); }
  [[nodiscard]] std::vector<table::MissingReason> missing_earlier(const table::EarlierSurvey& survey,
                                                                  const table::SubjectRange& subjects) const override;
  [[nodiscard]] table::Column earlier_field(const table::EarlierSurvey& survey, table::FieldIndex field,
                                            const table::SubjectRange& subjects) const override;

  [[nodiscard]] const MemoryCell& cell_of(const cel::CellRef& cell) const;

 private:
  /// Position of a survey in the series: 0 is the audited one; beyond the last when it is not there.
  [[nodiscard]] std::size_t place_of(const table::EarlierSurvey& survey) const;
  [[nodiscard]] table::MissingReason absent_in(const table::SubjectRef& subject, std::size_t survey) const;
  [[nodiscard]] cel::Value record_in(const cel::RecordRef& record, std::size_t survey) const;

  std::vector<table::Grouping> groupings_;
  std::vector<std::vector<table::SubjectName>> names_;
};

/// Gives the rows `begin` … `end` of a survey block by block.
class MemorySource : public table::BlockSource {
 public:
  MemorySource(const MemorySurvey& survey, std::uint32_t begin, std::uint32_t end)
      : survey_(survey), next_(begin), end_(end) {}

  [[nodiscard]] Result<bool> next(const table::BlockRequest& request, std::uint32_t max_rows,
                                  table::Block& block) override;

 private:
  const MemorySurvey& survey_;
  std::uint32_t next_;
  std::uint32_t end_;
};

/// Sources over parts of a survey, which it borrows.
[[nodiscard]] SourceFactory sources_of(const MemorySurvey& survey);

}  // namespace kijun::exec
