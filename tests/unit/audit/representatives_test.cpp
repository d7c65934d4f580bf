#include "engine/audit/representatives.h"

#include <gmock/gmock.h>

#include <limits>

namespace kijun::audit {
namespace {

using testing::ElementsAre;

TEST(RepresentativesTest, StayInsideTheRangeOfTheirType) {
  constexpr auto kMin = std::numeric_limits<std::int64_t>::min();
  constexpr auto kMax = std::numeric_limits<std::int64_t>::max();
  EXPECT_THAT(representative_ints({kMin, kMax}, false), ElementsAre(kMin, kMin + 1, kMax - 1, kMax));
  EXPECT_THAT(representative_ints({}, false), ElementsAre(-1, 0, 1));
}

}  // namespace
}  // namespace kijun::audit
