#include <gtest/gtest.h>

#include "tests/oracle/properties.h"
#include "tests/oracle/property_check.h"

// The naive evaluator against the columnar one: a generated survey and a handful of generated expressions, compiled
// together so that they share instructions, for every subject, however the rows come. Parser and checker are the same
// for both; `sql_test.cpp` has a second opinion.

namespace kijun::oracle {
namespace {

TEST(OracleTest, EvaluatorsAgreeOnEverySubjectHoweverTheRowsCome) { check_property(evaluators_property()); }

}  // namespace
}  // namespace kijun::oracle
