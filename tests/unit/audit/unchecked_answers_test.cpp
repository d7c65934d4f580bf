#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <string>

#include "engine/base/threads.h"
#include "tests/unit/audit/audit_support.h"

// An audit is the first to read a long list of subjects, and looks at the answers on the way.
namespace kijun::audit {
namespace {

constexpr std::uint32_t kRows = 20'000;  // enough for two threads

constexpr const char* kUncheckedPack = R"([pack]
id = "demo"
version = "1.0.0"
title = { ja = "架空", en = "demo" }
vocabulary = "fields.toml"
editions = ["rules.toml"]
)";

constexpr const char* kUncheckedFields = R"([vocabulary]
id = "demo"
title = { ja = "架空", en = "demo" }
[[field]]
id = "open"
label = { ja = "開所", en = "Open" }
type = "bool"
role = "fact"
kinds = ["facility"]
[[field]]
id = "places"
label = { ja = "定員", en = "Places" }
type = "int"
role = "fact"
kinds = ["facility"]
[[field]]
id = "staff"
label = { ja = "職員", en = "Staff" }
type = "int"
role = "fact"
kinds = ["facility"]
)";

constexpr const char* kUncheckedRules = R"([ruleset]
id = "demo-1"
title = { ja = "架空の基準", en = "Made-up rules" }
fiscal_years = { from = 2018, to = 2020 }
[[topic]]
id = "open"
title = { ja = "開所", en = "Open" }
[[actor]]
id = "facility"
title = { ja = "事業所", en = "facility" }
[[rule]]
id = "open"
title = { ja = "開所", en = "Open" }
kind = "policy"
topic = "open"
actor = "facility"
for_each = "facility"
require = "open"
severity = "error"
[[rule]]
id = "zone.places"
title = { ja = "圏域の定員", en = "Places of the zone" }
kind = "policy"
topic = "open"
actor = "facility"
for_each = "facility"
require = "zone.members.count(m, m.places >= 10) >= 3333"
severity = "error"
)";

constexpr const char* kUncheckedSurvey = R"([survey]
id = "facilities-2018"
series = "facilities"
fiscal_year = 2018
title = { ja = "事業所調査", en = "Facilities" }
answers_as_of = 2019-03-01
as_of = 2019-03-31
status = "final"
register = "register.toml"
[answers]
file = "answers.csv"
header_rows = 1
subject_by = "listed"
subject_column = "番号"
zone_column = "圏域"
subject_kind = { id = "facility", ja = "事業所", en = "facility" }
[[column]]
header = "開所"
field = "open"
[[column]]
header = "定員"
field = "places"
[[column]]
header = "職員"
field = "staff"
)";

std::string record(std::uint32_t row) {
  return fmt::format("{},{},{},{},{}\n", 100'000 + row, row % 2 == 0 ? "北部" : "南部", row % 3 == 0 ? "有" : "無",
                     row % 5, row % 1000 == 999 ? "多数" : "4");
}

/// The list, with `odd` before the row of a number.
std::string records(std::uint32_t before, std::string_view odd) {
  std::string text = "番号,圏域,開所,定員,職員\n";
  for (std::uint32_t row = 0; row < kRows; ++row) {
    if (row == before) text += odd;
    text += record(row);
  }
  return text;
}

std::unique_ptr<AuditRun> run(const std::string& answers) {
  auto files = std::make_unique<MemoryFileSystem>();
  const std::map<std::string, std::string> texts{
      {"pack/pack.toml", kUncheckedPack},
      {"pack/fields.toml", kUncheckedFields},
      {"pack/rules.toml", kUncheckedRules},
      {"2018/survey.toml", kUncheckedSurvey},
      {"2018/answers.csv", answers},
      {"2018/register.toml",
       "[register]\nid = \"kakuu\"\nprefecture = \"990001\"\ntitle = { ja = \"架空県\", en = \"Kakuu\" }\n"
       "municipalities = \"municipalities.csv\"\nzones = \"zones.toml\"\n"
       "zone_term = { ja = \"圏域\", en = \"zone\" }\n"},
      {"2018/municipalities.csv",
       "code,name,kana,name_en,name_variants,kind,zone,county,order,valid_from,valid_to,successors\n"
       "990001,架空県,かくうけん,Kakuu,,prefecture,,,1,,,\n"},
      {"2018/zones.toml",
       "[[zone]]\nid = \"n\"\nname = { ja = \"北部\", en = \"North\" }\norder = 1\n"
       "[[zone]]\nid = \"s\"\nname = { ja = \"南部\", en = \"South\" }\norder = 2\n"}};
  for (const auto& [path, text] : texts) EXPECT_TRUE(files->write(path, text).has_value());
  return run_files(std::move(files), "pack", "2018");
}

std::string counts(const AuditRun& run) {
  std::string text;
  for (const RuleColumn& column : run.model->columns())
    text += fmt::format("{} {} {} {}\n", column.rule().id, column.count(Outcome::kPass), column.count(Outcome::kFail),
                        column.count(Outcome::kUnknown));
  return text;
}

/// Codes of the answers that cannot be read, in a column that no rule reads.
std::string unreadable_codes() {
  std::string codes = "KJ4310";
  for (std::uint32_t row = 1000; row < kRows; row += 1000) codes += " KJ4310";
  return codes;
}

TEST(UncheckedAnswersTest, ARunLooksAtAnswersOnTheWay) {
  const auto sound = run(records(0, ""));
  ASSERT_NE(sound->model, nullptr) << sound->codes();
  EXPECT_EQ(counts(*sound), "open 6667 13333 0\nzone.places 0 20000 0\n");
  EXPECT_EQ(sound->codes(), unreadable_codes());
}

TEST(UncheckedAnswersTest, ARunThatMeetsAWrongRecordIsNoResult) {
  const std::pair<std::string, std::string_view> wrong[] = {
      {record(7), "KJ4202 "}, {"7,東部,有,1,1\n", "KJ4209 "}, {"7,北部,有\n", "KJ4008 "}};
  for (const std::uint32_t before : {0U, 5'000U, 19'999U}) {
    for (const auto& [odd, code] : wrong) {
      const auto result = run(records(before, odd));
      EXPECT_EQ(result->model, nullptr) << before;
      EXPECT_EQ(result->codes(), std::string(code) + unreadable_codes()) << before;
    }
  }
}

TEST(UncheckedAnswersTest, ARunReadsCarefullyWhatIsOddButNotWrong) {
  const auto sound = run(records(0, ""));
  for (const std::uint32_t before : {0U, 5'000U, 19'999U}) {
    const auto odd = run(records(before, ",,,,\n\n"));
    ASSERT_NE(odd->model, nullptr) << odd->codes();
    EXPECT_EQ(counts(*odd), counts(*sound));
    EXPECT_EQ(odd->codes(), "KJ4010 " + sound->codes());
  }
}

TEST(UncheckedAnswersTest, NeitherReportsNorResultsShowHowManyThreadsReadThem) {
  const std::string answers = records(0, "");
  const auto many = run(answers);
  limit_threads(1);
  const auto one = run(answers);
  limit_threads(64);
  EXPECT_EQ(counts(*one), counts(*many));
  ASSERT_EQ(one->codes(), many->codes());
  for (std::size_t i = 0; i < one->sink.diagnostics().size(); ++i)
    EXPECT_EQ(one->sink.diagnostics()[i].span.begin, many->sink.diagnostics()[i].span.begin);
}

}  // namespace
}  // namespace kijun::audit
