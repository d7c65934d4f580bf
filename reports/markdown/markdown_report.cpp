#include "reports/markdown/markdown_report.h"

#include "reports/markdown/markdown_parts.h"
#include "reports/words/data_text.h"
#include "reports/words/join_words.h"
#include "reports/words/record_words.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {
namespace {

void write_actors(MarkdownWriter& out) {
  using audit::Verdict;
  out.paragraph(Word::kActorsCaption);
  out.table_head({word(Word::kActor), word(Word::kWho), word(Word::kVerdictUnmet), word(Word::kVerdictNotYetDue),
                  word(Word::kVerdictConfirm), word(Word::kVerdictNote), word(Word::kNumTasks)});
  for (const ActorTasks& actor : out.report().actors) {
    std::vector<std::string> cells{out.cell(actor.title),
                                   out.cell(fill(Word::kSubjectCount, {{"n", actor.num_subjects}}))};
    for (const Verdict verdict : {Verdict::kUnmet, Verdict::kNotYetDue, Verdict::kConfirm, Verdict::kNote}) {
      cells.push_back(std::to_string(actor.subjects_by_verdict[static_cast<std::size_t>(verdict)]));
    }
    cells.push_back(std::to_string(actor.num_findings));
    out.table_row(cells);
  }
  out.end_table();
}

void write_zones(MarkdownWriter& out) {
  const GapReport& report = out.report();
  if (report.zone_rows.empty()) return;
  out.heading(2, Word::kZones);
  const audit::RunInfo& run = out.result().run();
  std::vector<LocalizedText> headings{run.zone_term, word_for(run, Word::kNumMunicipalities)};
  for (const TopicSummary& topic : report.topics) {
    for (const Word standing : {Word::kVerdictUnmet, Word::kVerdictUndecided}) {
      headings.push_back(fill(Word::kTopicStanding, {{"topic", topic.title}, {"standing", word(standing)}}));
    }
  }
  for (const IndicatorView& view : report.indicators) {
    headings.push_back(view.indicator->title);
  }
  out.table_head(headings);
  for (std::size_t zone = 0; zone < report.zone_rows.size(); ++zone) {
    const ZoneRow& row = report.zone_rows[zone];
    std::vector<std::string> cells{out.cell(out.subject(row.subject).name), std::to_string(row.num_municipalities)};
    for (const TopicSummary& topic : row.topics) {
      cells.push_back(std::to_string(topic.of(Standing::kUnmet)));
      cells.push_back(std::to_string(topic.of(Standing::kUndecided)));
    }
    for (const IndicatorView& view : report.indicators) {
      cells.push_back(view.by_zone[zone].count() + " / " + std::to_string(view.by_zone[zone].of));
    }
    out.table_row(cells);
  }
  out.end_table();
}

void write_summary(MarkdownWriter& out) {
  out.heading(2, Word::kSummary);
  write_headline(out);
  write_topics(out);
  write_actors(out);
  write_indicators(out);
}

void write_rules(MarkdownWriter& out) {
  out.heading(2, Word::kRules);
  out.table_head({word(Word::kRule), word(Word::kRuleId), word(Word::kTopic), word(Word::kKind), word(Word::kActor),
                  word(Word::kResults)});
  for (const RuleView& view : out.report().rules) {
    std::string counts;
    for (const audit::Verdict verdict : kVerdictOrder) {
      const std::size_t number = view.by_verdict[static_cast<std::size_t>(verdict)];
      if (number != 0) {
        counts += (counts.empty() ? "" : " ") + out.cell(verdict_word(verdict)) + " " + std::to_string(number);
      }
    }
    if (view.num_unlisted != 0) {
      counts += "<br>" + out.cell(fill(Word::kMoreNotListed, {{"n", view.num_unlisted}}));
    }
    std::string title = out.cell(view.rule->title);
    if (view.rule->stage == policy::Stage::kDraft) title += " ［" + out.cell(word(Word::kDraft)) + "］";
    out.table_row({title, out.cell({view.rule->id, view.rule->id}), out.cell(view.topic),
                   out.cell(rule_kind_word(view.rule->kind)), out.cell(view.actor), counts});
  }
  out.end_table();
  out.heading(3, Word::kBases);
  out.table_head({word(Word::kBasis), word(Word::kLaw), word(Word::kArticle), word(Word::kState)});
  for (const policy::Basis& basis : out.result().ruleset().bases) {
    out.table_row({out.cell(basis.title), out.cell({basis.law, basis.law}), out.cell({basis.article, basis.article}),
                   out.cell(word(basis.confirmed ? Word::kBasisConfirmed : Word::kBasisUnconfirmed))});
  }
  out.end_table();
}

void write_legend(MarkdownWriter& out) {
  out.heading(2, Word::kLegend);
  out.table_head({word(Word::kVerdict), word(Word::kMeaning)});
  for (const audit::Verdict verdict : kVerdictOrder) {
    out.table_row({out.verdict(verdict), out.cell(verdict_meaning(verdict))});
  }
  out.end_table();
  for (const Word note :
       {Word::kLegendMarks, Word::kLegendInterval, Word::kLegendDraft, Word::kLegendUnconfirmed, Word::kLegendOrder}) {
    out.item(out.cell(word_for(out.result().run(), note)));
  }
  out.blank_line();
}

void write_provenance(MarkdownWriter& out) {
  const audit::RunInfo& run = out.result().run();
  const policy::Ruleset& ruleset = out.result().ruleset();
  out.heading(2, Word::kProvenance);
  write_fact(out, Word::kAnswersAsOf, date_text(run.answers_as_of));
  write_fact(out, Word::kAnswersAsOfBasis, run.answers_as_of_basis);
  write_fact(out, Word::kAsOf, date_text(run.as_of));
  write_fact(out, Word::kSeriesJoins, join_sentences(run));
  write_fact(out, Word::kCreated,
             out.options().created ? date_text(*out.options().created) : word(Word::kCreatedNotGiven));
  write_fact(out, Word::kSource, run.source_title);
  write_fact(out, Word::kPublisher, run.source_publisher);
  write_fact(out, Word::kSurveyId, in_both(run.survey_id));
  write_fact(out, Word::kRuleset, ruleset.title);
  write_fact(out, Word::kRulesetId, in_both(ruleset.id + " (" + run.pack_id + " " + run.pack_version + ")"));
  write_fact(out, Word::kRulesetHash, in_both(ruleset.hash));
  write_fact(out, Word::kApproval, approval_text(ruleset));
  write_fact(out, Word::kTool, in_both("kijun " + run.tool_version));
  out.blank_line();
  out.table_head({word(Word::kKind), word(Word::kFile), word(Word::kSha256)});
  for (const audit::InputFile& input : run.inputs) {
    out.table_row(
        {out.cell(input_role_word(input.role)), out.cell(in_both(input.path)), out.cell(in_both(input.sha256.hex()))});
  }
  out.end_table();
}

}  // namespace

void write_markdown(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  const GapReport report = build_gap_report(model);
  MarkdownWriter writer(out, report, options);
  write_title(writer);
  write_summary(writer);
  write_zones(writer);
  write_since(writer);
  write_trend(writer);
  write_tasks(writer);
  if (report.shows_records) {
    write_questions(writer);
    write_matrix(writer);
  }
  write_group_results(writer);
  if (report.shows_records) {
    write_sheets(writer);
  }
  write_not_judged(writer);
  write_readings(writer);
  write_resolved(writer);
  write_rules(writer);
  write_legend(writer);
  write_provenance(writer);
}

}  // namespace kijun::reports
