#include "engine/base/glossary_scope.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/threads.h"

namespace kijun {
namespace {

Glossary terms(const char* to) { return Glossary(std::vector<GlossaryTerm>{{{"圏域", "zone"}, {to, to}}}); }

std::string told() { return in_terms("圏域", Language::kJapanese); }

TEST(GlossaryScopeTest, TellsTextsAsTheyAreOutsideOfAny) {
  EXPECT_EQ(told(), "圏域");
  EXPECT_EQ(in_terms(LocalizedView{"圏域", "zone"}), (LocalizedText{"圏域", "zone"}));
}

TEST(GlossaryScopeTest, TellsThemInTheTermsOfTheInnermostAndGoesBack) {
  const Glossary one = terms("甲");
  const Glossary other = terms("乙");
  const Glossary none;
  {
    const GlossaryScope outer(one);
    EXPECT_EQ(told(), "甲");
    EXPECT_EQ(in_terms(LocalizedText{"圏域", "zone"}), (LocalizedText{"甲", "甲"}));
    {
      const GlossaryScope inner(other);
      EXPECT_EQ(told(), "乙");
    }
    {
      const GlossaryScope inner(none);
      EXPECT_EQ(told(), "圏域");
    }
    EXPECT_EQ(told(), "甲");
  }
  EXPECT_EQ(told(), "圏域");
}

TEST(GlossaryScopeTest, HoldsForItsOwnThreadAlone) {
  const Glossary one = terms("甲");
  const GlossaryScope scope(one);
  std::array<std::string, 2> told_by;
  run_parallel(2, [&](std::uint32_t part) { told_by[part] = told(); });
  EXPECT_EQ(told_by[0], "圏域");
  EXPECT_EQ(told_by[1], "甲");  // the calling one
}

}  // namespace
}  // namespace kijun
