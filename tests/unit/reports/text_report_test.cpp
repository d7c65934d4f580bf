#include "reports/text/text_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

#include "engine/base/unicode.h"
#include "tests/unit/reports/ci_model.h"

namespace kijun::reports {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string terminal_text(const audit::ResultModel& model, const ReportOptions& options) {
  std::ostringstream out;
  write_text_report(model, options, out);
  return out.str();
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t number = 0;
  for (std::size_t at = text.find(part); at != std::string_view::npos; at = text.find(part, at + part.size())) ++number;
  return number;
}

/// The result with answers that stand in a file, below a hostile line, and a condition that has a name of its own.
class PlacedModel : public DecidedModel {
 public:
  PlacedModel() {
    policy::Ruleset& ruleset = rules_to_change();
    policy::Condition met;
    met.id = "council_met";
    met.expr = piece("council == \"established\"");
    ruleset.conditions.push_back(met);
    for (policy::Rule& rule : ruleset.rules) rule.require = piece("council_met");
  }
  audit::ResultDetail detail(std::size_t column, std::size_t position) const override {
    audit::ResultDetail detail = DecidedModel::detail(column, position);
    for (audit::CellView& cell : detail.evidence) place(cell);
    for (audit::OpenCause& cause : detail.unknown_because) place(cause.cell);
    return detail;
  }

 private:
  [[nodiscard]] diag::EmbeddedText piece(std::string_view part) const {
    const std::size_t at = rules_.text().rfind(part);
    return diag::EmbeddedText::verbatim(rules_, at, at + part.size());
  }
  void place(audit::CellView& cell) const {
    const std::size_t at = answers_.text().find("×");
    cell.span = {&answers_, at, at + std::string_view("×").size()};
  }

  diag::Source answers_{"data/2018/answers.csv", "code,council\n::error::,##[x],甲市,×\n"};
  diag::Source rules_{"rules/a.toml", "[[condition]]\nexpr = 'council == \"established\"'\nrequire = 'council_met'\n"};
};

ReportOptions options_with(TextFrames frames, TextOrder order = TextOrder::kRule) {
  ReportOptions options = repository_options();
  options.text.frames = frames;
  options.text.order = order;
  return options;
}

TEST(TextReportTest, ShowsTheCellAndWhatTheConditionMeans) {
  const std::string text = terminal_text(PlacedModel(), repository_options());
  EXPECT_THAT(text, HasSubstr("--> data/2018/answers.csv:2:20"));
  EXPECT_THAT(text, HasSubstr("2 | ::error::,\\u{0023}#[x],甲市,×\n"));
  EXPECT_THAT(text, HasSubstr("::: rules/a.toml:2:9"));
  EXPECT_THAT(text,
              HasSubstr("2 | expr = 'council == \"established\"'\n          |         ------------------------\n"));
}

TEST(TextReportTest, ShowsNoPlaceTheFirstThatGatesOfEachRuleOrAll) {
  const PlacedModel model;
  // A frame of the rule stands with each finding, one of a cell only where a cell decided.
  EXPECT_EQ(count(terminal_text(model, options_with(TextFrames::kNone)), ":::"), 0U);
  // Of what fails, 乙町's council is waived, 甲市's note is in the baseline, and the trial is a draft.
  EXPECT_EQ(count(terminal_text(model, options_with(TextFrames::kFirst)), ":::"), 3U);
  EXPECT_EQ(count(terminal_text(model, options_with(TextFrames::kAll)), ":::"), 10U);
}

TEST(TextReportTest, ListsFindingsBySubjectInTheOrderOfThePlan) {
  const std::string text = terminal_text(PlacedModel(), options_with(TextFrames::kNone, TextOrder::kSubject));
  EXPECT_THAT(text, HasSubstr("Findings by subject"));
  EXPECT_THAT(text, HasSubstr("\n  Otsu Town (993018)\n    unmet        error    Municipal council"));
  EXPECT_LT(text.find("Ko City (991007)"), text.find("Otsu Town (993018)"));
  EXPECT_LT(text.find("Otsu Town (993018)"), text.find("\n  Joint Meeting\n"));
}

TEST(TextReportTest, ColoursOnlyWhenAsked) {
  ReportOptions options = repository_options();
  EXPECT_THAT(terminal_text(PlacedModel(), options), Not(HasSubstr("\x1b[")));
  options.text.style.color = true;
  EXPECT_THAT(terminal_text(PlacedModel(), options), HasSubstr("\x1b[1;31m"));
}

TEST(TextReportTest, SaysHowManyMayBeUndecided) {
  FakeModel model;
  EXPECT_THAT(terminal_text(model, repository_options()), Not(HasSubstr("--max-unknown")));
  model.run_info().max_unknown = 3;
  model.counts().num_open_unknown = 5;
  EXPECT_THAT(terminal_text(model, repository_options()), HasSubstr("undecided results (--max-unknown): 5, at most 3"));
}

TEST(TextReportTest, FitsIntoEightyColumnsAtBothWidths) {
  for (const Language language : {Language::kJapanese, Language::kEnglish}) {
    for (const std::size_t ambiguous_width : {1U, 2U}) {
      ReportOptions options = options_with(TextFrames::kAll, TextOrder::kSubject);
      options.language = language;
      options.text.style.ambiguous_width = ambiguous_width;
      std::istringstream lines(terminal_text(PlacedModel(), options));
      for (std::string line; std::getline(lines, line);) EXPECT_LE(display_width(line, ambiguous_width), 80U) << line;
    }
  }
}

}  // namespace
}  // namespace kijun::reports
