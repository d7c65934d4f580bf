// What the page's script works with: the grid of verdicts and the names of its rows and columns, once each, so that the
// filters, the view of a rule and what is saved come from the numbers and not from the markup.
#include <array>

#include "reports/escape/html_text.h"
#include "reports/escape/json_writer.h"
#include "reports/html/message_data.h"
#include "reports/html/sections.h"
#include "reports/model/build_parts.h"
#include "reports/model/verdict_grid.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {
namespace {

using audit::Verdict;

struct PageWord {
  const char* id;
  Word word;
};

constexpr std::array kPageWords{PageWord{"all", Word::kFilterAll},
                                PageWord{"actor", Word::kActor},
                                PageWord{"allResults", Word::kAllResults},
                                PageWord{"baseline", Word::kFilterBaseline},
                                PageWord{"baselineKnown", Word::kBaselineUnchanged},
                                PageWord{"baselineNew", Word::kBaselineNew},
                                PageWord{"card", Word::kResultCard},
                                PageWord{"canvasHelp", Word::kCanvasHelp},
                                PageWord{"changes", Word::kChanges},
                                PageWord{"clause", Word::kClause},
                                PageWord{"clauseAnswers", Word::kClauseAnswers},
                                PageWord{"clauseValue", Word::kClauseValue},
                                PageWord{"clear", Word::kFilterClear},
                                PageWord{"copied", Word::kCopied},
                                PageWord{"copyFailed", Word::kCopyFailed},
                                PageWord{"copyLink", Word::kCopyLink},
                                PageWord{"dark", Word::kThemeDark},
                                PageWord{"deadline", Word::kDeadline},
                                PageWord{"earlier", Word::kEarlierAnswers},
                                PageWord{"filter", Word::kFilterTitle},
                                PageWord{"grid", Word::kMatrixCaption},
                                PageWord{"home", Word::kViewHome},
                                PageWord{"item", Word::kItem},
                                PageWord{"judgeable", Word::kPartJudgeable},
                                PageWord{"light", Word::kThemeLight},
                                PageWord{"measured", Word::kMeasured},
                                PageWord{"noSuchView", Word::kNoSuchView},
                                PageWord{"note", Word::kNoteText},
                                PageWord{"members", Word::kMembersOfGroup},
                                PageWord{"nothing", Word::kFilterNothing},
                                PageWord{"part", Word::kClausePart},
                                PageWord{"place", Word::kPlace},
                                PageWord{"print", Word::kPrint},
                                PageWord{"printTitle", Word::kPrintTitle},
                                PageWord{"printView", Word::kPrintView},
                                PageWord{"printWhole", Word::kPrintWhole},
                                PageWord{"raw", Word::kAsAnswered},
                                PageWord{"require", Word::kPartRequire},
                                PageWord{"required", Word::kRequired},
                                PageWord{"results", Word::kResultsOfRule},
                                PageWord{"rule", Word::kRule},
                                PageWord{"rules", Word::kRules},
                                PageWord{"saveCsv", Word::kSaveCsv},
                                PageWord{"saveJson", Word::kSaveJson},
                                PageWord{"says", Word::kWhatItSays},
                                PageWord{"sheets", Word::kSheets},
                                PageWord{"show", Word::kShowResult},
                                PageWord{"sort", Word::kSortTitle},
                                PageWord{"sortGap", Word::kSortGap},
                                PageWord{"sortGiven", Word::kSortGiven},
                                PageWord{"sortSimilar", Word::kSortSimilar},
                                PageWord{"subject", Word::kSubject},
                                PageWord{"survey", Word::kSurveyColumn},
                                PageWord{"system", Word::kThemeSystem},
                                PageWord{"text", Word::kFilterText},
                                PageWord{"theme", Word::kThemeTitle},
                                PageWord{"thisYear", Word::kThisYear},
                                PageWord{"tools", Word::kTools},
                                PageWord{"topic", Word::kTopic},
                                PageWord{"trace", Word::kTrace},
                                PageWord{"traceNote", Word::kTraceNote},
                                PageWord{"value", Word::kMeaning},
                                PageWord{"verdict", Word::kVerdict},
                                PageWord{"when", Word::kPartWhen}};

void write_both(JsonWriter& json, const LocalizedText& text) {
  json.value(text.ja);
  json.value(text.en);
}

void write_word(JsonWriter& json, const char* id, const LocalizedText& text) {
  json.array_member(id, [&] { write_both(json, text); });
}

void write_words(const Page& page, JsonWriter& json) {
  const audit::RunInfo& run = page.result().run();
  json.object_member("words", [&] {
    for (const PageWord& entry : kPageWords) write_word(json, entry.id, word_for(run, entry.word));
    write_word(json, "zone", run.zone_term);
    write_word(json, "record", record_heading(run));
    write_word(json, "code", code_heading(run.record_kinds));
    // The script puts the numbers in.
    write_word(json, "shown",
               fill(Word::kFilterShown, {{"n", "{n}"}, {"total", "{total}"}, {"records", records_text(run)}}));
  });
}

void write_headings(JsonWriter& json, const char* name, const std::vector<policy::Heading>& headings) {
  json.array_member(name, [&] {
    for (const policy::Heading& heading : headings)
      json.array([&] {
        json.value(heading.id);
        write_both(json, heading.title);
      });
  });
}

void write_verdicts(JsonWriter& json) {
  json.array_member("verdicts", [&] {
    for (const Verdict verdict : kVerdictOrder)
      json.array([&] {
        json.value(std::string(1, verdict_letter(verdict)));
        json.value(audit::verdict_id(verdict));
        write_both(json, verdict_mark(verdict));
        write_both(json, verdict_word(verdict));
      });
  });
}

void write_zones(const Page& page, JsonWriter& json) {
  json.array_member("zones", [&] {
    for (const std::size_t zone : page.report.zones)
      json.array([&] {
        json.value(page.subject(zone).info.name.code);
        write_both(json, page.subject(zone).name);
      });
  });
}

// Code, zone, name.
void write_subjects(const Page& page, const VerdictGrid& grid, JsonWriter& json) {
  json.array_member("subjects", [&] {
    for (const table::SubjectRef record : grid.records) {
      const audit::SubjectInfo info = page.result().subject(record);
      json.array([&] {
        json.value(info.name.code);
        json.value(info.zone);
        write_both(json, info.name.name);
      });
    }
  });
}

// Rule, field, title.
void write_columns(const Page& page, const VerdictGrid& grid, JsonWriter& json) {
  const audit::ResultModel& result = page.result();
  json.array_member("columns", [&] {
    for (const std::size_t at : grid.columns) {
      const audit::RuleColumn& column = result.columns()[at];
      json.array([&] {
        json.value(column.rule().id);
        json.value(column.field() ? result.vocabulary().field(*column.field()).id : std::string());
        write_both(json, column_title(result, column));
      });
    }
  });
}

// Rule, topic, actor, title and the fields shown beside it, of every rule, those asked of groups included.
void write_rules(const Page& page, JsonWriter& json) {
  json.array_member("rules", [&] {
    for (const RuleView& view : page.report.rules)
      json.array([&] {
        json.value(view.rule->id);
        json.value(view.rule->topic);
        json.value(view.rule->actor);
        write_both(json, view.rule->title);
        json.value(view.rule->evidence);
      });
  });
}

}  // namespace

void write_embedded_data(const Page& page) {
  const VerdictGrid grid = verdict_grid(page.result());
  const audit::RunInfo& run = page.result().run();
  JsonWriter json;
  json.object([&] {
    json.member("survey", run.survey_id);
    json.member("asOf", run.as_of.iso());
    json.member("hasBaseline", page.report.has_details && page.result().baseline() != nullptr);
    write_verdicts(json);
    write_zones(page, json);
    write_headings(json, "topics", page.result().ruleset().topics);
    write_headings(json, "actors", page.result().ruleset().actors);
    write_subjects(page, grid, json);
    write_rules(page, json);
    write_columns(page, grid, json);
    json.member("rows", grid.rows);
    write_words(page, json);
  });
  const auto element = page.html.element("script", {{"type", "application/json"}, {"id", "kijun-data"}});
  page.html.verbatim(json_in_html(json.text()));
}

void write_embedded_messages(const Page& page) {
  const auto element = page.html.element("script", {{"type", "application/json"}, {"id", "kijun-messages"}});
  page.html.verbatim(json_in_html(message_data(page, verdict_grid(page.result()))));
}

}  // namespace kijun::reports
