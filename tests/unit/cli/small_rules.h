#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "engine/analysis/rules_table/rules_table.h"
#include "engine/base/file_system.h"
#include "engine/diag/diagnostic.h"
#include "engine/diag/source.h"
#include "engine/policy/merged_ruleset.h"
#include "engine/table/vocabulary.h"

namespace kijun::cli {

/// The vocabulary, the base and the edition of a made-up pack.
inline constexpr std::string_view kFields = R"([vocabulary]
id = "demo"
title = { ja = "架空", en = "demo" }
[[field]]
id = "named"
label = { ja = "記載", en = "named" }
type = "bool"
role = "fact"
kinds = ["municipality"]
)";

inline constexpr std::string_view kBase = R"([ruleset]
id = "base"
title = { ja = "共通", en = "base" }
[[topic]]
id = "t"
title = { ja = "分野", en = "topic" }
[[actor]]
id = "municipality"
title = { ja = "市町村", en = "municipality" }
[[basis]]
id = "law"
title = { ja = "法", en = "Act" }
status = "unconfirmed"
[[basis]]
id = "guide"
title = { ja = "指針", en = "Guideline" }
status = "confirmed"
[params]
quota = { value = 5, basis = ["law"], description = { ja = "目標の数", en = "quota" } }
[params.lower]
values = [{ from = 2018-04-01, value = 1 }, { from = 2020-01-01, value = 2 }]
[[rule]]
id = "far"
title = { ja = "遠い題", en = "far" }
kind = "policy"
topic = "t"
actor = "municipality"
for_each = "municipality"
require = 'named'
severity = "error"
basis = ["law"]
message = { ja = "遠い指摘", en = "far message" }
  [[rule.case]]
  id = "first"
  when = '!named'
  remedy = { ja = "遠い助言", en = "far remedy" }
[[group]]
id = "namesakes"
title = { ja = "同名", en = "namesakes" }
by = 'name'
[[indicator]]
id = "far.rate"
title = { ja = "遠い率", en = "far rate" }
description = { ja = "記載のある割合", en = "share with a name" }
for_each = "municipality"
of = 'true'
met = 'named'
target = 0.5
unit = "市町村"
[[band_set]]
id = "progress"
title = { ja = "進捗", en = "Progress" }
indicators = ["far.rate"]
  [[band_set.band]]
  id = "on_track"
  title = { ja = "順調", en = "on track" }
  at_least = "1"
  [[band_set.band]]
  id = "fair"
  title = { ja = "概ね順調", en = "mostly on track" }
  at_least = "2/3"
  [[band_set.band]]
  id = "behind"
  title = { ja = "遅れている", en = "behind" }
  at_least = "0"
)";

inline constexpr std::string_view kEdition = R"(# 先頭の注記
[ruleset]
id = "demo-1"   # 版のid
title = { ja = "架空の基準", en = "Made-up rules" }
fiscal_years = { from = 2018, to = 2020 }
extends = ["base.toml"]

[params]   # 期限
limit = { value = 2019-03-31, description = { ja = "期限", en = "limit" } }

[[rule]]   # 近いルール
id = "near"
title = { ja = "近い題", en = "near" } # 題の注記
kind = "policy"
topic = "t"
actor = "municipality"
for_each = "municipality"
require = 'named'
deadline = "params.limit"
severity = "error"
basis = ["law"]
  # 場合の注記
  [[rule.case]]
  id = "first"
  when = '!named'
  message = { ja = "近い指摘", en = "near message" }

[[indicator]]   # 率の注記
id = "near.rate"
title = { ja = "近い率", en = "near rate" }
for_each = "municipality"
of = 'named'
met = 'named'

# 末尾の注記
)";

/// A pack in memory with its table.
class SmallRules {
 public:
  explicit SmallRules(std::string_view edition = kEdition, std::string_view base = kBase);

  [[nodiscard]] const analysis::RulesTable& table() const { return table_; }
  [[nodiscard]] std::string csv(Language language = Language::kJapanese) const;
  /// What was wrong: as it is printed in English, and the codes alone.
  [[nodiscard]] std::string problems() const;
  [[nodiscard]] std::string codes() const;

  /// The edition's file after a table was read back; the file as it was when nothing was changed.
  std::string import(const std::string& csv, bool lossy = false);
  [[nodiscard]] std::size_t num_edits() const { return num_edits_; }

 private:
  MemoryFileSystem files_;
  diag::SourceMap sources_;
  diag::Sink sink_;
  table::Vocabulary vocabulary_;
  Date as_of_ = *Date::from_ymd(2021, 3, 31);
  std::optional<policy::MergedRuleset> merged_;
  std::unique_ptr<audit::Plan> plan_;
  analysis::RulesTable table_;
  std::size_t num_edits_ = 0;
};

/// `rules` as CSV with one cell changed.
std::string with_cell(const SmallRules& rules, analysis::RowKind kind, std::string_view id, std::string_view part,
                      analysis::Column column, const std::string& text);

}  // namespace kijun::cli
