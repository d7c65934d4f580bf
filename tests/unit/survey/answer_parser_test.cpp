#include "engine/survey/answer_parser.h"

#include <gtest/gtest.h>

#include "engine/survey/cell.h"
#include "tests/unit/survey/survey_support.h"

namespace kijun::survey {
namespace {

using table::FieldType;

std::string parse(FieldType type, std::string_view text, FieldType element = FieldType::kString) {
  table::Field field;
  field.type = type;
  field.element = element;
  field.values = {{"medical", {}, {"医療"}}, {"education", {}, {"教育"}}};
  const bool marks = type == FieldType::kEnum || element == FieldType::kEnum;
  if (!marks) field.values.clear();
  const ParsedAnswer answer = parse_answer(field, default_legend(field), text);
  Cell cell;
  cell.value = answer.value;
  cell.missing = answer.missing;
  return testing::cell_text(cell) + (answer.normalised.empty() ? "" : " <- " + answer.normalised);
}

TEST(AnswerParserTest, TakesWhiteSpaceForNoAnswer) {
  for (const FieldType type :
       {FieldType::kEnum, FieldType::kInt, FieldType::kDate, FieldType::kString, FieldType::kList})
    for (const char* text : {"", " ", "\xE3\x80\x80", "\n\t", "\xC2\xA0"}) EXPECT_EQ(parse(type, text), "(blank)");
}

TEST(AnswerParserTest, ReadsIntegersWithFullWidthDigitsAndCommasButNoUnits) {
  EXPECT_EQ(parse(FieldType::kInt, "12"), "12");
  EXPECT_EQ(parse(FieldType::kInt, "１２"), "12 <- 12");
  EXPECT_EQ(parse(FieldType::kInt, "1,234"), "1234 <- 1234");
  EXPECT_EQ(parse(FieldType::kInt, "-3"), "-3");
  for (const char* text : {"2名", "二名", "約2", "1,23", ",1", "1.5", "1e3", "▲3", "+3", "2 3", "99999999999999999999"})
    EXPECT_EQ(parse(FieldType::kInt, text), "(unreadable)") << text;
}

TEST(AnswerParserTest, ReadsDecimalsWithoutRounding) {
  EXPECT_EQ(parse(FieldType::kDecimal, "1,234.50"), "1234.50 <- 1234.50");
  EXPECT_EQ(parse(FieldType::kDecimal, "１２．３４"), "12.34 <- 12.34");
  EXPECT_EQ(parse(FieldType::kDecimal, "1234567890123456789012345678901234"), "1234567890123456789012345678901234");
  EXPECT_EQ(parse(FieldType::kDecimal, "12345678901234567890123456789012345"), "(unreadable)");
  EXPECT_EQ(parse(FieldType::kDouble, "0.5"), "0.5");
  for (const char* text : {"nan", "inf", "5.", ".5", "1.2.3", "50%"})
    EXPECT_EQ(parse(FieldType::kDouble, text), "(unreadable)") << text;
}

TEST(AnswerParserTest, ReadsDatesAndFiscalYearsAsDays) {
  EXPECT_EQ(parse(FieldType::kDate, "2019-01-24"), "2019-01-24");
  EXPECT_EQ(parse(FieldType::kDate, "平成31年1月24日"), "2019-01-24 <- 2019-01-24");
  EXPECT_EQ(parse(FieldType::kDate, "平成32年度末"), "2021-03-31 <- 2021-03-31");
  EXPECT_EQ(parse(FieldType::kDate, "31年度"), "(unreadable)");
}

TEST(AnswerParserTest, KeepsTextsAsTheyStand) {
  EXPECT_EQ(parse(FieldType::kString, " １名\nを想定 "), " １名\nを想定 ");
}

TEST(AnswerParserTest, ReadsListsOfKnownMarks) {
  EXPECT_EQ(parse(FieldType::kList, "医療、教育", FieldType::kEnum), "medical+education");
  EXPECT_EQ(parse(FieldType::kList, "教育; 医療", FieldType::kEnum), "education+medical");
  EXPECT_EQ(parse(FieldType::kList, "医療、福祉", FieldType::kEnum), "(unreadable)");
  EXPECT_EQ(parse(FieldType::kList, "い,ろ\nは"), "い+ろ+は");
}

TEST(AnswerParserTest, SpeaksOfAMarkReadAsAnother) {
  EXPECT_EQ(parse(FieldType::kBool, "〇"), "true <- ○");
  EXPECT_EQ(parse(FieldType::kBool, "無"), "false");
  EXPECT_EQ(parse(FieldType::kBool, "？"), "(unreadable)");
}

}  // namespace
}  // namespace kijun::survey
