#include "reports/model/earlier_answers.h"

#include <gmock/gmock.h>

#include "tests/unit/reports/fake_model.h"

namespace kijun::reports {
namespace {

using testing::IsEmpty;

/// 甲市's contradiction shows what it answered the year before, under the code it had then.
class TwoYears : public FakeModel {
 public:
  audit::ResultDetail detail(std::size_t column, std::size_t position) const override {
    audit::ResultDetail detail = FakeModel::detail(column, position);
    if (columns()[column].rule().id == "note.contradiction") {
      audit::CellView earlier = detail.evidence.front();
      earlier.survey = "kakuu-2017";
      earlier.subject.code = "999999";
      earlier.raw = "×";
      detail.evidence.push_back(earlier);
    }
    return detail;
  }
};

TEST(EarlierAnswersTest, StandBesideWhatTheSameSubjectAnswersNow) {
  const TwoYears model;
  const GapReport report = build_gap_report(model);
  const std::vector<EarlierAnswer> answers = earlier_answers(report);
  ASSERT_EQ(answers.size(), 1U);
  EXPECT_EQ(report.findings[answers[0].finding].rule->id, "note.contradiction");
  EXPECT_EQ(answers[0].earlier->raw, "×");
  ASSERT_NE(answers[0].now, nullptr);
  EXPECT_EQ(answers[0].now->raw, "○");
  EXPECT_EQ(answers[0].now->subject.code, "991007");
}

TEST(EarlierAnswersTest, AreNoneWithoutAnEarlierYear) {
  const FakeModel model;
  EXPECT_THAT(earlier_answers(build_gap_report(model)), IsEmpty());
}

}  // namespace
}  // namespace kijun::reports
