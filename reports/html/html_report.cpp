#include "reports/html/html_report.h"

#include "reports/escape/css_string.h"
#include "reports/html/assets.h"
#include "reports/html/content_hash.h"
#include "reports/html/sections.h"
#include "reports/model/unlisted.h"
#include "reports/words/data_text.h"

namespace kijun::reports {
namespace {

// The running head of every printed page: what, which rules, judged when.
std::string page_margins(const Page& page) {
  const audit::RunInfo& run = page.result().run();
  const Language language = page.options.language;
  const auto in_language = [&](const LocalizedText& text) { return css_string(text.in(language)); };
  const LocalizedText judged =
      fill(Word::kRunningHead, {{"date", date_text(run.as_of)}, {"pack", run.pack_id + " " + run.pack_version}});
  return "@page{@top-left{content:" + in_language(run.survey_title) + "}@bottom-left{content:" + in_language(judged) +
         "}}\n";
}

std::string content_policy(std::string_view style) {
  return "default-src 'none'; style-src " + csp_hash(style) + "; script-src " + csp_hash(kReportScript) +
         "; base-uri 'none'; form-action 'none'";
}

void write_head_of_page(const Page& page, const LocalizedText& title) {
  const std::string style = std::string(kReportStyle) + page_margins(page);
  const auto head = page.html.element("head");
  page.html.void_element("meta", {{"charset", "utf-8"}});
  page.html.void_element("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", content_policy(style)}});
  page.html.void_element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
  page.html.void_element("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
  page.html.void_element("meta", {{"name", "robots"}, {"content", "noindex"}});
  page.html.leaf("title", {}, std::string_view(title.in(page.options.language)));
  const auto element = page.html.element("style");
  page.html.verbatim(style);
}

void write_language_buttons(const Page& page, const LocalizedText& title) {
  const bool is_japanese = page.options.language == Language::kJapanese;
  const auto write_button = [&](const std::string& tag, const std::string& text, bool is_checked) {
    if (is_checked) {
      page.html.void_element("input", {{"type", "radio"},
                                       {"name", "lang"},
                                       {"id", "lang-" + tag},
                                       {"class", "vh"},
                                       {"data-title", text},
                                       {"checked", ""}});
    } else {
      page.html.void_element(
          "input", {{"type", "radio"}, {"name", "lang"}, {"id", "lang-" + tag}, {"class", "vh"}, {"data-title", text}});
    }
  };
  write_button("ja", title.ja, is_japanese);
  write_button("en", title.en, !is_japanese);
}

void write_sections(const Page& page) {
  const auto main = page.html.element("main", {{"id", "main"}});
  write_summary_section(page);
  write_zone_section(page);
  write_task_section(page);
  write_question_section(page);
  write_matrix_section(page);
  write_group_section(page);
  write_sheet_section(page);
  write_not_judged_section(page);
  write_reading_section(page);
  write_rule_section(page);
  write_legend_section(page);
  write_provenance_section(page);
}

}  // namespace

std::optional<Refusal> refuse_html(const audit::ResultModel& model) {
  const std::size_t cells = count_cells(model);
  if (cells <= kMaxCells) return std::nullopt;
  return Refusal{fill(Word::kPageTooLarge, {{"records", model.records().size()}, {"cells", cells}, {"max", kMaxCells}}),
                 word(Word::kPageTooLargeHint)};
}

void write_html(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  const GapReport report = build_gap_report(model);
  HtmlWriter html(out);
  const Page page{html, report, options};
  const LocalizedText title = fill(Word::kPageTitle, {{"survey", model.run().survey_title}});
  html.verbatim("<!DOCTYPE html>\n");
  const auto root = html.element("html", {{"lang", std::string(language_tag(options.language))}});
  write_head_of_page(page, title);
  const auto body = html.element("body");
  write_language_buttons(page, title);
  html.leaf("a", {{"class", "skip"}, {"href", "#main"}}, word(Word::kSkip));
  write_masthead(page);
  write_sections(page);
  const auto script = html.element("script");
  html.verbatim(kReportScript);
}

}  // namespace kijun::reports
