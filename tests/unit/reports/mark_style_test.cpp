#include "reports/html/mark_style.h"

#include <gtest/gtest.h>

namespace kijun::reports {
namespace {

TEST(MarkStyleTest, HasTheMarksOfEachVerdictInBothLanguages) {
  const std::string style = mark_style();
  for (const char* const rule :
       {".v-met{--mark-ja:\"達\";--mark-en:\"M\"}", ".v-unmet{--mark-ja:\"未\";--mark-en:\"U\"}",
        ".v-not_yet_due{--mark-ja:\"前\";--mark-en:\"B\"}", ".v-note{--mark-ja:\"留\";--mark-en:\"N\"}",
        ".v-confirm{--mark-ja:\"確\";--mark-en:\"C\"}", ".v-undecided{--mark-ja:\"？\";--mark-en:\"？\"}",
        ".v-not_applicable{--mark-ja:\"－\";--mark-en:\"－\"}", ".v-error{--mark-ja:\"！\";--mark-en:\"！\"}"})
    EXPECT_NE(style.find(rule), std::string::npos) << rule;
}

}  // namespace
}  // namespace kijun::reports
