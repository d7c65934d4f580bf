#include "tests/unit/audit/small_audit.h"

#include <gtest/gtest.h>

namespace kijun::audit {
namespace {

constexpr const char* kPack = R"([pack]
id = "demo"
version = "1.0.0"
title = { ja = "架空", en = "demo" }
vocabulary = "fields.toml"
editions = ["rules.toml"]
)";

constexpr const char* kFields = R"([vocabulary]
id = "demo"
title = { ja = "架空", en = "demo" }
[[field]]
id = "council"
label = { ja = "協議の場", en = "Council" }
type = "enum"
role = "declared"
kinds = ["municipality"]
  [[field.value]]
  id = "established"
  label = { ja = "設置済み", en = "established" }
  marks = ["○"]
  [[field.value]]
  id = "none"
  label = { ja = "未設置", en = "none" }
  marks = ["×"]
[[field]]
id = "plan"
label = { ja = "計画", en = "Plan" }
type = "bool"
role = "plan"
kinds = ["municipality"]
[[field]]
id = "note"
label = { ja = "備考", en = "Note" }
type = "string"
role = "note"
kinds = ["municipality"]
[[field]]
id = "joint"
label = { ja = "共同", en = "Joint" }
type = "bool"
role = "reading"
kinds = ["municipality"]
reads = "note"
unless_reviewed = false
question = { ja = "共同の会議体か", en = "Is it a joint body?" }
[[field]]
id = "beds"
label = { ja = "床数", en = "Beds" }
type = "int"
unit = { ja = "床", en = "beds" }
role = "fact"
kinds = ["municipality"]
[[field]]
id = "due"
label = { ja = "予定", en = "Due" }
type = "date"
role = "fact"
kinds = ["municipality"]
[[field]]
id = "not_asked"
label = { ja = "設問外", en = "Not asked" }
type = "bool"
role = "fact"
kinds = ["municipality"]
)";

constexpr const char* kRulesetHead = R"([ruleset]
id = "demo-1"
title = { ja = "架空の基準", en = "Made-up rules" }
fiscal_years = { from = 2018, to = 2020 }
[[topic]]
id = "council"
title = { ja = "協議の場", en = "Councils" }
[[actor]]
id = "municipality"
title = { ja = "市町村", en = "municipality" }
)";

constexpr const char* kSurvey = R"([survey]
id = "kakuu-2018"
series = "kakuu"
fiscal_year = 2018
title = { ja = "架空県の調査", en = "Survey of a made-up prefecture" }
answers_as_of = 2019-03-01
answers_as_of_basis = { ja = "架空", en = "made up" }
as_of = 2019-03-31
status = "final"
register = "../register.toml"
decisions = "decisions.toml"
[source]
title = { ja = "架空", en = "made up" }
publisher = { ja = "架空県", en = "made-up prefecture" }
file = "answers.csv"
[answers]
file = "answers.csv"
encoding = "utf-8"
header_rows = 1
subject_column = "団体名"
subject_by = "name"
[[column]]
header = "協議の場"
field = "council"
[[column]]
header = "計画"
field = "plan"
[[column]]
header = "備考"
field = "note"
)";

}  // namespace

SmallAudit::SmallAudit() : files_(std::make_unique<MemoryFileSystem>()) {
  const auto add = [&](const std::string& path, std::string_view text) {
    EXPECT_TRUE(files_->write(path, text).has_value());
  };
  add("pack/pack.toml", kPack);
  add("pack/fields.toml", kFields);
  add("pref/register.toml",
      "[register]\nid = \"kakuu\"\nprefecture = \"990001\"\ntitle = { ja = \"架空県\", en = \"Kakuu\" }\n"
      "municipalities = \"municipalities.csv\"\nzones = \"zones.toml\"\nbodies = \"bodies.toml\"\n"
      "zone_term = { ja = \"圏域\", en = \"zone\" }\n");
  add("pref/municipalities.csv",
      "code,name,kana,name_en,name_variants,kind,zone,county,order,valid_from,valid_to,successors\n"
      "990001,架空県,かくうけん,Kakuu,,prefecture,,,1,,,\n"
      "992011,東市,ひがしし,Higashi City,,city,all,,2,,,\n"
      "992020,西市,にしし,Nishi City,,city,all,,3,,,\n"
      "992038,南市,みなみし,Minami City,,city,all,,4,,,\n");
  add("pref/zones.toml", "[[zone]]\nid = \"all\"\nname = { ja = \"全域\", en = \"Whole\" }\norder = 1\n");
  add("pref/bodies.toml", "");
  add("pref/2018/survey.toml", kSurvey);
  decide("");
  answer("架空県,,,\n東市,○,○,\n西市,×,○,\n南市,,,\n");
}

void SmallAudit::answer(const std::string& rows) {
  EXPECT_TRUE(files_->write("pref/2018/answers.csv", "団体名,協議の場,計画,備考\n" + rows).has_value());
}

void SmallAudit::decide(const std::string& decisions) {
  EXPECT_TRUE(files_->write("pref/2018/decisions.toml", decisions).has_value());
}

std::unique_ptr<AuditRun> SmallAudit::run(const std::string& rules, AuditOptions options) {
  EXPECT_TRUE(files_->write("pack/rules.toml", kRulesetHead + rules).has_value());
  const std::optional<Date> as_of = options.as_of == Date{} ? std::nullopt : std::optional(options.as_of);
  return run_files(std::make_unique<MemoryFileSystem>(*files_), "pack", "pref/2018", as_of, std::move(options));
}

}  // namespace kijun::audit
