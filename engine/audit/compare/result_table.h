#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "engine/audit/compare/result_state.h"
#include "engine/audit/result_model.h"

namespace kijun::audit {

/// What a run was made of and made with, as far as comparing goes.
struct TableHead {
  std::string survey_id;
  std::string series;
  LocalizedText survey_title;
  int fiscal_year = 0;
  Date answers_as_of;
  Date as_of;
  std::string ruleset_id;
  LocalizedText ruleset_title;
  std::string pack_version;
  std::string rules_hash;  ///< Of vocabulary, ruleset and tool: equal where rules judge alike.
  std::string data_hash;   ///< Of everything else that was read, and of the decisions that count.
  std::optional<Date> revision;
  std::vector<RecordKind> record_kinds = municipal_record_kinds();  ///< That which is counted stands first.
  std::vector<SeriesJoin> joins;
};

/// A rule, repeated per field under `for_fields`.
struct TableRule {
  std::string id;
  std::string field;
  std::vector<std::string> aliases;
  LocalizedText title;
  bool draft = false;
  bool basis_unconfirmed = false;

  /// The id, with the field in brackets.
  [[nodiscard]] std::string label() const { return field.empty() ? id : id + " [" + field + "]"; }
};

/// Somebody that rules are asked about.
struct TableSubject {
  table::SubjectName name;
  std::string zone;  ///< Id; a zone's own; empty for none, and where a result file does not say.
  bool is_record = false;
  bool is_member = false;  ///< Of the kind that is counted: a municipality, or what the survey lists.
};

/// An indicator as an interval.
struct RateCount {
  std::size_t lower = 0;
  std::size_t upper = 0;
  std::size_t of = 0;
  std::size_t answered = 0;
  bool operator==(const RateCount&) const = default;
};

/// One indicator of a run.
struct TableIndicator {
  std::string id;
  LocalizedText title;
  RateCount rate;
  std::string meaning;  ///< As `Meaning` has it; empty where a result file does not say, and of a run.
};

/// Every result of one run by rule and subject, made of a run or read from a result file.
class ResultTable {
 public:
  TableHead head;
  std::vector<TableIndicator> indicators;
  std::map<std::string, LocalizedText> zones;  ///< Names by id.

  /// All results of a model. Texts come from it later, so that it has to outlive the table.
  [[nodiscard]] static ResultTable of(const ResultModel& model);

  /// Lets go of the model: the table says nothing of its results but what they are.
  void drop_texts() { model_ = nullptr; }

  std::size_t add_rule(TableRule rule);
  /// The number of a subject; a known one keeps its own.
  std::size_t add_subject(TableSubject subject);
  /// `text` is said of the result unless the table is made of a model.
  void add_result(std::size_t rule, std::size_t subject, ResultState state, LocalizedText text = {});

  [[nodiscard]] const std::vector<TableRule>& rules() const { return rules_; }
  [[nodiscard]] const std::vector<TableSubject>& subjects() const { return subjects_; }
  /// By id, not by alias.
  [[nodiscard]] std::optional<std::size_t> find_rule(const std::string& id, const std::string& field) const;
  [[nodiscard]] std::optional<std::size_t> find_subject(const std::string& kind, const std::string& code) const;
  [[nodiscard]] const TableIndicator* find_indicator(const std::string& id) const;
  [[nodiscard]] MaybeState state(std::size_t rule, std::size_t subject) const;
  /// What the result says; empty where there is none.
  [[nodiscard]] LocalizedText text(std::size_t rule, std::size_t subject) const;
  /// The cells that the result rests on; empty where there is none, and unless the table is made of a model.
  [[nodiscard]] std::vector<CellView> evidence(std::size_t rule, std::size_t subject) const;

 private:
  struct Entry {
    ResultState state;
    std::uint32_t at_plus_one = 0;  ///< Position in the column, or in `texts_`; 0: no result.
  };
  [[nodiscard]] const Entry* find(std::size_t rule, std::size_t subject) const;
  Entry& make_entry(std::size_t rule, std::size_t subject);
  void add_indicators(const ResultModel& model);
  void add_columns(const ResultModel& model);

  const ResultModel* model_ = nullptr;
  std::vector<TableRule> rules_;
  std::map<std::pair<std::string, std::string>, std::size_t> rule_at_;
  std::vector<TableSubject> subjects_;
  std::unordered_map<std::string, std::size_t> subject_at_;  ///< By kind and code.
  std::vector<std::vector<Entry>> entries_;                  ///< By rule, then subject.
  std::vector<LocalizedText> texts_;
};

/// What `rules_hash` and `data_hash` of a head are made of: one line per input, in order. Settings, locks,
/// baselines and glossaries change no verdict.
void hash_inputs(const std::vector<std::pair<std::string, std::string>>& role_and_hash, const std::string& tool_version,
                 TableHead& head);

}  // namespace kijun::audit
