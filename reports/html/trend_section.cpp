#include <algorithm>
#include <string>

#include "reports/html/sections.h"
#include "reports/model/trend.h"
#include "reports/model/trend_words.h"
#include "reports/words/data_text.h"
#include "reports/words/record_words.h"

namespace kijun::reports {
namespace {

// A chart is drawn in these units. Every chart has the same axes: nought to a hundred per cent, and the same years.
constexpr std::size_t kYearWidth = 60;
constexpr std::size_t kHeight = 100;
constexpr std::size_t kFoot = 20;

/// Writes the charts of all indicators, each beside a table of the same numbers.
class TrendWriter {
 public:
  TrendWriter(const Page& page, const std::vector<TrendLine>& lines)
      : page_(page), html_(page.html), lines_(lines), last_year_(page.result().run().fiscal_year) {
    first_year_ = last_year_;
    for (const TrendLine& line : lines) first_year_ = std::min(first_year_, line.points.front().fiscal_year);
  }

  void write() {
    for (const TrendLine& line : lines_) {
      html_.leaf("h3", {}, line.title);
      const auto pair = html_.element("div", {{"class", "trend"}});
      write_chart(line);
      write_table(line);
    }
  }

 private:
  [[nodiscard]] std::size_t x_of(int year) const {
    return static_cast<std::size_t>(year - first_year_) * kYearWidth + kYearWidth / 2;
  }
  [[nodiscard]] static std::size_t y_of(std::size_t part, std::size_t whole) {
    return kHeight - per_mille(part, whole) / 10;
  }

  void write_chart(const TrendLine& line) {
    const std::size_t width = static_cast<std::size_t>(last_year_ - first_year_ + 1) * kYearWidth;
    const auto svg =
        html_.element("svg", {{"class", "trend-chart"},
                              {"viewBox", "0 0 " + std::to_string(width) + " " + std::to_string(kHeight + kFoot)},
                              {"width", std::to_string(2 * width)},
                              {"aria-hidden", "true"}});
    for (const std::size_t percent : {0U, 50U, 100U}) {
      write_line("axis", 0, kHeight - percent, width, kHeight - percent);
      html_.leaf("text", {{"class", "percent-of-axis"}, {"x", "0"}, {"y", std::to_string(kHeight - percent + 9)}},
                 std::string_view(std::to_string(percent) + "%"));
    }
    for (int year = first_year_; year <= last_year_; ++year)
      html_.leaf("text",
                 {{"class", "year"}, {"x", std::to_string(x_of(year))}, {"y", std::to_string(kHeight + kFoot - 5)}},
                 std::string_view(std::to_string(year)));
    for (std::size_t at = 0; at < line.points.size(); ++at) write_point(line, at);
  }

  void write_line(const char* css_class, std::size_t x1, std::size_t y1, std::size_t x2, std::size_t y2) {
    html_.leaf("line",
               {{"class", css_class},
                {"x1", std::to_string(x1)},
                {"y1", std::to_string(y1)},
                {"x2", std::to_string(x2)},
                {"y2", std::to_string(y2)}},
               "");
  }

  /// The interval as a bar, a line from the year before, and a mark where the two do not compare.
  void write_point(const TrendLine& line, std::size_t at) {
    const TrendPoint& point = line.points[at];
    if (point.rate.of == 0) return;
    const std::size_t x = x_of(point.fiscal_year);
    const std::size_t low = y_of(point.rate.lower, point.rate.of);
    const std::size_t high = y_of(point.rate.upper, point.rate.of);
    if (at > 0 && point.since != TrendBreak::kNone)
      write_line("break", x - kYearWidth / 2, 0, x - kYearWidth / 2, kHeight);
    if (at > 0 && point.follows() && line.points[at - 1].rate.of != 0) {
      const RateView& before = line.points[at - 1].rate;
      write_line("step", x - kYearWidth, y_of(before.lower, before.of), x, low);
    }
    html_.leaf("rect",
               {{"class", "open"},
                {"x", std::to_string(x - 5)},
                {"y", std::to_string(high)},
                {"width", "10"},
                {"height", std::to_string(low - high)}},
               "");
    html_.leaf("circle", {{"class", "lower"}, {"cx", std::to_string(x)}, {"cy", std::to_string(low)}, {"r", "4"}}, "");
    if (at + 1 == line.points.size())
      html_.leaf("text",
                 {{"class", "last"}, {"x", std::to_string(x)}, {"y", std::to_string(high > 14 ? high - 6 : low + 14)}},
                 std::string_view(point.rate.percent()));
  }

  void write_table(const TrendLine& line) {
    const auto wrapper = html_.element("div", {{"class", "scroll"}});
    const auto table = html_.element("table", {{"class", "trend-table"}});
    const audit::RunInfo& run = page_.result().run();
    write_head(page_, {word(Word::kFiscalYear), word(Word::kRate), word_for(run, Word::kNumMet),
                       word_for(run, Word::kNumAnswered), word(Word::kTrendRemark)});
    const auto body = html_.element("tbody");
    for (const TrendPoint& point : line.points) write_row(point);
  }

  void write_row(const TrendPoint& point) {
    const auto row = html_.element("tr");
    html_.leaf("th", {{"scope", "row"}}, fiscal_year_text(point.fiscal_year));
    html_.leaf("td", {{"class", "num"}}, std::string_view(point.rate.percent()));
    html_.leaf("td", {{"class", "num"}}, std::string_view(point.rate.count() + " / " + std::to_string(point.rate.of)));
    html_.leaf("td", {{"class", "num"}},
               std::string_view(std::to_string(point.rate.answered) + " / " + std::to_string(point.rate.of)));
    html_.leaf("td", {}, trend_remark(point));
  }

  const Page& page_;
  HtmlWriter& html_;
  const std::vector<TrendLine>& lines_;
  int first_year_ = 0;
  int last_year_ = 0;
};

}  // namespace

void write_trend_section(const Page& page) {
  if (page.options.earlier == nullptr || page.options.earlier->results == nullptr) return;
  const Section section(page, "trend", Word::kTrendTitle);
  const std::vector<TrendLine> lines = build_trend(page.report, *page.options.earlier->results);
  if (page.options.earlier->results->empty()) {
    write_paragraph(page, Word::kNoTrend, "nothing");
    return;
  }
  write_paragraph(page, Word::kTrendNote, "hint");
  const LocalizedText without = years_without_trend(*page.options.earlier->results, lines);
  if (!without.empty()) page.html.leaf("p", {{"class", "hint"}}, without);
  TrendWriter(page, lines).write();
}

}  // namespace kijun::reports
