#include "reports/model/briefing_page.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/unicode.h"
#include "reports/model/briefing_parts.h"
#include "reports/words/band_words.h"
#include "reports/words/data_text.h"
#include "reports/words/record_words.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

// Lines of the smaller type that an A4 sheet has room for, and display columns of one.
constexpr std::size_t kLinesOfSheet = 68;
constexpr std::size_t kColumnsOfLine = 130;
constexpr std::size_t kColumnsOfTitle = 34;  ///< Of an indicator's title.

class PageBuilder {
 public:
  PageBuilder(const GapReport& report, const EarlierYear* earlier, std::optional<Date> created)
      : report_(report), result_(*report.result), run_(result_.run()), earlier_(earlier), created_(created) {
    page_.report = &report;
  }

  BriefingPage build() {
    page_.kicker =
        fill(Word::kKicker,
             {{"prefecture", run_.prefecture}, {"year", fiscal_year_text(run_.fiscal_year)}, {"status", status(run_)}});
    add_facts();
    add_statements();
    add_indicators();
    add_zones();
    add_doubtful_answers(report_, room_left(), page_);
    return std::move(page_);
  }

  static LocalizedText status(const audit::RunInfo& run) {
    return word(run.final_status ? Word::kFinal : Word::kPreliminary);
  }

 private:
  void add_facts() {
    const auto add = [&](Word label, const LocalizedText& value) { page_.facts.push_back({word(label), value}); };
    add(Word::kBriefingStatus, status(run_));
    add(Word::kAnswersAsOf, date_text(run_.answers_as_of));
    add(Word::kAsOf, date_text(run_.as_of));
    add(Word::kCreated, created_ ? date_text(*created_) : word(Word::kCreatedNotGiven));
    const policy::Ruleset& ruleset = result_.ruleset();
    add(Word::kRulesetShort,
        fill(Word::kBriefingRules,
             {{"title", ruleset.title}, {"id", ruleset.id}, {"pack", run_.pack_id}, {"version", run_.pack_version}}));
    add(Word::kApproval, approval_text(ruleset));
  }

  void add_statements() {
    for (const audit::BandResult& band : report_.bands) page_.statements.push_back(band_text(band));
    if (!report_.headline.empty()) page_.statements.push_back(report_.headline.front());
  }

  void add_indicators() {
    BriefingTable& table = page_.indicators;
    table.title = word(Word::kBriefingIndicators);
    table.columns = {{word(Word::kBriefingNumber)},
                     {word(Word::kIndicator)},
                     {word(Word::kTarget), true},
                     {word(Word::kBriefingResult), true},
                     {word(Word::kBookOf), true},
                     {word(Word::kRate), true},
                     {word(Word::kBriefingReached), true},
                     {word(Word::kBriefingAnswered), true},
                     {word(Word::kBriefingUnanswered), true},
                     {word(Word::kBriefingNational), true}};
    for (const IndicatorView& view : report_.indicators) add_indicator(view);
    table.notes.push_back(word_for(run_, Word::kBriefingRateNote));
    for (std::size_t at = 0; at < report_.indicators.size(); ++at)
      for (const policy::Benchmark& benchmark : report_.indicators[at].indicator->benchmarks)
        table.notes.push_back(fill(Word::kBriefingNationalNote, {{"n", at + 1}, {"label", benchmark_text(benchmark)}}));
    add_earlier_year(report_, earlier_, table);
  }

  void add_indicator(const IndicatorView& view) {
    const RateView& rate = view.rate;
    const auto number = [](std::size_t value) { return in_both(fmt::format("{}", value)); };
    page_.indicators.rows.push_back(
        {number(page_.indicators.rows.size() + 1), view.indicator->title, target_text(*view.indicator),
         in_both(rate.count()), number(rate.of), in_both(rate.percent()), reached_text(*view.indicator, rate),
         number(rate.answered), number(rate.of - rate.answered), national(*view.indicator)});
  }

  /// The first published figure; what it is stands below the table.
  static LocalizedText national(const policy::Indicator& indicator) {
    if (indicator.benchmarks.empty()) return word(Word::kNone);
    policy::Benchmark figure = indicator.benchmarks.front();
    figure.label = {};
    const LocalizedText text = benchmark_text(figure);  // the figures follow a label and a space
    return text.ja.empty() ? word(Word::kNone) : in_both(text.ja.substr(1));
  }

  /// Topics that an indicator with a target is about.
  [[nodiscard]] std::vector<std::size_t> target_topics() const {
    std::vector<std::size_t> topics;
    for (std::size_t at = 0; at < report_.topics.size(); ++at)
      if (std::any_of(report_.indicators.begin(), report_.indicators.end(), [&](const IndicatorView& view) {
            return view.indicator->target && view.indicator->topic == report_.topics[at].id;
          }))
        topics.push_back(at);
    return topics;
  }

  void add_zones() {
    BriefingTable& table = page_.zones;
    table.title = word(Word::kZones);
    if (report_.zone_rows.empty()) return;
    table.columns = {{run_.zone_term}, {word_for(run_, Word::kNumMunicipalities), true}};
    const std::vector<std::size_t> topics = target_topics();
    for (const std::size_t topic : topics)
      for (const Word standing : {Word::kVerdictUnmet, Word::kVerdictUndecided})
        table.columns.push_back(
            {fill(Word::kTopicStanding, {{"topic", report_.topics[topic].title}, {"standing", word(standing)}}), true});
    for (std::size_t at = 0; at < report_.indicators.size(); ++at)
      table.columns.push_back({fill(Word::kBriefingIndicator, {{"n", at + 1}}), true});
    for (std::size_t zone = 0; zone < report_.zone_rows.size(); ++zone) {
      const ZoneRow& row = report_.zone_rows[zone];
      add_zone(report_.subjects[row.subject].name, row.num_municipalities, topics, row.topics,
               [&](const IndicatorView& view) { return view.by_zone[zone]; });
    }
    add_zone(word(Word::kTotal), result_.summary().num_municipalities, topics, report_.topics,
             [](const IndicatorView& view) { return view.rate; });
    table.notes.push_back(word_for(run_, Word::kBriefingZoneNote));
  }

  template <class RateOf>
  void add_zone(const LocalizedText& name, std::size_t size, const std::vector<std::size_t>& topics,
                const std::vector<TopicSummary>& standings, RateOf rate_of) {
    std::vector<LocalizedText> row{name, in_both(fmt::format("{}", size))};
    for (const std::size_t topic : topics)
      for (const Standing standing : {Standing::kUnmet, Standing::kUndecided})
        row.push_back(in_both(fmt::format("{}", standings[topic].of(standing))));
    for (const IndicatorView& view : report_.indicators) row.push_back(in_both(rate_of(view).count()));
    page_.zones.rows.push_back(std::move(row));
  }

  /// What the head and the tables leave of a sheet.
  [[nodiscard]] std::size_t room_left() const {
    constexpr std::size_t kLinesOfHead = 9;     // title, survey, the facts in two columns
    constexpr std::size_t kLinesOfHeading = 4;  // of a table, with its column headings
    std::size_t taken = kLinesOfHead;
    for (const LocalizedText& statement : page_.statements) taken += num_lines(statement, kColumnsOfLine - 20);
    for (const BriefingTable* table : {&page_.indicators, &page_.zones}) {
      taken += kLinesOfHeading;
      for (const LocalizedText& note : table->notes) taken += num_lines(note, kColumnsOfLine);
    }
    for (const std::vector<LocalizedText>& row : page_.indicators.rows) taken += num_lines(row[1], kColumnsOfTitle);
    taken += page_.zones.rows.size() + kLinesOfHeading;
    return kLinesOfSheet - std::min(taken, kLinesOfSheet);
  }

  const GapReport& report_;
  const audit::ResultModel& result_;
  const audit::RunInfo& run_;
  const EarlierYear* earlier_;
  std::optional<Date> created_;
  BriefingPage page_;
};

}  // namespace

BriefingPage build_briefing_page(const GapReport& report, const EarlierYear* earlier, std::optional<Date> created) {
  return PageBuilder(report, earlier, created).build();
}

LocalizedText read_in_order(const LocalizedText& title, const std::vector<LocalizedText>& columns) {
  LocalizedText list;
  for (const LocalizedText& column : columns) append(list, column, {"、", ", "});
  return fill(Word::kReadInOrder, {{"what", title}, {"columns", list}});
}

LocalizedText quoted_answer(const GivenAnswer& given) {
  if (given.raw.empty()) return fill(Word::kLeftBlank, {{"label", given.label}, {"blank", raw_text(given.raw)}});
  return fill(Word::kQuotedAs, {{"label", given.label}, {"raw", given.raw}});
}

std::vector<LocalizedText> doubtful_headings(const GapReport& report) {
  return {record_heading(report.result->run()), word(Word::kBriefingAnswers), word(Word::kBriefingNotes),
          word(Word::kBriefingWhy)};
}

}  // namespace kijun::reports
