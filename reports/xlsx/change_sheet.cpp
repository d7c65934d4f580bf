#include "reports/words/verdict_words.h"
#include "reports/xlsx/book_sheets.h"

namespace kijun::reports {
namespace {

constexpr BookColumn kChangeColumns[] = {
    {{"変化のid", "change id"}, 16, {"コード表の「変化」", "see the codes of changes"}},
    {{"変化", "change"}, 16, {"その語", "its word"}},
    {{"前の調査のid", "survey id before"}, 18, {"比べた前回の調査", "the survey that is compared with"}},
    {{"後の調査のid", "survey id after"}, 18, {"この報告書の調査", "the survey of this report"}},
    {{"ルールのid", "rule id"},
     28,
     {"規則一覧にあるもの。廃止されたものは前の規則のid",
      "as in the sheet of the rules; of one that is gone as it was"}},
    {{"ルール", "rule"}, 36, {"ルールの名称", "the rule's title"}},
    {{"項目のid", "item id"}, 20, {"項目ごとに判定するルールの項目", "for rules asked of every item: which one"}},
    {{"対象の種類のid", "subject kind id"}, 14, {"何について判定したか", "what kind of thing was judged"}},
    {{},
     14,
     {"団体コード（6桁、文字列）、又は圏域・会議体等のコード",
      "of the municipality (six digits, as text), zone, body or other subject"}},
    {{"名称", "name"}, 22, {"対象の名称", "of the subject"}},
    {{"前のコード", "code before"},
     14,
     {"前回の調査のコード。同じときも記す", "in the survey before, also where it is the same"}},
    {{"前の名称", "name before"}, 22, {"前回の調査の名称。同じときも記す", "likewise"}},
    {{"圏域のid", "zone id"}, 16, {"対象の属する圏域", "the zone of the subject"}},
    {{"前の判定のid", "verdict id before"},
     14,
     {"コード表の「判定」。空欄はその年にルールがないもの",
      "see the codes of verdicts; blank where there was no such rule"}},
    {{"前の判定", "verdict before"}, 12, {"その語", "its word"}},
    {{"前の重要度のid", "severity id before"}, 11, {"コード表の「重要度」", "see the codes of severities"}},
    {{"後の判定のid", "verdict id after"},
     14,
     {"コード表の「判定」。空欄は今のルールにないもの",
      "see the codes of verdicts; blank where there is no such rule"}},
    {{"後の判定", "verdict after"}, 12, {"その語", "its word"}},
    {{"後の重要度のid", "severity id after"}, 11, {"コード表の「重要度」", "see the codes of severities"}},
    {{"要因：回答", "by data"},
     9,
     {"1は、回答だけを入れ替えると結果が変わるもの。要因の欄の空欄は、要因が分からないもの",
      "1: replacing the answers alone changes the result; blank: what made it is not known"}},
    {{"要因：規則", "by rules"}, 9, {"同じく、規則だけ", "likewise the rules"}},
    {{"要因：判定日", "by date"}, 9, {"同じく、判定日だけ", "likewise the date"}},
    {{"要因：組合せ", "combined"},
     9,
     {"1は、一つだけでは変わらず、組み合わさって変わるもの", "1: changes only by several together"}},
    {{"前の内容", "what it said"}, 60, {"前回の指摘の文、又は判定保留の理由", "the message before, or why undecided"}},
    {{"後の内容", "what it says"}, 60, {"今回の指摘の文、又は判定保留の理由", "the message now, or why undecided"}}};

constexpr std::size_t kNumFixedChangeColumns = 2;

class ChangeRows {
 public:
  ChangeRows(const Book& book, const CompareReport& comparison) : book_(book), source_(*comparison.source) {}

  [[nodiscard]] std::vector<SheetCell> row(const ChangeView& view) const {
    const audit::FindingChange& change = *view.change;
    std::vector<SheetCell> cells{id(audit::change_class_id(change.change)), value(view.kind)};
    cells.push_back(value(source_.corners.before().head.survey_id));
    cells.push_back(value(source_.corners.after().head.survey_id));
    add_rule(change, cells);
    add_subject(change, cells);
    add_state(change.before, cells);
    add_state(change.after, cells);
    add_causes(change, cells);
    cells.push_back(value(change.text_before));
    cells.push_back(value(change.text_after));
    return cells;
  }

 private:
  [[nodiscard]] SheetCell value(const std::string& text) const { return book_.text(text); }
  [[nodiscard]] SheetCell value(const LocalizedText& text) const { return book_.text(text); }
  [[nodiscard]] SheetCell id(std::string_view text) const { return value(std::string(text)); }

  void add_rule(const audit::FindingChange& change, std::vector<SheetCell>& cells) const {
    const audit::TableRule& rule = source_.rule(source_.comparison.rules[change.rule]);
    cells.insert(cells.end(), {value(rule.id), value(rule.title), value(rule.field)});
  }

  void add_subject(const audit::FindingChange& change, std::vector<SheetCell>& cells) const {
    const audit::SubjectPair& pair = source_.comparison.subjects[change.subject];
    const table::SubjectName& before = source_.subject_before(pair).name;
    const table::SubjectName& after = source_.subject_after(pair).name;
    cells.insert(cells.end(), {value(after.kind), value(after.code), value(after.name), value(before.code),
                               value(before.name), value(source_.zone(pair))});
  }

  void add_state(const audit::MaybeState& state, std::vector<SheetCell>& cells) const {
    cells.push_back(id(state ? audit::verdict_id(state->verdict) : std::string_view()));
    cells.push_back(value(state ? verdict_word(state->verdict) : word(Word::kNoSuchRule)));
    cells.push_back(id(state ? policy::severity_id(state->severity) : std::string_view()));
  }

  void add_causes(const audit::FindingChange& change, std::vector<SheetCell>& cells) const {
    const auto add = [&](bool is_cause) {
      cells.push_back(source_.comparison.has_split ? Book::count(is_cause ? 1 : 0) : value(std::string()));
    };
    for (const audit::Input input : audit::kAllInputs) add(has(change.by, input));
    add(change.by.none());
  }

  const Book& book_;
  const CompareSource& source_;
};

}  // namespace

std::span<const BookColumn> change_columns() { return kChangeColumns; }

Sheet change_sheet(const Book& book, const CompareReport& comparison) {
  Sheet sheet = book.table(BookSheet::kChanges, kChangeColumns);
  sheet.num_fixed_columns = kNumFixedChangeColumns;
  const ChangeRows rows(book, comparison);
  for (const ChangeGroup& group : comparison.groups)
    for (const ChangeView& view : group.changes) sheet.rows.push_back(rows.row(view));
  return sheet;
}

}  // namespace kijun::reports
