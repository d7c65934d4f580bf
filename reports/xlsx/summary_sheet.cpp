#include "reports/words/band_words.h"
#include "reports/words/record_words.h"
#include "reports/xlsx/book_sheets.h"
#include "reports/xlsx/shared_columns.h"

namespace kijun::reports {
namespace {

using audit::Verdict;

constexpr std::uint16_t kNumSummaryColumns = 12;
constexpr std::size_t kNameWidth = 34;
constexpr std::size_t kSummaryNumberWidth = 11;
constexpr std::size_t kSummaryTextWidth = 40;

// The columns of the indicators' table that the chart is drawn from.
constexpr std::size_t kIndicatorLowerShare = 6;
constexpr std::size_t kIndicatorOpenShare = 8;

class Summary {
 public:
  explicit Summary(const Book& book) : book_(book) {}

  Sheet make() {
    sheet_.name = book_.say(sheet_name(BookSheet::kSummary));
    sheet_.columns.assign(kNumSummaryColumns, {kSummaryNumberWidth});
    sheet_.columns.front().max_width = kNameWidth;
    sheet_.columns.back().max_width = kSummaryTextWidth;
    add({{book_.say(sheet_name(BookSheet::kSummary)), CellStyle::kTitle}});
    for (const LocalizedText& sentence : book_.report().headline) add(book_.sentence(sentence, kNumSummaryColumns));
    add_indicators();
    add_topics();
    add_actors();
    add_zones();
    return std::move(sheet_);
  }

 private:
  void add(std::vector<SheetCell> cells) { sheet_.preface.push_back(std::move(cells)); }
  void add_caption(const LocalizedText& caption) {
    add({});
    add(book_.section(caption));
  }
  [[nodiscard]] SheetCell head(const LocalizedText& text) const { return book_.text(text, CellStyle::kHeading); }
  [[nodiscard]] SheetCell head(Word id) const { return book_.heading(id); }

  void add_indicators() {
    if (book_.report().indicators.empty()) return;
    add_caption(word(Word::kIndicatorsCaption));
    std::vector<SheetCell> headings{head(Word::kIndicator), head(Word::kTarget)};
    add_rate_headings(book_, headings);
    for (const Word heading :
         {Word::kBookShareOpen, Word::kBookReachedLower, Word::kBookReachedUpper, Word::kBenchmark})
      headings.push_back(head(heading));
    add(std::move(headings));
    const std::size_t first = sheet_.preface.size();
    for (const IndicatorView& view : book_.report().indicators) add_indicator(view);
    for (const audit::BandResult& band : book_.report().bands) add(book_.sentence(band_text(band), kNumSummaryColumns));
    add(book_.sentence(word_for(book_.result().run(), Word::kBookIndicatorsNote), kNumSummaryColumns));
    add_chart(first);
  }

  void add_indicator(const IndicatorView& view) {
    const RateView& rate = view.rate;
    const std::size_t open = per_mille(rate.upper, rate.of) - per_mille(rate.lower, rate.of);
    const policy::Indicator& indicator = *view.indicator;
    std::vector<SheetCell> cells{book_.text(indicator.title), target(indicator)};
    add_rate(rate, cells);
    cells.insert(cells.end(), {rate.of == 0 ? SheetCell{} : Book::share(open), reached(indicator, rate, rate.lower),
                               reached(indicator, rate, rate.upper), book_.text(benchmarks(indicator))});
    add(std::move(cells));
  }

  /// The target; that none is set, where there is none.
  [[nodiscard]] SheetCell target(const policy::Indicator& indicator) const {
    return indicator.target ? Book::share(target_tenths(*indicator.target)) : book_.text(target_text(indicator));
  }

  /// 達成率: the share against its target.
  [[nodiscard]] static SheetCell reached(const policy::Indicator& indicator, const RateView& rate, std::size_t part) {
    if (!indicator.target || rate.of == 0) return {};
    return Book::share_of(per_mille(part, rate.of), target_tenths(*indicator.target));
  }

  static LocalizedText benchmarks(const policy::Indicator& indicator) {
    LocalizedText all;
    for (const policy::Benchmark& benchmark : indicator.benchmarks) append_line(all, benchmark_text(benchmark));
    return all;
  }

  void add_chart(std::size_t first) {
    constexpr std::size_t kRowsOfBar = 2;
    constexpr std::size_t kRowsAround = 6;  // title, axis and legend
    const std::vector<IndicatorView>& indicators = book_.report().indicators;
    BarChart chart;
    chart.row = sheet_.preface.size() + 1;
    chart.height = kRowsAround + kRowsOfBar * indicators.size();
    chart.title = book_.say(Word::kBookChartTitle);
    LocalizedText description = word_for(book_.result().run(), Word::kBookChart);
    for (const IndicatorView& view : indicators)
      append(description, fill(Word::kBookChartBar, {{"title", view.indicator->title}, {"rate", view.rate.percent()}}),
             {"", " "});
    chart.description = book_.say(description);
    chart.first_row = first;
    chart.num_rows = indicators.size();
    chart.solid_column = kIndicatorLowerShare;
    chart.hatched_column = kIndicatorOpenShare;
    chart.solid_name = book_.say(Word::kBookShareLower);
    chart.hatched_name = book_.say(Word::kBookShareOpen);
    sheet_.preface.resize(chart.row + chart.height);
    sheet_.charts.push_back(std::move(chart));
  }

  void add_topics() {
    add_caption(word_for(book_.result().run(), Word::kTopicsCaption));
    std::vector<SheetCell> headings{head(Word::kTopic)};
    add_standing_headings(book_, headings);
    add(std::move(headings));
    for (const TopicSummary& topic : book_.report().topics) {
      std::vector<SheetCell> cells{book_.text(topic.title)};
      add_standings(topic, cells);
      add(std::move(cells));
    }
  }

  void add_actors() {
    add_caption(word(Word::kActorsCaption));
    if (book_.report().actors.empty()) return add(book_.sentence(word(Word::kNothingToDo), kNumSummaryColumns));
    add({head(Word::kActor), head(Word::kBookNumSubjects), head(Word::kVerdictUnmet), head(Word::kVerdictNotYetDue),
         head(Word::kVerdictConfirm), head(Word::kVerdictNote), head(Word::kNumTasks)});
    for (const ActorTasks& actor : book_.report().actors) {
      std::vector<SheetCell> cells{book_.text(actor.title), Book::count(actor.num_subjects)};
      for (const Verdict verdict : {Verdict::kUnmet, Verdict::kNotYetDue, Verdict::kConfirm, Verdict::kNote})
        cells.push_back(Book::count(actor.subjects_by_verdict[static_cast<std::size_t>(verdict)]));
      cells.push_back(Book::count(actor.num_findings));
      add(std::move(cells));
    }
  }

  /// The zones' indicators as they are printed; their numbers stand in the sheet of the zones.
  void add_zones() {
    const audit::RunInfo& run = book_.result().run();
    if (book_.report().zone_rows.empty() || book_.report().indicators.empty()) return;
    add_caption(fill(Word::kZonesCaption, {{"zones", run.zone_term}, {"members", members_text(run)}}));
    std::vector<SheetCell> headings{head(run.zone_term), head(word_for(run, Word::kNumMunicipalities))};
    for (const IndicatorView& view : book_.report().indicators) headings.push_back(head(view.indicator->title));
    add(std::move(headings));
    for (std::size_t zone = 0; zone < book_.report().zone_rows.size(); ++zone) {
      const ZoneRow& row = book_.report().zone_rows[zone];
      std::vector<SheetCell> cells{book_.text(book_.subject(row.subject).name), Book::count(row.num_municipalities)};
      for (const IndicatorView& view : book_.report().indicators) cells.push_back(rate(view.by_zone[zone]));
      add(std::move(cells));
    }
    std::vector<SheetCell> total{book_.text(word(Word::kTotal)),
                                 Book::count(book_.result().summary().num_municipalities)};
    for (const IndicatorView& view : book_.report().indicators) total.push_back(rate(view.rate));
    add(std::move(total));
  }

  [[nodiscard]] SheetCell rate(const RateView& rate) const {
    return {rate.count() + " / " + std::to_string(rate.of), CellStyle::kFigure};
  }

  const Book& book_;
  Sheet sheet_;
};

}  // namespace

Sheet summary_sheet(const Book& book) { return Summary(book).make(); }

}  // namespace kijun::reports
