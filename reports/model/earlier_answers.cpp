#include "reports/model/earlier_answers.h"

#include <map>
#include <string_view>
#include <utility>

namespace kijun::reports {
namespace {

/// This year's answers by record and field.
class AnswersNow {
 public:
  explicit AnswersNow(const GapReport& report) : report_(report) {
    for (const RecordSheet& sheet : report.sheets) {
      const std::string& code = report.subjects[sheet.subject].info.name.code;
      for (const audit::CellView& cell : sheet.answers) add(code, cell);
      for (const NoteView& note : sheet.notes) {
        add(code, note.note);
        for (const audit::CellView& reading : note.readings) add(code, reading);
      }
    }
  }

  /// A record may have had another code then; the members of a group are found by theirs.
  [[nodiscard]] const audit::CellView* find(const Finding& finding, const audit::CellView& earlier) const {
    const SubjectView& subject = report_.subjects[finding.subject];
    const bool is_record = subject.ref.space == table::kRecordSpace;
    const auto found = cells_.find({is_record ? subject.info.name.code : earlier.subject.code, earlier.field});
    return found == cells_.end() ? nullptr : found->second;
  }

 private:
  void add(std::string_view code, const audit::CellView& cell) { cells_.try_emplace({code, cell.field}, &cell); }

  const GapReport& report_;
  std::map<std::pair<std::string_view, std::string_view>, const audit::CellView*> cells_;
};

}  // namespace

std::vector<EarlierAnswer> earlier_answers(const GapReport& report) {
  const AnswersNow now(report);
  const std::string& audited = report.result->run().survey_id;
  std::vector<EarlierAnswer> all;
  for (std::size_t at = 0; at < report.findings.size(); ++at)
    for (const audit::CellView& cell : report.findings[at].detail.evidence)
      if (!cell.survey.empty() && cell.survey != audited)
        all.push_back({at, &cell, now.find(report.findings[at], cell)});
  return all;
}

}  // namespace kijun::reports
