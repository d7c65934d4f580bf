#include <gtest/gtest.h>

#include "tests/oracle/properties.h"
#include "tests/oracle/property_check.h"
#include "tests/oracle/sql_difference.h"

// Both evaluators share parser, checker and truth table. SQLite shares none of how they evaluate, and its AND, OR and
// NOT are those of CEL when NULL stands for every result without a value.

namespace kijun::oracle {
namespace {

TEST(OracleTest, SqliteSaysTheSameOfRowRules) { check_property(sql_property()); }

TEST(SqlCaseTest, MostRulesCheck) {
  std::size_t num_rules = 0;
  for (std::uint32_t seed = 0; seed < 20; ++seed) {
    Choices choices = seeded_choices(seed, 400);
    num_rules += generate_sql_case(seed, choices).rules.size();
  }
  EXPECT_GE(num_rules, 180U);
}

}  // namespace
}  // namespace kijun::oracle
