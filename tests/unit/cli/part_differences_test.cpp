#include "engine/cli/verify/part_differences.h"

#include <gtest/gtest.h>

namespace kijun::cli {
namespace {

std::vector<std::string> texts(const std::vector<Difference>& differences) {
  std::vector<std::string> made;
  for (const Difference& each : differences) made.push_back(each.text.en);
  return made;
}

TEST(PartDifferencesTest, RulesAreNamedWithWhatBecameOfThem) {
  const std::vector<audit::Meaning> recorded{
      {"same", "m1", "t1"}, {"stricter", "m2", "t2"}, {"reworded", "m3", "t3"}, {"gone", "m4", "t4"}};
  const std::vector<audit::Meaning> now{
      {"stricter", "m9", "t9"}, {"reworded", "m3", "t9"}, {"same", "m1", "t1"}, {"new", "m5", "t5"}};
  const std::vector<std::string> expected{"stricter: its meaning has changed", "reworded: only its wording has changed",
                                          "new: it was added", "gone: it is gone"};
  EXPECT_EQ(texts(compare_rules(recorded, now)), expected);
  EXPECT_TRUE(compare_rules(recorded, recorded).empty());
}

}  // namespace
}  // namespace kijun::cli
