#include "engine/audit/listing.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>

namespace kijun::audit {
namespace {

using policy::Severity;
using testing::ElementsAre;
using testing::IsEmpty;

/// A column written down: per subject `p` pass, `f` fail, `c` fail in the rule's case (an error, which gates), `u`
/// unknown, `n` not applicable, `-` not asked.
class Written {
 public:
  explicit Written(std::string_view outcomes, bool reversed = false) {
    rule_.id = "r";
    rule_.verdict.severity = Severity::kNotice;
    rule_.cases.resize(1);
    rule_.cases[0].verdict.severity = Severity::kError;
    std::vector<std::uint32_t> asked;
    ColumnParts parts;
    parts.decisions = DecisionPlanes(outcomes.size());
    parts.cases = {BitPlane(outcomes.size())};
    for (std::size_t at = 0; at < parts.decisions.num_words(); ++at) {
      DecisionWord word;
      for (std::size_t i = at * 64; i < std::min(outcomes.size(), at * 64 + 64); ++i) {
        const BitPlane::Word bit = BitPlane::Word{1} << (i % 64);
        if (outcomes[i] == 'p') word.pass |= bit;
        if (outcomes[i] == 'f' || outcomes[i] == 'c') word.fail |= bit;
        if (outcomes[i] == 'u') word.unknown_requirement |= bit;
        if (outcomes[i] == 'n') word.not_applicable |= bit;
        if (outcomes[i] == 'c') parts.cases[0].set(i);
        if (outcomes[i] != '-') asked.push_back(static_cast<std::uint32_t>(i));
      }
      parts.decisions.set_word(at, word);
    }
    if (reversed) std::reverse(asked.begin(), asked.end());
    subjects_ = SubjectList(table::kRecordSpace, asked, static_cast<std::uint32_t>(outcomes.size()));
    parts.rule = &rule_;
    parts.subjects = &subjects_;
    column_.emplace(std::move(parts), Date{});
  }
  [[nodiscard]] const RuleColumn& column() const { return *column_; }
  [[nodiscard]] std::vector<std::uint32_t> list(std::size_t max) const { return choose_listed(*column_, {}, max); }

 private:
  policy::Rule rule_;
  SubjectList subjects_;
  std::optional<RuleColumn> column_;
};

TEST(ListingTest, ListsEverythingThatFits) {
  EXPECT_THAT(Written("pfcun").list(3), ElementsAre(0, 1, 2, 3, 4));
  EXPECT_THAT(Written("-p-f-").list(1), ElementsAre(0, 1));
}

TEST(ListingTest, PrefersWhatGates) {
  EXPECT_THAT(Written("fcfufc").list(2), ElementsAre(1, 5));
  EXPECT_THAT(Written("fcfufc").list(1), ElementsAre(5));
  EXPECT_THAT(Written("fcfufc").list(3), ElementsAre(1, 3, 5));
}

TEST(ListingTest, SpreadsWhatItTakesEvenly) {
  EXPECT_THAT(Written(std::string(10, 'f')).list(2), ElementsAre(2, 7));
  EXPECT_THAT(Written(std::string(10, 'p')).list(5), ElementsAre(1, 3, 5, 7, 9));
  EXPECT_THAT(Written(std::string(200, 'f')).list(3), ElementsAre(33, 100, 166));
}

TEST(ListingTest, FindingsAndTheRestHaveAnAllowanceEach) {
  EXPECT_THAT(Written("ppppffff").list(2), ElementsAre(1, 3, 5, 7));
}

TEST(ListingTest, NoneWhenOnlyCountsAreWanted) { EXPECT_THAT(Written("pfcun").list(0), IsEmpty()); }

TEST(ListingTest, PositionsFollowTheOrderOfReports) {
  const Written written("fffp-c", true);
  EXPECT_EQ(written.column().subject(0).index, 5U);
  EXPECT_THAT(written.list(1), ElementsAre(0, 1));  // subjects 5 and 3
  EXPECT_THAT(written.list(2), ElementsAre(0, 1, 3));
}

/// The same sample whether positions are found by words or one by one.
TEST(ListingTest, TakesTheSameByWordsAndByPositions) {
  std::string outcomes;
  for (std::size_t i = 0; i < 500; ++i) outcomes += "pfcfuppn"[(i * i + i / 7) % 8];
  const Written whole(outcomes);
  const Written listed(outcomes + "-");  // one subject is not asked, so the list keeps its indices
  ASSERT_TRUE(whole.column().subjects().is_whole_space());
  ASSERT_FALSE(listed.column().subjects().is_whole_space());
  for (const std::size_t max : {1U, 2U, 7U, 64U, 100U, 499U}) EXPECT_EQ(whole.list(max), listed.list(max)) << max;
}

}  // namespace
}  // namespace kijun::audit
