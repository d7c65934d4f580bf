#include "engine/audit/reworded_plan.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "engine/audit/meaning.h"
#include "engine/audit/part_hashes.h"
#include "engine/policy/ruleset_loader.h"
#include "tests/unit/audit/audit_support.h"

namespace kijun::audit {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

/// The shipped rules compiled for a fiscal year.
struct Compiled {
  std::unique_ptr<FileSystem> files = repository_files();
  diag::SourceMap sources;
  diag::Sink sink;
  policy::Pack pack;
  std::unique_ptr<Plan> plan;

  explicit Compiled(int fiscal_year = 2018) {
    pack = policy::load_pack(KIJUN_SOURCE_DIR "/rules/mcare", {*files, sources, sink}).value();
    const Date as_of = Date::fiscal_year_end(fiscal_year).value();
    auto ruleset = policy::load_ruleset(policy::find_edition(pack, fiscal_year)->path, as_of,
                                        {*files, sources, sink, pack.vocabulary.record_kinds()});
    plan = make_plan(std::move(ruleset).value(), pack.vocabulary, sink);
  }
};

Glossary forum() {
  return Glossary(
      {{{"協議の場", "council"}, {"連携の場", "forum"}}, {{"設置済み", "established"}, {"整備済み", "set up"}}});
}

std::vector<std::string> meanings(const Plan& plan) {
  std::vector<std::string> hashes;
  for (const Meaning& meaning : meanings_of(plan)) hashes.push_back(meaning.id + " " + meaning.meaning);
  return hashes;
}

TEST(RewordedPlanTest, ChangesWordsAndNoMeaning) {
  Compiled compiled;
  const std::vector<std::string> before = meanings(*compiled.plan);
  const std::string fields = meaning_of(*compiled.plan->vocabulary);
  reword(*compiled.plan, forum());
  EXPECT_EQ(meanings(*compiled.plan), before);
  EXPECT_EQ(meaning_of(*compiled.plan->vocabulary), fields);
}

TEST(RewordedPlanTest, LeavesNoTextWithATerm) {
  Compiled compiled;
  reword(*compiled.plan, forum());
  for (const LocalizedText& text : texts_of(*compiled.plan)) {
    if (text.ja.find('{') != std::string::npos) continue;  // messages are told from their compiled form
    EXPECT_THAT(text.ja, Not(HasSubstr("協議の場")));
    EXPECT_FALSE(holds_term(text.en, "council", Language::kEnglish)) << text.en;
  }
  const table::Vocabulary& vocabulary = *compiled.plan->vocabulary;
  EXPECT_EQ(vocabulary.field(vocabulary.find("council").value()).values.front().label.ja, "整備済み");
}

TEST(RewordedPlanTest, LeavesTheVocabularyOfThePackToOthers) {
  Compiled compiled;
  const table::Vocabulary& shared = compiled.pack.vocabulary;
  const std::string label = shared.field(shared.find("council").value()).label.ja;
  reword(*compiled.plan, forum());
  EXPECT_NE(compiled.plan->vocabulary, &shared);
  EXPECT_EQ(compiled.plan->profile.vocabulary, compiled.plan->vocabulary);
  EXPECT_EQ(shared.field(shared.find("council").value()).label.ja, label);
}

TEST(RewordedPlanTest, LeavesWhatIsCited) {
  Compiled compiled;
  const policy::Ruleset before = compiled.plan->ruleset;
  reword(*compiled.plan, Glossary({{{"第1期", "plan"}, {"初期", "scheme"}}, {{"協議の場", ""}, {"連携の場", ""}}}));
  const policy::Ruleset& after = compiled.plan->ruleset;
  ASSERT_FALSE(before.bases.empty());
  for (std::size_t i = 0; i < before.bases.size(); ++i) {
    EXPECT_EQ(after.bases[i].title, before.bases[i].title);
    EXPECT_EQ(after.bases[i].note, before.bases[i].note);
  }
  EXPECT_EQ(after.title, before.title);
  for (std::size_t i = 0; i < before.indicators.size(); ++i)
    for (std::size_t j = 0; j < before.indicators[i].benchmarks.size(); ++j)
      EXPECT_EQ(after.indicators[i].benchmarks[j].label, before.indicators[i].benchmarks[j].label);
}

/// The fictional survey of FY2018 with a glossary beside its register.
std::unique_ptr<AuditRun> audit_in_terms(AuditOptions options = {}) {
  return run_files(repository_files(), KIJUN_SOURCE_DIR "/rules/mcare",
                   KIJUN_SOURCE_DIR "/tests/fixtures/kakuu-terms/2018", {}, std::move(options));
}

TEST(RewordedPlanTest, ARunTellsItsResultsInItsTerms) {
  const auto run = audit_in_terms();
  ASSERT_NE(run->model, nullptr) << run->codes();
  const ResultDetail failed = run->detail("council.municipality", "月影市").value();
  EXPECT_THAT(failed.message.ja, HasSubstr("連携の場"));
  EXPECT_THAT(failed.message.ja, Not(HasSubstr("協議の場")));
  EXPECT_THAT(failed.message.en, HasSubstr("liaison forum"));
  ASSERT_THAT(failed.evidence, Not(IsEmpty()));
  EXPECT_EQ(failed.evidence.front().label.ja, "連携の場の設置状況");
}

TEST(RewordedPlanTest, ARunQuotesAnswersAndNamesAsTheyAre) {
  const auto run = audit_in_terms();
  ASSERT_NE(run->model, nullptr) << run->codes();
  bool is_quoted = false;
  for (const table::SubjectRef record : run->model->records())
    for (const CellView& cell : run->model->answers(record)) {
      if (cell.field_role != table::FieldRole::kNote) continue;
      EXPECT_THAT(cell.value.ja, Not(HasSubstr("連携の場")));
      is_quoted = is_quoted || cell.value.ja.find("協議の場としている") != std::string::npos;
    }
  EXPECT_TRUE(is_quoted);
  for (const DecisionView& decision : run->model->decisions())
    EXPECT_THAT(decision.reason.ja, Not(HasSubstr("連携の場")));
}

TEST(RewordedPlanTest, ARunSaysWhatAnswersMeanAndWhatIsMissingInItsTerms) {
  const auto run = audit_in_terms();
  ASSERT_NE(run->model, nullptr) << run->codes();
  std::set<std::string> values;
  for (const table::SubjectRef record : run->model->records())
    for (const CellView& cell : run->model->answers(record)) values.insert(cell.value.ja);
  EXPECT_TRUE(values.contains("整備済み"));
  EXPECT_FALSE(values.contains("設置済み"));
  EXPECT_TRUE(values.contains("未回答"));
  EXPECT_FALSE(values.contains("無回答"));
}

TEST(RewordedPlanTest, ARunHashesItsRulesAsThePackHasThem) {
  const auto run = audit_in_terms();
  ASSERT_NE(run->model, nullptr) << run->codes();
  const auto plain =
      run_files(repository_files(), KIJUN_SOURCE_DIR "/rules/mcare", KIJUN_SOURCE_DIR "/tests/fixtures/kakuu/2018");
  ASSERT_NE(plain->model, nullptr) << plain->codes();
  EXPECT_EQ(run->model->part_hashes(), plain->model->part_hashes());
}

TEST(RewordedPlanTest, RunsOfOneProcessKeepTheirOwnTerms) {
  const auto reworded = audit_in_terms();
  const auto plain =
      run_files(repository_files(), KIJUN_SOURCE_DIR "/rules/mcare", KIJUN_SOURCE_DIR "/tests/fixtures/kakuu/2018");
  ASSERT_NE(reworded->model, nullptr);
  ASSERT_NE(plain->model, nullptr);
  EXPECT_THAT(plain->detail("council.municipality", "月影市")->message.ja, HasSubstr("協議の場"));
  EXPECT_THAT(reworded->detail("council.municipality", "月影市")->message.ja, HasSubstr("連携の場"));
  EXPECT_TRUE(plain->model->run().glossary.empty());
}

}  // namespace
}  // namespace kijun::audit
