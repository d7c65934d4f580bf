#include "reports/markdown/markdown_comparison.h"
#include "reports/markdown/markdown_parts.h"
#include "reports/model/trend_words.h"
#include "reports/words/data_text.h"

namespace kijun::reports {
namespace {

constexpr int kPartLevel = 3;

std::string of_all(const std::string& count, std::size_t all) { return count + " / " + std::to_string(all); }

void write_line(MarkdownWriter& out, const TrendLine& line) {
  out.heading(kPartLevel, line.title);
  const audit::RunInfo& run = out.result().run();
  out.table_head({word(Word::kFiscalYear), word(Word::kRate), word_for(run, Word::kNumMet),
                  word_for(run, Word::kNumAnswered), word(Word::kTrendRemark)});
  for (const TrendPoint& point : line.points)
    out.table_row({out.cell(fiscal_year_text(point.fiscal_year)), point.rate.percent(),
                   of_all(point.rate.count(), point.rate.of),
                   of_all(std::to_string(point.rate.answered), point.rate.of), out.cell(trend_remark(point))});
  out.end_table();
}

}  // namespace

void write_since(MarkdownWriter& out) {
  const YearsBefore* earlier = out.options().earlier;
  if (earlier == nullptr) return;
  out.heading(2, Word::kCompareTitle);
  if (earlier->comparison == nullptr) return out.paragraph(earlier->why_none);
  const CompareReport& comparison = *earlier->comparison;
  write_comparison_head(comparison, out);
  out.heading(kPartLevel,
              fill(Word::kSinceEarlier, {{"survey", comparison.source->corners.before().head.survey_title}}));
  for (const LocalizedText& sentence : comparison.headline) out.item(out.cell(sentence));
  out.blank_line();
  write_comparison_causes(comparison, kPartLevel, out);
  write_comparison_changes(comparison, kPartLevel, out);
  write_comparison_rates(comparison, kPartLevel, out);
  write_comparison_joins(comparison, kPartLevel, out);
  out.blank_line();
}

void write_trend(MarkdownWriter& out) {
  const YearsBefore* earlier = out.options().earlier;
  if (earlier == nullptr || earlier->results == nullptr) return;
  out.heading(2, Word::kTrendTitle);
  if (earlier->results->empty()) return out.paragraph(Word::kNoTrend);
  out.paragraph(Word::kTrendTableNote);
  const std::vector<TrendLine> lines = build_trend(out.report(), *earlier->results);
  if (const LocalizedText without = years_without_trend(*earlier->results, lines); !without.empty())
    out.paragraph(without);
  for (const TrendLine& line : lines) write_line(out, line);
}

}  // namespace kijun::reports
