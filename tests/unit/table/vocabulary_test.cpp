#include "engine/table/vocabulary.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace kijun::table {
namespace {

Vocabulary make_vocabulary() {
  Field council;
  council.id = "council";
  council.type = FieldType::kEnum;
  council.kinds = {"municipality", "prefecture"};
  council.values = {{"established", {"設置済み", "established"}, {"○"}}, {"none", {"未設置", "none"}, {"×"}}};
  Field note;
  note.id = "council_note";
  note.kinds = {"zone"};
  return Vocabulary("sample", {"例", "Sample"}, {council, note});
}

TEST(VocabularyTest, FindsFieldsAndValuesById) {
  const Vocabulary vocabulary = make_vocabulary();
  EXPECT_EQ(vocabulary.find("council_note"), FieldIndex{1});
  EXPECT_EQ(vocabulary.find("councils"), std::nullopt);
  EXPECT_EQ(vocabulary.field(0).value_index("none"), 1U);
  EXPECT_EQ(vocabulary.field(0).value_index("×"), std::nullopt);
  EXPECT_THAT(vocabulary.ids(), testing::ElementsAre("council", "council_note"));
}

TEST(VocabularyTest, AppliesAFieldOnlyToItsKinds) {
  const Vocabulary vocabulary = make_vocabulary();
  EXPECT_TRUE(vocabulary.field(0).applies_to("prefecture"));
  EXPECT_FALSE(vocabulary.field(0).applies_to("zone"));
  EXPECT_TRUE(vocabulary.field(1).applies_to("zone"));
}

TEST(VocabularyTest, NamesTypesAndRolesAsTheFileWritesThem) {
  EXPECT_EQ(field_type_id(FieldType::kEnum), "enum");
  EXPECT_EQ(field_type_id(FieldType::kDecimal), "decimal");
  EXPECT_EQ(field_role_id(FieldRole::kReading), "reading");
  EXPECT_EQ(field_role_id(FieldRole::kFact), "fact");
}

}  // namespace
}  // namespace kijun::table
