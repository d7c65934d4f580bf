#include "engine/cel/type.h"

#include <gtest/gtest.h>

namespace kijun::cel {
namespace {

TEST(TypeTest, NotationReadsBackWhatItWrites) {
  for (const char* text : {"int", "null_type", "list(list(dyn))", "map(string, optional_type(int))", "type(bool)",
                           "tuple($T, uint, $U)", "date", "duration"}) {
    EXPECT_EQ(to_string(parse_type(text)), text);
  }
}

TEST(TypeTest, NotationNamesKindsAndParameters) {
  EXPECT_EQ(parse_type("map(string, int)"), Type::map(Type::of(TypeKind::kString), Type::of(TypeKind::kInt)));
  EXPECT_EQ(parse_type("$T"), Type::param("T"));
  EXPECT_EQ(parse_type("tuple(int)"), Type::abstract("tuple", {Type::of(TypeKind::kInt)}));
}

TEST(TypeTest, FieldTypesFollowTheVocabulary) {
  table::Field field;
  field.id = "council";
  field.type = table::FieldType::kEnum;
  EXPECT_EQ(to_string(field_type(field)), "enum council");
  field.type = table::FieldType::kList;
  field.element = table::FieldType::kEnum;
  EXPECT_EQ(to_string(field_type(field)), "list(enum council)");
  field.element = table::FieldType::kDate;
  EXPECT_EQ(to_string(field_type(field)), "list(date)");
}

TEST(TypeTest, EnumsOfDifferentFieldsAreDifferentTypes) {
  const table::Field one;
  const table::Field other;
  EXPECT_EQ(Type::enumeration(one), Type::enumeration(one));
  EXPECT_FALSE(Type::enumeration(one) == Type::enumeration(other));
  EXPECT_FALSE(Type::group_of(0) == Type::group_of(1));
}

}  // namespace
}  // namespace kijun::cel
