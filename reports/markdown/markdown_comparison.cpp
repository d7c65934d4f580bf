#include "reports/markdown/markdown_comparison.h"

#include "reports/words/words.h"

namespace kijun::reports {
namespace {

using audit::ChangeClass;

void write_changes(const CompareReport& report, int level, MarkdownDocument& page) {
  page.heading(level, word(Word::kCompareChanges));
  if (report.groups.empty()) return page.paragraph(word(Word::kNoChanges));
  const bool has_split = report.source->comparison.has_split;
  if (report.explains_split) page.paragraph(word(Word::kCompareNote));
  for (const ChangeGroup& group : report.groups) {
    page.heading(level + 1, group.heading);
    std::vector<LocalizedText> headings{word(Word::kSubject), word(Word::kRule), word(Word::kCompareBefore),
                                        word(Word::kCompareAfter), word(Word::kChangeKind)};
    if (has_split) headings.push_back(word(Word::kMadeBy));
    headings.push_back(word(Word::kWhatItSays));
    page.table_head(headings);
    for (const ChangeView& view : group.changes) {
      std::vector<std::string> cells{page.cell(view.subject),
                                     page.cell(view.title) + "<br>" + page.cell(in_both(view.rule)),
                                     page.cell(view.before), page.cell(view.after), page.cell(view.kind)};
      if (has_split) cells.push_back(page.cell(view.by));
      cells.push_back(page.cell(view.text));
      page.table_row(cells);
    }
    page.end_table();
  }
}

void write_counts(const LocalizedText& title, const std::vector<CompareCounts>& all, int level,
                  MarkdownDocument& page) {
  if (all.empty()) return;
  page.heading(level, title);
  std::vector<LocalizedText> headings{in_both("")};
  for (std::size_t at = 0; at < audit::kNumChangeClasses; ++at)
    headings.push_back(change_word(static_cast<ChangeClass>(at)));
  page.table_head(headings);
  for (const CompareCounts& row : all) {
    std::vector<std::string> cells{page.cell(row.label)};
    for (const std::size_t count : row.counts) cells.push_back(std::to_string(count));
    page.table_row(cells);
  }
  page.end_table();
}

}  // namespace

void write_comparison_head(const CompareReport& report, MarkdownDocument& page) {
  page.table_head({in_both(""), word(Word::kCompareBefore), word(Word::kCompareAfter)});
  for (const CompareHeadRow& row : report.head)
    page.table_row({page.cell(row.label), page.cell(row.before), page.cell(row.after)});
  page.end_table();
}

void write_comparison_causes(const CompareReport& report, int level, MarkdownDocument& page) {
  if (report.by_cause.empty()) return;
  page.heading(level, word(Word::kByCause));
  std::vector<LocalizedText> headings{word(Word::kMadeBy), word(Word::kNumChanges)};
  for (const ChangeClass change : kEveryChange) headings.push_back(change_word(change));
  page.table_head(headings);
  for (const CompareCounts& row : report.by_cause) {
    std::vector<std::string> cells{page.cell(row.label), std::to_string(row.num_changes())};
    for (const ChangeClass change : kEveryChange) cells.push_back(std::to_string(audit::count_of(row.counts, change)));
    page.table_row(cells);
  }
  page.end_table();
}

void write_comparison_changes(const CompareReport& report, int level, MarkdownDocument& page) {
  write_changes(report, level, page);
  write_counts(word(Word::kByRule), report.by_rule, level, page);
  write_counts(word(Word::kByZone), report.by_zone, level, page);
  write_counts(report.by_member_heading, report.by_member, level, page);
}

void write_comparison_rates(const CompareReport& report, int level, MarkdownDocument& page) {
  if (report.rates.empty()) return;
  page.heading(level, word(Word::kCompareRates));
  page.table_head({word(Word::kIndicator), word(Word::kCompareBefore), word(Word::kCompareAfter), word(Word::kTrend),
                   word(Word::kReason)});
  for (const CompareRate& rate : report.rates) {
    std::string notes;
    for (const LocalizedText& note : rate.notes) notes += (notes.empty() ? "" : "<br>") + page.cell(note);
    page.table_row({page.cell(rate.indicator->title), page.cell(rate.before), page.cell(rate.after),
                    page.cell(rate.trend), notes});
  }
  page.end_table();
}

void write_comparison_joins(const CompareReport& report, int level, MarkdownDocument& page) {
  page.heading(level, word(Word::kCompareJoins));
  if (report.joins.empty()) page.item(page.cell(word(Word::kAllJoin)));
  for (const LocalizedText& sentence : report.joins) page.item(page.cell(sentence));
}

void write_markdown_comparison(const CompareReport& report, Language language, std::ostream& out) {
  MarkdownDocument page(out, language);
  page.heading(1, report.title);
  write_comparison_head(report, page);
  for (const LocalizedText& sentence : report.headline) page.item(page.cell(sentence));
  page.blank_line();
  constexpr int kLevel = 2;
  write_comparison_changes(report, kLevel, page);
  write_comparison_rates(report, kLevel, page);
  write_comparison_joins(report, kLevel, page);
}

}  // namespace kijun::reports
