#include "reports/html/comparison_page.h"

#include "reports/escape/css_string.h"
#include "reports/html/assets.h"
#include "reports/html/comparison_parts.h"
#include "reports/html/components.h"
#include "reports/html/page_frame.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

void write_masthead(const CompareReport& report, HtmlWriter& html) {
  const auto header = html.element("header", {{"class", "masthead"}});
  {
    const auto title = html.element("h1");
    html.leaf("span", {{"class", "doc"}}, report.title);
    html.text(report.source->corners.after().head.survey_title);
  }
  write_compared(report, html);
}

}  // namespace

void write_html_comparison(const CompareReport& report, Language language, std::ostream& out) {
  HtmlWriter html(out);
  const LocalizedText title = fill(
      Word::kComparePageTitle, {{"title", report.title}, {"survey", report.source->corners.after().head.survey_title}});
  const std::string style =
      std::string(kComparisonStyle) + "@page{@top-left{content:" + css_string(title.in(language)) + "}}\n";
  write_page(html, title, style, language, [&] {
    write_masthead(report, html);
    const auto main = html.element("main", {{"id", "main"}});
    write_headline(html, report.headline);
    write_comparison_parts(report, ComparisonIn::kOwnPage, html);
  });
}

}  // namespace kijun::reports
