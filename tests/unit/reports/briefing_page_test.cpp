#include "reports/model/briefing_page.h"

#include <gtest/gtest.h>

#include "reports/words/band_words.h"
#include "tests/unit/reports/fake_model.h"

namespace kijun::reports {
namespace {

std::vector<std::string> japanese(const std::vector<LocalizedText>& texts) {
  std::vector<std::string> all;
  for (const LocalizedText& text : texts) all.push_back(text.ja);
  return all;
}

std::string fact(const BriefingPage& page, std::string_view label) {
  for (const BriefingFact& each : page.facts)
    if (each.label.ja == label) return each.value.ja;
  return "?";
}

const DoubtfulAnswer* doubt_of(const BriefingPage& page, std::string_view subject) {
  for (const DoubtfulAnswer& doubt : page.doubtful)
    if (doubt.subject.ja == subject) return &doubt;
  return nullptr;
}

/// An earlier year that is the fake one itself.
EarlierYear earlier_year(const FakeModel& model, std::vector<audit::IndicatorComparison> indicators) {
  EarlierYear earlier;
  earlier.result = &model;
  earlier.fiscal_year = 2016;
  earlier.indicators = std::move(indicators);
  return earlier;
}

TEST(BriefingPageTest, SaysStatusDatesRulesAndApproval) {
  FakeModel model;
  const GapReport report = build_gap_report(model);
  const BriefingPage page = build_briefing_page(report, nullptr, Date::from_ymd(2019, 4, 5));
  EXPECT_EQ(fact(page, "速報・確定の別"), "速報");
  EXPECT_EQ(fact(page, "回答時点"), "2019年2月28日（平成31年2月28日）");
  EXPECT_EQ(fact(page, "判定日"), "2019年3月31日（平成31年3月31日）");
  EXPECT_EQ(fact(page, "作成日"), "2019年4月5日（平成31年4月5日）");
  EXPECT_EQ(fact(page, "適用した規則"), "架空の規則（fake-1、規則集 fake 1.0.0）");
  EXPECT_EQ(fact(page, "決裁"), "記録なし");
  const BriefingPage undated = build_briefing_page(report, nullptr, std::nullopt);
  EXPECT_EQ(fact(undated, "作成日"), "記載なし");
}

TEST(BriefingPageTest, ShowsTargetResultReachedAndUnanswered) {
  FakeModel model;
  model.add_net_indicator();
  const GapReport report = build_gap_report(model);
  const BriefingPage page = build_briefing_page(report, nullptr, std::nullopt);
  ASSERT_EQ(page.indicators.rows.size(), 2U);
  EXPECT_EQ(japanese(page.indicators.rows[0]),
            (std::vector<std::string>{"1", "設置率", "100%", "1–2", "3", "33.3–66.7%", "33.3–66.7%", "2", "1",
                                      "45.7% (796 / 1741)", "なし"}));
  EXPECT_EQ(page.indicators.rows[1][3].ja, "0–1");
  EXPECT_EQ(page.indicators.rows[1][9].ja, "なし");
  EXPECT_EQ(page.indicators.columns.back().heading.ja, "前年度");
  EXPECT_NE(page.indicators.notes.back().ja.find("前年度の調査なし"), std::string::npos);
}

TEST(BriefingPageTest, KeepsZonesInThePlansOrderWithATotal) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  const BriefingPage page = build_briefing_page(report, nullptr, std::nullopt);
  ASSERT_EQ(page.zones.rows.size(), 3U);
  EXPECT_EQ(japanese(page.zones.rows[0]), (std::vector<std::string>{"北", "2", "1", "0", "1"}));
  EXPECT_EQ(japanese(page.zones.rows[1]), (std::vector<std::string>{"南", "1", "0", "1", "0–1"}));
  EXPECT_EQ(japanese(page.zones.rows[2]), (std::vector<std::string>{"計", "3", "1", "1", "1–2"}));
}

TEST(BriefingPageTest, QuotesTheNoteBesideAnAnswerThatOnlySomeIndicatorsCount) {
  FakeModel model("設置<予定>");
  model.add_net_indicator();
  const GapReport report = build_gap_report(model);
  const BriefingPage page = build_briefing_page(report, nullptr, std::nullopt);
  const DoubtfulAnswer* ko = doubt_of(page, "甲市");
  ASSERT_NE(ko, nullptr);
  ASSERT_EQ(ko->answers.size(), 1U);
  EXPECT_EQ(quoted_answer(ko->answers[0]).ja, "協議の場「○」");
  ASSERT_EQ(ko->notes.size(), 1U);
  EXPECT_EQ(quoted_answer(ko->notes[0]).ja, "備考「設置<予定>」");
  EXPECT_EQ(japanese(ko->reasons),
            (std::vector<std::string>{"指標1に数え、指標2に数えていません", "要確認：記号と備考の相違"}));
}

TEST(BriefingPageTest, SaysOnceThatAMissingAnswerKeepsAnIndicatorOpen) {
  FakeModel model;
  model.add_net_indicator();
  const GapReport report = build_gap_report(model);
  const BriefingPage page = build_briefing_page(report, nullptr, std::nullopt);
  const DoubtfulAnswer* hei = doubt_of(page, "丙村");
  ASSERT_NE(hei, nullptr);
  EXPECT_EQ(quoted_answer(hei->answers.at(0)).ja, "協議の場（空欄）");
  EXPECT_EQ(japanese(hei->reasons), std::vector<std::string>{"指標1・2が定まりません"});
  EXPECT_EQ(doubt_of(page, "乙町"), nullptr);  // its blank budget is in no indicator
  EXPECT_EQ(doubt_of(page, "架空県"), nullptr);
}

TEST(BriefingPageTest, CutsWhatHasNoRoomAndCountsIt) {
  FakeModel model(std::string(6000, 'x'));
  model.add_net_indicator();
  const GapReport report = build_gap_report(model);
  const BriefingPage page = build_briefing_page(report, nullptr, std::nullopt);
  EXPECT_EQ(doubt_of(page, "甲市"), nullptr);
  EXPECT_NE(page.doubtful_notes.at(0).ja.find("件は、1枚に収めるため省いています"), std::string::npos);
}

TEST(BriefingPageTest, NamesTheEarlierYearAndWhatDoesNotCompare) {
  FakeModel model;
  model.add_net_indicator();
  const GapReport report = build_gap_report(model);
  audit::IndicatorComparison declared;
  declared.id = "council.declared";
  declared.before = audit::RateCount{1, 1, 4, 4};
  audit::IndicatorComparison net;
  net.id = "council.net";
  net.before = audit::RateCount{1, 1, 4, 4};
  net.obstacles = {{audit::Obstacle::Kind::kDefinition, false, {}}};
  const EarlierYear earlier = earlier_year(model, {declared, net});
  const BriefingPage page = build_briefing_page(report, &earlier, std::nullopt);
  EXPECT_EQ(page.indicators.columns.back().heading.ja, "前回：平成28年度（2016年度）");
  EXPECT_EQ(page.indicators.rows[0].back().ja, "25.0% (1 / 4)");
  EXPECT_EQ(page.indicators.rows[1].back().ja, "比較なし");
  const std::vector<std::string> notes = japanese(page.indicators.notes);
  EXPECT_EQ(notes.at(notes.size() - 2), "指標2を前回と比べないのは、定義が異なるためです。");
  EXPECT_EQ(notes.back(),
            "前年度（平成29年度（2017年度））の調査はないため、それより前の最も新しい調査と並べています。");
}

TEST(BriefingPageTest, SaysThatTheEarlierYearCouldNotBeJudged) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  EarlierYear earlier;
  earlier.fiscal_year = 2017;
  const BriefingPage page = build_briefing_page(report, &earlier, std::nullopt);
  EXPECT_EQ(page.indicators.rows[0].back().ja, "なし");
  EXPECT_NE(page.indicators.notes.back().ja.find("判定できなかった"), std::string::npos);
}

TEST(BriefingPageTest, ABandNeverStandsWithoutItsNumbers) {
  policy::BandSet set;
  set.title = {"進捗", "Progress"};
  set.bands = {{"on_track", {"順調", "on track"}, {1, 1}}, {"behind", {"遅れている", "behind"}, {0, 1}}};
  audit::BandResult result{&set, 1, 1, 2, {}, &set.bands[1], &set.bands[1]};
  EXPECT_EQ(band_text(result).ja, "進捗：遅れている（目標のある指標2件のうち、達成1件）");
  EXPECT_EQ(band_text(result).en, "Progress: behind (1 of 2 indicators with a target met)");
  result.upper = 2;
  result.best = &set.bands[0];
  EXPECT_EQ(band_text(result).ja,
            "進捗：判定保留（目標のある指標2件のうち、達成1–2件。未回答の内容により「遅れている」から「順調」までがあり"
            "得ます）");
  EXPECT_EQ(band_text(audit::BandResult{&set, 0, 0, 0, {}, nullptr, nullptr}).ja,
            "進捗：区分なし（目標のある指標がありません）");
}

}  // namespace
}  // namespace kijun::reports
