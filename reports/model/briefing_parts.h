#pragma once

#include <cstddef>
#include <vector>

#include "reports/model/briefing_page.h"

namespace kijun::reports {

/// 「1・2・3」 of positions from 0.
[[nodiscard]] LocalizedText indicator_numbers(const std::vector<std::size_t>& positions);

/// Lines that a text takes in so many display columns, in the language in which it takes more.
[[nodiscard]] std::size_t num_lines(const LocalizedText& text, std::size_t columns);

/// Adds to the table of indicators the column of the earlier year, and says which year it is and what does not compare.
void add_earlier_year(const GapReport& report, const EarlierYear* earlier, BriefingTable& table);

/// The answers in doubt. An answer is one that an indicator reads and the form asks; it is in doubt where it keeps an
/// indicator open, where one indicator counts it and another of the same topic, which reads a note beside it, does not,
/// and where a finding to be confirmed rests on it. At most `max_lines` lines of the sheet.
void add_doubtful_answers(const GapReport& report, std::size_t max_lines, BriefingPage& page);

}  // namespace kijun::reports
