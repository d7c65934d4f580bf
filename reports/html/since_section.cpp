#include "reports/html/comparison_parts.h"
#include "reports/html/sections.h"
#include "reports/model/compare_report.h"
#include "reports/words/data_text.h"

namespace kijun::reports {
namespace {

/// The survey that is compared with: 令和2年度の調査.
LocalizedText earlier_text(const CompareReport& comparison) {
  return comparison.source->corners.before().head.survey_title;
}

}  // namespace

void write_since_summary(const Page& page) {
  const YearsBefore* earlier = page.options.earlier;
  if (earlier == nullptr) return;
  if (earlier->comparison == nullptr) {
    page.html.leaf("p", {{"class", "hint since"}}, earlier->why_none);
    return;
  }
  const auto box = page.html.element("div", {{"class", "since"}});
  page.html.leaf("h3", {}, fill(Word::kSinceEarlier, {{"survey", earlier_text(*earlier->comparison)}}));
  for (const LocalizedText& sentence : earlier->comparison->headline) page.html.leaf("p", {}, sentence);
  const auto more = page.html.element("p");
  write_link(page, "compare", word(Word::kSinceMore));
}

void write_since_section(const Page& page) {
  const YearsBefore* earlier = page.options.earlier;
  if (earlier == nullptr) return;
  const Section section(page, "compare", Word::kCompareTitle);
  if (earlier->comparison == nullptr) {
    page.html.leaf("p", {{"class", "nothing"}}, earlier->why_none);
    return;
  }
  write_compared(*earlier->comparison, page.html);
  write_headline(page.html, earlier->comparison->headline);
  write_comparison_parts(*earlier->comparison, ComparisonIn::kReport, page.html);
}

}  // namespace kijun::reports
