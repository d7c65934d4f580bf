#include "engine/audit/rules_lock.h"

#include <gtest/gtest.h>

namespace kijun::audit {
namespace {

const Date kStart = *Date::from_ymd(2018, 4, 1);
const Date kAmended = *Date::from_ymd(2020, 1, 1);

RulesLock sample() {
  return {"0.1",
          "demo 1.0.0",
          {"shared 2.1.0"},
          "f1",
          {{"demo-1", kStart, {{"a", "m1", "t1"}, {"b", "m2", "t2"}}}, {"demo-1", kAmended, {{"a", "m3", "t1"}}}}};
}

std::optional<RulesLock> read(const std::string& text, diag::SourceMap& sources, diag::Sink& sink) {
  return read_lock(sources.add("kijun.lock", text), sink);
}

TEST(RulesLockTest, ReadsWhatItWrote) {
  diag::SourceMap sources;
  diag::Sink sink;
  const RulesLock lock = sample();
  const auto again = read(lock_text(lock), sources, sink);
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->tool, "0.1");
  EXPECT_EQ(again->pack, "demo 1.0.0");
  EXPECT_EQ(again->extended, lock.extended);
  EXPECT_EQ(again->states.size(), 2U);
  EXPECT_EQ(again->states[1].from, kAmended);
  EXPECT_EQ(again->states[0].rules, lock.states[0].rules);
  EXPECT_EQ(lock_text(*again), lock_text(lock));
}

TEST(RulesLockTest, RefusesAFileThatIsNoLock) {
  for (const std::string text : {"", "[lock]\nformat = 1\n", "[lock", "[lock]\nformat = 1\nkijun = 2\n"}) {
    diag::SourceMap sources;
    diag::Sink sink;
    EXPECT_FALSE(read(text, sources, sink).has_value()) << text;
    EXPECT_TRUE(sink.has_errors()) << text;
  }
}

TEST(RulesLockTest, TellsApartWhatChanged) {
  RulesLock now = sample();
  now.states[0].rules = {{"a", "m1", "t9"}, {"b", "m9", "t9"}, {"c", "m4", "t4"}};
  now.states[1].rules = {};
  const LockDifference difference = compare_locks(sample(), now);
  ASSERT_EQ(difference.states.size(), 2U);
  EXPECT_EQ(difference.states[0].reworded, std::vector<std::string>{"a"});
  EXPECT_EQ(difference.states[0].changed, std::vector<std::string>{"b"});
  EXPECT_EQ(difference.states[0].added, std::vector<std::string>{"c"});
  EXPECT_EQ(difference.states[1].removed, std::vector<std::string>{"a"});
  EXPECT_TRUE(difference.changes_meaning());
}

TEST(RulesLockTest, ARewordingIsNoChangeOfMeaning) {
  RulesLock now = sample();
  now.states[0].rules[0].texts = "t9";
  const LockDifference difference = compare_locks(sample(), now);
  ASSERT_EQ(difference.states.size(), 1U);
  EXPECT_FALSE(difference.changes_meaning());
  EXPECT_TRUE(compare_locks(sample(), sample()).states.empty());
}

TEST(RulesLockTest, StatesAndFieldsCountAsMeaning) {
  RulesLock fewer = sample();
  fewer.states.pop_back();
  EXPECT_TRUE(compare_locks(sample(), fewer).changes_meaning());
  EXPECT_TRUE(compare_locks(fewer, sample()).changes_meaning());
  RulesLock other_fields = sample();
  other_fields.fields = "f2";
  EXPECT_TRUE(compare_locks(sample(), other_fields).changes_meaning());
}

TEST(RulesLockTest, ComparesAPlanWithTheStateInForce) {
  Plan plan;
  plan.ruleset.id = "demo-1";
  EXPECT_EQ(compare_plan(sample(), plan, *Date::from_ymd(2019, 3, 31)).removed, (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(compare_plan(sample(), plan, kAmended).removed, std::vector<std::string>{"a"});
  EXPECT_EQ(compare_plan(sample(), plan, *Date::from_ymd(2017, 1, 1)).from, kStart);
  plan.ruleset.id = "demo-2";
  EXPECT_TRUE(compare_plan(sample(), plan, kStart).whole);
}

TEST(RulesLockTest, HoldsForTheVersionsThatDifferInTheLastNumber) {
  EXPECT_EQ(tool_range("0.1.0"), "0.1");
  EXPECT_EQ(tool_range("12.34.56"), "12.34");
}

}  // namespace
}  // namespace kijun::audit
