#include "engine/cel/cell_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kijun::cel {
namespace {

using testing::ElementsAre;

CellRef cell(std::uint32_t row, std::uint32_t field = 0) { return {{0, {table::kRecordSpace, row}}, false, field}; }

CellRef attribute_of_zone(std::uint32_t zone) { return {{0, {table::group_space(0), zone}}, true, 0}; }

CellList list_of(const std::vector<CellRef>& cells, std::size_t max_first = CellList::kAll) {
  CellList list(max_first);
  for (const CellRef& each : cells) list.add(each);
  return list;
}

std::shared_ptr<const CellList> shared(const std::vector<CellRef>& cells, std::size_t max_first = CellList::kAll) {
  return CellList::share(list_of(cells, max_first));
}

TEST(CellListTest, CountsACellOnceAndListsItWhereItWasReadFirst) {
  const CellList list = list_of({cell(5), cell(2), cell(5), cell(2, 1), attribute_of_zone(2), cell(2)});
  EXPECT_EQ(list.size(), 4U);
  EXPECT_THAT(list.first(), ElementsAre(cell(5), cell(2), cell(2, 1), attribute_of_zone(2)));
}

TEST(CellListTest, TellsCellsOfOtherSurveysAndAttributesApart) {
  const CellList list = list_of({cell(2)});
  EXPECT_TRUE(list.contains(cell(2)));
  EXPECT_FALSE(list.contains(cell(3)));
  EXPECT_FALSE(list.contains({{1, {table::kRecordSpace, 2}}, false, 0}));
  EXPECT_FALSE(list.contains({{0, {table::group_space(0), 2}}, false, 0}));
  EXPECT_FALSE(list.contains({{0, {table::kRecordSpace, 2}}, true, 0}));
}

TEST(CellListTest, ListsOnlyTheFirstAndCountsAll) {
  const CellList list = list_of({cell(5), cell(4), cell(3)}, 2);
  EXPECT_EQ(list.size(), 3U);
  EXPECT_THAT(list.first(), ElementsAre(cell(5), cell(4)));
  EXPECT_TRUE(list.contains(cell(3)));
}

TEST(CellListTest, CountsWhatItSharesOnlyWhereItIsNew) {
  CellList list = list_of({cell(3), cell(9, 1)});
  list.add(shared({cell(1), cell(3), cell(5)}));
  EXPECT_EQ(list.size(), 4U);
  EXPECT_THAT(list.first(), ElementsAre(cell(3), cell(9, 1), cell(1), cell(5)));
  list.add(cell(5));
  EXPECT_EQ(list.size(), 4U);
  list.add(shared({cell(5), cell(6), cell(9, 1), cell(9, 2)}));
  EXPECT_EQ(list.size(), 6U);
  EXPECT_THAT(list.first(), ElementsAre(cell(3), cell(9, 1), cell(1), cell(5), cell(6), cell(9, 2)));
}

TEST(CellListTest, CountsLongSharedListsAsShortOnes) {
  std::vector<CellRef> even;
  std::vector<CellRef> threefold;
  for (std::uint32_t i = 0; i < 300; ++i) even.push_back(cell(2 * i));
  for (std::uint32_t i = 0; i < 200; ++i) threefold.push_back(cell(3 * i));
  CellList list = list_of({cell(4), cell(5)});
  list.add(shared(even));
  EXPECT_EQ(list.size(), 301U);
  list.add(shared(threefold));
  EXPECT_EQ(list.size(), 401U);  // 0, 6, 12 … 594 were there
}

TEST(CellListTest, ASharedListAddsNothingTwice) {
  CellList list;
  const auto cells = shared({cell(1), cell(2)});
  list.add(cells);
  list.add(cells);
  EXPECT_EQ(list.size(), 2U);
  EXPECT_EQ(list.shared().size(), 1U);
}

TEST(CellListTest, SharingKeepsWhatTheListHadFromOthers) {
  CellList list = list_of({cell(7)}, 2);
  list.add(shared({cell(7), cell(8), cell(9)}, 2));
  const auto made = CellList::share(std::move(list));
  EXPECT_EQ(made->size(), 3U);
  EXPECT_THAT(made->first(), ElementsAre(cell(7), cell(8)));
  EXPECT_TRUE(made->contains(cell(9)));
  EXPECT_TRUE(made->shared().empty());
  EXPECT_TRUE(made->any_own([](const CellRef& each) { return each == cell(9); }));
  EXPECT_FALSE(made->any_own([](const CellRef& each) { return each == cell(6); }));
}

}  // namespace
}  // namespace kijun::cel
