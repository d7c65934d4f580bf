#include "engine/table/missing.h"

#include <gtest/gtest.h>

#include <array>

namespace kijun::table {
namespace {

struct Row {
  MissingReason reason;
  std::string_view id;
  MissingRoute route;
  bool asks;
};

// Design section 4, "Missing reasons route", typed from its text.
constexpr std::array kRows{
    Row{MissingReason::kBlank, "blank", MissingRoute::kUnknown, true},
    Row{MissingReason::kUnreadable, "unreadable", MissingRoute::kUnknown, true},
    Row{MissingReason::kAbsent, "absent", MissingRoute::kUnknown, false},
    Row{MissingReason::kWithheld, "withheld", MissingRoute::kUnknown, false},
    Row{MissingReason::kNotApplicable, "not_applicable", MissingRoute::kNotApplicable, false},
    Row{MissingReason::kNotReviewed, "not_reviewed", MissingRoute::kUnknown, false},
    Row{MissingReason::kEmptyGroup, "empty_group", MissingRoute::kUnknown, false},
    Row{MissingReason::kMerged, "merged", MissingRoute::kUnknown, false},
    Row{MissingReason::kNoSurvey, "no_survey", MissingRoute::kNotApplicable, false},
    Row{MissingReason::kNewSubject, "new_subject", MissingRoute::kNotApplicable, false},
};

TEST(MissingTest, RoutesEveryReasonAsTheDesignSays) {
  for (const Row& row : kRows) {
    SCOPED_TRACE(row.id);
    EXPECT_EQ(reason_id(row.reason), row.id);
    EXPECT_EQ(route(row.reason), row.route);
    EXPECT_EQ(asks_question(row.reason), row.asks);
    EXPECT_EQ(parse_reason(row.id), row.reason);
    EXPECT_FALSE(reason_label(row.reason).ja.empty());
    EXPECT_FALSE(reason_label(row.reason).en.empty());
  }
}

TEST(MissingTest, GivesAnAnsweredCellNoId) {
  EXPECT_EQ(reason_id(MissingReason::kNone), "");
  EXPECT_EQ(parse_reason(""), std::nullopt);
  EXPECT_EQ(parse_reason("none"), std::nullopt);
  EXPECT_FALSE(asks_question(MissingReason::kNone));
}

}  // namespace
}  // namespace kijun::table
