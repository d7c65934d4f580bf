#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

#include "engine/base/sha256.h"
#include "tests/unit/data/shipped.h"

namespace kijun::shipped {
namespace {

const std::string kKakuu = "tests/fixtures/kakuu/";

TEST(KakuuFixtureTest, CodesAreValidInAPrefectureThatDoesNotExist) {
  for (const auto& entity : csv_by_column(kKakuu + "municipalities.csv")) {
    const std::string& code = entity.at("code");
    EXPECT_EQ(code.substr(0, 2), "99") << code;
    EXPECT_EQ(code.back(), check_digit(code)) << code;
  }
}

TEST(KakuuFixtureTest, CopiesInOtherEncodingsHoldTheSameAnswers) {
  const std::vector<Row> answers = csv(kKakuu + "2018/answers.csv");
  EXPECT_EQ(answers.size(), 10U);
  EXPECT_EQ(csv(kKakuu + "2018-bom/answers.csv"), answers);
  EXPECT_EQ(csv(kKakuu + "2018-cp932/answers.csv", survey::Encoding::kCp932), answers);
  EXPECT_EQ(read(kKakuu + "2018-bom/answers.csv").substr(0, 3), "\xEF\xBB\xBF");
  EXPECT_NE(read(kKakuu + "2018-cp932/answers.csv").find("\r\n"), std::string::npos);
}

TEST(KakuuFixtureTest, ReadingsRestOnTheNotesAsTheyStand) {
  struct Reading {
    std::string decisions;
    std::string note;
  };
  const std::vector<Reading> readings = {
      {"2018/decisions.toml", "準備会を開催し、平成31年度に設置予定"},
      {"2018/decisions.toml", "北部協議会の部会を活用する方向で調整中"},
      {"2018/decisions.toml", "既存職員の兼務を予定\n平成31年度当初予算措置はなし"},
      {"2019/decisions.toml", "平成33年度末までに設置予定"},
  };
  for (const Reading& reading : readings) {
    const std::string hash = "\"sha256:" + sha256_hex(reading.note) + "\"";
    EXPECT_EQ(occurrences(read(kKakuu + reading.decisions), hash), 1U) << reading.note;
  }
}

}  // namespace
}  // namespace kijun::shipped
