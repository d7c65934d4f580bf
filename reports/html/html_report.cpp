#include "reports/html/html_report.h"

#include <sstream>
#include <string>
#include <utility>

#include "reports/html/assets.h"
#include "reports/html/folded_part.h"
#include "reports/html/page_frame.h"
#include "reports/html/sections.h"
#include "reports/model/unlisted.h"
#include "reports/model/verdict_grid.h"
#include "reports/words/record_words.h"

namespace kijun::reports {
namespace {

// Above, the script draws the matrix: a table of so many cells takes seconds to open.
constexpr std::size_t kMaxTableCells = 20'000;
// A page of more bytes holds numbers, too.
constexpr std::size_t kMaxBytes = 8'000'000;
// A page of more bytes is folded, so that one of as many records as the largest prefecture has stays under 3 MB.
constexpr std::size_t kMaxPlainBytes = 2'500'000;
// Above, what the page embeds would outgrow what its readers can open.
constexpr std::size_t kMaxPageCells = 1'000'000;

// What takes the texts of single results.
void write_detailed_sections(const Page& page) {
  if (!page.report.has_details) return;
  write_group_section(page);
  write_question_section(page);
  write_reading_section(page);
}

void write_sections(const Page& page) {
  const auto main = page.html.element("main", {{"id", "main"}});
  write_unfolding_notice(page);
  write_summary_section(page);
  write_task_section(page);
  write_matrix_section(page);
  write_map_section(page);
  write_zone_section(page);
  write_since_section(page);
  write_trend_section(page);
  write_sheet_section(page);
  write_rule_section(page);
  write_detailed_sections(page);
  write_decision_section(page);
  write_resolved_section(page);
  if (page.report.has_details) write_not_judged_section(page);
  write_basis_section(page);
  write_legend_section(page);
  write_definition_section(page);
  write_provenance_section(page);
}

void write_embedded(const Page& page) {
  write_embedded_provenance(page);
  write_embedded_data(page);
  if (page.report.has_details)
    write_embedded_cards(page);
  else
    write_embedded_messages(page);
}

std::string view_script() {
  return std::string(kUnfoldScript) + "whenUnfolded(() => {" + std::string(kViewScript) + "});\n";
}

void write_report(const GapReport& report, const ReportOptions& options, bool is_folded, std::ostream& out) {
  HtmlWriter html(out);
  const Page page{html, report, options, false, is_folded};
  const LocalizedText title = fill(Word::kPageTitle, {{"survey", page.result().run().survey_title}});
  const auto write_content = [&] {
    write_masthead(page);
    write_sections(page);
    write_embedded(page);
  };
  write_page(html, title, std::string(kViewStyle) + tile_places(report) + page_margins(page), options.language,
             write_content, view_script());
}

void write_numbers(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  write_report(build_gap_report(model, ReportScope::kNumbers), options, false, out);
}

// Everything, of which a page of more than so many bytes is folded.
void write_within(std::size_t max_plain_bytes, const audit::ResultModel& model, const ReportOptions& options,
                  std::ostream& out) {
  if (count_grid_cells(model) > kMaxTableCells) return write_numbers(model, options, out);
  const GapReport report = build_gap_report(model, ReportScope::kEverything);
  std::ostringstream whole;
  write_report(report, options, false, whole);
  const std::string page = std::move(whole).str();
  if (page.size() > kMaxBytes) return write_numbers(model, options, out);
  if (page.size() > max_plain_bytes) return write_report(report, options, true, out);
  out << page;
}

}  // namespace

std::optional<Refusal> refuse_html(const audit::ResultModel& model, const ReportOptions& /*options*/) {
  const std::size_t cells = count_cells(model);
  if (cells <= kMaxPageCells) return std::nullopt;
  return Refusal{fill(Word::kPageTooLarge, {{"records", records_text(model.run())},
                                            {"n", model.records().size()},
                                            {"cells", cells},
                                            {"max", kMaxPageCells}}),
                 word(Word::kPageTooLargeHint)};
}

void write_html(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  write_within(kMaxPlainBytes, model, options, out);
}

void write_plain_html(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  write_within(kMaxBytes, model, options, out);
}

}  // namespace kijun::reports
