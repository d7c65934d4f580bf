#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "engine/diag/renderer.h"
#include "engine/survey/review.h"
#include "engine/survey/series.h"
#include "engine/table/vocabulary_file.h"
#include "tests/unit/survey/survey_support.h"

namespace kijun::survey {
namespace {

using testing::cell_text;

/// Loads a survey of the repository against the shipped vocabulary.
class ShippedSurveyTest : public ::testing::Test {
 protected:
  ShippedSurveyTest() : files_(open_file_system()) {
    const diag::Source& fields = sources_.add("fields.toml", testing::read_repository("rules/mcare/fields.toml"));
    vocabulary_ = table::load_vocabulary(fields, sink_).value_or(table::Vocabulary());
  }

  const SurveySeries* load(const std::string& folder) {
    auto loaded = load_series(std::string(KIJUN_SOURCE_DIR) + "/" + folder, {*files_, sources_, sink_, vocabulary_});
    series_ = loaded ? std::move(*loaded) : nullptr;
    return series_.get();
  }
  [[nodiscard]] std::string diagnostics() const {
    return diag::render_all(sink_.diagnostics(), {Language::kEnglish, false, 1});
  }
  [[nodiscard]] std::string codes() const {
    std::string text;
    for (const diag::Diagnostic& diagnostic : sink_.diagnostics())
      text += std::string(diagnostic.definition->code) + " ";
    return text;
  }
  [[nodiscard]] Cell cell(std::string_view code, std::string_view field, std::size_t survey = 0) const {
    const SurveyTable& table = *series_->surveys[survey];
    return table.cell({table::kRecordSpace, table.row_of(code).value()}, vocabulary_.find(field).value());
  }
  [[nodiscard]] std::string answer(std::string_view code, std::string_view field, std::size_t survey = 0) const {
    return cell_text(cell(code, field, survey));
  }

  std::unique_ptr<FileSystem> files_;
  diag::SourceMap sources_;
  diag::Sink sink_;
  table::Vocabulary vocabulary_;
  std::unique_ptr<SurveySeries> series_;
};

TEST_F(ShippedSurveyTest, KanagawaLoadsWithoutADiagnostic) {
  ASSERT_NE(load("data/kanagawa/2018"), nullptr) << diagnostics();
  EXPECT_TRUE(sink_.diagnostics().empty()) << diagnostics();
  EXPECT_EQ(series_->audited().num_rows(), 34U);
  EXPECT_EQ(series_->audited().num_normalised(), 0U);
}

TEST_F(ShippedSurveyTest, KanagawaBlanksAreBlankAndThePrefectureIsNoMunicipality) {
  ASSERT_NE(load("data/kanagawa/2018"), nullptr) << diagnostics();
  for (const char* field : {"coordinator_plan", "budget_plan"}) EXPECT_EQ(answer("142042", field), "(blank)");
  for (const char* field : {"council", "coordinator_plan", "budget_plan", "council_note"})
    EXPECT_EQ(answer("144029", field), "(blank)") << field;
  EXPECT_EQ(series_->audited().record(0).kind, "prefecture");
  EXPECT_EQ(series_->audited().grouping(table::kSurveyGroup).members[0].size(), 33U);
  EXPECT_EQ(answer("140007", "child_count"), "(not_applicable)");
}

TEST_F(ShippedSurveyTest, KanagawaMarksCountAsInTheSource) {
  ASSERT_NE(load("data/kanagawa/2018"), nullptr) << diagnostics();
  const table::FieldIndex council = vocabulary_.find("council").value();
  std::map<std::string, int> counts;
  for (const std::uint32_t row : series_->audited().grouping(table::kSurveyGroup).members[0])
    ++counts[cell_text(series_->audited().cell({table::kRecordSpace, row}, council))];
  EXPECT_EQ(counts, (std::map<std::string, int>{{"established", 16}, {"planned", 13}, {"none", 3}, {"(blank)", 1}}));
}

TEST_F(ShippedSurveyTest, KanagawaHasEightZonesAndItsBodies) {
  ASSERT_NE(load("data/kanagawa/2018"), nullptr) << diagnostics();
  std::vector<std::size_t> sizes;
  for (const auto& members : series_->audited().grouping(table::kZoneGroup).members) sizes.push_back(members.size());
  EXPECT_EQ(sizes, (std::vector<std::size_t>{1, 1, 1, 5, 3, 5, 7, 10}));
  const auto& bodies = series_->audited().groups(table::kBodyGroup);
  const auto found =
      std::find_if(bodies.begin(), bodies.end(), [](const auto& b) { return b.code == "ashigarakami-council"; });
  ASSERT_NE(found, bodies.end());
  const auto body = static_cast<std::size_t>(found - bodies.begin());
  EXPECT_EQ(series_->audited().grouping(table::kBodyGroup).members[body].size(), 6U);
}

TEST_F(ShippedSurveyTest, KanagawaNotesAreAllReadAndNoReadingIsStale) {
  ASSERT_NE(load("data/kanagawa/2018"), nullptr) << diagnostics();
  EXPECT_TRUE(open_notes(series_->audited()).empty());
  for (const PlacedDecision& placed : series_->audited().decisions()) EXPECT_FALSE(placed.stale);
  EXPECT_EQ(answer("141003", "council_evidence"), "contradicted");
  EXPECT_EQ(answer("142158", "council_planned_date"), "2021-03-31");
}

TEST_F(ShippedSurveyTest, KakuuReadsEachKindOfDecision) {
  ASSERT_NE(load("tests/fixtures/kakuu/2018"), nullptr) << diagnostics();
  EXPECT_EQ(codes(), "KJ4205 KJ4309 KJ4311 ");
  EXPECT_EQ(answer("992020", "council"), "established");
  EXPECT_EQ(cell("992020", "council").raw, "〇");
  EXPECT_EQ(answer("993638", "council"), "planned");
  EXPECT_EQ(cell("993638", "council").origin, CellOrigin::kCorrection);
  EXPECT_EQ(answer("992011", "coordinator_fact"), "placed");
  EXPECT_EQ(answer("993026", "council_planned_date"), "2020-03-31");
  EXPECT_EQ(answer("993611", "council"), "(blank)");
}

TEST_F(ShippedSurveyTest, KakuuIsTheSameInEveryEncoding) {
  for (const char* folder : {"tests/fixtures/kakuu/2018-cp932", "tests/fixtures/kakuu/2018-bom"}) {
    ASSERT_NE(load(folder), nullptr) << diagnostics();
    EXPECT_EQ(answer("992020", "coordinator_note"), "既存職員の兼務を予定\n平成31年度当初予算措置はなし");
    EXPECT_EQ(answer("992020", "unpaid_staffing_named"), "true");
    EXPECT_EQ(answer("993026", "coordinator_note"), "内部で検討中, 人数は未定");
    const diag::Span first = series_->audited().subject_place(0);
    EXPECT_EQ(first.source->line_column(first.begin).line, 2U);
    EXPECT_EQ(first.source->line_column(first.begin).column, 1U);
  }
}

TEST_F(ShippedSurveyTest, KakuuJoinsItsYears) {
  ASSERT_NE(load("tests/fixtures/kakuu/2019"), nullptr) << diagnostics();
  ASSERT_EQ(series_->surveys.size(), 2U);
  EXPECT_EQ(series_->surveys[1]->manifest().id, "kakuu-2018");
  const SurveyTable& later = series_->audited();
  const JoinedRow merged = join_row(later, later.row_of("992038").value(), *series_->surveys[1]);
  EXPECT_EQ(merged.missing, table::MissingReason::kMerged);
  ASSERT_EQ(merged.predecessors.size(), 1U);
  EXPECT_EQ(later.reg().at(merged.predecessors[0]).name, "雪代町");
  EXPECT_EQ(join_row(later, later.row_of("993620").value(), *series_->surveys[1]).row, 7U);
}

}  // namespace
}  // namespace kijun::survey
