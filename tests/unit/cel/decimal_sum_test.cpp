#include "engine/cel/decimal_sum.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace kijun::cel {
namespace {

struct Case {
  std::vector<std::string> numbers;
  std::string sum;
};

std::string sum_text(const std::vector<std::string>& numbers) {
  DecimalSum sum;
  for (const std::string& number : numbers) sum.add(Decimal::parse(number).value());
  const auto value = sum.value();
  return value ? value->text() : "nothing";
}

TEST(DecimalSumTest, RoundsTheExactSumOnceWhateverTheOrder) {
  const std::vector<Case> cases = {
      {{}, "0"},
      {{"0", "-0"}, "0"},
      {{"0.1", "0.2", "0.3"}, "0.6"},
      {{"-1", "0.999999999"}, "-0.000000001"},
      {{"1000000000", "-1"}, "999999999"},
      {{"-1000000000000000000", "1"}, "-999999999999999999"},
      {{"123456789.987654321", "-123456789.987654321"}, "0"},
      {{"1e6144", "1e-6176", "-1e6144"}, "1e-6176"},
      // The small numbers alone would be lost; together they are half a unit of the last place, and one more tips it.
      {{"1000000000000000000000000000000000", "0.25", "0.25"}, "1000000000000000000000000000000000"},
      {{"1000000000000000000000000000000000", "0.25", "0.25", "1e-6000"}, "1000000000000000000000000000000001"},
      {{"1000000000000000000000000000000000", "0.25", "0.25", "-1e-6000"}, "1000000000000000000000000000000000"},
      {{"-1000000000000000000000000000000001", "-0.25", "-0.25"}, "-1000000000000000000000000000000002"},
      {{"9.999999999999999999999999999999999e6144", "1e6111"}, "nothing"},
      {{"9.999999999999999999999999999999999e6144", "1e6111", "-1e6111"}, "9.999999999999999999999999999999999e+6144"},
      {{"-9.999999999999999999999999999999999e6144", "-1e6111"}, "nothing"},
  };
  for (const Case& row : cases) {
    std::vector<std::string> numbers = row.numbers;
    std::ranges::sort(numbers);
    do {
      EXPECT_EQ(sum_text(numbers), row.sum);
    } while (std::ranges::next_permutation(numbers).found);
  }
}

TEST(DecimalSumTest, TakesManyNumbers) {
  DecimalSum sum;
  const Decimal cent = Decimal::parse("0.01").value();
  for (int i = 0; i < 100'000; ++i) sum.add(cent);
  EXPECT_EQ(sum.value().value().text(), "1000");
}

}  // namespace
}  // namespace kijun::cel
