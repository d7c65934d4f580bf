#include <array>

#include "reports/escape/css_string.h"
#include "reports/html/sections.h"
#include "reports/words/data_text.h"
#include "reports/words/readership_words.h"
#include "reports/words/record_words.h"

namespace kijun::reports {
namespace {

struct ContentsEntry {
  const char* href = "";
  Word title = Word::kContents;
  bool is_detail = false;  ///< Takes the texts of single results.
};

constexpr std::array kContents{ContentsEntry{"#summary", Word::kSummary},
                               ContentsEntry{"#tasks", Word::kTasks},
                               ContentsEntry{"#matrix", Word::kMatrix},
                               ContentsEntry{"#map", Word::kMap},
                               ContentsEntry{"#zones", Word::kZones},
                               ContentsEntry{"#compare", Word::kCompareTitle},
                               ContentsEntry{"#trend", Word::kTrendTitle},
                               ContentsEntry{"#sheets", Word::kSheets},
                               ContentsEntry{"#rules", Word::kRules},
                               ContentsEntry{"#groups", Word::kGroupResults, true},
                               ContentsEntry{"#questions", Word::kQuestions, true},
                               ContentsEntry{"#readings", Word::kUnreadNotes, true},
                               ContentsEntry{"#decisions", Word::kDecisions},
                               ContentsEntry{"#not-judged", Word::kNotJudged, true},
                               ContentsEntry{"#basis", Word::kBases},
                               ContentsEntry{"#legend", Word::kLegend},
                               ContentsEntry{"#definitions", Word::kDefinitions},
                               ContentsEntry{"#provenance", Word::kProvenance}};

bool is_there(const Page& page, const ContentsEntry& entry) {
  const YearsBefore* earlier = page.options.earlier;
  if (entry.title == Word::kCompareTitle) return earlier != nullptr;
  if (entry.title == Word::kTrendTitle) return earlier != nullptr && earlier->results != nullptr;
  if (entry.title == Word::kZones) return !page.report.zone_rows.empty();
  return !entry.is_detail || page.report.has_details;
}

void write_date(const Page& page, Word label, const LocalizedText& value) {
  const auto item = page.html.element("div");
  page.html.leaf("dt", {}, word(label));
  page.html.leaf("dd", {}, value);
}

void write_dates(const Page& page) {
  const audit::RunInfo& run = page.result().run();
  const auto list = page.html.element("dl", {{"class", "dates"}});
  write_date(page, Word::kAnswersAsOf, date_text(run.answers_as_of));
  write_date(page, Word::kAsOf, date_text(run.as_of));
  if (page.options.created) {
    write_date(page, Word::kCreated, date_text(*page.options.created));
  }
  write_date(page, Word::kRulesetShort, page.result().ruleset().title);
  write_date(page, Word::kReaders, readership_text(run));
}

void write_title_block(const Page& page, Word document) {
  const audit::RunInfo& run = page.result().run();
  page.html.leaf("p", {{"class", "kicker"}},
                 fill(Word::kKicker, {{"prefecture", run.prefecture},
                                      {"year", fiscal_year_text(run.fiscal_year)},
                                      {"status", word(run.final_status ? Word::kFinal : Word::kPreliminary)}}));
  {
    const auto title = page.html.element("h1");
    page.html.leaf("span", {{"class", "doc"}}, word(document));
    page.html.text(run.survey_title);
  }
  write_dates(page);
  if (const LocalizedText sentence = readership_sentence(run); !sentence.empty()) {
    page.html.leaf("p", {{"class", "narrowed"}}, sentence);
  }
  for (const std::string& narrowed : run.narrowed) {
    page.html.leaf("p", {{"class", "narrowed"}}, fill(Word::kNarrowed, {{"how", narrowed}}));
  }
}

void write_contents(const Page& page) {
  const auto nav = page.html.element("nav", {{"class", "contents"}, {"aria-labelledby", "h-contents"}});
  page.html.leaf("h2", {{"id", "h-contents"}, {"class", "vh"}}, word(Word::kContents));
  const auto list = page.html.element("ol");
  for (const ContentsEntry& entry : kContents) {
    if (!is_there(page, entry)) continue;
    const auto item = page.html.element("li");
    page.html.leaf("a", {{"href", entry.href}}, word_for(page.result().run(), entry.title));
  }
}

}  // namespace

std::string page_margins(const Page& page) {
  const audit::RunInfo& run = page.result().run();
  const Language language = page.options.language;
  const auto in_language = [&](const LocalizedText& text) { return css_string(text.in(language)); };
  const LocalizedText judged =
      fill(Word::kRunningHead, {{"date", date_text(run.as_of)}, {"pack", run.pack_id + " " + run.pack_version}});
  return "@page{@top-left{content:" + in_language(run.survey_title) + "}@bottom-left{content:" + in_language(judged) +
         "}}\n";
}

void write_masthead(const Page& page) {
  const auto header = page.html.element("header", {{"class", "masthead"}});
  write_title_block(page, Word::kReportTitle);
  write_contents(page);
}

void write_sheet_masthead(const Page& page) {
  const auto header = page.html.element("header", {{"class", "masthead"}});
  write_title_block(page, Word::kResultSheetTitle);
}

}  // namespace kijun::reports
