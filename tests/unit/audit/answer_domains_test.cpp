#include "engine/audit/answer_domains.h"

#include <gmock/gmock.h>

#include "engine/cel/value_text.h"
#include "tests/unit/exec/exec_fixture.h"

namespace kijun::audit {
namespace {

using table::FieldType;

class AnswerDomainsTest : public testing::Test {
 protected:
  AnswerDomainsTest() {
    survey_.vocabulary = table::Vocabulary(
        "test", {},
        {exec::field("b", FieldType::kBool), exec::enum_field("e", {"p", "q"}, false),
         exec::field("n", FieldType::kInt), exec::field("other", FieldType::kInt), exec::field("x", FieldType::kDouble),
         exec::field("k", FieldType::kDecimal), exec::field("d", FieldType::kDate),
         exec::field("s", FieldType::kString), exec::field("l", FieldType::kList)});
    survey_.finish();
    expressions_.add_param("limit", cel::Type::of(cel::TypeKind::kInt), cel::Value(std::int64_t{10}));
  }

  /// The answers to a field as they are printed, "?" behind those that may not be all that matter.
  std::string answers(const std::string& id, const std::string& require) {
    const cel::CheckedExpr* expr = expressions_.check(require);
    EXPECT_NE(expr, nullptr) << expressions_.problems();
    if (expr == nullptr) return {};
    CompiledRule rule;
    rule.require = *expr;
    const cel::EvalContext context = expressions_.context();
    const AnswerDomains domains(rule, context, AnswerDomains::Extent::kAllTypes);
    const AnswerDomain* domain = domains.of({{}, false, *survey_.vocabulary.find(id)});
    if (domain == nullptr) return "none";
    std::string text;
    for (const cel::Value& answer : domain->answers) text += (text.empty() ? "" : " ") + cel::debug_text(answer);
    return text + (domain->is_complete ? "" : " ?");
  }

  exec::MemorySurvey survey_;
  exec::Expressions expressions_{survey_};
};

TEST_F(AnswerDomainsTest, FiniteTypesHaveAllTheirAnswers) {
  EXPECT_EQ(answers("b", "b"), "true false");
  EXPECT_EQ(answers("e", "e == 'p'"), R"("p" "q")");
  EXPECT_EQ(answers("l", "'p' in l"), "none");
}

TEST_F(AnswerDomainsTest, NumbersAndDaysStandAtBetweenAndBeyondTheConstants) {
  EXPECT_EQ(answers("n", "n > 3"), "2 3 4");
  EXPECT_EQ(answers("n", "n > 3 && n <= 4 || 9 == n"), "2 3 4 5 8 9 10");
  EXPECT_EQ(answers("n", "n in [1, 5]"), "0 1 2 4 5 6");
  EXPECT_EQ(answers("n", "n >= params.limit"), "9 10 11");
  EXPECT_EQ(answers("n", "n >= params.limit * 2"), "19 20 21") << "a constant that is worked out";
  EXPECT_EQ(answers("x", "x < 1.0 || x > 2"), "0.75 1.0 1.25 1.75 2.0 2.25") << "a quarter of the gap away";
  EXPECT_EQ(answers("k", "k < 1 || k > decimal('1.1')"), R"("0" "1" "1.05" "1.1" "2.1")");
  EXPECT_EQ(answers("d", "d <= as_of"), "date(2019-03-30) date(2019-03-31) date(2019-04-01)");
}

TEST_F(AnswerDomainsTest, OtherUsesGiveASampleAroundAllConstantsOfTheRule) {
  EXPECT_EQ(answers("n", "n + 1 > 3 ? b : e == 'p'"), "0 1 2 3 4 ?");
  EXPECT_EQ(answers("n", "(b ? n > 3 : b) && n > other"), "2 3 4 ?") << "compared with another cell";
  EXPECT_EQ(answers("other", "(b ? n > 3 : b) && n > other"), "2 3 4 ?");
  EXPECT_EQ(answers("n", "n + 1 > 3"), "none") << "no `?:` hides anything";
  EXPECT_EQ(answers("n", "answered(n) && n > 3"), "2 3 4") << "asking whether there is an answer is no other use";
}

TEST_F(AnswerDomainsTest, TextsShowEveryCombinationOfResultsThereCanBe) {
  EXPECT_EQ(answers("s", "s == 'あ'"), R"("あ" "架空の記載")");
  EXPECT_EQ(answers("s", "s.contains('あ')"), R"("あ" "架空の記載")");
  EXPECT_EQ(answers("s", "(b ? size(s) > 3 : b) || s == 'あ'"), R"("あ" "架空の記載" ?)");
  EXPECT_EQ(answers("s", "b ? s < 'あ' : b"), R"("あ" "架空の記載" ?)") << "what comes before is not looked for";
  // Whatever begins with 設置予定 has 予定 in it, and nothing begins with both.
  for (const char* require :
       {"s.startsWith('設置予定') || s.contains('予定')", "s.startsWith('設') || s.startsWith('予')",
        "s.startsWith('設') && s.contains('予') && s.endsWith('定')"})
    EXPECT_THAT(answers("s", require), testing::StartsWith("\"")) << require;
  EXPECT_THAT(answers("s", "s.matches('^[0-9]{4}$') && s.matches('^20') ? b : e == 'p'"), testing::HasSubstr("?"))
      << "no year is put together from the pieces of these patterns";
}

}  // namespace
}  // namespace kijun::audit
