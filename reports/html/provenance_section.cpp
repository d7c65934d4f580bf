#include "reports/escape/html_text.h"
#include "reports/html/html_report.h"
#include "reports/html/sections.h"
#include "reports/provenance/provenance.h"
#include "reports/words/data_text.h"
#include "reports/words/join_words.h"
#include "reports/words/record_words.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {
namespace {

void write_known_fact(const Page& page, Word label, const LocalizedText& value) {
  if (value.empty()) {
    return;
  }
  write_fact(page, label, value);
}

void write_facts(const Page& page) {
  const audit::RunInfo& run = page.result().run();
  const policy::Ruleset& ruleset = page.result().ruleset();
  const auto list = page.html.element("dl", {{"class", "facts provenance"}});
  write_known_fact(page, Word::kAnswersAsOf, date_text(run.answers_as_of));
  write_known_fact(page, Word::kAnswersAsOfBasis, run.answers_as_of_basis);
  write_known_fact(page, Word::kAsOf, date_text(run.as_of));
  write_known_fact(page, Word::kSeriesJoins, join_sentences(run));
  write_known_fact(page, Word::kCreated,
                   page.options.created ? date_text(*page.options.created) : word(Word::kCreatedNotGiven));
  write_known_fact(page, Word::kSource, run.source_title);
  write_known_fact(page, Word::kPublisher, run.source_publisher);
  write_known_fact(page, Word::kSurveyId, in_both(run.survey_id));
  write_known_fact(page, Word::kRuleset, ruleset.title);
  write_known_fact(page, Word::kRulesetId, in_both(ruleset.id + " (" + run.pack_id + " " + run.pack_version + ")"));
  write_known_fact(page, Word::kRulesetHash, in_both(ruleset.hash));
  write_known_fact(page, Word::kApproval, approval_text(ruleset));
  write_known_fact(page, Word::kTool, in_both("kijun " + run.tool_version));
}

void write_counts_of_run(const Page& page) {
  const audit::Summary& summary = page.result().summary();
  page.html.leaf("p", {{"class", "hint"}},
                 fill(Word::kRunCounts, {{"who", num_records_text(page.result().run(), summary)},
                                         {"rules", summary.num_rules},
                                         {"results", summary.num_results},
                                         {"readings", summary.num_verdicts_on_readings},
                                         {"folded", summary.num_folded_marks}}));
}

void write_inputs(const Page& page) {
  const auto wrapper = page.html.element("div", {{"class", "scroll"}});
  const auto table = page.html.element("table", {{"class", "inputs"}});
  write_caption(page, word(Word::kInputsCaption));
  write_head(page, {word(Word::kKind), word(Word::kFile), word(Word::kSha256)});
  const auto body = page.html.element("tbody");
  for (const audit::InputFile& input : page.result().run().inputs) {
    const auto row = page.html.element("tr");
    page.html.leaf("th", {{"scope", "row"}}, input_role_word(input.role));
    page.html.leaf("td", {}, std::string_view(input.path));
    const auto hash = page.html.element("td");
    page.html.leaf("code", {{"class", "hash"}}, std::string_view(input.sha256.hex()));
  }
}

}  // namespace

void write_provenance_section(const Page& page) {
  const Section section(page, "provenance", Word::kProvenance);
  write_facts(page);
  write_counts_of_run(page);
  write_inputs(page);
  write_paragraph(page, Word::kProvenanceNote, "hint");
  write_paragraph(page, Word::kVerifyNote, "hint");
  {
    const auto command = page.html.element("pre", {{"class", "command"}});
    page.html.leaf("code", {}, std::string_view("kijun verify REPORT"));
  }
}

void write_embedded_provenance(const Page& page) {
  JsonWriter json;
  write_provenance(provenance_of(page.result(), page.options, kHtmlFormat.name), json);
  const auto element =
      page.html.element("script", {{"type", "application/json"}, {"id", std::string(kProvenanceElement)}});
  page.html.verbatim(json_in_html(json.text()));
}

}  // namespace kijun::reports
