#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/analysis/domain/scene.h"
#include "engine/audit/plan.h"
#include "engine/cel/world.h"
#include "engine/exec/execution.h"
#include "engine/table/block.h"

namespace kijun::analysis {

/// Scenes side by side as one survey, as both evaluators read it. No scene's subjects meet another's.
class SceneSurvey : public cel::World, public table::SurveyContext {
 public:
  /// Of the earlier surveys a scene has `previous` and those of given years; `history` is at most the former.
  static constexpr std::uint32_t kNumEarlierSurveys = 1;

  /// All is borrowed. The scenes are about subjects of `audience`.
  SceneSurvey(std::span<const Scene> scenes, const audit::Audience& audience, const audit::Plan& plan);

  /// The subject of a scene, by the position of the scene.
  [[nodiscard]] cel::RecordRef subject(std::size_t scene) const { return subjects_[scene]; }
  /// Sources over its rows.
  [[nodiscard]] exec::SourceFactory sources() const;

  [[nodiscard]] cel::Value cell(const cel::CellRef& cell) const override;
  [[nodiscard]] table::MissingReason missing_reason(const cel::CellRef& cell) const override;
  [[nodiscard]] std::string raw(const cel::CellRef& cell) const override;
  [[nodiscard]] table::SubjectName describe(const cel::RecordRef& record) const override;
  [[nodiscard]] std::vector<cel::RecordRef> members(const cel::RecordRef& group) const override;
  [[nodiscard]] std::vector<cel::RecordRef> groups_of(const cel::RecordRef& record,
                                                      table::GroupId group) const override;
  [[nodiscard]] cel::Value earlier(const cel::RecordRef& record, std::uint32_t steps) const override;
  [[nodiscard]] cel::Value at_year(const cel::RecordRef& record, std::int64_t fiscal_year) const override;

  [[nodiscard]] const std::vector<table::GroupKind>& group_kinds() const override { return plan_.profile.groups; }
  [[nodiscard]] const table::Grouping& grouping(table::GroupId group) const override { return groupings_[group]; }
  [[nodiscard]] const std::vector<table::SubjectName>& groups(table::GroupId group) const override {
    return group_names_[group];
  }
  [[nodiscard]] table::Column group_field(table::GroupId group, table::FieldIndex field) const override;
  [[nodiscard]] table::Column group_attribute(table::GroupId group, std::uint32_t attribute) const override;
  [[nodiscard]] std::uint32_t num_rows() const override { return static_cast<std::uint32_t>(rows_.size()); }
  [[nodiscard]] std::string_view member_kind() const override { return member_kind_; }
  [[nodiscard]] std::vector<table::MissingReason> missing_earlier(const table::EarlierSurvey& survey,
                                                                  const table::SubjectRange& subjects) const override;
  [[nodiscard]] table::Column earlier_field(const table::EarlierSurvey& survey, table::FieldIndex field,
                                            const table::SubjectRange& subjects) const override;

 private:
  class Rows;

  cel::RecordRef place(const Scene& scene, table::SpaceId space, const std::string& kind);
  /// The kind of a record that no rule asks the kind of.
  [[nodiscard]] std::string record_kind() const;
  void place_links(const Scene& scene, cel::RecordRef self);
  [[nodiscard]] cel::Value find_earlier(const table::EarlierSurvey& survey, table::SubjectRef subject) const;
  [[nodiscard]] const Scene& scene_of(const cel::RecordRef& record) const;
  [[nodiscard]] const Answer& answer(const cel::CellRef& cell) const;
  [[nodiscard]] cel::Value linked(const cel::RecordRef& record, const std::string& link, cel::SurveyIndex survey) const;

  const audit::Plan& plan_;
  std::string member_kind_;  ///< Of a survey of municipalities: "municipality".
  std::vector<cel::RecordRef> subjects_;
  std::vector<const Scene*> rows_;
  std::vector<table::SubjectName> row_names_;
  std::vector<std::vector<const Scene*>> groups_;  ///< By group kind.
  std::vector<table::Grouping> groupings_;
  std::vector<std::vector<table::SubjectName>> group_names_;
};

}  // namespace kijun::analysis
