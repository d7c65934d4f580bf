#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/audit/plan.h"
#include "engine/cel/world.h"
#include "engine/diag/diagnostic.h"
#include "engine/toml/document.h"

namespace kijun::analysis {

/// What an example changes beside the survey.
struct ExampleSettings {
  std::optional<Date> as_of;
  std::optional<int> fiscal_year;
  std::map<std::string, const toml_doc::Value*> params;
};

/// A tiny survey made from the `given` of a rule example: one subject with its members, bodies, zone and previous
/// record. Fields that are not given are blank (or what `rest` says); readings take `unless_reviewed`.
class ExampleWorld : public cel::World {
 public:
  /// Reads `given` for a subject of `audience`. Unknown keys and wrong values go to the sink. The plan is borrowed.
  ExampleWorld(const toml_doc::Table& given, const audit::Plan& plan, const audit::Audience& audience,
               diag::Sink& sink);

  [[nodiscard]] cel::RecordRef subject() const { return subject_; }
  [[nodiscard]] const ExampleSettings& settings() const { return settings_; }

  [[nodiscard]] cel::Value cell(const cel::CellRef& cell) const override;
  [[nodiscard]] table::MissingReason missing_reason(const cel::CellRef& cell) const override;
  [[nodiscard]] std::string raw(const cel::CellRef& cell) const override;
  [[nodiscard]] table::SubjectName describe(const cel::RecordRef& record) const override;
  [[nodiscard]] std::vector<cel::RecordRef> members(const cel::RecordRef& group) const override;
  [[nodiscard]] std::vector<cel::RecordRef> groups_of(const cel::RecordRef& record,
                                                      table::GroupId group) const override;
  [[nodiscard]] cel::Value earlier(const cel::RecordRef& record, std::uint32_t steps) const override;
  [[nodiscard]] cel::Value at_year(const cel::RecordRef& record, std::int64_t fiscal_year) const override;

 private:
  /// One cell: a value or a reason.
  struct Answer {
    cel::Value value;
    table::MissingReason missing = table::MissingReason::kBlank;
  };
  /// A record or group of the example.
  struct Subject {
    std::string kind;  ///< Record kind or group id.
    std::string name;
    std::map<table::FieldIndex, Answer> fields;
    std::map<std::uint32_t, Answer> attributes;
    table::MissingReason rest = table::MissingReason::kBlank;
    std::vector<cel::RecordRef> members;
    std::map<table::GroupId, std::vector<cel::RecordRef>> groups;
    std::optional<cel::RecordRef> previous;
    std::optional<cel::RecordRef> later;      ///< The record whose `previous` this is.
    std::optional<std::int64_t> fiscal_year;  ///< Of an earlier record that is not from the year before.
  };

  cel::RecordRef add_subject(table::SpaceId space, cel::SurveyIndex survey, std::string kind);
  cel::RecordRef read_subject(const toml_doc::Table& given, table::SpaceId space, cel::SurveyIndex survey,
                              const std::string& kind);
  bool read_structure(const toml_doc::Entry& entry, cel::RecordRef self);
  bool read_earlier(const toml_doc::Entry& entry, cel::RecordRef self);
  bool read_setting(const toml_doc::Entry& entry);
  void read_cell(const toml_doc::Entry& entry, cel::RecordRef self);
  void read_members(const toml_doc::Value& list, cel::RecordRef group, table::GroupId kind);
  [[nodiscard]] std::optional<Answer> read_answer(const table::Field& field, const toml_doc::Value& value) const;
  [[nodiscard]] Answer answer(const cel::CellRef& cell) const;
  [[nodiscard]] std::int64_t year_of(const cel::RecordRef& record) const;
  [[nodiscard]] Subject& at(const cel::RecordRef& record) { return subjects_.at(record); }
  [[nodiscard]] const Subject& at(const cel::RecordRef& record) const { return subjects_.at(record); }

  const audit::Plan& plan_;
  diag::Sink& sink_;
  std::map<cel::RecordRef, Subject> subjects_;
  cel::RecordRef subject_;
  ExampleSettings settings_;
};

}  // namespace kijun::analysis
