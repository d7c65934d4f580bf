#include "tests/unit/reports/data_sheet.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <string_view>

namespace kijun::reports {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

bool is_data(const std::string& name) {
  constexpr std::array<std::string_view, 18> kNames{
      "対応一覧",   "判定の変化", "推移",  "照会事項",  "備考読取表", "規則一覧", "根拠一覧", "結果データ", "コード表",
      "What to do", "Changes",    "Trend", "Questions", "Notes",      "Rules",    "Bases",    "Results",    "Codes"};
  return std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

}  // namespace

bool expect_data_sheet(const ReadSheet& sheet) {
  if (!is_data(sheet.name)) return false;
  SCOPED_TRACE(sheet.name);
  const std::vector<std::string> headings = sheet.texts(0);
  EXPECT_THAT(headings, Not(Contains("")));
  EXPECT_EQ(std::set<std::string>(headings.begin(), headings.end()).size(), headings.size());
  EXPECT_GT(sheet.num_rows, 1U);
  for (std::size_t row = 1; row < sheet.num_rows; ++row) {
    EXPECT_FALSE(sheet.texts(row).empty()) << "row " << row << " is blank";
    EXPECT_LE(sheet.texts(row).size(), headings.size());
  }
  for (const char* unwanted : {"<mergeCell", "hidden=", "<f>", "<f ", "outlineLevel"})
    EXPECT_THAT(sheet.xml, Not(HasSubstr(unwanted)));
  EXPECT_THAT(sheet.xml, HasSubstr("ySplit=\"1\""));
  EXPECT_THAT(sheet.xml, HasSubstr("<autoFilter ref=\"A1:"));
  return true;
}

}  // namespace kijun::reports
