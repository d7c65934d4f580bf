#include "reports/model/trend_words.h"
#include "reports/words/data_text.h"
#include "reports/words/record_words.h"
#include "reports/xlsx/book_sheets.h"

namespace kijun::reports {
namespace {

constexpr BookColumn kTrendColumns[] = {
    {{"指標のid", "indicator id"}, 24, {"コード表の「指標」", "see the codes of indicators"}},
    {{"指標", "indicator"}, 44, {"指標の名称", "its title"}},
    {{"年度", "fiscal year"},
     8,
     {"会計年度（西暦）。結果のない年度も1行とする",
      "by the year it starts in; a year without a result has a row, too"}},
    {{"状態のid", "state id"}, 12, {"コード表の「推移の状態」", "see the codes of states"}},
    {{"状態", "state"}, 10, {"その語", "its word"}},
    {{"実績（下限）", "met, at least"}, 13, {"確実に該当する数", "certainly met"}},
    {{"実績（上限）", "met, at most"}, 13, {"該当し得る数", "possibly met"}},
    {{"分母", "of"}, 8, {"対象の数", "of how many"}},
    {{"未回答等", "undecided"},
     10,
     {"分母のうち、回答がないなどのため定まらない数", "of them, those that open answers leave open"}},
    {{"数の単位", "unit"}, 14, {"実績、分母及び未回答等の単位", "of the numbers before"}},
    {{"割合（下限）", "rate, at least"}, 13, {"実績（下限）÷分母。0から1まで", "met at least, of the whole: 0 to 1"}},
    {{"割合（上限）", "rate, at most"}, 13, {"実績（上限）÷分母。0から1まで", "met at most, of the whole: 0 to 1"}},
    {{"割合の幅", "open"}, 10, {"割合（上限）と割合（下限）の差", "the difference of both"}},
    {{"定義のid", "definition id"},
     16,
     {"コード表の「定義」。最初の結果と、結果のない年度は空欄",
      "see the codes of definitions; blank for the first result and for years without one"}},
    {{"定義", "definition"}, 30, {"その語", "its word"}}};

constexpr std::size_t kYear = 2;
constexpr std::size_t kYearLowerShare = 10;
constexpr std::size_t kYearOpenShare = 12;

std::string_view definition_id(TrendBreak since) {
  switch (since) {
    case TrendBreak::kNone:
      return "same";
    case TrendBreak::kDefinition:
      return "other";
    case TrendBreak::kUnknown:
      return "unknown";
  }
  return {};
}

Word definition_word(TrendBreak since) {
  switch (since) {
    case TrendBreak::kNone:
      return Word::kBookDefinedAlike;
    case TrendBreak::kDefinition:
      return Word::kBookDefinedOtherwise;
    case TrendBreak::kUnknown:
      return Word::kBookDefinedUnknown;
  }
  return {};
}

class Trend {
 public:
  explicit Trend(const Book& book) : book_(book), sheet_(book.table(BookSheet::kTrend, kTrendColumns)) {}

  Sheet make(const std::vector<TrendLine>& lines) {
    std::vector<std::size_t> first_rows;
    for (const TrendLine& line : lines) {
      first_rows.push_back(sheet_.rows.size());
      for (std::size_t at = 0; at < line.points.size(); ++at) add_point(line, at);
    }
    first_rows.push_back(sheet_.rows.size());
    for (std::size_t at = 0; at < lines.size(); ++at)
      add_chart(lines[at], first_rows[at] + 1, first_rows[at + 1] - first_rows[at]);
    return std::move(sheet_);
  }

 private:
  [[nodiscard]] SheetCell value(const LocalizedText& text) const { return book_.text(text, CellStyle::kValue); }
  [[nodiscard]] SheetCell id(std::string_view text) const { return book_.text(std::string(text), CellStyle::kValue); }

  void add_row(const TrendLine& line, int year, const std::vector<SheetCell>& rest) {
    std::vector<SheetCell> cells{id(line.id), value(line.title), Book::year(year)};
    cells.insert(cells.end(), rest.begin(), rest.end());
    cells.resize(std::size(kTrendColumns), id(""));
    sheet_.rows.push_back(std::move(cells));
  }

  void add_point(const TrendLine& line, std::size_t at) {
    const TrendPoint& point = line.points[at];
    for (std::size_t missing = point.num_missing; missing > 0; --missing)
      add_row(line, point.fiscal_year - static_cast<int>(missing), {id("no_result"), value(word(Word::kBookNoResult))});
    const RateView& rate = point.rate;
    const std::size_t open = per_mille(rate.upper, rate.of) - per_mille(rate.lower, rate.of);
    std::vector<SheetCell> cells{id("result"),
                                 value(word(Word::kBookHasResult)),
                                 Book::count(rate.lower),
                                 Book::count(rate.upper),
                                 Book::count(rate.of),
                                 Book::count(rate.of - rate.answered),
                                 value(members_text(book_.result().run())),
                                 Book::share_of(rate.lower, rate.of),
                                 Book::share_of(rate.upper, rate.of),
                                 rate.of == 0 ? SheetCell{} : Book::share(open)};
    if (at > 0) {
      cells.push_back(id(definition_id(point.since)));
      cells.push_back(value(word(definition_word(point.since))));
    }
    add_row(line, point.fiscal_year, cells);
  }

  /// Below the table, two beside each other.
  void add_chart(const TrendLine& line, std::size_t first_row, std::size_t num_rows) {
    constexpr std::size_t kWidth = 560;
    constexpr std::size_t kHeight = 14;
    constexpr std::size_t kBeside = 2;
    const std::size_t number = sheet_.charts.size();
    BarChart chart;
    chart.row = sheet_.rows.size() + 2 + number / kBeside * (kHeight + 1);
    chart.left = number % kBeside * (kWidth + 20);
    chart.width = kWidth;
    chart.height = kHeight;
    chart.is_upright = true;
    chart.title = book_.say(line.title);
    chart.description = book_.say(description(line));
    chart.first_row = first_row;
    chart.num_rows = num_rows;
    chart.name_column = kYear;
    chart.solid_column = kYearLowerShare;
    chart.hatched_column = kYearOpenShare;
    chart.solid_name = book_.say(Word::kBookShareLower);
    chart.hatched_name = book_.say(Word::kBookShareOpen);
    sheet_.charts.push_back(std::move(chart));
  }

  static LocalizedText description(const TrendLine& line) {
    LocalizedText text = fill(Word::kBookTrendChart, {{"title", line.title}});
    const auto add = [&](const LocalizedText& more) { append(text, more, {"", " "}); };
    for (const TrendPoint& point : line.points) {
      add(fill(Word::kBookTrendPoint, {{"year", fiscal_year_text(point.fiscal_year)}, {"rate", point.rate.percent()}}));
      if (const LocalizedText remark = trend_remark(point); !remark.empty()) add(remark);
    }
    return text;
  }

  const Book& book_;
  Sheet sheet_;
};

}  // namespace

std::span<const BookColumn> trend_columns() { return kTrendColumns; }

Sheet trend_sheet(const Book& book, const std::vector<TrendLine>& lines) { return Trend(book).make(lines); }

}  // namespace kijun::reports
