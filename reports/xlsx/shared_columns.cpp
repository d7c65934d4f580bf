#include "reports/xlsx/shared_columns.h"

namespace kijun::reports {

void add_standing_headings(const Book& book, std::vector<SheetCell>& row) {
  for (const Word heading : {Word::kVerdictUnmet, Word::kVerdictUndecided, Word::kVerdictNotYetDue, Word::kNoteOnly,
                             Word::kDraftOnly, Word::kNotAskedOnly, Word::kNothingFound, Word::kTotal})
    row.push_back(book.heading(heading));
}

void add_standings(const TopicSummary& topic, std::vector<SheetCell>& row) {
  for (const std::size_t number : topic.municipalities) row.push_back(Book::count(number));
  row.push_back(Book::count(topic.total));
}

void add_rate_headings(const Book& book, std::vector<SheetCell>& row) {
  for (const Word heading : {Word::kBookMetLower, Word::kBookMetUpper, Word::kBookOf, Word::kBookOpen,
                             Word::kBookShareLower, Word::kBookShareUpper})
    row.push_back(book.heading(heading));
}

void add_rate(const RateView& rate, std::vector<SheetCell>& row) {
  row.insert(row.end(), {Book::count(rate.lower), Book::count(rate.upper), Book::count(rate.of),
                         Book::count(rate.of - rate.answered), Book::share_of(rate.lower, rate.of),
                         Book::share_of(rate.upper, rate.of)});
}

}  // namespace kijun::reports
