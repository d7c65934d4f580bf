#include "reports/words/record_words.h"
#include "reports/xlsx/book_sheets.h"
#include "reports/xlsx/shared_columns.h"

namespace kijun::reports {
namespace {

constexpr std::uint16_t kNumZoneColumns = 10;
constexpr std::size_t kZoneWidth = 18;
constexpr std::size_t kItemWidth = 48;
constexpr std::size_t kZoneNumberWidth = 11;

using Rows = std::vector<std::vector<SheetCell>>;

void add_topics(const Book& book, Rows& rows) {
  rows.push_back(book.section(word_for(book.result().run(), Word::kTopicsCaption)));
  rows.push_back({book.text(book.result().run().zone_term, CellStyle::kHeading), book.heading(Word::kTopic)});
  add_standing_headings(book, rows.back());
  const auto add = [&](const LocalizedText& zone, const TopicSummary& topic) {
    rows.push_back({book.text(zone), book.text(topic.title)});
    add_standings(topic, rows.back());
  };
  for (const ZoneRow& zone : book.report().zone_rows)
    for (const TopicSummary& topic : zone.topics) add(book.subject(zone.subject).name, topic);
  for (const TopicSummary& topic : book.report().topics) add(word(Word::kTotal), topic);
}

void add_indicators(const Book& book, Rows& rows) {
  if (book.report().indicators.empty()) return;
  rows.emplace_back();
  rows.push_back(book.section(word(Word::kIndicatorsCaption)));
  rows.push_back({book.text(book.result().run().zone_term, CellStyle::kHeading), book.heading(Word::kIndicator)});
  add_rate_headings(book, rows.back());
  const auto add = [&](const LocalizedText& zone, const IndicatorView& view, const RateView& rate) {
    rows.push_back({book.text(zone), book.text(view.indicator->title)});
    add_rate(rate, rows.back());
  };
  for (std::size_t zone = 0; zone < book.report().zone_rows.size(); ++zone)
    for (const IndicatorView& view : book.report().indicators)
      add(book.subject(book.report().zone_rows[zone].subject).name, view, view.by_zone[zone]);
  for (const IndicatorView& view : book.report().indicators) add(word(Word::kTotal), view, view.rate);
}

}  // namespace

Sheet zone_sheet(const Book& book) {
  const audit::RunInfo& run = book.result().run();
  Sheet sheet;
  sheet.name = book.say(sheet_name(BookSheet::kZones));
  sheet.columns.assign(kNumZoneColumns, {kZoneNumberWidth});
  sheet.columns[0].max_width = kZoneWidth;
  sheet.columns[1].max_width = kItemWidth;
  sheet.num_fixed_columns = 2;
  sheet.preface.push_back({book.text(word(Word::kZones), CellStyle::kTitle)});
  if (book.report().zone_rows.empty()) {
    sheet.preface.push_back(book.sentence(word(Word::kBookNoZones), kNumZoneColumns));
    return sheet;
  }
  sheet.preface.push_back(book.sentence(
      fill(Word::kZonesCaption, {{"zones", run.zone_term}, {"members", members_text(run)}}), kNumZoneColumns));
  sheet.preface.emplace_back();
  add_topics(book, sheet.preface);
  add_indicators(book, sheet.preface);
  return sheet;
}

}  // namespace kijun::reports
