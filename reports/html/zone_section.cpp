#include "reports/html/sections.h"
#include "reports/model/standing_words.h"
#include "reports/words/record_words.h"

namespace kijun::reports {
namespace {

constexpr std::array kShownStandings{Standing::kUnmet, Standing::kNotYetDue, Standing::kUndecided};

// A standing of a topic that some municipality has: a column of the table.
struct StandingColumn {
  std::size_t topic;
  Standing standing;
};

std::vector<StandingColumn> standing_columns(const GapReport& report) {
  std::vector<StandingColumn> columns;
  for (std::size_t topic = 0; topic < report.topics.size(); ++topic) {
    for (const Standing standing : kShownStandings) {
      if (report.topics[topic].of(standing) != 0) {
        columns.push_back({topic, standing});
      }
    }
  }
  return columns;
}

void write_zone_head(const Page& page, const std::vector<StandingColumn>& columns) {
  const auto head = page.html.element("thead");
  const auto row = page.html.element("tr");
  page.html.leaf("th", {{"scope", "col"}}, page.result().run().zone_term);
  page.html.leaf("th", {{"scope", "col"}, {"class", "num"}}, word_for(page.result().run(), Word::kNumMunicipalities));
  for (const StandingColumn& column : columns) {
    const LocalizedText& topic = page.report.topics[column.topic].title;
    page.html.leaf("th", {{"scope", "col"}, {"class", "num"}},
                   fill(Word::kTopicStanding, {{"topic", topic}, {"standing", standing_word(column.standing)}}));
  }
  for (const IndicatorView& view : page.report.indicators) {
    page.html.leaf("th", {{"scope", "col"}, {"class", "num"}}, view.indicator->title);
  }
}

void write_rate(const Page& page, const RateView& rate) {
  const auto cell = page.html.element("td", {{"class", "num"}});
  page.html.text(rate.count() + " / " + std::to_string(rate.of));
}

void write_zone_row(const Page& page, const std::vector<StandingColumn>& columns, std::size_t zone) {
  const ZoneRow& source = page.report.zone_rows[zone];
  const auto row = page.html.element("tr", {{"id", page.subject(source.subject).anchor}});
  page.html.leaf("th", {{"scope", "row"}}, page.subject(source.subject).name);
  write_number(page, source.num_municipalities);
  for (const StandingColumn& column : columns) {
    write_number(page, source.topics[column.topic].of(column.standing));
  }
  for (const IndicatorView& view : page.report.indicators) {
    write_rate(page, view.by_zone[zone]);
  }
}

void write_total_row(const Page& page, const std::vector<StandingColumn>& columns) {
  const auto row = page.html.element("tr", {{"class", "total"}});
  page.html.leaf("th", {{"scope", "row"}}, word(Word::kTotal));
  write_number(page, page.result().summary().num_municipalities);
  for (const StandingColumn& column : columns) {
    write_number(page, page.report.topics[column.topic].of(column.standing));
  }
  for (const IndicatorView& view : page.report.indicators) {
    write_rate(page, view.rate);
  }
}

}  // namespace

void write_zone_section(const Page& page) {
  if (page.report.zone_rows.empty()) return;
  const Section section(page, "zones", Word::kZones);
  const std::vector<StandingColumn> columns = standing_columns(page.report);
  const auto wrapper = page.html.element("div", {{"class", "scroll"}});
  const auto table = page.html.element("table", {{"class", "zones"}});
  write_caption(page, fill(Word::kZonesCaption,
                           {{"zones", page.result().run().zone_term}, {"members", members_text(page.result().run())}}));
  write_zone_head(page, columns);
  const auto body = page.html.element("tbody");
  for (std::size_t zone = 0; zone < page.report.zone_rows.size(); ++zone) {
    write_zone_row(page, columns, zone);
  }
  write_total_row(page, columns);
}

}  // namespace kijun::reports
