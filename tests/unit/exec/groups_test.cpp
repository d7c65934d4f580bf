#include "tests/unit/exec/exec_fixture.h"

namespace kijun::exec {
namespace {

using cel::Value;
using table::FieldType;
using table::MissingReason;

constexpr table::SpaceId kZones = table::group_space(table::kZoneGroup);
constexpr table::SpaceId kBodies = table::group_space(table::kBodyGroup);
constexpr table::SpaceId kSurvey = table::group_space(table::kSurveyGroup);

/// Seven towns and the prefecture. `has` and `n` by row: T 1, F 2, U blank, T 4, F 5, N n/a, T 0; the prefecture T 9.
/// Zones: west 0 1 2, east 3 4, hills 5 6, empty. Bodies: a = 0 3 (confirmed), b = 1 2 (not), c = none (blank).
/// The prefecture is of body a without being a member.
class GroupsTest : public testing::Test {
 protected:
  GroupsTest() {
    const std::vector<std::string> everywhere{"municipality", "prefecture"};
    survey_.vocabulary = table::Vocabulary(
        "test", {},
        {field("has", FieldType::kBool, everywhere), field("n", FieldType::kInt, everywhere),
         field("share_of", FieldType::kDouble, everywhere), field("quota", FieldType::kInt, {"zone"})});
    add_town(answer(Value(true)), number(1), answer(Value(0.1)));
    add_town(answer(Value(false)), number(2), answer(Value(0.2)));
    add_town(kBlankCell, kBlankCell, answer(Value(0.3)));
    add_town(answer(Value(true)), number(4), answer(Value(1e100)));
    add_town(answer(Value(false)), number(5), answer(Value(-1e100)));
    add_town(kNotApplicableCell, kNotApplicableCell, answer(Value(2.5)));
    add_town(answer(Value(true)), number(0), answer(Value(-2.5)));
    survey_.rows.push_back(
        {{"prefecture", "140007", {"架空県", "Kakuu"}}, {answer(Value(true)), number(9), answer(Value(7.0))}, {}});
    survey_.groups_by_kind.resize(3);
    const MemoryCell absent = no_answer(MissingReason::kAbsent);
    add_group(0, "west", {0, 1, 2}, {absent, absent, absent, number(2)}, {});
    add_group(0, "east", {3, 4}, {absent, absent, absent, number(1)}, {});
    add_group(0, "hills", {5, 6}, {}, {});
    add_group(0, "empty", {}, {absent, absent, absent, number(0)}, {});
    add_group(1, "a", {0, 3}, {}, {answer(Value(true))});
    add_group(1, "b", {1, 2}, {}, {answer(Value(false))});
    add_group(1, "c", {}, {}, {kBlankCell});
    survey_.groups_by_kind[1][0].associates = {7};
    add_group(2, "survey", {0, 1, 2, 3, 4, 5, 6}, {}, {});
    survey_.finish();
    expressions_.add_param("x", cel::Type::of(cel::TypeKind::kInt), Value(std::int64_t{3}));
  }

  static MemoryCell number(std::int64_t value) { return answer(Value(value)); }
  void add_town(MemoryCell has, MemoryCell n, MemoryCell share_of) {
    survey_.rows.push_back(
        town(static_cast<std::uint32_t>(survey_.rows.size()), {std::move(has), std::move(n), std::move(share_of)}));
  }
  void add_group(std::size_t kind, std::string code, std::vector<std::uint32_t> members, std::vector<MemoryCell> cells,
                 std::vector<MemoryCell> attributes) {
    survey_.groups_by_kind[kind].push_back({{survey_.kinds[kind].id, code, {code, code}},
                                            std::move(members),
                                            {},
                                            std::move(cells),
                                            std::move(attributes)});
  }
  /// The results, after checking that kernels gave them.
  std::string in(table::SpaceId space, const std::string& text) {
    std::string all = results(survey_, expressions_, text, space);
    EXPECT_EQ(expressions_.num_fallback_nodes(), 0U) << text;
    return all;
  }

  MemorySurvey survey_;
  Expressions expressions_{survey_};
};

TEST_F(GroupsTest, QuantifiersFoldTheStatesOfMembers) {
  EXPECT_EQ(in(kZones, "zone.members.all(m, m.has)"), "F F N T");
  EXPECT_EQ(in(kZones, "zone.members.exists(m, m.has)"), "T T T F");
  EXPECT_EQ(in(kZones, "zone.members.exists_one(m, m.has)"), "U T N F");
  EXPECT_EQ(in(kZones, "zone.members.all(m, 1 / m.n >= 0)"), "U T N T");
}

TEST_F(GroupsTest, CountsAreBoundsOnlyInComparisons) {
  EXPECT_EQ(in(kZones, "zone.members.count(m, m.has)"), "U 1 N 0");
  EXPECT_EQ(in(kZones, "zone.members.count(m, m.has) >= 1"), "T T N F");
  EXPECT_EQ(in(kZones, "zone.members.count(m, m.has) >= 2"), "U F N F");
  EXPECT_EQ(in(kZones, "zone.members.count(m, m.has) > 2"), "F F N F");
  EXPECT_EQ(in(kZones, "zone.members.count(m, m.has) == 3"), "F F N F");
  EXPECT_EQ(in(kZones, "1 <= zone.members.count(m, m.has)"), "T T N F");
  EXPECT_EQ(in(kZones, "zone.members.count(m, m.has) < zone.members.count(m, !m.has)"), "U F N F");
  EXPECT_EQ(in(kZones, "zone.members.count(m, m.has) <= quota"), "T T N T");
}

TEST_F(GroupsTest, SharesCompareAsExactFractions) {
  EXPECT_EQ(in(kZones, "zone.members.share(m, m.has)"), "U 0.5 N U");
  EXPECT_EQ(in(kZones, "zone.members.share(m, m.has) >= 0.5"), "U T N U");
  EXPECT_EQ(in(kZones, "zone.members.share(m, m.has) < 0.7"), "T T N U");
  EXPECT_EQ(in(kSurvey, "survey.members.filter(m, answered(m.has)).share(m, m.has) == 0.6"), "T");
}

TEST_F(GroupsTest, SumsAndExtremesAreStrict) {
  EXPECT_EQ(in(kZones, "zone.members.sum(m, m.n)"), "U 9 N 0");
  EXPECT_EQ(in(kZones, "zone.members.min(m, m.n)"), "U 4 N U");
  EXPECT_EQ(in(kZones, "zone.members.max(m, m.n)"), "U 5 N U");
  EXPECT_EQ(in(kZones, "zone.members.avg(m, m.n)"), "U 4.5 N U");
  EXPECT_EQ(in(kZones, "zone.members.distinct(m, m.has)"), "U 2 N 0");
  EXPECT_EQ(in(kZones, "zone.members.distinct(m, 1)"), "1 1 1 0");
}

TEST_F(GroupsTest, SumsOfDoublesAreExactWhateverTheBatches) {
  EXPECT_EQ(in(kSurvey, "survey.members.sum(m, m.share_of) == 0.6"), "T");
  EXPECT_EQ(in(kSurvey, "survey.members.min(m, m.share_of) == -1e100"), "T");
}

TEST_F(GroupsTest, SizesCountEveryMember) {
  EXPECT_EQ(in(kZones, "size(zone.members)"), "3 2 2 0");
  EXPECT_EQ(in(kZones, "zone.members.filter(m, answered(m.has)).size()"), "2 2 1 0");
  EXPECT_EQ(in(kZones, "size(zone.members.filter(m, m.has))"), "U 1 N 0");
}

TEST_F(GroupsTest, FiltersLeaveNoListWhenTheyAreUndecided) {
  EXPECT_EQ(in(kZones, "zone.members.filter(m, m.has).exists(m, m.n == 4)"), "U T N F");
  EXPECT_EQ(in(kZones, "zone.members.filter(m, answered(m.n)).filter(m, m.n > 1).all(m, m.has)"), "F F T T");
  EXPECT_EQ(in(kZones, "zone.members.filter(m, m.has).filter(m, 1 / m.n == 1).all(m, true)"), "U T N T");
}

TEST_F(GroupsTest, RecordsReadTheirGroup) {
  EXPECT_EQ(in(table::kRecordSpace, "zone.quota"), "2 2 2 1 1 U U N");
  EXPECT_EQ(in(table::kRecordSpace, "answered(zone.quota)"), "T T T T T F F F");
  EXPECT_EQ(in(table::kRecordSpace, "zone.id == \"west\""), "T T T F F F F N");
  EXPECT_EQ(in(table::kRecordSpace, "has || zone.members.exists(m, m.has)"), "T T T T T T T T");
  EXPECT_EQ(in(table::kRecordSpace, "zone.members.count(m, m.has) >= 2"), "U U U F F N N N");
  EXPECT_EQ(in(table::kRecordSpace, "n == zone.members.max(m, m.n)"), "U U U F T N N N");
}

TEST_F(GroupsTest, RecordsReduceTheirBodies) {
  EXPECT_EQ(in(table::kRecordSpace, "bodies.exists(b, b.confirmed)"), "T F F T F F F T");
  EXPECT_EQ(in(table::kRecordSpace, "bodies.all(b, b.confirmed)"), "T F F T T T T T");
  EXPECT_EQ(in(table::kRecordSpace, "size(bodies)"), "1 1 1 1 0 0 0 1");
  EXPECT_EQ(in(table::kRecordSpace, "bodies.filter(b, b.confirmed).size()"), "1 0 0 1 0 0 0 1");
  EXPECT_EQ(in(table::kRecordSpace, "bodies.count(b, b.members.exists(m, m.n == 4)) == 1"), "T U U T F F F T");
  EXPECT_EQ(in(table::kRecordSpace, "bodies.share(b, b.confirmed) > 0.5"), "T F F T U U U T");
}

TEST_F(GroupsTest, SweepsNestAsDeepAsTheyAreWritten) {
  // Of a body: does some member lie in a zone of which some member has a body with a member whose n is 4?
  EXPECT_EQ(in(kBodies,
               "body.members.exists(m, m.zone.members.exists(k, k.bodies.exists(b, b.members.exists(q, q.n == 4))))"),
            "T T F");
  const cel::CheckedExpr* expr = expressions_.check(
      "body.members.exists(m, m.zone.members.exists(k, k.bodies.exists(b, b.members.exists(q, q.n == 4))))", kBodies);
  ASSERT_NE(expr, nullptr);
  const Program program = expressions_.program_of({expr, kBodies, ""});
  EXPECT_EQ(program.code().phases.back().stage, 2);
}

TEST_F(GroupsTest, ConditionsOfMembersAndGroupsAreReadLikeFields) {
  expressions_.add_condition("small", "n < 3");
  expressions_.add_condition("busy", "zone.members.exists(m, m.small && m.has)", kZones);
  EXPECT_EQ(in(table::kRecordSpace, "small && zone.busy"), "T T U F F N T F");
  EXPECT_EQ(in(kZones, "zone.busy"), "T F T F");
}

TEST_F(GroupsTest, ConstantsInsideLambdasKeepTheirOwnVariables) {
  EXPECT_EQ(in(kZones, "zone.members.exists(m, cel.bind(v, params.x, v > 2))"), "T T T F");
  EXPECT_EQ(in(kZones, "zone.members.all(m, [1, 2].exists(x, x > 2))"), "F F F T");
}

}  // namespace
}  // namespace kijun::exec
