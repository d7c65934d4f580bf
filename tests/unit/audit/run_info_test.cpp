#include "engine/audit/run_info.h"

#include <gmock/gmock.h>

#include "tests/unit/audit/audit_support.h"

namespace kijun::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<std::string> earlier_surveys(const std::string& survey) {
  const auto run = run_files(repository_files(), "rules/mcare", survey);
  return run->model == nullptr ? std::vector<std::string>{run->codes()} : run->model->run().earlier_surveys;
}

TEST(RunInfoTest, NamesTheEarlierSurveysThatWereReadNewestFirst) {
  EXPECT_THAT(earlier_surveys("tests/fixtures/kakuu-years/2024"), ElementsAre("kakuu-years-2021", "kakuu-years-2018"));
  EXPECT_THAT(earlier_surveys("tests/fixtures/kakuu-years/2018"), IsEmpty());
}

}  // namespace
}  // namespace kijun::audit
