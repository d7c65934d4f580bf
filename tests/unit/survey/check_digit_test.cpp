#include "engine/survey/check_digit.h"

#include <gtest/gtest.h>

#include "engine/survey/municipality_kind.h"

namespace kijun::survey {
namespace {

struct Vector {
  const char* code5;
  char digit;
};

TEST(CheckDigitTest, FollowsTheNationalFormulaAtItsEdges) {
  // Remainder 0 gives 1, remainder 1 gives 0, remainder 10 gives 1: where implementations that are off by one fail.
  constexpr Vector kVectors[] = {{"14205", '1'}, {"14382", '1'}, {"14401", '1'}, {"14150", '0'}, {"14214", '0'},
                                 {"14213", '1'}, {"14342", '1'}, {"14000", '7'}, {"14207", '7'}, {"99201", '1'}};
  for (const Vector& vector : kVectors) EXPECT_EQ(check_digit(vector.code5), vector.digit) << vector.code5;
}

TEST(CheckDigitTest, RefusesWhatIsNotFiveDigits) {
  EXPECT_EQ(check_digit("1420"), std::nullopt);
  EXPECT_EQ(check_digit("142051"), std::nullopt);
  EXPECT_EQ(check_digit("1420x"), std::nullopt);
  EXPECT_EQ(check_digit(""), std::nullopt);
}

TEST(CheckDigitTest, CompletesFiveDigitsAndVerifiesSix) {
  EXPECT_EQ(complete_code("14205"), "142051");
  EXPECT_EQ(complete_code("142051"), "142051");
  EXPECT_EQ(complete_code("142052"), std::nullopt);
  EXPECT_EQ(complete_code("14205１"), std::nullopt);
  EXPECT_TRUE(has_valid_check_digit("142131"));
  EXPECT_FALSE(has_valid_check_digit("142130"));
}

TEST(CheckDigitTest, KindsOfMunicipalitiesAreThoseOfTheNationalSystem) {
  EXPECT_EQ(find_kind("special_city")->label.ja, "施行時特例市");
  EXPECT_TRUE(find_kind("special_ward")->is_municipality);
  EXPECT_FALSE(find_kind("prefecture")->is_municipality);
  EXPECT_EQ(find_kind("hamlet"), nullptr);
}

}  // namespace
}  // namespace kijun::survey
