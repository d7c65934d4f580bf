#include "reports/ci/notifications.h"

#include <gtest/gtest.h>

#include "tests/unit/reports/ci_model.h"

namespace kijun::reports {
namespace {

/// A model one of whose waivers has expired.
class ExpiredModel : public FakeModel {
 public:
  ExpiredModel() {
    audit::DecisionView waiver;
    waiver.kind = "waiver";
    waiver.subject = {"municipality", "993018", {"乙町", "Otsu Town"}};
    waiver.field_or_rule = "council.municipality";
    waiver.state = audit::DecisionState::kExpired;
    waiver.at = {"decisions.toml", 5, 1, "", ""};
    decisions_ = {waiver};
  }
  const std::vector<audit::DecisionView>& decisions() const override { return decisions_; }

 private:
  std::vector<audit::DecisionView> decisions_;
};

Notification missing_row(std::size_t line) {
  return {
      "KJ4201", policy::Severity::kError, {"行がありません", "there is no row"}, {}, {"data/r.csv", line, 1, "", ""}};
}

TEST(NotificationsTest, PassesOnWhatWasPrinted) {
  ReportOptions options = repository_options();
  options.ci.notifications = {missing_row(3), {"", policy::Severity::kWarning, {"あ", "a"}, {"い", "b"}, {}}};
  const std::vector<CiNotification> all = collect_notifications(nullptr, options);
  ASSERT_EQ(all.size(), 2U);
  EXPECT_EQ(all[0].code, "KJ4201");
  EXPECT_EQ(all[0].at.file, "data/r.csv");
  EXPECT_EQ(all[0].at.line, 3U);
  EXPECT_EQ(all[1].code, "kijun.not-run");
  EXPECT_EQ(all[1].message.en, "a (b)");
  EXPECT_EQ(all[1].at.file, "data/2018/survey.toml");
}

TEST(NotificationsTest, AFailedRunAlwaysHasAnError) {
  const std::vector<CiNotification> all = collect_notifications(nullptr, repository_options());
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].level, policy::Severity::kError);
  const FakeModel model;
  EXPECT_TRUE(collect_notifications(&model, repository_options()).empty());
}

TEST(NotificationsTest, FingerprintsSurviveInsertedLinesAndDifferWithinOneRun) {
  ReportOptions before = repository_options();
  before.ci.notifications = {missing_row(3), missing_row(4)};
  ReportOptions after = repository_options();
  after.ci.notifications = {missing_row(13), missing_row(14)};
  const std::vector<CiNotification> old = collect_notifications(nullptr, before);
  const std::vector<CiNotification> now = collect_notifications(nullptr, after);
  EXPECT_EQ(old[0].fingerprint, now[0].fingerprint);
  EXPECT_NE(old[0].fingerprint, old[1].fingerprint);
}

TEST(NotificationsTest, DecisionsThatDoNotHoldAreErrorsWhereTheUserWantsThat) {
  ExpiredModel model;
  EXPECT_EQ(collect_notifications(&model, repository_options()).at(0).level, policy::Severity::kNotice);
  model.run_info().strict_decisions = {"expired"};
  const CiNotification strict = collect_notifications(&model, repository_options()).at(0);
  EXPECT_EQ(strict.level, policy::Severity::kError);
  EXPECT_EQ(strict.code, "kijun.decision-expired");
  EXPECT_EQ(strict.at.file, "data/2018/decisions.toml");
}

TEST(NotificationsTest, ANarrowedRunSaysSo) {
  FakeModel model;
  model.run_info().narrowed = {"--only council.municipality", "--for 甲市"};
  const std::vector<CiNotification> all = collect_notifications(&model, repository_options());
  ASSERT_EQ(all.size(), 1U);
  EXPECT_EQ(all[0].code, "kijun.narrowed");
  EXPECT_NE(all[0].message.en.find("--only council.municipality --for 甲市"), std::string::npos);
}

TEST(NotificationsTest, CountsWhatAFormatLeavesOut) {
  DecidedModel model;
  model.cut(1);
  const ReportOptions options = repository_options();
  const LeftOut gitlab = count_left_out(model, options, &CiMapping::gitlab);
  EXPECT_EQ(gitlab.waived, 1U);
  EXPECT_EQ(gitlab.unlisted, 2U);
  EXPECT_EQ(left_out_text(gitlab).en,
            "Findings not shown here: 1 accepted by the prefecture for a time, 2 beyond the limit of lists.");
  EXPECT_EQ(count_left_out(model, options, &CiMapping::sarif_kind).waived, 0U);
  EXPECT_TRUE(left_out_text({}).empty());
}

}  // namespace
}  // namespace kijun::reports
