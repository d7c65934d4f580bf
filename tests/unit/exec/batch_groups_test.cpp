#include "engine/exec/batch_groups.h"

#include <gtest/gtest.h>

namespace kijun::exec {
namespace {

using table::kNoGroup;

TEST(BatchGroupsTest, CountsOnlyMunicipalitiesAsMembers) {
  const std::vector<std::uint32_t> groups{2, kNoGroup, 0, 2};
  StatePlanes others(4);
  others.set(3, cel::State::kTrue);
  BatchGroups batch;
  batch.show(groups, &others);
  EXPECT_EQ(batch.members(0), 0b0101U);
  EXPECT_EQ(batch.group_of(3), 2U);  // belongs to it all the same
  std::vector<std::uint32_t> visited;
  batch.each_membership(0, batch.members(0), [&](std::uint32_t group, std::size_t) { visited.push_back(group); });
  EXPECT_EQ(visited, (std::vector<std::uint32_t>{2, 0}));
}

TEST(BatchGroupsTest, VisitsEveryGroupOfARecordWithSeveral) {
  table::Grouping grouping;
  grouping.members = {{0, 2}, {2}};
  const Membership table(grouping, 3);
  BatchGroups batch;
  batch.show(table, 1, 2);
  EXPECT_EQ(batch.members(0), 0b10U);
  std::vector<std::uint32_t> visited;
  batch.each_membership(0, batch.members(0), [&](std::uint32_t group, std::size_t) { visited.push_back(group); });
  EXPECT_EQ(visited, (std::vector<std::uint32_t>{0, 1}));
}

TEST(BatchGroupsTest, StoredGroupsGiveBackTheCodesHoweverManyGroupsThereAre) {
  for (const std::size_t num_groups : {3U, 65'534U, 65'535U, 100'000U}) {
    const auto last = static_cast<std::uint32_t>(num_groups - 1);
    StoredGroups stored(5, num_groups);
    stored.write(1, std::vector<std::uint32_t>{last, kNoGroup, 0});
    std::vector<std::uint32_t> back(2);
    stored.read(1, back);
    EXPECT_EQ(back, (std::vector<std::uint32_t>{last, kNoGroup})) << num_groups;
  }
}

}  // namespace
}  // namespace kijun::exec
