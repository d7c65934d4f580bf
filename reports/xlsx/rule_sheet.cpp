#include "reports/model/unlisted.h"
#include "reports/words/verdict_words.h"
#include "reports/xlsx/book_sheets.h"

namespace kijun::reports {
namespace {

constexpr BookColumn kRuleColumns[] = {{{"ルールのid", "rule id"}, 24},
                                       {{"ルール", "rule"}, 24},
                                       {{"整理番号", "refs"}, 9},
                                       {{"分野", "topic"}, 14},
                                       {{"種類", "kind"}, 9},
                                       {{"主体", "actor"}, 10},
                                       {{"対象の種類のid", "subject kind id"}, 13},
                                       {{"段階", "stage"}, 7},
                                       {{"重要度", "severity"}, 8},
                                       {{"期限前の重要度", "severity before the date"}, 9},
                                       {{"適用開始年度", "from fiscal year"}, 9},
                                       {{"適用終了年度", "to fiscal year"}, 9},
                                       {{"適用する条件", "applies when"}, 28},
                                       {{"求める条件", "requires"}, 38},
                                       {{"期限の式", "deadline"}, 16},
                                       {{"根拠の状態", "basis status"}, 11}};

constexpr BookColumn kUnlisted[] = {{{"一覧外の指摘", "findings not listed"}, 8},
                                    {{"一覧外のその他", "others not listed"}, 8},
                                    {{"件数の単位", "unit of the numbers"}, 9}};

constexpr BookColumn kBasisColumns[] = {{{"ルールのid", "rule id"}, 26},
                                        {{"ルール", "rule"}, 28},
                                        {{"根拠のid", "basis id"}, 20},
                                        {{"根拠", "basis"}, 36},
                                        {{"法令・告示等", "law or notice"}, 32},
                                        {{"条項等", "article"}, 16},
                                        {{"日付", "date"}, 12},
                                        {{"根拠の状態", "basis status"}, 12},
                                        {{"確認した人", "confirmed by"}, 14},
                                        {{"確認した日", "confirmed on"}, 12},
                                        {{"未確認の事項", "still to be confirmed"}, 36}};

constexpr std::size_t kNumFixedRuleColumns = 2;

LocalizedText status_of(const policy::Basis& basis) {
  return word(basis.confirmed ? Word::kBasisConfirmed : Word::kBasisUnconfirmed);
}

/// The severity of the rule itself; what each case says is in the results.
LocalizedText severity_of(const std::optional<policy::Severity>& severity) {
  return severity ? severity_word(*severity) : LocalizedText{};
}

std::string refs_of(const policy::Rule& rule) {
  std::string refs;
  for (const std::string& ref : rule.verdict.refs) refs += (refs.empty() ? "" : " ") + ref;
  return refs;
}

std::size_t num_others_unlisted(const Book& book, const policy::Rule& rule) {
  std::size_t number = 0;
  const auto& columns = book.result().columns();
  for (std::size_t at = 0; at < columns.size(); ++at)
    if (&columns[at].rule() == &rule) number += count_unlisted(book.result(), at).others;
  return number;
}

std::vector<SheetCell> rule_row(const Book& book, const RuleView& view) {
  const policy::Rule& rule = *view.rule;
  const policy::Ruleset& ruleset = book.result().ruleset();
  std::vector<SheetCell> cells{book.text(rule.id),
                               book.text(rule.title),
                               book.text(refs_of(rule)),
                               book.text(view.topic),
                               book.text(rule_kind_word(rule.kind)),
                               book.text(view.actor),
                               book.text(rule.for_each),
                               book.text(policy::stage_label(rule.stage)),
                               book.text(severity_of(rule.verdict.severity)),
                               book.text(severity_of(rule.verdict.before_deadline)),
                               Book::year(ruleset.from_year),
                               Book::year(ruleset.to_year),
                               book.text(rule.when.text()),
                               book.text(rule.require.text()),
                               book.text(rule.deadline.text()),
                               book.text(book.basis_status(rule))};
  for (const audit::Verdict verdict : kVerdictOrder)
    cells.push_back(Book::count(view.by_verdict[static_cast<std::size_t>(verdict)]));
  cells.push_back(Book::count(view.num_unlisted));
  cells.push_back(Book::count(num_others_unlisted(book, rule)));
  cells.push_back(book.text(word(Word::kBookResultUnit)));
  return cells;
}

std::vector<SheetCell> basis_row(const Book& book, const RuleView& view, const policy::Basis& basis) {
  return {book.text(view.rule->id),      book.text(view.rule->title), book.text(basis.id),
          book.text(basis.title),        book.text(basis.law),        book.text(basis.article),
          Book::day(basis.date),         book.text(status_of(basis)), book.text(basis.confirmed_by),
          Book::day(basis.confirmed_on), book.text(basis.note)};
}

}  // namespace

Sheet rule_sheet(const Book& book) {
  constexpr std::size_t kCountWidth = 8;
  std::vector<BookColumn> columns(std::begin(kRuleColumns), std::end(kRuleColumns));
  std::vector<LocalizedText> verdicts;  // behind the views
  for (const audit::Verdict verdict : kVerdictOrder) verdicts.push_back(verdict_word(verdict));
  for (const LocalizedText& verdict : verdicts) columns.push_back({{verdict.ja, verdict.en}, kCountWidth});
  columns.insert(columns.end(), std::begin(kUnlisted), std::end(kUnlisted));
  Sheet sheet = book.table(BookSheet::kRules, columns);
  sheet.num_fixed_columns = kNumFixedRuleColumns;
  for (const RuleView& view : book.report().rules) sheet.rows.push_back(rule_row(book, view));
  return sheet;
}

Sheet basis_sheet(const Book& book) {
  Sheet sheet = book.table(BookSheet::kBases, kBasisColumns);
  sheet.num_fixed_columns = kNumFixedRuleColumns;
  for (const RuleView& view : book.report().rules)
    for (const policy::Basis* basis : view.bases) sheet.rows.push_back(basis_row(book, view, *basis));
  return sheet;
}

}  // namespace kijun::reports
