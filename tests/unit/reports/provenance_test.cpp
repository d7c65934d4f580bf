#include "reports/provenance/provenance.h"

#include <gtest/gtest.h>

#include <sstream>

#include "reports/html/html_report.h"
#include "reports/json/json_report.h"
#include "reports/provenance/read_provenance.h"
#include "reports/sarif/sarif_report.h"
#include "tests/unit/reports/fake_model.h"

namespace kijun::reports {
namespace {

/// A model and options in which nothing is as it is by default.
class ProvenanceTest : public testing::TestWithParam<Format> {
 protected:
  ProvenanceTest() {
    audit::RunInfo& run = model_.run_info();
    run.tool_version = "1.2.3";
    run.rules = "../../rules/\"<mcare>";
    run.revision = Date::parse_iso("2019-03-20");
    run.fail_on = {"warning", "unknown"};
    run.gate_kinds = {"quality"};
    run.max_unknown = 0;
    run.readers.who = audit::Readership::kCouncil;
    run.strict_decisions = {"stale", "expiring"};
    run.allowed = {"rules", "rule_errors"};
    run.selection = {{"council.municipality"}, {"992011", "992020"}, {"north"}};
    run.expiring_within = 7;
    run.max_findings = 0;
    run.inputs = {{"answers", "answers.csv", LazySha256::known(std::string(64, 'a'))},
                  {"ruleset", "pack:mcare@1/</script>.toml", LazySha256::known(std::string(64, 'b'))}};
    options_.language = Language::kEnglish;
    options_.results = ResultsShown::kFindings;
    options_.created = Date::parse_iso("2026-04-01");
    options_.ci.sarif_group = EntryUnit::kRule;
    options_.ci.folders = {"data/2018", "/repo", "/repo/data/2018", {}, {}, true};
  }

  [[nodiscard]] Provenance made() const { return provenance_of(model_, options_, GetParam().name); }
  [[nodiscard]] std::string report() const {
    std::ostringstream out;
    GetParam().write(model_, options_, out);
    return out.str();
  }

  FakeModel model_;
  ReportOptions options_;
};

TEST_P(ProvenanceTest, IsReadBackFromTheReportAsItWas) {
  const auto read = read_provenance(report());
  ASSERT_TRUE(read.has_value()) << read.error().detail;
  EXPECT_EQ(*read, made());
  EXPECT_EQ(read->format, GetParam().name);
  EXPECT_EQ(read->tool_version, "1.2.3");
  EXPECT_EQ(read->readership, audit::Readership::kCouncil);
  EXPECT_EQ(read->location, "data/2018");
  EXPECT_EQ(read->inputs.size(), 2U);
  EXPECT_EQ(read->parts, model_.part_hashes());
}

TEST_P(ProvenanceTest, WithoutOptionsNothingIsMadeUp) {
  const FakeModel model;
  std::ostringstream out;
  GetParam().write(model, {}, out);
  const auto read = read_provenance(out.str());
  ASSERT_TRUE(read.has_value()) << read.error().detail;
  EXPECT_EQ(*read, provenance_of(model, {}, GetParam().name));
  EXPECT_EQ(read->location, "");
  EXPECT_EQ(read->created, std::nullopt);
  EXPECT_EQ(read->revision, std::nullopt);
}

TEST_P(ProvenanceTest, WhatIsCutOffBeforeItsEndIsCut) {
  const std::string whole = report();
  const std::size_t inside = whole.find("kijun.provenance/1");
  ASSERT_NE(inside, std::string::npos);
  const auto read = read_provenance(std::string_view(whole).substr(0, inside));
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().reason, Unreadable::kCut);
  EXPECT_EQ(read.error().begin, inside);
}

TEST_P(ProvenanceTest, AnotherFormIsNamed) {
  std::string changed = report();
  changed.replace(changed.find("kijun.provenance/1"), 18, "kijun.provenance/2");
  const auto read = read_provenance(changed);
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().reason, Unreadable::kUnknownForm);
  EXPECT_EQ(read.error().detail, "kijun.provenance/2");
}

/// A change of the provenance, and the member that is wrong by it.
struct WrongMember {
  const char* before;
  const char* after;
  const char* named;
};

TEST_P(ProvenanceTest, AMemberThatIsNotWhatItShouldBeIsNamed) {
  const std::string whole = report();
  const std::size_t block = whole.find("\"schema\":\"kijun.provenance/1\"");
  ASSERT_NE(block, std::string::npos);
  for (const WrongMember& wrong :
       {WrongMember{R"("expiring_within":7)", R"("expiring_within":-7)", "expiring_within"},
        WrongMember{R"("lang":"en")", R"("lang":"fr")", "lang"},
        WrongMember{R"("results":"findings")", R"("results":"some")", "results"},
        WrongMember{R"("answers_as_of":"20)", R"("answers_as_of":"x20)", "answers_as_of"},
        WrongMember{R"("only":["council)", R"("only":[1,"council)", "only"},
        WrongMember{R"("cells":"0)", R"("cells":")", "answers"}, WrongMember{R"("parts":{)", R"("others":{)", "parts"},
        WrongMember{R"(/1","tool")", R"(/1""tool")", "provenance"}}) {
    std::string changed = whole;
    const std::size_t at = changed.find(wrong.before, block);
    ASSERT_NE(at, std::string::npos) << wrong.before;
    changed.replace(at, std::string_view(wrong.before).size(), wrong.after);
    const auto read = read_provenance(changed);
    ASSERT_FALSE(read.has_value()) << wrong.after;
    EXPECT_EQ(read.error().reason, Unreadable::kBroken) << wrong.after;
    EXPECT_EQ(read.error().detail, wrong.named);
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, ProvenanceTest,
                         testing::Values(kJsonFormat, kHtmlFormat, kSarifFormat, kGithubSarifFormat),
                         [](const auto& format) {
                           std::string name(format.param.name);
                           std::erase(name, '-');
                           return name;
                         });

TEST(ReadProvenanceTest, OtherFilesAreNoReports) {
  for (const std::string_view text : {"", "# 目標との差の報告書", "<svg></svg>", "{\"schema\": \"other/1\"}", "PK"}) {
    const auto read = read_provenance(text);
    ASSERT_FALSE(read.has_value()) << text;
    EXPECT_EQ(read.error().reason, Unreadable::kNoReport) << text;
  }
}

TEST(ReadProvenanceTest, AReportOfAFailedRunHasNone) {
  std::ostringstream out;
  write_sarif_failure({}, out);
  const auto read = read_provenance(out.str());
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().reason, Unreadable::kNoProvenance);
}

TEST(ReadProvenanceTest, TextOfTheSurveyIsNotTakenForOne) {
  const FakeModel model(
      "<script type=\"application/json\" id=\"kijun-provenance\">{}</script>\n\"provenance\": {}\n\"properties\": "
      "{}\n");
  for (const Format& format : {kHtmlFormat, kJsonFormat, kSarifFormat}) {
    std::ostringstream out;
    format.write(model, {}, out);
    EXPECT_TRUE(read_provenance(out.str()).has_value()) << format.name;
  }
}

TEST(ProvenanceOfTest, TheLocationIsLeftOutWhereItDependsOnTheWorkingDirectory) {
  const FakeModel model;
  ReportOptions options;
  options.ci.folders = {"2018", "/repo/data", "/repo/data/2018", {}, {}, false};
  EXPECT_EQ(provenance_of(model, options, "json").location, "");
  EXPECT_EQ(provenance_of(model, options, "sarif").location, "2018");  // the paths in it depend on it as well
}

}  // namespace
}  // namespace kijun::reports
