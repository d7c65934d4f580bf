#include "reports/markdown/markdown_parts.h"
#include "reports/words/band_words.h"
#include "reports/words/data_text.h"
#include "reports/words/readership_words.h"

namespace kijun::reports {
namespace {}  // namespace

void write_fact(MarkdownWriter& out, Word label, const LocalizedText& value) {
  if (!value.empty()) {
    out.item("**" + out.cell(word(label)) + "** " + out.cell(value));
  }
}

void write_title(MarkdownWriter& out) {
  const audit::RunInfo& run = out.result().run();
  out.heading(1, fill(Word::kPageTitle, {{"survey", run.survey_title}}));
  out.paragraph(fill(Word::kKicker, {{"prefecture", run.prefecture},
                                     {"year", fiscal_year_text(run.fiscal_year)},
                                     {"status", word(run.final_status ? Word::kFinal : Word::kPreliminary)}}));
  write_fact(out, Word::kAnswersAsOf, date_text(run.answers_as_of));
  write_fact(out, Word::kAsOf, date_text(run.as_of));
  if (out.options().created) {
    write_fact(out, Word::kCreated, date_text(*out.options().created));
  }
  write_fact(out, Word::kRulesetShort, out.result().ruleset().title);
  out.blank_line();
  if (const LocalizedText sentence = readership_sentence(run); !sentence.empty()) {
    out.paragraph(sentence);
  }
  for (const std::string& narrowed : run.narrowed) {
    out.paragraph(fill(Word::kNarrowed, {{"how", narrowed}}));
  }
}

void write_headline(MarkdownWriter& out) {
  for (const LocalizedText& sentence : out.report().headline) {
    out.item(out.cell(sentence));
  }
  out.blank_line();
}

void write_topics(MarkdownWriter& out) {
  out.paragraph(Word::kTopicsCaption);
  out.table_head({word(Word::kTopic), word(Word::kVerdictUnmet), word(Word::kVerdictUndecided),
                  word(Word::kVerdictNotYetDue), word(Word::kNoteOnly), word(Word::kDraftOnly),
                  word(Word::kNotAskedOnly), word(Word::kNothingFound), word(Word::kTotal)});
  for (const TopicSummary& topic : out.report().topics) {
    std::vector<std::string> cells{out.cell(topic.title)};
    for (const std::size_t number : topic.municipalities) {
      cells.push_back(std::to_string(number));
    }
    cells.push_back(std::to_string(topic.total));
    out.table_row(cells);
  }
  out.end_table();
}

void write_indicators(MarkdownWriter& out) {
  if (out.report().indicators.empty()) return;
  out.paragraph(Word::kIndicatorsCaption);
  const audit::RunInfo& run = out.result().run();
  out.table_head({word(Word::kIndicator), word(Word::kRate), word_for(run, Word::kNumMet),
                  word_for(run, Word::kNumAnswered), word(Word::kTarget), word(Word::kBenchmark)});
  for (const IndicatorView& view : out.report().indicators) {
    std::string benchmarks;
    for (const policy::Benchmark& benchmark : view.indicator->benchmarks) {
      benchmarks += (benchmarks.empty() ? "" : "<br>") + out.cell(benchmark_text(benchmark));
    }
    out.table_row({out.cell(view.indicator->title), view.rate.percent(),
                   view.rate.count() + " / " + std::to_string(view.rate.of),
                   std::to_string(view.rate.answered) + " / " + std::to_string(view.rate.of),
                   out.cell(target_text(*view.indicator)), benchmarks});
  }
  out.end_table();
  for (const audit::BandResult& band : out.report().bands) out.paragraph(band_text(band));
}

}  // namespace kijun::reports
