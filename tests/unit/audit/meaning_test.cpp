#include "engine/audit/meaning.h"

#include <gtest/gtest.h>

#include "engine/policy/ruleset_loader.h"
#include "engine/table/vocabulary_file.h"

namespace kijun::audit {
namespace {

constexpr std::string_view kMeantFields = R"(
[vocabulary]
id = "demo"
title = { ja = "架空県の項目", en = "Fields of a made-up prefecture" }
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
id = "count"
label = { ja = "数", en = "Number" }
type = "int"
role = "fact"
kinds = ["municipality"]
)";

constexpr std::string_view kMeantRules = R"(
[ruleset]
id = "demo-1"
title = { ja = "架空県の基準", en = "Rules of a made-up prefecture" }
fiscal_years = { from = 2018, to = 2020 }
[params]
limit = 2
[[topic]]
id = "council"
title = { ja = "協議の場", en = "Councils" }
[[actor]]
id = "municipality"
title = { ja = "市町村", en = "municipality" }
[[basis]]
id = "guideline"
title = { ja = "基本指針", en = "Guideline" }
status = "unconfirmed"
[[condition]]
id = "met"
expr = 'council == "established"'
[[rule]]
id = "first"
title = { ja = "協議の場", en = "Council" }
kind = "policy"
topic = "council"
actor = "municipality"
for_each = "municipality"
require = 'met && count >= params.limit'
severity = "error"
basis = ["guideline"]
message = { ja = "{name}は未設置です。", en = "{name} has none." }
[[indicator]]
id = "rate"
title = { ja = "設置率", en = "Rate" }
for_each = "municipality"
met = 'met'
target = 1.0
[[band_set]]
id = "progress"
title = { ja = "進捗", en = "Progress" }
indicators = ["rate"]
[[band_set.band]]
id = "on_track"
title = { ja = "順調", en = "on track" }
at_least = "1"
[[band_set.band]]
id = "behind"
title = { ja = "遅れている", en = "behind" }
at_least = "0"
)";

std::string with(std::string_view text, std::string_view from, std::string_view to) {
  std::string changed(text);
  const std::size_t at = changed.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? changed : changed.replace(at, from.size(), to);
}

std::vector<Meaning> meanings(const std::string& rules) {
  MemoryFileSystem files;
  diag::SourceMap sources;
  diag::Sink sink;
  static_cast<void>(files.write("r.toml", rules));
  const auto vocabulary = table::load_vocabulary(sources.add("fields.toml", std::string(kMeantFields)), sink);
  auto ruleset = policy::load_ruleset("r.toml", *Date::from_ymd(2019, 3, 31), {files, sources, sink});
  const auto plan = ruleset ? make_plan(std::move(*ruleset), *vocabulary, sink) : nullptr;
  EXPECT_NE(plan, nullptr) << (sink.diagnostics().empty() ? "" : sink.diagnostics().front().message.en);
  return plan == nullptr ? std::vector<Meaning>{} : meanings_of(*plan);
}

/// "meaning", "texts", "both" or "nothing": what a change of the rule's text touches.
std::string touched(std::string_view from, std::string_view to, std::size_t which = 0) {
  const std::vector<Meaning> before = meanings(std::string(kMeantRules));
  const std::vector<Meaning> after = meanings(with(kMeantRules, from, to));
  if (before.size() != 3 || after.size() != 3) return "?";
  const bool meaning = before[which].meaning != after[which].meaning;
  const bool texts = before[which].texts != after[which].texts;
  if (meaning) return texts ? "both" : "meaning";
  return texts ? "texts" : "nothing";
}

TEST(MeaningTest, OtherWordsChangeTheTextsOnly) {
  EXPECT_EQ(touched("{name}は未設置です。", "{name}には協議の場がありません。"), "texts");
  EXPECT_EQ(touched(R"(title = { ja = "協議の場", en = "Council" })", R"(title = { ja = "会議", en = "Council" })"),
            "texts");
  EXPECT_EQ(touched(R"(basis = ["guideline"])", "basis = [\"guideline\"]\nrefs = [\"K1\"]"), "texts");
  EXPECT_EQ(touched(R"(ja = "設置率")", R"(ja = "設置の割合")", 1), "texts");
}

TEST(MeaningTest, ABandSetMeansItsIndicatorsAndItsBounds) {
  EXPECT_EQ(meanings(std::string(kMeantRules)).at(2).id, "band_set:progress");
  EXPECT_EQ(touched(R"(ja = "順調")", R"(ja = "順調です")", 2), "texts");
  EXPECT_EQ(touched(R"(at_least = "1")", R"(at_least = "2/3")", 2), "meaning");
  EXPECT_EQ(touched(R"(indicators = ["rate"])", "indicators = []", 2), "meaning");
}

TEST(MeaningTest, AnotherWayToSayItChangesNothing) {
  EXPECT_EQ(touched("met && count >= params.limit", "count >= params.limit && met"), "nothing");
  EXPECT_EQ(touched("met && count >= params.limit", "council == \"established\" && 2 <= count"), "nothing");
  EXPECT_EQ(touched("severity = \"error\"\nbasis = [\"guideline\"]", "basis = [\"guideline\"]\nseverity = \"error\""),
            "nothing");
  EXPECT_EQ(touched("\n[[indicator]]", "\n# a comment\n[[indicator]]"), "nothing");
}

TEST(MeaningTest, AnotherVerdictChangesTheMeaning) {
  EXPECT_EQ(touched("count >= params.limit", "count > params.limit"), "meaning");
  EXPECT_EQ(touched("limit = 2", "limit = 3"), "meaning");
  EXPECT_EQ(touched(R"(severity = "error")", R"(severity = "warning")"), "meaning");
  EXPECT_EQ(touched(R"(severity = "error")", "severity = \"error\"\nbefore_deadline = \"notice\""), "meaning");
  EXPECT_EQ(touched(R"(severity = "error")", "severity = \"error\"\ndeadline = 'date(\"2019-03-31\")'"), "meaning");
  EXPECT_EQ(touched(R"(severity = "error")", "severity = \"error\"\nstage = \"draft\""), "meaning");
  EXPECT_EQ(touched(R"(status = "unconfirmed")", R"(status = "confirmed")"), "meaning");
  EXPECT_EQ(touched(R"(expr = 'council == "established"')", R"(expr = 'council != "none"')"), "meaning");
  EXPECT_EQ(touched("target = 1.0", "target = 0.9", 1), "meaning");
  EXPECT_EQ(touched("target = 1.0", "target = 0.9", 0), "nothing");
}

TEST(MeaningTest, OfAVocabularyIsWhatItsAnswersAre) {
  diag::SourceMap sources;
  diag::Sink sink;
  const auto meaning = [&](const std::string& text) {
    return meaning_of(*table::load_vocabulary(sources.add("fields.toml", text), sink));
  };
  const std::string before = meaning(std::string(kMeantFields));
  EXPECT_EQ(meaning(with(kMeantFields, "設置済み", "設けた")), before);
  EXPECT_NE(meaning(with(kMeantFields, "○", "◎")), before);
  EXPECT_NE(meaning(with(kMeantFields, "type = \"int\"", "type = \"double\"")), before);
  EXPECT_NE(meaning(with(kMeantFields, "role = \"fact\"", "role = \"plan\"")), before);
}

}  // namespace
}  // namespace kijun::audit
