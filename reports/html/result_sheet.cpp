#include "reports/html/result_sheet.h"

#include "reports/html/page_frame.h"
#include "reports/html/sections.h"
#include "reports/words/words.h"

namespace kijun::reports {

void write_result_sheet(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  const GapReport report = build_gap_report(model);
  HtmlWriter html(out);
  const Page page{html, report, options, true};
  const LocalizedText title =
      fill(Word::kResultSheetPageTitle, {{"survey", model.run().survey_title}, {"name", model.run().readers.name}});
  write_page(html, title, page_margins(page), options.language, [&] {
    write_sheet_masthead(page);
    const auto main = html.element("main", {{"id", "main"}, {"class", "one-sheet"}});
    write_sheet_section(page);
    write_question_section(page);
    write_legend_section(page);
  });
}

}  // namespace kijun::reports
