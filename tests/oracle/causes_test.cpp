#include <gtest/gtest.h>

#include "tests/oracle/properties.h"
#include "tests/oracle/property_check.h"

// Minimal causes as the definition has them (design section 4), by brute force over completions on small domains.

namespace kijun::oracle {
namespace {

TEST(OracleTest, CausesAreThoseOfBruteForceOverCompletions) { check_property(causes_property()); }

}  // namespace
}  // namespace kijun::oracle
