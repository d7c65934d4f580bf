#include "engine/audit/compare/result_file.h"

#include <gtest/gtest.h>

namespace kijun::audit {
namespace {

// As docs/results-json.md has it, less what comparing does not read.
constexpr const char* kFile = R"({
"schema": "kijun.results/1",
"tool": {"name": "kijun", "version": "1.0"},
"survey": {"id": "kakuu-2021", "series": "kakuu", "fiscal_year": 2021, "title": {"ja": "調査", "en": "survey"},
  "answers_as_of": "2022-03-01", "joins": [{"subject": {"kind": "city", "code": "992046", "name": {"ja": "夢見市", "en": "Yumemi City"}},
  "earlier_survey": "kakuu-2018", "predecessors": [{"kind": "town", "code": "993018", "name": {"ja": "夢見町", "en": "Yumemi Town"}}], "compares": true}]},
"as_of": "2022-03-31",
"ruleset": {"pack": "p", "pack_version": "1.0.0", "id": "p-2", "title": {"ja": "規則", "en": "rules"}},
"inputs": [{"role": "answers", "path": "answers.csv", "sha256": "aa"}, {"role": "ruleset", "path": "r.toml", "sha256": "bb"}],
"narrowed": [],
"revision": null,
"later_decisions": 0,
"indicators": [{"id": "rate", "title": {"ja": "率", "en": "rate"}, "lower": 1, "upper": 2, "of": 3, "answered": 2}],
"rules": [{"id": "r", "title": {"ja": "題", "en": "title"}, "stage": "draft", "basis": ["act", "notice"]}],
"bases": [{"id": "act", "status": "confirmed"}, {"id": "notice", "status": "unconfirmed"}],
"not_listed": [],
"results": [
{"rule": "r", "field": null, "subject": {"kind": "municipality", "code": "992046", "name": {"ja": "夢見市", "en": "Yumemi City"}},
 "outcome": "fail", "verdict": "unmet", "severity": "error", "message": {"ja": "未達", "en": "unmet"}}
]
})";

std::string with(std::string_view from, std::string_view to) {
  std::string text = kFile;
  const std::size_t at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return text.replace(at, from.size(), to);
}

TEST(ResultFileTest, ReadsWhatComparingTakes) {
  const Result<ResultTable> read = read_result_file(kFile);
  ASSERT_TRUE(read.has_value()) << read.error().message;
  EXPECT_EQ(read->head.survey_id, "kakuu-2021");
  EXPECT_EQ(read->head.as_of.iso(), "2022-03-31");
  ASSERT_EQ(read->head.joins.size(), 1U);
  EXPECT_EQ(read->head.joins[0].predecessors[0].code, "993018");
  const auto rule = read->find_rule("r", "");
  const auto subject = read->find_subject("municipality", "992046");
  ASSERT_TRUE(rule && subject);
  EXPECT_TRUE(read->rules()[*rule].draft);
  EXPECT_TRUE(read->rules()[*rule].basis_unconfirmed);
  const MaybeState state = read->state(*rule, *subject);
  ASSERT_TRUE(state.has_value());
  EXPECT_EQ(state->verdict, Verdict::kUnmet);
  EXPECT_EQ(read->text(*rule, *subject).en, "unmet");
  ASSERT_NE(read->find_indicator("rate"), nullptr);
  EXPECT_EQ(read->find_indicator("rate")->rate, (RateCount{1, 2, 3, 2}));
}

TEST(ResultFileTest, RefusesAFileThatWasWrittenForAnAudience) {
  const Result<ResultTable> read =
      read_result_file(with("\"narrowed\": [],", "\"narrowed\": [],\n\"audience\": \"public\","));
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().message,
            "answers are left out for its audience (public); write it again without `--audience`");
}

TEST(ResultFileTest, HashesItsInputsAsARunDoes) {
  TableHead head;
  hash_inputs({{"answers", "aa"}, {"ruleset", "bb"}}, "1.0", head);
  const Result<ResultTable> read = read_result_file(kFile);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->head.data_hash, head.data_hash);
  EXPECT_EQ(read->head.rules_hash, head.rules_hash);
}

TEST(ResultFileTest, RefusesWhatWouldSeemResolved) {
  struct Wrong {
    std::string text;
    const char* message;
  };
  const Wrong wrong[] = {
      {"{", "line 1 is not JSON"},
      {"{}", "not written by `kijun audit --out json=`"},
      {with("kijun.results/1", "kijun.results/2"), "not written by `kijun audit --out json=`"},
      {with("\"narrowed\": []", "\"narrowed\": [\"--only r\"]"),
       "it is of a narrowed run; write it again without --only, --for and --group"},
      {with("\"not_listed\": []", "\"not_listed\": [{\"rule\": \"r\", \"findings\": 3, \"others\": 0}]"),
       "it does not list every finding; write it again with a larger `--max-findings`"},
      {with("\"as_of\": \"2022-03-31\"", "\"as_of\": \"2022\""), "its survey or date cannot be read"},
      {with("\"outcome\": \"fail\"", "\"outcome\": \"failed\""), "result 1 cannot be read"},
      {with("\"results\": [\n", "\"results\": [\n1,"), "result 1 cannot be read"},
  };
  for (const Wrong& each : wrong) {
    const Result<ResultTable> read = read_result_file(each.text);
    ASSERT_FALSE(read.has_value()) << each.message;
    EXPECT_EQ(read.error().message, each.message);
  }
}

TEST(ResultFileTest, RefusesAFileWithoutWhatPassed) {
  // Who passed everything would seem to be new on the other side.
  const Result<ResultTable> read =
      read_result_file(with("\"narrowed\": []", "\"narrowed\": [], \"summary\": {\"results\": 2}"));
  ASSERT_FALSE(read.has_value());
  EXPECT_EQ(read.error().message,
            "it does not list what was met or not applicable; write it again without `--results findings`, and if need "
            "be with a larger `--max-findings`");
  EXPECT_TRUE(
      read_result_file(with("\"narrowed\": []", "\"narrowed\": [], \"summary\": {\"results\": 1}")).has_value());
}

TEST(ResultFileTest, TakesAFileThatNamesNoKindsForOneOfMunicipalities) {
  const Result<ResultTable> read = read_result_file(kFile);
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->head.record_kinds.size(), 2U);
  EXPECT_EQ(read->head.record_kinds[0].label.ja, "市町村");
  ASSERT_EQ(read->subjects().size(), 1U);
  EXPECT_TRUE(read->subjects()[0].is_record);
  EXPECT_TRUE(read->subjects()[0].is_member);
}

TEST(ResultFileTest, TellsRecordsFromGroupsByTheKindsItNames) {
  const std::string text = with("\"answers_as_of\"", R"("record_kinds": [{"id": "shelter", "label": {"ja": "避難所",
  "en": "shelter"}}, {"id": "municipality", "label": {"ja": "市町村", "en": "municipality"}}], "answers_as_of")");
  const Result<ResultTable> read = read_result_file(text);
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->head.record_kinds[0].label.en, "shelter");
  ASSERT_EQ(read->subjects().size(), 1U);
  EXPECT_TRUE(read->subjects()[0].is_record);
  EXPECT_FALSE(read->subjects()[0].is_member);  // The first kind is what is counted.
}

TEST(ResultFileTest, TellsItFromAManifest) {
  EXPECT_TRUE(is_result_file("\n {\"schema\": 1}"));
  EXPECT_FALSE(is_result_file("[survey]\nid = \"x\"\n"));
  EXPECT_FALSE(is_result_file(""));
}

}  // namespace
}  // namespace kijun::audit
