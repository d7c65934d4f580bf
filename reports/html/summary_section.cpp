#include <algorithm>
#include <cmath>

#include "reports/html/sections.h"
#include "reports/words/band_words.h"
#include "reports/words/record_words.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {
namespace {

using audit::Verdict;

bool any_topic_has(const Page& page, Standing standing) {
  return std::any_of(page.report.topics.begin(), page.report.topics.end(),
                     [&](const TopicSummary& topic) { return topic.of(standing) != 0; });
}

// The columns of the topic table; those that count nobody anywhere and are not the usual ones are left out.
std::vector<std::pair<Standing, Word>> standing_columns(const Page& page) {
  std::vector<std::pair<Standing, Word>> columns{{Standing::kUnmet, Word::kVerdictUnmet},
                                                 {Standing::kUndecided, Word::kVerdictUndecided}};
  if (any_topic_has(page, Standing::kNotYetDue)) columns.emplace_back(Standing::kNotYetDue, Word::kVerdictNotYetDue);
  columns.emplace_back(Standing::kNoteOnly, Word::kNoteOnly);
  if (any_topic_has(page, Standing::kDraftOnly)) columns.emplace_back(Standing::kDraftOnly, Word::kDraftOnly);
  if (any_topic_has(page, Standing::kNotAsked)) columns.emplace_back(Standing::kNotAsked, Word::kNotAskedOnly);
  columns.emplace_back(Standing::kClear, Word::kNothingFound);
  return columns;
}

void write_topics(const Page& page) {
  const auto columns = standing_columns(page);
  const auto wrapper = page.html.element("div", {{"class", "scroll"}});
  const auto table = page.html.element("table", {{"class", "topics"}});
  write_caption(page, word_for(page.result().run(), Word::kTopicsCaption));
  {
    const auto head = page.html.element("thead");
    const auto row = page.html.element("tr");
    page.html.leaf("th", {{"scope", "col"}}, word(Word::kTopic));
    for (const auto& [standing, heading] : columns) {
      page.html.leaf("th", {{"scope", "col"}, {"class", "num"}}, word(heading));
    }
    page.html.leaf("th", {{"scope", "col"}, {"class", "num"}}, word(Word::kTotal));
  }
  const auto body = page.html.element("tbody");
  for (const TopicSummary& topic : page.report.topics) {
    const auto row = page.html.element("tr");
    page.html.leaf("th", {{"scope", "row"}}, topic.title);
    for (const auto& [standing, heading] : columns) {
      const std::size_t number = topic.of(standing);
      const bool is_unmet = standing == Standing::kUnmet && number != 0;
      page.html.leaf("td",
                     {{"class", is_unmet      ? "num strong"
                                : number == 0 ? "num zero"
                                              : "num"}},
                     std::string_view(std::to_string(number)));
    }
    write_number(page, topic.total);
  }
}

// A short list is named, a long one counted only.
void write_who(const Page& page, const ActorTasks& actor) {
  constexpr std::size_t kNamed = 4;
  const auto cell = page.html.element("td");
  std::vector<std::size_t> subjects;
  for (const SubjectTasks& tasks : actor.subjects) {
    subjects.push_back(tasks.subject);
  }
  const LocalizedText count = fill(Word::kSubjectCount, {{"n", actor.num_subjects}});
  if (!page.report.has_details) {
    page.html.text(count);
  } else if (actor.num_subjects <= kNamed && subjects.size() == actor.num_subjects) {
    write_subjects(page, subjects);
  } else {
    write_link(page, "t-" + actor.id, count);
  }
}

void write_actors(const Page& page) {
  const auto wrapper = page.html.element("div", {{"class", "scroll"}});
  const auto table = page.html.element("table", {{"class", "actors"}});
  write_caption(page, word(Word::kActorsCaption));
  write_head(page, {word(Word::kActor), word(Word::kWho), word(Word::kVerdictUnmet), word(Word::kVerdictNotYetDue),
                    word(Word::kVerdictConfirm), word(Word::kVerdictNote), word(Word::kNumTasks)});
  const auto body = page.html.element("tbody");
  for (const ActorTasks& actor : page.report.actors) {
    const auto row = page.html.element("tr");
    {
      const auto name = page.html.element("th", {{"scope", "row"}});
      if (page.report.has_details)
        write_link(page, "t-" + actor.id, actor.title);
      else
        page.html.text(actor.title);
    }
    write_who(page, actor);
    for (const Verdict verdict : {Verdict::kUnmet, Verdict::kNotYetDue, Verdict::kConfirm, Verdict::kNote}) {
      write_number(page, actor.subjects_by_verdict[static_cast<std::size_t>(verdict)]);
    }
    write_number(page, actor.num_findings);
  }
}

const policy::Benchmark* first_benchmark(const policy::Indicator& indicator) {
  return indicator.benchmarks.empty() ? nullptr : &indicator.benchmarks.front();
}

// Lower bound solid, what is open hatched, the published figure a line; a thousand units wide.
void write_bar(const Page& page, const IndicatorView& view) {
  const std::size_t lower = per_mille(view.rate.lower, view.rate.of);
  const std::size_t upper = per_mille(view.rate.upper, view.rate.of);
  const auto svg = page.html.element(
      "svg", {{"class", "bar"}, {"viewBox", "0 0 1000 16"}, {"preserveAspectRatio", "none"}, {"aria-hidden", "true"}});
  page.html.leaf("rect", {{"class", "all"}, {"y", "3"}, {"width", "1000"}, {"height", "10"}}, "");
  page.html.leaf("rect", {{"class", "lower"}, {"y", "3"}, {"width", std::to_string(lower)}, {"height", "10"}}, "");
  page.html.leaf("rect",
                 {{"class", "open"},
                  {"x", std::to_string(lower)},
                  {"y", "3"},
                  {"width", std::to_string(upper - lower)},
                  {"height", "10"}},
                 "");
  const policy::Benchmark* benchmark = first_benchmark(*view.indicator);
  if (benchmark != nullptr && benchmark->value) {
    const auto at = static_cast<std::size_t>(std::lround(*benchmark->value * 1000.0));
    page.html.leaf("rect",
                   {{"class", "halo"}, {"x", std::to_string(at > 10 ? at - 10 : 0)}, {"width", "20"}, {"height", "16"}},
                   "");
    page.html.leaf(
        "rect", {{"class", "benchmark"}, {"x", std::to_string(at > 4 ? at - 4 : 0)}, {"width", "8"}, {"height", "16"}},
        "");
  }
}

void write_benchmarks(const Page& page, const policy::Indicator& indicator) {
  const auto cell = page.html.element("td", {{"class", "benchmarks"}});
  for (const policy::Benchmark& benchmark : indicator.benchmarks) {
    page.html.leaf("p", {}, benchmark_text(benchmark));
  }
}

void write_rate_cells(const Page& page, const IndicatorView& view) {
  {
    const auto cell = page.html.element("td", {{"class", "rate"}});
    page.html.leaf("strong", {{"class", "percent"}}, std::string_view(view.rate.percent()));
    write_bar(page, view);
  }
  page.html.leaf("td", {{"class", "num"}}, std::string_view(view.rate.count() + " / " + std::to_string(view.rate.of)));
  page.html.leaf("td", {{"class", "num"}},
                 std::string_view(std::to_string(view.rate.answered) + " / " + std::to_string(view.rate.of)));
  page.html.leaf("td", {{"class", "num"}}, target_text(*view.indicator));
}

void write_indicator_table(const Page& page) {
  const auto wrapper = page.html.element("div", {{"class", "scroll"}});
  const auto table = page.html.element("table", {{"class", "indicators"}});
  write_caption(page, word(Word::kIndicatorsCaption));
  const audit::RunInfo& run = page.result().run();
  write_head(page, {word(Word::kIndicator), word(Word::kRate), word_for(run, Word::kNumMet),
                    word_for(run, Word::kNumAnswered), word(Word::kTarget), word(Word::kBenchmark)});
  const auto body = page.html.element("tbody");
  for (const IndicatorView& view : page.report.indicators) {
    const auto row = page.html.element("tr");
    {
      const auto name = page.html.element("th", {{"scope", "row"}});
      page.html.text(view.indicator->title);
      if (!view.indicator->description.empty()) {
        page.html.leaf("p", {{"class", "description"}}, view.indicator->description);
      }
    }
    write_rate_cells(page, view);
    write_benchmarks(page, *view.indicator);
  }
}

/// With what is said of all of them together.
void write_indicators(const Page& page) {
  if (page.report.indicators.empty()) return;
  write_indicator_table(page);
  for (const audit::BandResult& band : page.report.bands) page.html.leaf("p", {{"class", "band"}}, band_text(band));
  write_paragraph(page, Word::kIndicatorsNote, "hint");
}

}  // namespace

void write_summary_section(const Page& page) {
  const Section section(page, "summary", Word::kSummary, "summary", "home");
  write_headline(page.html, page.report.headline);
  write_since_summary(page);
  {
    const auto grid = page.html.element("div", {{"class", "pair"}});
    write_topics(page);
    write_actors(page);
  }
  write_indicators(page);
}

}  // namespace kijun::reports
