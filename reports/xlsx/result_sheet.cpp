#include <algorithm>

#include "engine/audit/baseline.h"
#include "engine/audit/fingerprint.h"
#include "reports/model/unlisted.h"
#include "reports/words/requirement_text.h"
#include "reports/words/verdict_words.h"
#include "reports/xlsx/book_sheets.h"

namespace kijun::reports {
namespace {

constexpr BookColumn kResultColumns[] = {
    {{"結果の識別子", "finding id"},
     38,
     {"ルール、対象及び調査の系列から作る識別子（版v1）。年度や回答が変わっても同じ",
      "made of rule, subject and series (version v1); the same in every year and whatever is answered"}},
    {{"調査のid", "survey id"},
     16,
     {"調査の定義（survey.toml）のid", "the id of the survey's definition (survey.toml)"}},
    {{"年度", "fiscal year"},
     8,
     {"調査の会計年度（西暦。4月から翌年3月まで）", "of the survey, April to March, by the year it starts in"}},
    {{"ルールのid", "rule id"}, 28, {"規則一覧にあるもの", "as in the sheet of the rules"}},
    {{"ルール", "rule"}, 36, {"ルールの名称", "the rule's title"}},
    {{"項目のid", "item id"}, 22, {"項目ごとに判定するルールの項目", "for rules asked of every item: which one"}},
    {{"項目", "item"}, 28, {"その名称", "its label"}},
    {{"対象の種類のid", "subject kind id"}, 14, {"何について判定したか", "what kind of thing was judged"}},
    {{},
     14,
     {"団体コード（6桁、文字列）、又は圏域・会議体等のコード",
      "of the municipality (six digits, as text), zone, body or other subject"}},
    {{"名称", "name"}, 22, {"対象の名称", "of the subject"}},
    {{"圏域のid", "zone id"}, 16, {"対象の属する圏域", "the zone of the subject"}},
    {{"圏域", "zone"}, 18, {"その名称", "its name"}},
    {{"分野のid", "topic id"}, 14, {"ルールの分野", "of the rule"}},
    {{"分野", "topic"}, 18, {"その名称", "its title"}},
    {{"主体のid", "actor id"}, 14, {"対応する者。指摘のある結果だけに記す", "who must act; of findings only"}},
    {{"主体", "actor"}, 18, {"その名称", "its title"}},
    {{"場合のid", "case id"}, 16, {"ルールの場合分けのうち当てはまったもの", "which case of the rule applied"}},
    {{"判定のid", "verdict id"}, 14, {"コード表の「判定」", "see the codes of verdicts"}},
    {{"判定", "verdict"}, 12, {"その語", "its word"}},
    {{"結果のid", "outcome id"}, 14, {"コード表の「結果」", "see the codes of outcomes"}},
    {{"重要度のid", "severity id"}, 11, {"コード表の「重要度」", "see the codes of severities"}},
    {{"重要度", "severity"}, 10, {"その語", "its word"}},
    {{"段階のid", "stage id"}, 9, {"コード表の「段階」", "see the codes of stages"}},
    {{"根拠の状態", "basis status"}, 12, {"根拠を原文と照合したか", "whether the basis was compared with its text"}},
    {{"目標期限", "target date"}, 12, {"この日までに求められる（西暦）", "required by this day"}},
    {{"県了承の期限", "accepted until"},
     12,
     {"県了承（期限付）のある結果のその期限（西暦）", "last day of the prefecture's acceptance, where there is one"}},
    {{"基準との関係のid", "baseline state id"},
     14,
     {"基準（--baseline）と比べた指摘の状態", "how a finding stands to the baseline (--baseline)"}},
    {{"内容", "what it says"},
     80,
     {"指摘の文、又は判定保留・対象外の理由", "the message, or why undecided or not applicable"}},
    {{"求める内容", "required"},
     60,
     {"満たされていない（判定保留では満たされたと分からない）条件。二つ以上のときは改行し、「かつ」「又は」でつなぐ",
      "the clauses that are not met, or of the undecided not known to be; several on lines of their own, after \"and\" "
      "or \"or\""}},
    {{"実績", "measured"},
     30,
     {"その回答又は数。求める内容と同じ順", "the answer or number found, in the order of what is required"}},
    {{"差", "gap"},
     10,
     {"求める値と実績との差（絶対値）。数値又は日付の条件が一つのときだけ記す",
      "between the two, without a sign; only where one clause is about a number or a date"}},
    {{"差の単位のid", "gap unit id"},
     12,
     {"month、day、point（百分率の差）又は項目の単位。空欄は数そのもの",
      "month, day, point (of percent), or the field's unit in Japanese; blank for a bare number"}}};

constexpr std::size_t kNumFixedResultColumns = 1;

/// One result on its way into the sheet. `finding` is null for a pass and what does not apply.
struct ListedResult {
  std::size_t column = 0;
  std::size_t position = 0;
  const Finding* finding = nullptr;
};

class ResultRows {
 public:
  explicit ResultRows(const Book& book) : book_(book) {}

  void write(const AddRow& add) const {
    std::size_t next_finding = 0;  // findings are the listed ones, in the order of columns and positions
    const auto& columns = book_.result().columns();
    for (std::size_t column = 0; column < columns.size(); ++column) {
      for (const std::uint32_t position : book_.result().listed(column)) {
        ListedResult listed{column, position, nullptr};
        const audit::Outcome outcome = columns[column].outcome(position);
        if (audit::is_finding(outcome)) listed.finding = &book_.report().findings[next_finding++];
        if (carries(book_.options().results, outcome)) add(row(listed));
      }
    }
  }

 private:
  [[nodiscard]] SheetCell value(const std::string& text) const { return book_.text(text, CellStyle::kValue); }
  [[nodiscard]] SheetCell value(const LocalizedText& text) const { return book_.text(text, CellStyle::kValue); }
  [[nodiscard]] SheetCell id(std::string_view text) const { return value(std::string(text)); }

  [[nodiscard]] std::vector<SheetCell> row(const ListedResult& listed) const {
    std::vector<SheetCell> cells;
    add_rule(listed, cells);
    add_subject(listed, cells);
    add_topic(listed, cells);
    add_verdict(listed, cells);
    add_state(listed, cells);
    add_requirement(listed, cells);
    return cells;
  }

  [[nodiscard]] const audit::RuleColumn& results(const ListedResult& listed) const {
    return book_.result().columns()[listed.column];
  }

  void add_rule(const ListedResult& listed, std::vector<SheetCell>& cells) const {
    const audit::RuleColumn& column = results(listed);
    const table::Field* field = column.field() ? &book_.result().vocabulary().field(*column.field()) : nullptr;
    cells.push_back(id(audit::fingerprint(book_.result(), listed.column, listed.position)));
    cells.push_back(value(book_.result().run().survey_id));
    cells.push_back(Book::year(book_.result().run().fiscal_year));
    cells.push_back(value(column.rule().id));
    cells.push_back(value(column.rule().title));
    cells.push_back(value(field == nullptr ? std::string() : field->id));
    cells.push_back(value(field == nullptr ? LocalizedText{} : field->label));
  }

  void add_subject(const ListedResult& listed, std::vector<SheetCell>& cells) const {
    const SubjectView& subject = book_.subject(book_.subject_at(results(listed).subject(listed.position)));
    cells.push_back(value(subject.info.name.kind));
    cells.push_back(value(subject.info.name.code));
    cells.push_back(value(subject.name));
    cells.push_back(value(subject.info.zone));
    cells.push_back(value(book_.zone_name(subject.info.zone)));
  }

  void add_topic(const ListedResult& listed, std::vector<SheetCell>& cells) const {
    const std::string& topic = results(listed).rule().topic;
    const std::string actor = listed.finding == nullptr ? std::string() : listed.finding->actor;
    cells.push_back(value(topic));
    cells.push_back(value(topic_title(book_.result(), topic)));
    cells.push_back(value(actor));
    cells.push_back(value(actor_title(book_.result(), actor)));
  }

  void add_verdict(const ListedResult& listed, std::vector<SheetCell>& cells) const {
    const audit::RuleColumn& column = results(listed);
    const audit::ResultCode code = column.code(listed.position);
    const audit::Verdict verdict = audit::verdict_of(column, code);
    const bool has_case = code.rule_case != audit::ResultCode::kNoCase;
    cells.push_back(value(has_case ? column.rule().cases[code.rule_case].id : std::string()));
    cells.push_back(id(audit::verdict_id(verdict)));
    cells.push_back(value(verdict_word(verdict)));
    cells.push_back(id(audit::outcome_id(code.decision.outcome)));
    cells.push_back(id(policy::severity_id(code.severity)));
    cells.push_back(value(severity_word(code.severity)));
    cells.push_back(id(policy::stage_id(column.rule().stage)));
    cells.push_back(value(book_.basis_status(column.rule())));
    cells.push_back(Book::day(code.deadline));
  }

  void add_state(const ListedResult& listed, std::vector<SheetCell>& cells) const {
    const audit::ResultModel& result = book_.result();
    const audit::DecisionView* waiver = result.waiver(listed.column, listed.position);
    cells.push_back(Book::day(waiver == nullptr ? std::nullopt : waiver->until));
    const audit::BaselineComparison* baseline = result.baseline();
    const auto state = baseline == nullptr ? std::nullopt : baseline->state(listed.column, listed.position);
    cells.push_back(id(state ? audit::baseline_state_id(*state) : std::string_view()));
    cells.push_back(value(text_of(listed)));
  }

  void add_requirement(const ListedResult& listed, std::vector<SheetCell>& cells) const {
    const RequirementCells requirement =
        listed.finding == nullptr ? RequirementCells{} : requirement_cells(listed.finding->requirement);
    cells.push_back(value(requirement.required));
    cells.push_back(value(requirement.measured));
    cells.push_back(Book::amount(requirement.gap == nullptr ? std::string() : requirement.gap->number));
    cells.push_back(id(requirement.gap == nullptr ? "" : requirement.gap->unit));
  }

  [[nodiscard]] LocalizedText text_of(const ListedResult& listed) const {
    if (listed.finding != nullptr) return listed.finding->statement();
    if (results(listed).outcome(listed.position) == audit::Outcome::kPass) return {};
    return book_.result().detail(listed.column, listed.position).not_applicable_because;
  }

  const Book& book_;
};

}  // namespace

std::span<const BookColumn> result_columns() { return kResultColumns; }

std::size_t count_listed(const audit::ResultModel& model, ResultsShown shown) {
  std::size_t number = 0;
  for (std::size_t column = 0; column < model.columns().size(); ++column) {
    const std::vector<std::uint32_t>& listed = model.listed(column);
    const auto is_carried = [&](std::uint32_t position) {
      return carries(shown, model.columns()[column].outcome(position));
    };
    const bool carries_all = shown == ResultsShown::kAll;
    number +=
        carries_all ? listed.size() : static_cast<std::size_t>(std::count_if(listed.begin(), listed.end(), is_carried));
  }
  return number;
}

Sheet result_sheet(const Book& book) {
  Sheet sheet = book.table(BookSheet::kResults, kResultColumns);
  sheet.num_fixed_columns = kNumFixedResultColumns;
  sheet.more_rows = [&book](const AddRow& add) { ResultRows(book).write(add); };
  return sheet;
}

}  // namespace kijun::reports
