#include "engine/audit/requirement/requirement.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>

#include "tests/unit/audit/small_audit.h"

namespace kijun::audit {
namespace {

constexpr std::string_view kRequiredNames = R"(
[params]
limit = { value = 2019-03-31, description = { ja = "設置の期限", en = "Target date" } }
[[condition]]
id = "in_place"
for_each = "record"
expr = 'council == "established"'
description = { ja = "設置済みと回答している。", en = "The council is answered as established." }
[[condition]]
id = "excepted"
for_each = "record"
expr = 'bodies.exists(b, b.confirmed)'
description = { ja = "特例を満たす。", en = "The exception is met." }
[[condition]]
id = "met"
for_each = "record"
expr = 'in_place || excepted'
description = { ja = "設置済みか特例を満たす。", en = "Established, or the exception is met." }
[[condition]]
id = "bad"
for_each = "record"
expr = 'council == "none" && plan'
description = { ja = "未設置で計画がある。", en = "There is a plan and no council." }
)";

/// Answers that the form does not ask: 東市 has one bed and is due a year late.
constexpr std::string_view kGiven = R"(
[[decision]]
kind = "attestation"
subject = "992011"
field = "beds"
value = 1
reason = { ja = "架空", en = "made up" }
source = "telephone"
by = "架空"
when = 2019-03-10
[[decision]]
kind = "attestation"
subject = "992011"
field = "due"
value = 2020-03-31
reason = { ja = "架空", en = "made up" }
source = "telephone"
by = "架空"
when = 2019-03-10
)";

class RequirementTest : public testing::Test {
 protected:
  /// What a rule with this condition requires of a subject.
  Requirement of(std::string_view require, std::string_view subject, std::string_view for_each = "municipality",
                 std::string_view more = {}) {
    SmallAudit audit;
    audit.decide(std::string(kGiven));
    run_ =
        audit.run(fmt::format("{}\n[[rule]]\nid = \"r\"\ntitle = {{ ja = \"題\", en = \"Title\" }}\n"
                              "topic = \"council\"\nactor = \"municipality\"\nkind = \"policy\"\n"
                              "for_each = \"{}\"\nseverity = \"error\"\n{}\nrequire = '''{}'''\n",
                              kRequiredNames, for_each, more, require));
    if (run_->model == nullptr) {
      ADD_FAILURE() << run_->codes() << ' ' << require;
      return {};
    }
    const RuleColumn& column = run_->model->columns().front();
    for (std::size_t position = 0; position < column.size(); ++position)
      if (run_->model->subject(column.subject(position)).name.name.ja == subject)
        return run_->model->requirement(0, position);
    ADD_FAILURE() << subject;
    return {};
  }

  /// "required｜measured｜gap" of each clause, a line each; the bound in brackets.
  std::string ja(std::string_view require, std::string_view subject, std::string_view for_each = "municipality") {
    const Requirement requirement = of(require, subject, for_each);
    std::string text = requirement.is_any ? "any\n" : "";
    for (const RequiredClause& clause : requirement.clauses)
      text += fmt::format("{}{}｜{}{}\n", clause.required.ja, clause.bound.empty() ? "" : "[" + clause.bound.ja + "]",
                          clause.measured.ja, clause.gap ? "｜" + clause.gap->text.ja : "");
    return text;
  }

 private:
  std::unique_ptr<AuditRun> run_;
};

TEST_F(RequirementTest, NamesWhatAnAnswerHasToBeBesideWhatItIs) {
  const Requirement requirement = of(R"(council == "established")", "西市");
  ASSERT_EQ(requirement.clauses.size(), 1U);
  const RequiredClause& clause = requirement.clauses.front();
  EXPECT_EQ(clause.required.ja, "協議の場が「設置済み」であること");
  EXPECT_EQ(clause.required.en, R"("Council" is "established")");
  EXPECT_EQ(clause.measured.ja, "「×」未設置");
  EXPECT_EQ(clause.measured.en, "「×」 none");
  EXPECT_EQ(clause.field, "council");
  EXPECT_EQ(clause.relation, "==");
  EXPECT_EQ(clause.limit, "established");
  EXPECT_EQ(clause.value, "none");
  EXPECT_EQ(clause.state, cel::State::kFalse);
  EXPECT_FALSE(clause.gap);
}

TEST_F(RequirementTest, SaysWhyNothingWasFound) {
  EXPECT_EQ(ja(R"(council == "established")", "南市"), "協議の場が「設置済み」であること｜無回答\n");
  EXPECT_EQ(of(R"(council == "established")", "南市").clauses.front().state, cel::State::kUnknown);
  EXPECT_EQ(ja("beds >= 1", "西市"), "床数が1床以上であること｜設問なし\n");
}

TEST_F(RequirementTest, GivesTheGapOfNumbersAndDates) {
  EXPECT_EQ(ja("beds >= 3", "東市"), "床数が3床以上であること｜1床｜2床不足\n");
  EXPECT_EQ(ja("3 <= beds", "東市"), "床数が3床以上であること｜1床｜2床不足\n");
  EXPECT_EQ(ja("!(beds < 3)", "東市"), "床数が3床未満でないこと｜1床｜2床不足\n");
  EXPECT_EQ(ja("due <= params.limit", "東市"),
            "予定が「設置の期限」以前であること[2019年3月31日（平成31年3月31日）]"
            "｜2020年3月31日（令和2年3月31日）｜12か月超過\n");
  EXPECT_EQ(ja(R"(due <= date("2019-03-31"))", "東市"),
            "予定が2019年3月31日（平成31年3月31日）以前であること｜2020年3月31日（令和2年3月31日）｜12か月超過\n");
  EXPECT_EQ(ja("!answered(beds)", "東市"), "床数の回答がないこと｜1床\n");
  const RequiredClause clause = of("!(beds < 3)", "東市").clauses.front();
  EXPECT_EQ(clause.relation, ">=");
  EXPECT_EQ(clause.limit, "3");
  EXPECT_EQ(clause.value, "1");
  EXPECT_EQ(clause.required.en, R"("Beds" is not less than 3 beds)");
  EXPECT_EQ(clause.measured.en, "1");
  EXPECT_EQ(clause.gap->text.en, "2 beds short");
  EXPECT_EQ(clause.gap->number, "2");
  EXPECT_EQ(clause.gap->unit, "床");
}

TEST_F(RequirementTest, ListsOfAConjunctionWhatFailsAndOfADisjunctionAll) {
  EXPECT_EQ(ja(R"(council == "established" && plan)", "西市"), "協議の場が「設置済み」であること｜「×」未設置\n");
  EXPECT_EQ(ja(R"(council == "established" && beds >= 3 && plan)", "東市"), "床数が3床以上であること｜1床｜2床不足\n");
  EXPECT_EQ(ja(R"(council == "established" || beds >= 3)", "西市"),
            "any\n協議の場が「設置済み」であること｜「×」未設置\n床数が3床以上であること｜設問なし\n");
  // Of several that are each required, those that are not met.
  EXPECT_EQ(ja(R"(council == "established" && !plan && joint)", "西市"),
            "協議の場が「設置済み」であること｜「×」未設置\n計画が「いいえ」であること｜「○」はい\n"
            "共同が「はい」であること｜いいえ\n");
}

TEST_F(RequirementTest, ListsWhatMakesAResultPass) {
  EXPECT_EQ(ja(R"(council == "established" || beds >= 3)", "東市"),
            "協議の場が「設置済み」であること｜「○」設置済み\n");
  EXPECT_EQ(ja("beds >= 1 && plan", "東市"), "床数が1床以上であること｜1床\n計画が「はい」であること｜「○」はい\n");
}

TEST_F(RequirementTest, TakesAnswersThatWouldDoTogether) {
  EXPECT_EQ(ja(R"(council == "established" || council == "none")", "南市"),
            "協議の場が「設置済み」又は「未設置」であること｜無回答\n");
  EXPECT_EQ(ja(R"(council != "established" && council != "none")", "西市"),
            "協議の場が「設置済み」でも「未設置」でもないこと｜「×」未設置\n");
  const RequiredClause clause = of(R"(council in ["established", "none"])", "南市").clauses.front();
  EXPECT_EQ(clause.relation, "in");
  EXPECT_EQ(clause.limit, "established;none");
}

TEST_F(RequirementTest, OpensNamedConditionsDownToComparisonsAndQuotesTheOthers) {
  EXPECT_EQ(ja("in_place", "西市"), "協議の場が「設置済み」であること｜「×」未設置\n");
  EXPECT_EQ(ja("met", "西市"),
            "any\n協議の場が「設置済み」であること｜「×」未設置\n「特例を満たす」に該当すること｜該当しない\n");
  EXPECT_EQ(ja("!bad", "西市"), "「未設置で計画がある」に該当しないこと｜協議の場 「×」未設置、計画 「○」はい\n");
}

TEST_F(RequirementTest, CountsMembers) {
  EXPECT_EQ(ja(R"(zone.members.all(m, m.council == "established"))", "全域", "zone"),
            "当該圏域の構成市町村のすべてが、協議の場が「設置済み」であるものであること｜1～2（3のうち）\n");
  EXPECT_EQ(ja(R"(zone.members.count(m, answered(m.council)) >= 3)", "全域", "zone"),
            "当該圏域の構成市町村のうち、協議の場の回答があるものの数が3以上であること｜2（3のうち）｜1不足\n");
  EXPECT_EQ(ja(R"(zone.members.share(m, answered(m.council)) >= 0.9)", "全域", "zone"),
            "当該圏域の構成市町村のうち、協議の場の回答があるものの割合が0.9以上であること"
            "｜66.7%（3のうち2）｜23.3ポイント不足\n");
  EXPECT_EQ(of(R"(zone.members.count(m, answered(m.council)) >= 3)", "全域", "zone").clauses.front().value, "2");
}

TEST_F(RequirementTest, OfANoteOnlyWhetherThereIsOne) {
  EXPECT_EQ(ja(R"(missing_reason(note) != "blank")", "西市"), "備考の回答状況が「無回答」でないこと｜無回答\n");
}

TEST_F(RequirementTest, IsNoneWhereNothingIsMeasured) {
  EXPECT_TRUE(of("plan", "西市", "municipality", "when = 'council == \"established\"'").empty());
  EXPECT_TRUE(of("plan", "西市", "municipality",
                 R"(judgeable = { expr = 'council == "established"', reason = { ja = "架空", en = "made up" } })")
                  .empty());
}

}  // namespace
}  // namespace kijun::audit
