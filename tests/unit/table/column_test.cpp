#include "engine/table/column.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kijun::table {
namespace {

using testing::ElementsAre;

TEST(ColumnTest, HoldsAZeroWhereAnAnswerIsMissing) {
  Column column;
  column.reset(FieldType::kEnum, 3);
  column.push_code(2);
  column.push_missing(MissingReason::kBlank);
  column.push_code(1);
  EXPECT_EQ(column.num_rows(), 3U);
  EXPECT_THAT(column.codes, ElementsAre(2U, 0U, 1U));
  EXPECT_THAT(column.missing, ElementsAre(MissingReason::kNone, MissingReason::kBlank, MissingReason::kNone));
}

TEST(ColumnTest, KeepsRowsAlignedForEveryType) {
  for (const FieldType type : {FieldType::kEnum, FieldType::kBool, FieldType::kInt, FieldType::kDouble,
                               FieldType::kDecimal, FieldType::kDate, FieldType::kString, FieldType::kList}) {
    Column column;
    column.reset(type, 2);
    column.push_missing(MissingReason::kWithheld);
    column.push_missing(MissingReason::kAbsent);
    EXPECT_EQ(
        column.codes.size() + column.ints.size() + column.doubles.size() + column.strings.size() + column.lists.size(),
        2U)
        << field_type_id(type);
  }
}

TEST(ColumnTest, ForgetsEarlierRowsWhenReset) {
  Column column;
  column.reset(FieldType::kInt, 1);
  column.push_int(7);
  column.reset(FieldType::kString, 1);
  column.push_string("町");
  EXPECT_THAT(column.ints, ElementsAre());
  EXPECT_THAT(column.strings, ElementsAre("町"));
  EXPECT_EQ(column.num_rows(), 1U);
}

}  // namespace
}  // namespace kijun::table
