#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/file_system.h"
#include "engine/diag/diagnostic.h"
#include "engine/survey/series.h"
#include "engine/table/vocabulary.h"

namespace kijun::survey::testing {

/// A small survey held in memory, loaded like a real one. It starts sound: 架空県 with two zones, the municipalities
/// 中津原市, 霧ヶ丘市, 月影市 and 夢見町, one joint body, and a form with a council mark, its note and a number of meetings.
/// Tests replace single files.
class SmallSurvey {
 public:
  SmallSurvey();
  /// Against another vocabulary; the form has to be replaced.
  explicit SmallSurvey(table::Vocabulary vocabulary);

  /// Replaces a file: "survey.toml", "answers.csv", "decisions.toml" lie in the survey's folder "2018", others beside it.
  void write(const std::string& name, std::string_view text);
  /// Replaces `from`, which has to occur, in a file.
  void edit(const std::string& name, std::string_view from, std::string_view to);
  /// Writes a file by its whole path.
  void write_path(const std::string& path, std::string_view text) { (void)files_.write(path, text); }

  /// From now on decisions made after this day are left out.
  void set_revision(std::optional<Date> revision) { revision_ = revision; }
  /// Loads the survey, alone or with earlier ones; null when an error was reported.
  SurveySeries* load(const std::string& folder = "pref/2018", bool with_earlier = false);
  /// Loads the survey with earlier ones and leaves the answers to whoever reads them.
  SurveySeries* load_unchecked();
  /// Has what was found while reading them confirmed.
  [[nodiscard]] bool confirm(const AnswerFindings& findings) {
    return series_->audited().confirm_answers(findings, *sink_);
  }
  /// Reads them again, record by record; null when an error was reported.
  SurveySeries* reread();
  /// All diagnostics with their places, one on a line.
  [[nodiscard]] std::string reports() const;
  /// The diagnostics of one code, rendered in English one after the other.
  [[nodiscard]] std::string report(std::string_view code) const;
  /// Codes of all diagnostics in order of report: "KJ4201 KJ4205".
  [[nodiscard]] std::string codes() const;
  [[nodiscard]] const diag::Sink& sink() const { return *sink_; }

  [[nodiscard]] const SurveyTable& table() const { return series_->audited(); }
  [[nodiscard]] const table::Vocabulary& vocabulary() const { return vocabulary_; }
  [[nodiscard]] table::FieldIndex field(std::string_view id) const { return vocabulary_.find(id).value(); }
  /// "value", or "(reason)" of a missing answer, of the record with a name.
  [[nodiscard]] std::string answer(std::string_view name, std::string_view field_id) const;
  [[nodiscard]] Cell cell(std::string_view name, std::string_view field_id) const;
  /// Row of the record with a name.
  [[nodiscard]] std::uint32_t row(std::string_view name) const;

 private:
  MemoryFileSystem files_;
  diag::SourceMap sources_;
  std::unique_ptr<diag::Sink> sink_ = std::make_unique<diag::Sink>();
  table::Vocabulary vocabulary_;
  std::optional<Date> revision_;
  std::unique_ptr<SurveySeries> series_;
};

/// "value", or "(reason)" when missing.
[[nodiscard]] std::string cell_text(const Cell& cell);

/// A vocabulary written as fields.toml.
[[nodiscard]] table::Vocabulary read_vocabulary(std::string_view fields_toml);

/// The vocabulary the small survey is written against: council, council_note, meetings, opened_on, sectors, shared, and
/// the readings evidence, planned_date and joint of council_note; zone_council of zones; centre of the prefecture.
[[nodiscard]] table::Vocabulary small_vocabulary();

/// Bytes of a file of the repository.
[[nodiscard]] std::string read_repository(const std::string& path);

}  // namespace kijun::survey::testing
