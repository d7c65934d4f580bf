#include "reports/model/question_condition.h"

#include <gtest/gtest.h>

namespace kijun::reports {
namespace {

using audit::AnswerRange;
using audit::EarlierAnswers;
using cel::Value;

table::Field field(const char* id, table::FieldType type) {
  table::Field made;
  made.id = id;
  made.type = type;
  return made;
}

table::Vocabulary vocabulary() {
  table::Field council = field("council", table::FieldType::kEnum);
  council.values = {{"established", {"設置済み", "established"}, {"○"}}, {"none", {"未設置", "none"}, {}}};
  return {"fake",
          {},
          {council, field("joint", table::FieldType::kBool), field("number", table::FieldType::kInt),
           field("day", table::FieldType::kDate)}};
}

AnswerRange only(Value value) { return {value, value}; }
AnswerRange between(std::int64_t from, std::int64_t to) { return {Value(from), Value(to)}; }

/// The condition of the fifth question to a record, behind one about each field.
LocalizedText condition(std::vector<EarlierAnswers> only_if) {
  audit::AskedSubject asked;
  for (std::uint32_t index = 0; index < 4; ++index) asked.questions.push_back({{{}, false, index}, {}, {}});
  asked.questions.push_back({{{}, false, 0}, std::move(only_if), {}});
  return condition_text(asked.questions.back(), asked, vocabulary());
}

TEST(QuestionConditionTest, SaysNothingOfAQuestionThatIsAskedInAnyCase) { EXPECT_TRUE(condition({}).empty()); }

TEST(QuestionConditionTest, NamesAnswersAsTheFormDoes) {
  const LocalizedText one = condition({{{0, {only(Value(std::string("established")))}}}});
  EXPECT_EQ(one.ja, "問1で「○ 設置済み」と答えた場合のみ御回答ください。");
  EXPECT_EQ(one.en, "Only if the answer to question 1 is \"○ established\".");
  const LocalizedText two =
      condition({{{0, {only(Value(std::string("established"))), only(Value(std::string("none")))}}}});
  EXPECT_EQ(two.ja, "問1で「○ 設置済み」又は「未設置」と答えた場合のみ御回答ください。");
}

TEST(QuestionConditionTest, PutsSeveralAnswersAndCasesTogether) {
  const EarlierAnswers both{{1, {only(Value(true))}}, {2, {{Value(std::int64_t{3}), {}}}}};
  const LocalizedText text = condition({both, {{1, {only(Value(false))}}}});
  EXPECT_EQ(text.ja, "問2で「はい」、かつ問3で3以上と答えた場合、又は問2で「いいえ」と答えた場合のみ御回答ください。");
  EXPECT_EQ(text.en,
            "Only if the answer to question 2 is \"yes\" and the answer to question 3 is 3 or more, or the answer to "
            "question 2 is \"no\".");
}

TEST(QuestionConditionTest, SaysRangesOfNumbersAndDays) {
  const Value day(*Date::from_ymd(2019, 3, 31));
  EXPECT_EQ(condition({{{2, {between(3, 5)}}}}).ja, "問3で3以上5以下と答えた場合のみ御回答ください。");
  EXPECT_EQ(condition({{{2, {{{}, Value(std::int64_t{0})}}}}}).en, "Only if the answer to question 3 is 0 or less.");
  EXPECT_EQ(condition({{{2, {between(0, 0)}}}}).ja, "問3で0と答えた場合のみ御回答ください。");
  EXPECT_EQ(condition({{{3, {{{}, day}}}}}).ja,
            "問4で2019年3月31日（平成31年3月31日）以前の日と答えた場合のみ御回答ください。");
  EXPECT_EQ(condition({{{3, {{day, {}}}}}}).en, "Only if the answer to question 4 is 31 March 2019 or later.");
}

}  // namespace
}  // namespace kijun::reports
