#include "engine/audit/compare/comparison.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <memory>

namespace kijun::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ResultState state_of(char letter) {
  using policy::Severity;
  switch (letter) {
    case 'n':
      return {Outcome::kNotApplicable, Severity::kError, Verdict::kNotApplicable};
    case 'u':
      return {Outcome::kUnknown, Severity::kError, Verdict::kUndecided};
    case 'w':
      return {Outcome::kFail, Severity::kWarning, Verdict::kNotYetDue};
    case 'e':
      return {Outcome::kFail, Severity::kError, Verdict::kUnmet};
    default:
      return {Outcome::kPass, Severity::kError, Verdict::kMet};
  }
}

TableSubject municipality(const std::string& code, const std::string& zone = "north") {
  return {{"municipality", code, {code, code}}, zone, true, true};
}

/// One rule and one municipality in all eight corners: a letter each, '-' where the rule is not there. The index of a
/// corner has bit 0 for new data, bit 1 for new rules and bit 2 for the new date.
class EightRuns {
 public:
  explicit EightRuns(const std::string& letters) {
    for (std::size_t corner = 0; corner < kNumCorners; ++corner) {
      ResultTable& table = tables_[corner];
      const std::size_t subject = table.add_subject(municipality("992011"));
      if (letters[corner] == '-') {
        corners_.tables[corner] = &table;
        continue;
      }
      const std::size_t rule = table.add_rule({"r", "", {}, {"題", "title"}, false});
      table.add_result(rule, subject, state_of(letters[corner]));
      corners_.tables[corner] = &table;
    }
    corners_.has_split = true;
  }

  /// "resolved by data rules", "unchanged" or "nothing".
  [[nodiscard]] std::string result() const {
    const Comparison made = compare_runs(corners_, {});
    if (made.changes.empty()) return count_of(made.counts, ChangeClass::kUnchanged) > 0 ? "unchanged" : "nothing";
    const FindingChange& change = made.changes.front();
    std::string text = std::string(change_class_id(change.change)) + " by";
    for (const Input input : {Input::kData, Input::kRules, Input::kDate})
      if (has(change.by, input)) text += " " + std::string(input_id(input));
    EXPECT_EQ(made.num_combined, change.by.none() ? 1U : 0U);
    return change.by.none() ? text + " combined" : text;
  }

 private:
  std::array<ResultTable, kNumCorners> tables_;
  Corners corners_;
};

TEST(ComparisonTest, NamesEveryInputWhoseLoneReplacementChangesTheResult) {
  struct Case {
    const char* name;
    const char* letters;
    const char* expected;
  };
  const Case cases[] = {
      // corners:             0dr(dr)t...
      {"data alone", "epepepep", "resolved by data"},
      {"rules alone", "eeppeepp", "resolved by rules"},
      {"date alone", "wwwweeee", "fallen_due by date"},
      {"data or rules, either would do", "epppeppp", "resolved by data rules"},
      {"data and rules, both are needed", "eeepeeep", "resolved by data rules"},
      {"all three are needed", "eeeeeeep", "resolved by data rules date"},
      {"two of three, whichever", "eeepeppp", "resolved by combined"},
      {"nothing changes", "eeeeeeee", "unchanged"},
      {"nothing is found at either end", "pupupupn", "nothing"},
      {"a rule is added and fails", "--ee--ee", "new by rules"},
      {"a rule is added and is met", "--pp--pp", "nothing"},
      {"a rule is taken out", "ee--ee--", "resolved by rules"},
      {"a promised day passes under a rule that is added", "--nn--ee", "fallen_due by rules date"},
      {"a later deadline makes it milder", "eeeewwww", "improved by date"},
      {"worse by data, while the date changes nothing", "pepepepe", "new by data"},
      {"worse by data, though the date alone would make it milder", "wewepepe", "worsened by data date"},
      {"from failing to unknown", "eueueueu", "no_longer_decided by data"},
  };
  for (const Case& each : cases) EXPECT_EQ(EightRuns(each.letters).result(), each.expected) << each.name;
}

/// Two tables of one rule; every municipality fails in both.
struct TwoYears {
  ResultTable before;
  ResultTable after;
  Corners corners;

  TwoYears(const std::vector<std::string>& old_codes, const std::vector<std::string>& new_codes) {
    before.head.fiscal_year = 2018;
    after.head.fiscal_year = 2021;
    fill(before, old_codes);
    fill(after, new_codes);
    corners.tables[kOldCorner] = &before;
    corners.tables[kNewCorner] = &after;
  }

  static void fill(ResultTable& table, const std::vector<std::string>& codes) {
    const std::size_t rule = table.add_rule({"r", "", {}, {"題", "title"}, false});
    for (const std::string& code : codes) table.add_result(rule, table.add_subject(municipality(code)), state_of('e'));
  }

  /// "old=new" of every pair, then "-old" and "+new" of those without one.
  [[nodiscard]] std::vector<std::string> pairs(const std::vector<SeriesJoin>& joins) const {
    const Comparison made = compare_runs(corners, joins);
    std::vector<std::string> texts;
    for (const SubjectPair& pair : made.subjects)
      texts.push_back(before.subjects()[*pair.before].name.code + "=" + after.subjects()[*pair.after].name.code);
    for (const LoneSubject& lone : made.lone) {
      texts.push_back((lone.is_new ? "+" : "-") + lone.name.code);
      EXPECT_EQ(lone.num_findings, 1U);
    }
    EXPECT_EQ(count_of(made.counts, ChangeClass::kUnchanged), made.subjects.size());
    return texts;
  }
};

SeriesJoin join(const std::string& later, const std::vector<std::string>& earlier, bool compares) {
  SeriesJoin made{{"city", later, {later, later}}, "before", {}, compares};
  for (const std::string& code : earlier) made.predecessors.push_back({"town", code, {code, code}});
  return made;
}

TEST(ComparisonTest, PairsMunicipalitiesByCode) {
  EXPECT_THAT(TwoYears({"1", "2"}, {"2", "1"}).pairs({}), ElementsAre("2=2", "1=1"));
}

TEST(ComparisonTest, PairsANewCodeWithTheOldOne) {
  EXPECT_THAT(TwoYears({"1", "2"}, {"1", "3"}).pairs({join("3", {"2"}, true)}), ElementsAre("1=1", "2=3"));
}

TEST(ComparisonTest, ComparesNobodyOfAMerger) {
  // 2 took in 3 and kept its code: its own old answers are of another place.
  EXPECT_THAT(TwoYears({"1", "2", "3"}, {"1", "2"}).pairs({join("2", {"3"}, false)}),
              ElementsAre("1=1", "+2", "-2", "-3"));
}

TEST(ComparisonTest, ComparesNobodyOfASplit) {
  EXPECT_THAT(TwoYears({"1", "2"}, {"1", "3", "4"}).pairs({join("3", {"2"}, false), join("4", {"2"}, false)}),
              ElementsAre("1=1", "+3", "+4", "-2"));
}

TEST(ComparisonTest, JoinsBackwardsToo) {
  TwoYears years({"1", "3"}, {"1", "2"});
  years.before.head.fiscal_year = 2024;
  EXPECT_THAT(years.pairs({join("3", {"2"}, true)}), ElementsAre("1=1", "3=2"));
}

TEST(ComparisonTest, AGroupThatOneSideDoesNotAskAboutIsNewThere) {
  TwoYears years({"1"}, {"1"});
  const TableSubject body{{"body", "north-council", {"北部協議会", "North"}}, "", false, false};
  years.after.add_result(years.after.add_rule({"b", "", {}, {}, false}), years.after.add_subject(body), state_of('e'));
  share_groups(years.before, years.after);
  const Comparison made = compare_runs(years.corners, {});
  EXPECT_THAT(made.lone, IsEmpty());
  EXPECT_EQ(count_of(made.counts, ChangeClass::kNew), 1U);
}

TEST(ComparisonTest, AZoneThatIsGoneIsComparedWithNothing) {
  const auto zone = [](const std::string& id) { return TableSubject{{"zone", id, {id, id}}, id, false, false}; };
  TwoYears years({"1"}, {"1"});
  years.before.add_result(0, years.before.add_subject(zone("west")), state_of('e'));
  years.after.add_subject(zone("north"));
  share_groups(years.before, years.after);
  const Comparison made = compare_runs(years.corners, {});
  ASSERT_EQ(made.lone.size(), 2U);
  EXPECT_EQ(made.lone[1].name.code, "west");
  EXPECT_EQ(made.lone[1].num_findings, 1U);
}

TEST(ComparisonTest, PairsARenamedRuleThroughItsAlias) {
  ResultTable before;
  ResultTable after;
  before.add_result(before.add_rule({"old.id", "", {}, {}, false}), before.add_subject(municipality("1")),
                    state_of('w'));
  after.add_result(after.add_rule({"new.id", "", {"old.id"}, {}, false}), after.add_subject(municipality("1")),
                   state_of('e'));
  Corners corners;
  corners.tables[kOldCorner] = &before;
  corners.tables[kNewCorner] = &after;
  const Comparison made = compare_runs(corners, {});
  ASSERT_EQ(made.rules.size(), 1U);
  ASSERT_EQ(made.changes.size(), 1U);
  EXPECT_EQ(made.changes.front().change, ChangeClass::kWorsened);
  EXPECT_TRUE(made.changes.front().by.none());  // without a split nothing is guessed
  EXPECT_EQ(made.num_combined, 0U);
}

TEST(ComparisonTest, CountsByRuleAndSubject) {
  TwoYears years({"1", "2"}, {"1", "2"});
  years.after.add_result(0, 1, state_of('p'));
  const Comparison made = compare_runs(years.corners, {});
  EXPECT_EQ(count_of(made.counts, ChangeClass::kResolved), 1U);
  EXPECT_EQ(count_of(made.rules[0].counts, ChangeClass::kResolved), 1U);
  EXPECT_EQ(count_of(made.by_subject[0], ChangeClass::kUnchanged), 1U);
  EXPECT_EQ(count_of(made.by_subject[1], ChangeClass::kResolved), 1U);
  EXPECT_THAT(made.lone, IsEmpty());
}

TEST(ComparisonTest, HashesTellWhichInputsDiffer) {
  TableHead one;
  hash_inputs({{"answers", "a"}, {"decisions", "b"}, {"ruleset", "c"}, {"vocabulary", "d"}}, "1.0", one);
  TableHead other = one;
  EXPECT_TRUE(differing_inputs(one, other).none());
  other.as_of = *Date::parse_iso("2019-04-01");
  EXPECT_EQ(differing_inputs(one, other), Inputs(0b100));
  hash_inputs({{"answers", "a"}, {"decisions", "x"}, {"ruleset", "c"}, {"vocabulary", "d"}}, "1.0", other);
  EXPECT_EQ(differing_inputs(one, other), Inputs(0b101));
  hash_inputs({{"answers", "a"}, {"decisions", "b"}, {"ruleset", "c"}, {"vocabulary", "d"}}, "1.1", other);
  EXPECT_EQ(differing_inputs(one, other), Inputs(0b110));  // another tool may judge otherwise
}

}  // namespace
}  // namespace kijun::audit
