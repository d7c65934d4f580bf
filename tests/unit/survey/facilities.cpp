#include "tests/unit/survey/facilities.h"

#include <fmt/format.h>

#include <random>
#include <vector>

#include "tests/unit/survey/survey_support.h"

namespace kijun::survey::testing {
namespace {

constexpr std::string_view kFacilityFields = R"([vocabulary]
id = "facilities"
title = { ja = "事業所", en = "Facilities" }
[[field]]
id = "council"
label = { ja = "協議の場", en = "Council" }
type = "enum"
role = "declared"
kinds = ["facility"]
  [[field.value]]
  id = "established"
  label = { ja = "設置済み", en = "established" }
  marks = ["○"]
  [[field.value]]
  id = "none"
  label = { ja = "未設置", en = "none" }
  marks = ["×", "設置の予定もない"]
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
id = "rate"
label = { ja = "稼働率", en = "Rate" }
type = "double"
role = "fact"
kinds = ["facility"]
[[field]]
id = "cost"
label = { ja = "費用", en = "Cost" }
type = "decimal"
role = "fact"
kinds = ["facility"]
[[field]]
id = "opened_on"
label = { ja = "指定日", en = "Opened on" }
type = "date"
role = "fact"
kinds = ["facility"]
[[field]]
id = "service"
label = { ja = "種別", en = "Service" }
type = "string"
role = "fact"
kinds = ["facility"]
[[field]]
id = "sectors"
label = { ja = "分野", en = "Sectors" }
type = "list"
element = "string"
role = "fact"
kinds = ["facility"]
[[field]]
id = "note"
label = { ja = "備考", en = "Note" }
type = "string"
role = "note"
kinds = ["facility"]
[[field]]
id = "shown"
label = { ja = "裏付け", en = "Shown" }
type = "bool"
role = "reading"
kinds = ["facility"]
reads = "note"
unless_reviewed = false
question = { ja = "裏付けますか。", en = "Does it?" }
[[field]]
id = "elsewhere"
label = { ja = "別の調査の項目", en = "Of another form" }
type = "int"
role = "fact"
kinds = ["facility"]
)";

constexpr std::string_view kFacilityManifest = R"([survey]
id = "facilities-2018"
series = "facilities"
fiscal_year = 2018
title = { ja = "事業所調査", en = "Facilities" }
answers_as_of = 2019-03-01
as_of = 2019-03-31
status = "final"
register = "../register.toml"
decisions = "decisions.toml"
[answers]
file = "answers.csv"
header_rows = 1
subject_by = "listed"
subject_column = "番号"
name_column = "名称"
zone_column = "圏域"
subject_kind = { id = "facility", ja = "事業所", en = "facility" }
)";

/// Cells of every column as people write them, plain and otherwise.
std::string random_cell(std::size_t column, std::mt19937& random) {
  using Pool = std::vector<std::string_view>;
  static const std::vector<Pool> kPools{
      {"○", "×", "〇", "設置の予定もない", "\"○\"", " ○", "◎", "x"},
      {"有", "無", "○", "true", "はい", "？"},
      {"0", "12", "-3", "007", "-0", "１２", "\"1,234\"", "\"12\"", " 5", "12人", "123456789012345678",
       "1234567890123456789", "99999999999999999999", "-", "1.0", "９"},
      {"0.5", "12", "-3.25", ".5", "5.", "1e5", "0.1", "123456789.123456", "1234567890123.25", "１．５", "\"0.75\"",
       "-0.0", "12345678901234567", "0.30000000000000004", "半分"},
      {"1200", "0.10", "-5", "１０", "千円", "\"2,000\""},
      {"2018-04-01", "2019-02-30", "2018/4/1", "平成30年度", "H30.4.1", "\"2018-04-02\"", "1899-12-31", "2200-01-01",
       "2018-13-01", "2018-4-1", "昨日", "2016-02-29"},
      {"居宅", "保育", "\"居宅\"", "短期", "　", "\" \"", "\"a\"\"b\"", "放課後等デイサービス", " 居宅"},
      {"医療、教育", "福祉", "\"医療,福祉\"", "\"一\n二\"", "；"},
      {"要綱により設置", "\"長い備考が\r\n続く\"", "\"引用\"\"符\"\"\"", "\"　\"", "検討中、来年度"}};
  const Pool& pool = kPools[column % kPools.size()];
  const std::size_t choice = random() % (pool.size() + 3);
  return std::string(choice < pool.size() ? pool[choice] : "");
}

}  // namespace

table::Vocabulary facility_vocabulary() { return read_vocabulary(kFacilityFields); }

std::string facility_manifest() {
  std::string text(kFacilityManifest);
  for (const std::string_view id :
       {"council", "open", "places", "rate", "cost", "opened_on", "service", "sectors", "note"})
    text += fmt::format("[[column]]\nheader = \"{}\"\nfield = \"{}\"\n", id, id);
  return text;
}

std::string random_facilities(std::uint32_t num_rows, std::uint32_t seed) {
  std::mt19937 random(seed);  // NOLINT: the same rows in every run
  const std::string_view zones[] = {"", "hokubu", "北部", "\"South\"", "中部"};
  std::string text;
  for (std::uint32_t row = 0; row < num_rows; ++row) {
    text += fmt::format("F-{},{},{}", row + 1, row % 3 == 0 ? "" : "\"名,\"\"称\"\"\"", zones[random() % 5]);
    for (std::size_t column = 0; column < 9; ++column) text += "," + random_cell(column, random);
    text += random() % 4 == 0 ? "\r\n" : "\n";
  }
  return text;
}

}  // namespace kijun::survey::testing
