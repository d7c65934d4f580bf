#include "engine/audit/excluded_members.h"

#include <gtest/gtest.h>

#include "tests/unit/audit/small_audit.h"

namespace kijun::audit {
namespace {

/// What a rule about the whole survey leaves out: 東市 answers, 西市 has no plan, 南市 has answered nothing.
std::size_t excluded_by(const std::string& require, const std::string& more = "") {
  SmallAudit small;
  small.answer("架空県,,,\n東市,○,○,\n西市,×,,\n南市,,,\n");
  const auto run =
      small.run(more +
                "[[rule]]\nid = \"r\"\ntitle = { ja = \"題\", en = \"title\" }\ntopic = \"council\"\n"
                "actor = \"municipality\"\nkind = \"policy\"\nfor_each = \"survey\"\nseverity = \"error\"\n"
                "require = '''" +
                require + "'''\n");
  if (run->model == nullptr) {
    ADD_FAILURE() << run->codes();
    return 0;
  }
  return run->model->detail(0, 0).num_excluded;
}

TEST(ExcludedMembersTest, CountsWhoGaveNoAnswer) {
  EXPECT_EQ(excluded_by("survey.members.filter(m, answered(m.plan)).count(m, m.plan) >= 1"), 2U);
  EXPECT_EQ(excluded_by("survey.members.filter(m, answered(m.council)).all(m, m.council == 'established')"), 1U);
}

TEST(ExcludedMembersTest, CountsNobodyWhomAnAnswerWouldNotBringIn) {
  // 西市 is left out for its answer, not for the lack of one; 南市 for the lack of it.
  EXPECT_EQ(excluded_by("survey.members.filter(m, m.council == 'established').count(m, m.plan) >= 1"), 0U);
  EXPECT_EQ(excluded_by("survey.members.filter(m, m.code != '992020' && answered(m.plan)).count(m, m.plan) >= 1"), 1U);
  EXPECT_EQ(excluded_by("survey.members.count(m, answered(m.plan)) >= 1"), 0U);
}

TEST(ExcludedMembersTest, CountsEachOnceWhereverItIsLeftOut) {
  EXPECT_EQ(excluded_by("survey.members.filter(m, answered(m.plan)).count(m, m.plan) >= 1 && "
                        "survey.members.filter(m, answered(m.council)).size() >= 1"),
            2U);
}

TEST(ExcludedMembersTest, LooksThroughNamedConditions) {
  EXPECT_EQ(excluded_by("some_plan",
                        "[[condition]]\nid = \"some_plan\"\nfor_each = \"survey\"\n"
                        "expr = 'survey.members.filter(m, answered(m.plan)).exists(m, m.plan)'\n"),
            2U);
}

}  // namespace
}  // namespace kijun::audit
