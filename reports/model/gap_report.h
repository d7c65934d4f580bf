#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/audit/bands.h"
#include "engine/audit/requirement/requirement.h"
#include "engine/audit/result_model.h"
#include "engine/base/language.h"

namespace kijun::reports {

/// One subject as every part of a report names it.
struct SubjectView {
  table::SubjectRef ref;
  audit::SubjectInfo info;
  LocalizedText name;  ///< A derived group, whose key may be a whole note, is named by its members.
  std::string anchor;  ///< `m-142115`, `zone-kensei`, `body-x`, … unique in a report.
};

/// One result that is not a pass and does not fall outside its rule: failing, undecided or erring.
struct Finding {
  std::size_t column = 0;    ///< In `ResultModel::columns()`.
  std::size_t position = 0;  ///< In the column's subjects.
  const policy::Rule* rule = nullptr;
  audit::ResultCode code;
  audit::Verdict verdict = audit::Verdict::kNote;
  LocalizedText title;      ///< Of the rule, with the field under `for_fields`.
  std::size_t subject = 0;  ///< In `GapReport::subjects`.
  std::string actor;        ///< Who must act: the rule's actor, but the prefecture for itself and groups that cannot.
  bool draft = false;       ///< The rule is on trial and never gates.
  bool basis_unconfirmed = false;
  bool not_asked = false;  ///< Undecided, and no question or reading of this survey could settle it.
  std::string anchor;
  LocalizedText reason;  ///< Why an undecided or erring result gave no verdict, in one phrase; else empty.
  audit::ResultDetail detail;
  audit::Requirement requirement;  ///< With the details.

  /// What it says: the message of what fails, the reason of what gave no verdict.
  [[nodiscard]] const LocalizedText& statement() const {
    return code.decision.outcome == audit::Outcome::kFail ? detail.message : reason;
  }
};

/// How a municipality stands in a topic: at its worst. A rule on trial never makes it worse than `kDraftOnly`.
enum class Standing : std::uint8_t {
  kUnmet,
  kUndecided,  ///< Erring rules included.
  kNotYetDue,
  kNoteOnly,   ///< 留意・要確認のみ
  kDraftOnly,  ///< Only rules on trial say something.
  kNotAsked,   ///< Only what this year's form did not ask stays open.
  kClear,
};
inline constexpr std::size_t kNumStandings = 7;

/// The municipalities of one topic, each counted once.
struct TopicSummary {
  std::string id;
  LocalizedText title;
  std::array<std::size_t, kNumStandings> municipalities{};
  std::size_t total = 0;

  [[nodiscard]] std::size_t of(Standing standing) const { return municipalities[static_cast<std::size_t>(standing)]; }
};

/// What one subject has to do or confirm.
struct SubjectTasks {
  std::size_t subject = 0;            ///< In `GapReport::subjects`.
  std::vector<std::size_t> findings;  ///< In `GapReport::findings`: failing and erring ones, worst first.
};

/// What one kind of actor has to do. The numbers are of all results, the subjects those of listed ones.
struct ActorTasks {
  std::string id;
  LocalizedText title;
  std::vector<SubjectTasks> subjects;  ///< In 建制順 or the groups' order.
  std::size_t num_subjects = 0;
  std::array<std::size_t, 8> subjects_by_verdict{};  ///< Subjects with at least one such finding, by `Verdict`.
  std::size_t num_findings = 0;
};

/// A share as an interval: certainly `lower`, possibly `upper`, of `of`.
struct RateView {
  std::size_t lower = 0;
  std::size_t upper = 0;
  std::size_t of = 0;
  std::size_t answered = 0;

  /// "16" or "15–16".
  [[nodiscard]] std::string count() const;
  /// "48.5%" or "45.5–48.5%", half up; "–" without a denominator.
  [[nodiscard]] std::string percent() const;
};

/// `part` of `whole` in tenths of a percent, rounded half up.
[[nodiscard]] std::size_t per_mille(std::size_t part, std::size_t whole);
/// "48.5%" of tenths of a percent.
[[nodiscard]] std::string percent_text(std::size_t tenths);

/// The title of a topic, or the id itself where the ruleset has none.
[[nodiscard]] LocalizedText topic_title(const audit::ResultModel& result, const std::string& topic);
/// Likewise of an actor.
[[nodiscard]] LocalizedText actor_title(const audit::ResultModel& result, const std::string& actor);

/// "45.5–48.5%" of tenths of a percent, or one figure where both are the same.
[[nodiscard]] std::string percent_range(std::size_t low, std::size_t high);
/// 達成率: the rate against its target; that no target is set, where there is none.
[[nodiscard]] LocalizedText reached_text(const policy::Indicator& indicator, const RateView& rate);
/// A target in tenths of a percent.
[[nodiscard]] std::size_t target_tenths(double target);
/// "100%", or that no target is set.
[[nodiscard]] LocalizedText target_text(const policy::Indicator& indicator);
/// "全国 … 45.7%（796 / 1741）" of a published figure.
[[nodiscard]] LocalizedText benchmark_text(const policy::Benchmark& benchmark);

/// An indicator with its parts by zone in the plan's order.
struct IndicatorView {
  const policy::Indicator* indicator = nullptr;
  RateView rate;
  std::vector<RateView> by_zone;  ///< One per `GapReport::zones`.
};

/// Zone, its size, and how its municipalities stand in each topic.
struct ZoneRow {
  std::size_t subject = 0;
  std::size_t num_municipalities = 0;
  std::vector<TopicSummary> topics;  ///< One per `GapReport::topics`.
};

/// One column of the matrix.
struct MatrixColumn {
  std::size_t column = 0;  ///< In `ResultModel::columns()`.
  const policy::Rule* rule = nullptr;
  LocalizedText title;
};

/// One cell of the matrix; a rule that is not asked of the subject has none.
struct MatrixCell {
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  bool asked = false;
  audit::Verdict verdict = audit::Verdict::kNotApplicable;
  std::size_t finding = kNone;
};

/// Rules of a topic side by side.
struct MatrixTopic {
  LocalizedText title;
  std::size_t num_columns = 0;
};

/// Record × rule, columns grouped by topic.
struct Matrix {
  std::vector<MatrixTopic> topics;
  std::vector<MatrixColumn> columns;
  std::vector<std::size_t> subjects;           ///< Rows, in `GapReport::subjects`.
  std::vector<std::vector<MatrixCell>> cells;  ///< By row, then column.
};

/// Results of a rule that is asked of zones, bodies, the survey or a derived group.
struct GroupResult {
  std::size_t column = 0;    ///< In `ResultModel::columns()`.
  std::size_t position = 0;  ///< In the column's subjects.
  std::size_t subject = 0;
  const policy::Rule* rule = nullptr;
  LocalizedText title;
  audit::Verdict verdict = audit::Verdict::kMet;
  LocalizedText message;  ///< Message, or why undecided or not applicable; empty for a pass.
  std::size_t finding = MatrixCell::kNone;
};

/// All results of one kind of group.
struct GroupResults {
  std::string kind;
  LocalizedText title;
  std::vector<GroupResult> results;
};

/// An answer beside a question, quoted as it was given.
struct GivenAnswer {
  LocalizedText label;  ///< The field, with the member's name before it when a body is asked.
  std::string raw;
  bool operator==(const GivenAnswer&) const = default;
};

/// One question to send back.
struct Question {
  LocalizedText text;
  std::string answer;  ///< date, text, number, yes_no or choice.
  LocalizedText unit;  ///< Of a number: what it counts, where the field says so.
  std::vector<LocalizedText> options;
  std::vector<GivenAnswer> answers_as_given;
  std::vector<LocalizedText> decides;  ///< Titles of the rules it serves; of the indicators, where it serves no rule.
  bool decides_verdict = false;        ///< A held verdict waits for it; otherwise it confirms or completes.
  LocalizedText only_if;               ///< After which answers to earlier questions it is asked; empty: in any case.
};

/// All questions to one municipality, or to one body's secretariat.
struct QuestionSheet {
  std::size_t subject = 0;
  LocalizedText addressee;
  std::vector<Question> questions;  ///< Numbered from 1 in this order.
  bool is_smallest = true;          ///< False where fewer might decide as much (`audit::AskedSubject`).
};

/// A note with what people concluded from it.
struct NoteView {
  audit::CellView note;
  std::vector<audit::CellView> readings;
  std::vector<const audit::DecisionView*> decisions;
};

/// Everything about one record.
struct RecordSheet {
  std::size_t subject = 0;
  LocalizedText zone;
  std::vector<audit::CellView> answers;  ///< Neither notes nor readings.
  std::vector<NoteView> notes;
  std::vector<std::size_t> findings;  ///< Worst first.
  std::array<std::size_t, 8> by_verdict{};
};

/// Results of one rule that gave no verdict for one reason.
struct NotJudged {
  const policy::Rule* rule = nullptr;
  LocalizedText title;
  audit::Verdict verdict = audit::Verdict::kUndecided;
  LocalizedText reason;
  std::vector<std::size_t> subjects;  ///< Of listed results.
  std::size_t num_subjects = 0;       ///< More than `subjects` only where results are counted but not listed.
};

/// A note nobody has read yet.
struct UnreadNote {
  std::size_t subject = 0;
  audit::CellView note;
  std::vector<LocalizedText> open;  ///< Labels of the reading fields that wait for it.
};

/// How often each verdict of a rule occurs.
struct RuleView {
  const policy::Rule* rule = nullptr;
  LocalizedText topic;
  LocalizedText actor;
  std::vector<const policy::Basis*> bases;
  std::array<std::size_t, 8> by_verdict{};
  std::size_t num_unlisted = 0;  ///< Findings that are counted only.
  std::string anchor;
};

/// How much of a report is wanted.
enum class ReportScope : std::uint8_t {
  kEverything,
  kNumbers,   ///< Every number, of zones and actors too, but nothing that takes the texts of single results.
  kOverview,  ///< Neither matrix, zones, tasks by actor nor what was not judged; details only of few findings.
};

/// Every number and list of a gap report, computed once: what the page, the Markdown and the workbook show is the same
/// by construction. It borrows the result model.
struct GapReport {
  const audit::ResultModel* result = nullptr;
  ReportScope scope = ReportScope::kEverything;
  /// False where there are too many records to show each (`kMaxCells`): then there are no matrix rows, sheets, questions
  /// and unread notes, and only subjects of listed results.
  bool shows_records = true;
  /// False where only numbers are wanted, and in an overview of so many records or findings that their answers, causes
  /// and evidence are left to other outputs: then there are no sheets, questions and unread notes, and findings have no
  /// details.
  bool has_details = true;
  std::vector<SubjectView> subjects;  ///< Records in 建制順, zones in the plan's order, then other groups.
  std::vector<std::size_t> zones;     ///< In `subjects`.
  std::vector<Finding> findings;      ///< By rule, then subject.
  std::vector<TopicSummary> topics;
  std::vector<ActorTasks> actors;
  std::vector<IndicatorView> indicators;
  std::vector<audit::BandResult> bands;
  std::vector<ZoneRow> zone_rows;
  Matrix matrix;
  std::vector<GroupResults> groups;
  std::vector<QuestionSheet> questions;
  std::vector<RecordSheet> sheets;
  std::vector<NotJudged> not_judged;
  std::vector<UnreadNote> unread;
  std::vector<RuleView> rules;
  std::vector<LocalizedText> headline;  ///< Sentences, most important first.
};

/// Computes the report of a result.
[[nodiscard]] GapReport build_gap_report(const audit::ResultModel& result,
                                         ReportScope scope = ReportScope::kEverything);

}  // namespace kijun::reports
