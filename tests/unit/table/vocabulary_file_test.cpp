#include "engine/table/vocabulary_file.h"

#include <gtest/gtest.h>

namespace kijun::table {
namespace {

constexpr std::string_view kHead = "[vocabulary]\nid = \"demo\"\ntitle = { ja = \"架空\", en = \"demo\" }\n";

class VocabularyFileTest : public testing::Test {
 protected:
  std::optional<Vocabulary> load(std::string_view fields) {
    return load_vocabulary(sources_.add("fields.toml", std::string(kHead) + std::string(fields)), sink_);
  }
  std::string codes() const {
    std::string text;
    for (const diag::Diagnostic& diagnostic : sink_.diagnostics())
      text += (text.empty() ? "" : " ") + std::string(diagnostic.definition->code);
    return text;
  }
  diag::SourceMap sources_;
  diag::Sink sink_;
};

TEST_F(VocabularyFileTest, ReadsAnOrderedEnumWithMarks) {
  const auto vocabulary = load(R"(
[[field]]
id = "council"
label = { ja = "協議の場", en = "Council" }
type = "enum"
role = "declared"
kinds = ["municipality", "prefecture"]
ordered = true
publish = { suppress_below = 10 }
  [[field.value]]
  id = "established"
  label = { ja = "設置済み", en = "established" }
  marks = ["○"]
  [[field.value]]
  id = "none"
  label = { ja = "未設置", en = "none" }
  marks = ["×"]
)");
  ASSERT_TRUE(vocabulary.has_value()) << codes();
  const Field& field = vocabulary->field(0);
  EXPECT_EQ(field.value_index("none"), 1U);
  EXPECT_TRUE(field.ordered);
  EXPECT_TRUE(field.applies_to("prefecture"));
  EXPECT_FALSE(field.applies_to("zone"));
  EXPECT_EQ(field.publish, PublishClass::kSuppressBelow);
  EXPECT_EQ(field.suppress_below, 10);
}

TEST_F(VocabularyFileTest, ANumberSaysWhatItCounts) {
  const auto vocabulary = load(R"(
[[field]]
id = "meetings"
label = { ja = "開催回数", en = "Meetings held" }
type = "int"
unit = { ja = "回", en = "meetings" }
role = "fact"
kinds = ["municipality"]
)");
  ASSERT_TRUE(vocabulary.has_value()) << codes();
  const LocalizedText& unit = vocabulary->field(0).unit;
  EXPECT_EQ(with_unit({"3", "3"}, unit), (LocalizedText{"3回", "3 meetings"}));
  EXPECT_EQ(with_unit({"1", "1"}, unit), (LocalizedText{"1回", "1"}));
  EXPECT_EQ(with_unit({"3", "3"}, {}), (LocalizedText{"3", "3"}));
}

TEST_F(VocabularyFileTest, OnlyANumberHasAUnit) {
  EXPECT_FALSE(load(R"(
[[field]]
id = "council"
label = { ja = "協議の場", en = "Council" }
type = "bool"
unit = { ja = "か所", en = "places" }
role = "fact"
kinds = ["municipality"]
)"));
  EXPECT_EQ(codes(), "KJ1107");
}

TEST_F(VocabularyFileTest, AReadingKnowsItsNoteAndDefault) {
  const auto vocabulary = load(R"(
[[field]]
id = "note"
label = { ja = "備考", en = "Note" }
type = "string"
role = "note"
kinds = ["municipality"]
[[field]]
id = "joint"
label = { ja = "共同", en = "Joint" }
type = "bool"
role = "reading"
kinds = ["municipality"]
reads = "note"
unless_reviewed = false
[[field]]
id = "planned_on"
label = { ja = "予定日", en = "Planned on" }
type = "date"
role = "reading"
kinds = ["municipality"]
reads = "note"
unless_reviewed = "unknown"
)");
  ASSERT_TRUE(vocabulary.has_value()) << codes();
  EXPECT_EQ(std::get<bool>(*vocabulary->field(1).unless_reviewed), false);
  EXPECT_FALSE(vocabulary->field(2).unless_reviewed.has_value());
}

struct WrongField {
  std::string_view name;
  std::string_view fields;
  std::string_view codes;
};

class VocabularyFileMistakes : public VocabularyFileTest, public testing::WithParamInterface<WrongField> {};

TEST_P(VocabularyFileMistakes, AreReported) {
  EXPECT_FALSE(load(GetParam().fields).has_value());
  EXPECT_EQ(codes(), GetParam().codes);
}

#define FIELD(id, type, role)                                                                            \
  "[[field]]\nid = \"" id "\"\nlabel = { ja = \"項\", en = \"f\" }\ntype = \"" type "\"\nrole = \"" role \
  "\"\nkinds = [\"municipality\"]\n"

INSTANTIATE_TEST_SUITE_P(
    Table, VocabularyFileMistakes,
    testing::Values(WrongField{"Duplicate", FIELD("a", "bool", "fact") FIELD("a", "bool", "fact"), "KJ1101"},
                    WrongField{"ReservedId", FIELD("zone", "bool", "fact"), "KJ1102"},
                    WrongField{"UpperCaseId", FIELD("Council", "bool", "fact"), "KJ1102"},
                    WrongField{"EnumWithoutValues", FIELD("a", "enum", "fact"), "KJ1106"},
                    WrongField{"BoolWithValues",
                               FIELD("a", "bool",
                                     "fact") "  [[field.value]]\n  id = \"x\"\n  label = { ja = \"一\", en = \"x\" }\n",
                               "KJ1106"},
                    WrongField{"MarkTwice",
                               FIELD("a", "enum", "fact") "  [[field.value]]\n  id = \"x\"\n  label = { ja = \"一\", "
                                                          "en = \"x\" }\n  marks = [\"○\", \"○\"]\n",
                               "KJ1103"},
                    WrongField{"ReadsNothing", FIELD("a", "bool", "reading"), "KJ1104"},
                    WrongField{"WrongDefault",
                               FIELD("n", "string", "note")
                                   FIELD("a", "bool", "reading") "reads = \"n\"\nunless_reviewed = \"perhaps\"\n",
                               "KJ1105"},
                    WrongField{"UnknownType", FIELD("a", "number", "fact"), "KJ1006"}),
    [](const testing::TestParamInfo<WrongField>& wrong) { return std::string(wrong.param.name); });

#undef FIELD

}  // namespace
}  // namespace kijun::table
