#include <gtest/gtest.h>

#include <string_view>

#include "tests/unit/cel/eval_support.h"

namespace kijun::cel {
namespace {

/// Quantifiers and aggregates over the members of a zone. A zone is written as one letter per town, for what the
/// predicate `kPredicate` ends in there; its towns are coded by letter and position (T0, U1 …).
class AggregateTest : public ProfileEvalTest {
 protected:
  static constexpr std::string_view kPredicate = "1 / m.zero == 1 && m.flag";

  RecordRef add_zone(std::string_view letters) {
    std::vector<RecordRef> towns;
    for (const char letter : letters) {
      const RecordRef town = world_.add(std::string(1, letter) + std::to_string(towns.size()));
      world_.set(town, "zero", Value(std::int64_t{letter == 'E' ? 0 : 1}));
      if (letter == 'T' || letter == 'E') world_.set(town, "flag", Value(true));
      if (letter == 'F') world_.set(town, "flag", Value(false));
      if (letter == 'N') world_.set_missing(town, "flag", table::MissingReason::kNotApplicable);
      towns.push_back(town);
    }
    return world_.add_group(table::kZoneGroup, "z" + std::string(letters), towns);
  }

  /// Evaluates `zone.members.<macro>(m, predicate)<rest>`.
  std::string over(std::string_view letters, const std::string& macro, const std::string& rest = {}) {
    return eval("zone.members." + macro + "(m, " + std::string(kPredicate) + ")" + rest, add_zone(letters));
  }

  /// The state only: T, F, U, E, N, or the value.
  std::string state(std::string_view letters, const std::string& macro, const std::string& rest = {}) {
    const std::string text = over(letters, macro, rest);
    if (text == "true") return "T";
    if (text == "false") return "F";
    if (text.starts_with("unknown")) return "U";
    if (text.starts_with("error")) return "E";
    return text.starts_with("not_applicable") ? "N" : text;
  }
};

struct QuantifierRow {
  std::string_view letters;
  std::string_view all;
  std::string_view exists;
  std::string_view exists_one;
};

// Typed from design section 4: all and exists fold like && and ||, exists_one is strict.
constexpr QuantifierRow kQuantifiers[] = {
    {"", "T", "F", "F"},     {"T", "T", "T", "T"},   {"F", "F", "F", "F"},  {"U", "U", "U", "U"},
    {"E", "E", "E", "E"},    {"N", "N", "N", "N"},   {"TT", "T", "T", "F"}, {"TF", "F", "T", "T"},
    {"FT", "F", "T", "T"},   {"TU", "U", "T", "U"},  {"UT", "U", "T", "U"}, {"FU", "F", "U", "U"},
    {"UF", "F", "U", "U"},   {"TE", "E", "T", "E"},  {"ET", "E", "T", "E"}, {"FE", "F", "E", "E"},
    {"EF", "F", "E", "E"},   {"TN", "N", "T", "N"},  {"NT", "N", "T", "N"}, {"FN", "F", "N", "N"},
    {"NF", "F", "N", "N"},   {"UE", "U", "U", "E"},  {"EU", "U", "U", "E"}, {"UN", "N", "N", "N"},
    {"NU", "N", "N", "N"},   {"EN", "N", "N", "E"},  {"NE", "N", "N", "E"}, {"UENF", "F", "N", "E"},
    {"UENT", "N", "T", "E"}, {"TTU", "U", "T", "U"},
};

TEST_F(AggregateTest, FollowsTheTableOfQuantifiers) {
  for (const QuantifierRow& row : kQuantifiers) {
    EXPECT_EQ(state(row.letters, "all"), row.all) << row.letters;
    EXPECT_EQ(state(row.letters, "exists"), row.exists) << row.letters;
    EXPECT_EQ(state(row.letters, "exists_one"), row.exists_one) << row.letters;
  }
}

struct ListRow {
  std::string_view letters;
  std::string_view map_size;
  std::string_view filter_size;
  std::string_view count;
  std::string_view share;
};

// map, filter, count and share: error, then not applicable, then unknown.
constexpr ListRow kLists[] = {
    {"", "0", "0", "0", "U"},    {"TFT", "3", "2", "2", "0.6666666666666666"},
    {"F", "1", "0", "0", "0.0"}, {"U", "U", "U", "U", "U"},
    {"TU", "U", "U", "U", "U"},  {"TE", "E", "E", "E", "E"},
    {"TN", "N", "N", "N", "N"},  {"UE", "E", "E", "E", "E"},
    {"UN", "N", "N", "N", "N"},  {"EN", "E", "E", "E", "E"},
    {"NE", "E", "E", "E", "E"},
};

TEST_F(AggregateTest, FollowsTheTableOfListsAndCounts) {
  for (const ListRow& row : kLists) {
    EXPECT_EQ(state(row.letters, "map", ".size()"), row.map_size) << row.letters;
    EXPECT_EQ(state(row.letters, "filter", ".size()"), row.filter_size) << row.letters;
    EXPECT_EQ(state(row.letters, "count"), row.count) << row.letters;
    EXPECT_EQ(state(row.letters, "share"), row.share) << row.letters;
  }
}

struct ComparisonRow {
  std::string_view letters;
  const char* macro;
  const char* comparison;
  std::string_view expected;
};

constexpr ComparisonRow kComparisons[] = {
    {"TTU", "count", " >= 2", "T"},     {"TTU", "count", " >= 3", "U"},     {"TTU", "count", " >= 4", "F"},
    {"TTU", "count", " == 1", "F"},     {"TTU", "count", " == 2", "U"},     {"TTU", "count", " != 1", "T"},
    {"TTU", "count", " < 4", "T"},      {"TTU", "count", " <= 2", "U"},     {"TTU", "count", " > 3", "F"},
    {"TTF", "count", " == 2", "T"},     {"UU", "count", " >= 0", "T"},      {"UU", "count", " < 0", "F"},
    {"TUE", "count", " >= 0", "E"},     {"TUN", "count", " >= 0", "N"},     {"", "count", " == 0", "T"},
    {"TTU", "share", " >= 0.6", "T"},   {"TTU", "share", " > 0.7", "U"},    {"TTU", "share", " == 0.5", "F"},
    {"TUU", "share", " == 0.5", "F"},   {"TUU", "share", " == 1.0", "U"},   {"TTTTF", "share", " >= 0.8", "T"},
    {"TTTTF", "share", " == 0.8", "T"}, {"TTTTF", "share", " <= 0.8", "T"}, {"", "share", " >= 0.0", "U"},
    {"TF", "share", " == 0.5", "T"},    {"TU", "share", " >= 0.5", "T"},    {"TU", "share", " + 0.0 >= 0.5", "U"},
};

TEST_F(AggregateTest, DecidesComparisonsWithBoundsWhenBothEndsAgree) {
  for (const ComparisonRow& row : kComparisons) {
    EXPECT_EQ(state(row.letters, row.macro, row.comparison), row.expected)
        << row.letters << " " << row.macro << row.comparison;
  }
}

TEST_F(AggregateTest, ReadsBoundsOnTheRightToo) {
  const RecordRef zone = add_zone("TTU");
  EXPECT_EQ(eval("2 <= zone.members.count(m, m.flag)", zone), "true");
  EXPECT_EQ(eval("4 <= zone.members.count(m, m.flag)", zone), "false");
  EXPECT_EQ(eval("zone.members.count(m, m.flag) > zone.members.count(m, !m.flag)", zone), "true");
  EXPECT_EQ(eval("zone.members.count(m, m.flag) >= size(zone.members)", zone), "unknown(flag@U2:blank)");
}

TEST_F(AggregateTest, NamesTheUndecidedMembersAsCauses) {
  EXPECT_EQ(over("TUFU", "count", " >= 2"), "unknown(flag@U1:blank flag@U3:blank)");
  EXPECT_EQ(over("TUFU", "count", " >= 1"), "true");
  EXPECT_EQ(over("TUFU", "all"), "false");
  EXPECT_EQ(over("TUTU", "all"), "unknown(flag@U1:blank flag@U3:blank)");
  EXPECT_EQ(over("TUNU", "all"), "not_applicable(flag@N2:not_applicable)");
  EXPECT_EQ(over("TNT", "count", " >= 1"), "not_applicable(flag@N1:not_applicable)");
}

TEST_F(AggregateTest, MergesBoundsWithAnOperandThatIsUnknown) {
  const RecordRef zone = add_zone("TU");
  EXPECT_EQ(eval("zone.members.exists(k, zone.members.count(m, m.flag) >= k.beds)", zone),
            "unknown(beds@T0:blank flag@U1:blank beds@U1:blank)");
}

TEST_F(AggregateTest, SumsAnswersExactly) {
  const RecordRef zone = add_zone("TTT");
  const std::vector<RecordRef> towns = world_.members(zone);
  const double rates[] = {0.1, 0.2, 0.3};
  for (std::size_t i = 0; i < 3; ++i) {
    world_.set(towns[i], "rate", Value(rates[i]));
    world_.set(towns[i], "beds", Value(static_cast<std::int64_t>(3 - i % 2)));
    world_.set(towns[i], "planned_date", Value(*Date::from_ymd(2019, 1, 3U - static_cast<unsigned>(i))));
  }
  EXPECT_EQ(eval("zone.members.sum(m, m.rate)", zone), "0.6");
  EXPECT_EQ(eval("zone.members.sum(m, m.beds)", zone), "8");
  EXPECT_EQ(eval("zone.members.avg(m, m.beds)", zone), "2.6666666666666665");
  EXPECT_EQ(eval("zone.members.min(m, m.beds)", zone), "2");
  EXPECT_EQ(eval("zone.members.max(m, m.rate)", zone), "0.3");
  EXPECT_EQ(eval("zone.members.min(m, m.planned_date)", zone), "date(2019-01-01)");
  EXPECT_EQ(eval("zone.members.distinct(m, m.beds)", zone), "2");
  EXPECT_EQ(eval("zone.members.sum(m, m.beds + 9223372036854775800)", zone), "error(overflow)");
}

TEST_F(AggregateTest, LeavesAggregatesOverUnknownElementsUnknown) {
  const RecordRef zone = add_zone("TTT");
  const std::vector<RecordRef> towns = world_.members(zone);
  world_.set(towns[0], "beds", Value(std::int64_t{1}));
  for (const char* macro : {"sum", "min", "max", "avg", "distinct"}) {
    EXPECT_EQ(eval("zone.members." + std::string(macro) + "(m, m.beds)", zone), "unknown(beds@T1:blank beds@T2:blank)")
        << macro;
  }
  EXPECT_EQ(eval("zone.members.filter(m, answered(m.beds)).sum(m, m.beds)", zone), "1");
  world_.set_missing(towns[1], "beds", table::MissingReason::kNotApplicable);
  EXPECT_EQ(eval("zone.members.sum(m, m.beds)", zone), "not_applicable(beds@T1:not_applicable)");
  EXPECT_EQ(eval("zone.members.max(m, m.beds / m.zero / 0)", zone), "error(division_by_zero)");
}

TEST_F(AggregateTest, GivesEmptyGroupsZeroOrTheirReason) {
  const RecordRef zone = add_zone("");
  EXPECT_EQ(eval("zone.members.sum(m, m.beds)", zone), "0");
  EXPECT_EQ(eval("zone.members.sum(m, m.rate)", zone), "0.0");
  EXPECT_EQ(eval("zone.members.count(m, m.flag)", zone), "0");
  EXPECT_EQ(eval("zone.members.distinct(m, m.beds)", zone), "0");
  for (const char* macro : {"min", "max", "avg"}) {
    EXPECT_EQ(eval("zone.members." + std::string(macro) + "(m, m.beds)", zone), "unknown(@z:empty_group)") << macro;
  }
  EXPECT_EQ(eval("zone.members.share(m, m.flag) > 0.5", zone), "unknown(@z:empty_group)");
  const RecordRef full = add_zone("TT");
  EXPECT_EQ(eval("zone.members.filter(m, !m.flag).max(m, m.beds)", full), "unknown(@zTT:empty_group)");
}

TEST_F(AggregateTest, SumsDecimalsExactly) {
  const RecordRef zone = add_zone("TTT");
  const std::vector<RecordRef> towns = world_.members(zone);
  // In 34 digits, the first two alone would already lose the 1.
  const char* const costs[] = {"9999999999999999999999999999999999", "0.1", "-9999999999999999999999999999999999"};
  for (std::size_t i = 0; i < 3; ++i) world_.set(towns[i], "cost", Value(std::string(costs[i])));
  EXPECT_EQ(eval("zone.members.sum(m, m.cost)", zone), "decimal(0.1)");
  EXPECT_EQ(eval("zone.members.min(m, m.cost)", zone), "decimal(-9999999999999999999999999999999999)");
  EXPECT_EQ(eval("zone.members.max(m, m.cost)", zone), "decimal(9999999999999999999999999999999999)");
  EXPECT_EQ(eval("zone.members.avg(m, m.cost)", zone), "decimal(0.03333333333333333333333333333333333)");
  EXPECT_EQ(eval("zone.members.distinct(m, m.cost)", zone), "3");
  world_.set(towns[0], "cost", Value(std::string("1.0")));
  world_.set(towns[2], "cost", Value(std::string("1.00")));
  EXPECT_EQ(eval("zone.members.distinct(m, m.cost)", zone), "2");
  EXPECT_EQ(eval("zone.members.sum(m, m.cost) == 2.1", zone), "true");
  EXPECT_EQ(eval("zone.members.avg(m, m.cost)", zone), "decimal(0.7)");
  EXPECT_EQ(eval("zone.members.filter(m, m.cost > 5).sum(m, m.cost)", zone), "decimal(0)");
  EXPECT_EQ(eval("zone.members.filter(m, m.cost > 5).avg(m, m.cost)", zone), "unknown(@zTTT:empty_group)");
  world_.set(towns[1], "cost", Value(std::string("9e6144")));
  world_.set(towns[2], "cost", Value(std::string("9e6144")));
  EXPECT_EQ(eval("zone.members.sum(m, m.cost)", zone), "error(overflow)");
  EXPECT_EQ(eval("zone.members.avg(m, m.cost)", zone), "error(overflow)");
}

TEST_F(AggregateTest, SumsUintsAsUints) {
  EXPECT_EQ(eval("[1u, 2u, 4u].sum(n, n)"), "7u");
  EXPECT_EQ(eval("[1u, 2u, 4u].avg(n, n)"), "2.3333333333333335");
  EXPECT_EQ(eval("[18446744073709551615u].sum(n, n)"), "18446744073709551615u");
  EXPECT_EQ(eval("[18446744073709551615u, 1u].sum(n, n)"), "error(overflow)");
  EXPECT_EQ(eval("[18446744073709551615u, 1u].avg(n, n)"), "9223372036854775808.0");
  EXPECT_EQ(eval("[3u, 1u].min(n, n) + [3u, 1u].max(n, n)"), "4u");
  EXPECT_EQ(eval("zone.members.sum(m, uint(m.zero))", add_zone("")), "0u");
}

// Integers beyond 2^63 in between do not matter, only the end result does; doubles lose nothing to cancellation.
TEST_F(AggregateTest, RoundsASumOnceAtTheEnd) {
  EXPECT_EQ(eval("[9223372036854775807, 1, -1].sum(n, n)"), "9223372036854775807");
  EXPECT_EQ(eval("[9223372036854775807, 1].sum(n, n)"), "error(overflow)");
  EXPECT_EQ(eval("[9223372036854775807, 9223372036854775807].avg(n, n)"), "9223372036854775808.0");
  EXPECT_EQ(eval("[1e100, 1.0, -1e100].sum(x, x)"), "1.0");
  EXPECT_EQ(eval("[0.1, 0.2, 0.3, 0.4].sum(x, x)"), "1.0");
}

// The fraction itself is compared, not a double near it: 1 of 3 is neither 0.3333333333333333 nor less.
TEST_F(AggregateTest, ComparesSharesAsFractions) {
  const RecordRef third = add_zone("TFF");
  EXPECT_EQ(eval("zone.members.share(m, m.flag) > 0.3333333333333333", third), "true");
  EXPECT_EQ(eval("zone.members.share(m, m.flag) == 0.3333333333333333", third), "false");
  EXPECT_EQ(eval("zone.members.share(m, m.flag) == zone.members.share(m, m.flag)", third), "true");
  EXPECT_EQ(eval("zone.members.share(m, m.flag) * 3.0 == 1.0", third), "true");
}

}  // namespace
}  // namespace kijun::cel
