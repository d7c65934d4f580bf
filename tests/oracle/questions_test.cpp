#include <gtest/gtest.h>

#include "tests/oracle/properties.h"
#include "tests/oracle/property_check.h"

// The smallest questions that decide every undecided result whatever is answered, by brute force over all sets of cells,
// all orders and all answers.

namespace kijun::oracle {
namespace {

TEST(OracleTest, QuestionsAreThoseOfBruteForceOverSetsOfAnswers) { check_property(questions_property()); }

TEST(OracleTest, QuestionsForADozenAnswersAreThoseOfBruteForce) { check_property(dozen_property()); }

}  // namespace
}  // namespace kijun::oracle
