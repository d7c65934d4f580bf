#include "reports/ci/ci_result.h"

#include <gtest/gtest.h>

#include "tests/unit/reports/ci_model.h"

namespace kijun::reports {
namespace {

/// The fake result whose rows stand in the answer file.
class PlacedModel : public DecidedModel {
 public:
  audit::SubjectInfo subject(table::SubjectRef ref) const override {
    audit::SubjectInfo info = DecidedModel::subject(ref);
    if (ref.space == table::kRecordSpace) info.at = {"answers.csv", ref.index + 2, 1, "", ""};
    return info;
  }
  audit::ResultDetail detail(std::size_t column, std::size_t position) const override {
    audit::ResultDetail detail = DecidedModel::detail(column, position);
    if (column == kZone) detail.unknown_because.clear();
    return detail;
  }
  static constexpr std::size_t kZone = 6;
};

TEST(CiResultTest, StandsAtTheSubjectsOwnCellThatKeepsItOpen) {
  const DecidedModel model;
  const ReportOptions options = repository_options();
  const CiResult result = CiResults(model, options).make({0, 2});  // 丙村 did not answer
  EXPECT_EQ(result.anchor.at.file, "data/2018/answers.csv");
  EXPECT_EQ(result.anchor.at.line, 5U);
  EXPECT_EQ(result.anchor.at.column, 2U);
  EXPECT_EQ(result.anchor.end_column, 3U);  // an empty cell takes a column
  EXPECT_EQ(result.anchor.field, "council");
  EXPECT_EQ(result.address, model.run().survey_id + "/993026/council");
}

TEST(CiResultTest, StandsAtTheRowWhereNoCellTellsAnything) {
  const PlacedModel model;
  const ReportOptions options = repository_options();
  const CiResult result = CiResults(model, options).make({0, 1});
  EXPECT_EQ(result.anchor.at.line, 4U);
  EXPECT_EQ(result.address, model.run().survey_id + "/993018");
}

TEST(CiResultTest, StandsAtAMemberWhereItIsAboutAGroup) {
  const PlacedModel model;
  const ReportOptions options = repository_options();
  const CiResult zone = CiResults(model, options).make({PlacedModel::kZone, 1});  // 南: nothing but its member
  EXPECT_EQ(zone.anchor.at.line, 5U);
  const CiResult body = CiResults(model, options).make({7, 0});  // its evidence starts with 甲市
  EXPECT_EQ(body.anchor.at.line, 3U);
  EXPECT_EQ(body.anchor.field, "");
  EXPECT_EQ(body.address, model.run().survey_id + "/joint");
}

TEST(CiResultTest, StandsAtTheManifestWhereNothingHasAPlace) {
  const DecidedModel model;
  const ReportOptions options = repository_options();
  const CiResult result = CiResults(model, options).make({1, 0});
  EXPECT_EQ(result.anchor.at.file, "data/2018/survey.toml");
  EXPECT_EQ(result.anchor.at.line, 6U);
}

TEST(CiResultTest, SaysVerdictSubjectAndWhatSetsItAside) {
  const DecidedModel model;
  const ReportOptions options = repository_options();
  const CiResults results(model, options);
  EXPECT_EQ(results.make({0, 1}).message.en, "unmet [accepted until 2020-03-31] [new]: finding about Otsu Town");
  EXPECT_EQ(results.make({0, 0}).message.ja, "達成：甲市の指摘");
  EXPECT_EQ(results.make({2, 1}).message.en.substr(0, 11), "note [draft");
}

TEST(CiResultTest, AnswersAndPlacesDoNotReachTheFingerprint) {
  const DecidedModel model;
  const FakeModel other("another note");
  const ReportOptions options = repository_options();
  EXPECT_EQ(CiResults(model, options).make({5, 1}).fingerprint, CiResults(other, options).make({5, 1}).fingerprint);
  EXPECT_NE(CiResults(model, options).make({3, 1}).fingerprint, CiResults(model, options).make({4, 1}).fingerprint);
  EXPECT_NE(CiResults(model, options).make({5, 1}).fingerprint, CiResults(model, options).make({5, 2}).fingerprint);
}

TEST(CiResultTest, VisitsWhatIsListed) {
  DecidedModel model;
  const ReportOptions options = repository_options();
  std::size_t num_findings = 0;
  CiResults(model, options).each(ResultsShown::kFindings, [&](ResultAt) { ++num_findings; });
  EXPECT_EQ(num_findings, 10U);
  model.cut(1);
  EXPECT_EQ(count_unlisted_findings(model), 2U);
}

}  // namespace
}  // namespace kijun::reports
