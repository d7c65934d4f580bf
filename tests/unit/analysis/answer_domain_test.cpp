#include "engine/analysis/domain/answer_domain.h"

#include <gmock/gmock.h>

#include "tests/unit/analysis/made_up_rules.h"

namespace kijun::analysis {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::size_t kBudget = 100'000;

AnswerDomain domain_of(const audit::Plan& plan, const audit::CompiledRule& rule, std::size_t budget = kBudget) {
  Reading reading;
  add_rule(plan, rule, reading);
  return {std::move(reading), budget};
}

/// The domain of `require`.
AnswerDomain domain_of(const std::string& require, const std::string& for_each = "municipality") {
  const MadeUpRules rules(MadeUpRules::rule("require = '" + require + "'", "r", for_each));
  EXPECT_TRUE(rules.loaded()) << rules.problems();
  return domain_of(rules.plan(), rules.plan().rules.front());
}

TEST(AnswerDomainTest, OffersEveryValueAndEveryRouteOfAMissingAnswer) {
  const AnswerDomain domain = domain_of("council == \"established\"");
  EXPECT_TRUE(domain.is_exhaustive());
  std::vector<std::string> answers;
  for (std::size_t i = 0; i < domain.size(); ++i) {
    const Answer answer = domain.scene(i).fields.at("council");
    answers.push_back(answer.missing == table::MissingReason::kNone ? *answer.value.as<std::string>()
                                                                    : std::string(table::reason_id(answer.missing)));
  }
  EXPECT_THAT(answers, ElementsAre("established", "planned", "none", "blank", "not_applicable"));
}

TEST(AnswerDomainTest, OffersEveryReasonWhereARuleReadsIt) {
  EXPECT_EQ(domain_of("missing_reason(named) != \"withheld\"").size(), 6U);  // a value, and five reasons
}

TEST(AnswerDomainTest, SplitsNumbersAndDaysAtTheConstants) {
  EXPECT_EQ(domain_of("beds >= 3").size(), 5U);              // 2 3 4, blank, not applicable
  EXPECT_EQ(domain_of("beds >= params.beds").size(), 5U);    // the same constant
  EXPECT_EQ(domain_of("beds >= 3 && beds < 9").size(), 8U);  // 2 3 4 8 9 10
  EXPECT_EQ(domain_of("due <= params.limit").size(), 5U);    // the day, the day before, the day after
  EXPECT_EQ(domain_of("answered(due)").size(), 3U);          // some day
  EXPECT_TRUE(domain_of("due <= params.limit").is_exhaustive());
  EXPECT_TRUE(domain_of("share > 0.5").is_exhaustive());
  EXPECT_TRUE(domain_of("cost > 100").is_exhaustive());
}

TEST(AnswerDomainTest, SaysWhatItsRepresentativesDoNotExhaust) {
  EXPECT_THAT(domain_of("beds * 2 > 5").inexact(), ElementsAre("beds"));
  EXPECT_THAT(domain_of("due.addDays(30) < params.limit").inexact(), ElementsAre("due"));
  EXPECT_THAT(domain_of("zone.members.share(m, m.named) > 0.5").inexact(), testing::Not(IsEmpty()));
}

TEST(AnswerDomainTest, TextsShowEveryCombinationOfTheirTestsOrTheDomainIsInexact) {
  EXPECT_TRUE(domain_of("note.contains(\"予定\") && !note.contains(\"未定\")").is_exhaustive());
  EXPECT_TRUE(domain_of("note.matches(\"令和|平成\")").is_exhaustive());
  EXPECT_TRUE(domain_of("note == \"なし\"").is_exhaustive());
  EXPECT_THAT(domain_of("note.startsWith(\"予定\") && note.contains(\"予\")").inexact(), ElementsAre("note"));
}

TEST(AnswerDomainTest, SetsOfMembersAreAsLargeAsTheQuantifiersNeed) {
  // named: true, false, blank, not applicable; no set but the empty one, sets of one, sets of two.
  EXPECT_EQ(domain_of("zone.members.all(m, m.named)", "zone").size(), 1U + 4U);
  EXPECT_EQ(domain_of("zone.members.all(m, m.named) || zone.members.all(m, !m.named)", "zone").size(), 1U + 4U + 10U);
  EXPECT_EQ(domain_of("size(zone.members) >= 2", "zone").size(), 4U);
  EXPECT_TRUE(domain_of("zone.members.count(m, m.named) >= 2", "zone").is_exhaustive());
}

TEST(AnswerDomainTest, SamplesEvenlyWhatIsBeyondItsBudget) {
  const MadeUpRules rules(MadeUpRules::rule(
      "require = 'council == \"established\" && budget == \"secured\" && named && read && beds > 3 && share > 0.5'"));
  const AnswerDomain domain = domain_of(rules.plan(), rules.plan().rules.front(), 100);
  EXPECT_EQ(domain.size(), 100U);
  EXPECT_EQ(domain.num_combinations(), 5 * 4 * 4 * 3 * 5 * 8);  // shares are split at 3 too
  EXPECT_FALSE(domain.is_complete());
  EXPECT_FALSE(domain.is_exhaustive());
}

TEST(AnswerDomainTest, JudgesAroundEveryDayThatARuleComparesWith) {
  const MadeUpRules rules(MadeUpRules::rule("require = 'named'\ndeadline = 'params.limit'"));
  const AnswerDomain domain = domain_of(rules.plan(), rules.plan().rules.front());
  EXPECT_THAT(domain.days(),
              ElementsAre(*Date::from_ymd(2019, 3, 30), *Date::from_ymd(2019, 3, 31), *Date::from_ymd(2019, 4, 1)));
}

}  // namespace
}  // namespace kijun::analysis
