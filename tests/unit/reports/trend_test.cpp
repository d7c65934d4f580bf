#include "reports/model/trend.h"

#include <gmock/gmock.h>

#include "tests/unit/reports/fake_years.h"

namespace kijun::reports {
namespace {

using audit::ResultTable;
using testing::IsEmpty;
using testing::SizeIs;

/// 架空県 whose indicator means "m".
class MeantModel : public FakeModel {
 public:
  MeantModel() { parts_.rules.push_back({"indicator:" + indicators()[0].indicator->id, "m", {}}); }
  const audit::PartHashes& part_hashes() const override { return parts_; }
  [[nodiscard]] int year() const { return run().fiscal_year; }
  [[nodiscard]] std::string id() const { return indicators()[0].indicator->id; }

 private:
  audit::PartHashes parts_;
};

std::vector<TrendLine> trend(const MeantModel& model, std::vector<ResultTable> earlier) {
  for (ResultTable& table : earlier) table.indicators[0].id = model.id();
  return build_trend(build_gap_report(model), earlier);
}

TEST(TrendTest, IsNoneWithoutEarlierResults) { EXPECT_THAT(trend(MeantModel(), {}), IsEmpty()); }

TEST(TrendTest, EndsWithTheAuditedYear) {
  const MeantModel model;
  const std::vector<TrendLine> lines = trend(model, {result_of(model.year() - 1, 2, "m")});
  ASSERT_THAT(lines, SizeIs(1));
  ASSERT_THAT(lines[0].points, SizeIs(2));
  EXPECT_EQ(lines[0].points[0].rate.count(), "2");
  EXPECT_EQ(lines[0].points[1].fiscal_year, model.year());
  EXPECT_EQ(lines[0].points[1].rate.count(), "1–2");
  EXPECT_TRUE(lines[0].points[1].follows());
}

TEST(TrendTest, CountsYearsWithoutAResult) {
  const MeantModel model;
  const std::vector<TrendLine> lines =
      trend(model, {result_of(model.year() - 4, 1, "m"), result_of(model.year() - 1, 2, "m")});
  EXPECT_EQ(lines[0].points[1].num_missing, 2U);
  EXPECT_FALSE(lines[0].points[1].follows());
  EXPECT_EQ(lines[0].points[2].num_missing, 0U);
}

TEST(TrendTest, BreaksWhereTheDefinitionIsAnotherOrNotKnown) {
  const MeantModel model;
  const std::vector<TrendLine> lines =
      trend(model, {result_of(model.year() - 3, 1, ""), result_of(model.year() - 2, 1, "other"),
                    result_of(model.year() - 1, 2, "m")});
  ASSERT_THAT(lines[0].points, SizeIs(4));
  EXPECT_EQ(lines[0].points[1].since, TrendBreak::kUnknown);
  EXPECT_EQ(lines[0].points[2].since, TrendBreak::kDefinition);
  EXPECT_EQ(lines[0].points[3].since, TrendBreak::kNone);
}

TEST(TrendTest, LeavesOutYearsThatDoNotHaveTheIndicator) {
  const MeantModel model;
  std::vector<ResultTable> earlier{result_of(model.year() - 2, 1, "m"), result_of(model.year() - 1, 2, "m")};
  earlier[0].indicators[0].id = model.id();
  earlier[1].indicators.clear();
  const std::vector<TrendLine> lines = build_trend(build_gap_report(model), earlier);
  ASSERT_THAT(lines[0].points, SizeIs(2));
  EXPECT_EQ(lines[0].points[1].num_missing, 1U);
}

}  // namespace
}  // namespace kijun::reports
