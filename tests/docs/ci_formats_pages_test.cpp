#include <gtest/gtest.h>

#include <algorithm>

#include "reports/ci/mapping.h"
#include "reports/ci/notifications.h"
#include "tests/docs/markdown.h"

namespace kijun::docs {
namespace {

using audit::BaselineState;
using audit::Outcome;
using policy::RuleKind;
using policy::Severity;
using reports::CaseEnd;
using reports::CiMapping;
using reports::ResultStanding;

ResultStanding standing(Outcome outcome, Severity severity = Severity::kError, bool blocks = false) {
  ResultStanding made;
  made.outcome = outcome;
  made.severity = severity;
  made.blocks = blocks;
  return made;
}

ResultStanding review(bool blocks) {
  ResultStanding made = standing(Outcome::kFail, Severity::kWarning, blocks);
  made.kind = RuleKind::kReview;
  return made;
}

ResultStanding draft(Outcome outcome) {
  ResultStanding made = standing(outcome);
  made.draft = true;
  return made;
}

ResultStanding waived(Outcome outcome) {
  ResultStanding made = standing(outcome);
  made.waived = true;
  return made;
}

ResultStanding known(Severity severity) {
  ResultStanding made = standing(Outcome::kFail, severity);
  made.baseline = BaselineState::kUnchanged;
  return made;
}

/// The rows of the page's table, in its order.
std::vector<CiMapping> documented() {
  const std::vector<ResultStanding> standings{
      standing(Outcome::kPass),
      standing(Outcome::kNotApplicable),
      standing(Outcome::kFail, Severity::kError, true),
      standing(Outcome::kFail, Severity::kError, false),
      standing(Outcome::kFail, Severity::kWarning, true),
      standing(Outcome::kFail, Severity::kWarning, false),
      standing(Outcome::kFail, Severity::kNotice, true),
      standing(Outcome::kFail, Severity::kNotice, false),
      review(true),
      review(false),
      standing(Outcome::kUnknown, Severity::kError, true),
      standing(Outcome::kUnknown, Severity::kError, false),
      standing(Outcome::kError, Severity::kError, true),
      draft(Outcome::kFail),
      draft(Outcome::kUnknown),
      waived(Outcome::kFail),
      waived(Outcome::kUnknown),
      known(Severity::kError),
      known(Severity::kWarning),
  };
  std::vector<CiMapping> rows;
  for (const ResultStanding& each : standings) rows.push_back(reports::map_result(each));
  for (const Severity level : {Severity::kError, Severity::kWarning, Severity::kNotice})
    rows.push_back(reports::map_notification(level));
  return rows;
}

std::string word_or_dash(std::string_view word) { return word.empty() ? "–" : std::string(word); }

/// A row's cells behind the first.
std::vector<std::string> cells_of(const CiMapping& mapping) {
  const std::string kind = mapping.sarif_kind.empty() ? "notification" : std::string(mapping.sarif_kind);
  return {kind + " / " + std::string(mapping.sarif_level),
          word_or_dash(mapping.github_alert),
          mapping.junit == CaseEnd::kPassed ? "passed" : std::string(reports::case_end_id(mapping.junit)),
          word_or_dash(mapping.gitlab),
          word_or_dash(mapping.command),
          word_or_dash(mapping.checkstyle)};
}

TEST(CiFormatsPagesTest, TheTableIsTheMapping) {
  for (const char* page : {"docs/ci-formats.ja.md", "docs/ci-formats.en.md"}) {
    const std::vector<Table> tables = tables_of(page);
    const auto table =
        std::find_if(tables.begin(), tables.end(), [](const Table& each) { return each.header.size() == 7; });
    ASSERT_NE(table, tables.end()) << page;
    const std::vector<CiMapping> rows = documented();
    ASSERT_EQ(table->rows.size(), rows.size()) << page;
    for (std::size_t row = 0; row < rows.size(); ++row) {
      std::vector<std::string> cells;
      for (std::size_t i = 1; i < table->rows[row].size(); ++i) cells.push_back(plain(table->rows[row][i]));
      EXPECT_EQ(cells, cells_of(rows[row])) << page << ": " << table->rows[row][0];
    }
  }
}

}  // namespace
}  // namespace kijun::docs
