#include "engine/table/group.h"

#include <gtest/gtest.h>

namespace kijun::table {
namespace {

TEST(GroupTest, NumbersTheStandardKindsAsTheirConstantsSay) {
  const std::vector<GroupKind> kinds = standard_group_kinds();
  ASSERT_EQ(kinds.size(), 3U);
  EXPECT_EQ(kinds[kZoneGroup].id, "zone");
  EXPECT_EQ(kinds[kBodyGroup].id, "body");
  EXPECT_EQ(kinds[kSurveyGroup].id, "survey");
  EXPECT_EQ(kinds[kBodyGroup].handle, "bodies");
  EXPECT_TRUE(kinds[kBodyGroup].many);
  EXPECT_FALSE(kinds[kZoneGroup].many);
}

TEST(GroupTest, PlacesBodyAttributesAsTheirConstantsSay) {
  const std::vector<GroupAttribute> attributes = standard_group_kinds()[kBodyGroup].attributes;
  ASSERT_EQ(attributes.size(), 4U);
  EXPECT_EQ(attributes[kBodyConfirmed].id, "confirmed");
  EXPECT_EQ(attributes[kBodyConfirmed].type, FieldType::kBool);
  EXPECT_EQ(attributes[kBodyPrefectureInvolved].id, "prefecture_involved");
  EXPECT_EQ(attributes[kBodyAgreementDate].type, FieldType::kDate);
  EXPECT_EQ(attributes[kBodySecretariat].type, FieldType::kString);
}

}  // namespace
}  // namespace kijun::table
