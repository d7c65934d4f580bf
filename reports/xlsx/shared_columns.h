#pragma once

#include <vector>

#include "reports/xlsx/book.h"

namespace kijun::reports {

/// Columns that the tables of several sheets have. Each function appends its cells to a row.

/// How the municipalities of a topic stand, worst first, and how many they are.
void add_standing_headings(const Book& book, std::vector<SheetCell>& row);
void add_standings(const TopicSummary& topic, std::vector<SheetCell>& row);

/// An indicator: how many meet it at least and at most, of how many, how many are open, and the shares of the first two.
void add_rate_headings(const Book& book, std::vector<SheetCell>& row);
void add_rate(const RateView& rate, std::vector<SheetCell>& row);

}  // namespace kijun::reports
