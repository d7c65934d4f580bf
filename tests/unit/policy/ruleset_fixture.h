#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "engine/policy/ruleset_loader.h"

namespace kijun::policy {

inline constexpr std::string_view kHead = R"(
[ruleset]
id = "demo-1"
title = { ja = "架空県の基準", en = "Rules of a made-up prefecture" }
fiscal_years = { from = 2018, to = 2020 }
)";

inline constexpr std::string_view kWords = R"(
[[topic]]
id = "council"
title = { ja = "協議の場", en = "Councils" }
[[actor]]
id = "municipality"
title = { ja = "市町村", en = "municipality" }
[[basis]]
id = "guideline-1"
title = { ja = "基本指針", en = "Guideline" }
status = "confirmed"
)";

inline constexpr std::string_view kRule = R"(
[[rule]]
id = "council.municipality"
title = { ja = "協議の場", en = "Council" }
kind = "policy"
topic = "council"
actor = "municipality"
for_each = "municipality"
require = 'council == "established"'
severity = "error"
before_deadline = "warning"
basis = ["guideline-1"]
refs = ["K1-01"]
message = { ja = "{name}は未設置です。", en = "{name} has none." }

  [[rule.case]]
  id = "none"
  when = 'council == "none"'
  refs = ["K1-02"]
  message = { ja = "{name}は予定もありません。", en = "{name} plans none." }
)";

/// Loads rulesets from files in memory.
class RulesetFixture : public testing::Test {
 protected:
  void add(const std::string& path, std::string text) { ASSERT_TRUE(files_.write(path, text).has_value()); }

  std::optional<Ruleset> load(const std::string& path, Date as_of = *Date::from_ymd(2019, 3, 31)) {
    return load_ruleset(path, as_of, {files_, sources_, sink_, {}, {"packs"}});
  }

  std::string codes() const {
    std::string text;
    for (const diag::Diagnostic& diagnostic : sink_.diagnostics()) {
      if (!text.empty()) text += ' ';
      text += diagnostic.definition->code;
    }
    return text;
  }

  static std::string whole() { return std::string(kHead) + std::string(kWords) + std::string(kRule); }

  MemoryFileSystem files_;
  diag::SourceMap sources_;
  diag::Sink sink_;
};

}  // namespace kijun::policy
