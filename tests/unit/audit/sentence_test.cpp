#include "engine/audit/wording/sentence.h"

#include <gmock/gmock.h>

#include <string>
#include <vector>

#include "engine/audit/wording/function_words.h"
#include "engine/cel/functions.h"
#include "tests/unit/analysis/made_up_rules.h"

namespace kijun::audit {
namespace {

using analysis::MadeUpRules;

constexpr std::string_view kNamed = R"(
[[condition]]
id = "in_place"
for_each = "record"
expr = 'council == "established"'
description = { ja = "設置済みと回答している。", en = "The council is answered as established." }
[[condition]]
id = "bare"
for_each = "record"
expr = 'beds >= 3'
[params]
limit = { value = 2019-03-31, description = { ja = "設置の期限", en = "Target date" } }
beds = 3
)";

/// What a condition of a rule for `for_each` says.
LocalizedText words_of(const std::string& expr, SentenceUse use = SentenceUse::kDuty,
                       std::string_view for_each = "municipality") {
  const MadeUpRules rules(MadeUpRules::rule("require = '''" + expr + "'''", "r", for_each) + std::string(kNamed));
  EXPECT_TRUE(rules.loaded()) << expr << "\n" << rules.problems();
  return rules.loaded() ? condition_sentence(*rules.plan().rules.front().require, rules.plan(), use) : LocalizedText{};
}

/// What a value says, by way of a deadline or a comparison's left side.
std::string value_ja(const std::string& expr) {
  const std::string whole = words_of(expr + " == 1").ja;
  return whole.substr(0, whole.rfind("が1であること"));
}

struct Sentence {
  std::string expr;
  std::string ja;
  std::string en;
};

TEST(SentenceTest, WordsComparisons) {
  const std::vector<Sentence> cases{
      {R"(council == "planned")", "councilが「planned」であること", R"("council" is "planned")"},
      {R"("planned" == council)", "councilが「planned」であること", R"("council" is "planned")"},
      {R"(council != "planned")", "councilが「planned」でないこと", R"("council" is not "planned")"},
      {R"(council >= "planned")", "councilが「planned」以上であること", R"("council" is at least "planned")"},
      {"beds < 3", "bedsが3未満であること", R"("beds" is less than 3)"},
      {"beds <= 3", "bedsが3以下であること", R"("beds" is at most 3)"},
      {"beds > 3", "bedsが3を超えること", R"("beds" is more than 3)"},
      {"3 < beds", "bedsが3を超えること", R"("beds" is more than 3)"},
      {"!(beds > 3)", "bedsが3を超えないこと", R"("beds" is not more than 3)"},
      {"share == 0.5", "shareが0.5であること", R"("share" is 0.5)"},
      {"due < since", "dueがsinceより前であること", R"("due" is before "since")"},
      {"due <= params.limit", "dueが「設置の期限」以前であること", R"("due" is on or before "Target date")"},
      {"due > as_of", "dueが判定の基準日より後であること", R"("due" is after the date of judgement)"},
      {R"(due >= date("2019-03-31"))", "dueが2019年3月31日（平成31年3月31日）以後であること",
       R"("due" is on or after 31 March 2019)"},
      {R"(due == date("2019-03-31"))", "dueが2019年3月31日（平成31年3月31日）であること", R"("due" is 31 March 2019)"},
      {"due.addYears(1) >= as_of", "dueの1年後が判定の基準日以後であること",
       R"(1 year after "due" is on or after the date of judgement)"},
      {"due.addMonths(3) < as_of", "dueの3か月後が判定の基準日より前であること",
       R"(3 months after "due" is before the date of judgement)"},
      {"due == since", "dueがsinceと同じであること", R"("due" is the same as "since")"},
      {R"(note < "い")", "noteが文字の順で「い」より前であること", R"("note" sorts before "い")"},
      {"named", "namedが「はい」であること", R"("named" is "yes")"},
      {"!named", "namedが「いいえ」であること", R"("named" is "no")"},
      {R"(council in ["planned", "none"])", "councilが「planned」又は「none」であること",
       R"("council" is "planned" or "none")"},
      {R"(!(council in ["planned", "none"]))", "councilが「planned」でも「none」でもないこと",
       R"("council" is neither "planned" nor "none")"},
      {R"("visit" in services)", "servicesに「visit」が含まれること", R"("visit" is among "services")"},
      {"fiscal_year == 2018", "調査の年度が2018であること", "the fiscal year of the survey is 2018"},
  };
  for (const Sentence& each : cases) {
    EXPECT_EQ(words_of(each.expr).ja, each.ja) << each.expr;
    EXPECT_EQ(words_of(each.expr).en, each.en) << each.expr;
  }
}

TEST(SentenceTest, JoinsStatements) {
  const std::vector<Sentence> cases{
      {R"(council == "planned" || council == "none")", "councilが「planned」又は「none」であること",
       R"("council" is "planned" or "none")"},
      {R"(council != "planned" && council != "none")", "councilが「planned」でも「none」でもないこと",
       R"("council" is neither "planned" nor "none")"},
      {"beds > 3 && named", "bedsが3を超え、かつ、namedが「はい」であること",
       R"("beds" is more than 3, and "named" is "yes")"},
      {"beds > 3 || named", "bedsが3を超えるか、又はnamedが「はい」であること",
       R"("beds" is more than 3, or "named" is "yes")"},
      {"!(beds > 3 && named)", "bedsが3を超えないか、又はnamedが「いいえ」であること",
       R"("beds" is not more than 3, or "named" is "no")"},
      {"beds > 3 && (named || read)",
       "次のいずれにも該当すること\n(1) bedsが3を超えること\n(2) namedが「はい」であるか、又はreadが「はい」であること",
       "all of the following hold:\n(1) \"beds\" is more than 3\n(2) \"named\" is \"yes\", or \"read\" is \"yes\""},
      {"beds > 3 || (named && (read || beds == 0) && answered(due))",
       "次のいずれかに該当すること\n(1) bedsが3を超えること\n(2) 次のいずれにも該当すること\n  ア "
       "namedが「はい」であること\n"
       "  イ readが「はい」であるか、又はbedsが0であること\n  ウ dueの回答があること",
       "one or more of the following hold:\n(1) \"beds\" is more than 3\n(2) all of the following hold:\n"
       "  a. \"named\" is \"yes\"\n  b. \"read\" is \"yes\", or \"beds\" is 0\n  c. there is an answer to \"due\""},
      {"named ? beds > 3 : read", "namedが「はい」である場合はbedsが3を超え、それ以外の場合はreadが「はい」であること",
       R"(if "named" is "yes": "beds" is more than 3; otherwise: "read" is "yes")"},
      {"!(named ? beds > 3 : read)",
       "namedが「はい」である場合はbedsが3を超えず、それ以外の場合はreadが「いいえ」であること",
       R"(if "named" is "yes": "beds" is not more than 3; otherwise: "read" is "no")"},
  };
  for (const Sentence& each : cases) {
    EXPECT_EQ(words_of(each.expr).ja, each.ja) << each.expr;
    EXPECT_EQ(words_of(each.expr).en, each.en) << each.expr;
  }
}

TEST(SentenceTest, EndsByWhatTheSentenceIsFor) {
  EXPECT_EQ(words_of("named", SentenceUse::kCase).ja, "namedが「はい」である場合");
  EXPECT_EQ(words_of("named", SentenceUse::kInner).ja, "namedが「はい」である");
  EXPECT_EQ(words_of("beds > 3 || (named && read)", SentenceUse::kInner).ja,
            "bedsが3を超えるか、又は（namedが「はい」であり、かつ、readが「はい」である）");
}

TEST(SentenceTest, WordsAnswersAndEarlierYears) {
  const std::vector<Sentence> cases{
      {"answered(council)", "councilの回答があること", R"(there is an answer to "council")"},
      {"!answered(council)", "councilの回答がないこと", R"(there is no answer to "council")"},
      {R"(missing_reason(council) == "blank")", "councilの回答状況が「無回答」であること",
       R"(the state of the answer to "council" is "no answer")"},
      {R"(missing_reason(council) != "absent")", "councilの回答状況が「設問なし」でないこと",
       R"(the state of the answer to "council" is not "not asked")"},
      {R"(missing_reason(council) == "")", "councilの回答があること", R"(there is an answer to "council")"},
      {R"(raw(note) == "○")", "noteの記入が「○」であること", R"(what is written for "note" is "○")"},
      {R"(previous.council == "none")", "前回の調査のcouncilが「none」であること",
       R"("council" of the previous survey is "none")"},
      {R"(at(2017).council == "none")", "平成29年度（2017年度）の調査のcouncilが「none」であること",
       R"("council" of the survey of FY2017 is "none")"},
      {R"(history[0].council == "none")", "直近の過去の調査のcouncilが「none」であること",
       R"("council" of the latest earlier survey is "none")"},
      {R"(history.exists(h, h.council == "none"))", "これまでの調査のうち、councilが「none」であるものがあること",
       R"(for at least one of the earlier surveys, "council" is "none")"},
  };
  for (const Sentence& each : cases) {
    EXPECT_EQ(words_of(each.expr).ja, each.ja) << each.expr;
    EXPECT_EQ(words_of(each.expr).en, each.en) << each.expr;
  }
}

TEST(SentenceTest, QuotesNamedConditionsAndSpellsOutThoseWithoutWords) {
  EXPECT_EQ(words_of("in_place").ja, "「設置済みと回答している」に該当すること");
  EXPECT_EQ(words_of("!in_place").en, "\"The council is answered as established\" does not hold");
  EXPECT_EQ(words_of("previous.in_place").ja, "前回の調査が「設置済みと回答している」に該当すること");
  EXPECT_EQ(words_of("bare || named").ja, "bedsが3以上であるか、又はnamedが「はい」であること");
  EXPECT_EQ(words_of("previous.bare").ja, "「previous.bare」が成り立つこと");
  EXPECT_EQ(words_of("beds >= params.beds").ja, "bedsが「params.beds」以上であること");
}

TEST(SentenceTest, WordsQuantifiersAndAggregates) {
  const std::vector<Sentence> cases{
      {R"(zone.members.exists(m, m.council == "none"))",
       "当該圏域の構成市町村のうち、councilが「none」であるものがあること",
       R"(for at least one of the member municipalities of the zone, "council" is "none")"},
      {R"(!zone.members.exists(m, m.council == "none"))",
       "当該圏域の構成市町村のうち、councilが「none」であるものがないこと",
       R"(for none of the member municipalities of the zone, "council" is "none")"},
      {R"(zone.members.all(m, m.council == "none"))",
       "当該圏域の構成市町村のすべてが、councilが「none」であるものであること",
       R"(for all of the member municipalities of the zone, "council" is "none")"},
      {R"(!zone.members.all(m, m.council == "none"))",
       "当該圏域の構成市町村のうち、councilが「none」でないものがあること",
       R"(for at least one of the member municipalities of the zone, "council" is not "none")"},
      {"zone.members.all(m, m.in_place)", "当該圏域の構成市町村のすべてが「設置済みと回答している」に該当すること",
       R"(for all of the member municipalities of the zone, "The council is answered as established" holds)"},
      {"zone.members.exists_one(m, m.named)",
       "当該圏域の構成市町村のうち、namedが「はい」であるものがただ一つであること",
       R"(exactly one of the member municipalities of the zone is such that "named" is "yes")"},
      {"!zone.members.exists_one(m, m.named)",
       "当該圏域の構成市町村のうち、namedが「はい」であるものがただ一つでないこと",
       R"(not exactly one of the member municipalities of the zone is such that "named" is "yes")"},
      {"zone.members.count(m, m.named) >= 2",
       "当該圏域の構成市町村のうち、namedが「はい」であるものの数が2以上であること",
       R"(the number of the member municipalities of the zone where "named" is "yes" is at least 2)"},
      {"zone.members.share(m, m.named) < 0.5",
       "当該圏域の構成市町村のうち、namedが「はい」であるものの割合が0.5未満であること",
       R"(the share of the member municipalities of the zone where "named" is "yes" is less than 0.5)"},
      {"zone.members.sum(m, m.beds) > 9", "当該圏域の構成市町村のbedsの合計が9を超えること",
       R"(the sum of "beds" over the member municipalities of the zone is more than 9)"},
      {"zone.members.min(m, m.beds) > 0", "当該圏域の構成市町村のbedsの最小が0を超えること",
       R"(the least "beds" among the member municipalities of the zone is more than 0)"},
      {"zone.members.max(m, m.due) <= as_of", "当該圏域の構成市町村のdueの最大が判定の基準日以前であること",
       R"(the greatest "due" among the member municipalities of the zone is on or before the date of judgement)"},
      {"zone.members.avg(m, m.share) > 0.5", "当該圏域の構成市町村のshareの平均が0.5を超えること",
       R"(the average of "share" over the member municipalities of the zone is more than 0.5)"},
      {"zone.members.distinct(m, m.council) == 1", "当該圏域の構成市町村のcouncilの種類の数が1であること",
       R"(the number of different "council" among the member municipalities of the zone is 1)"},
      {"size(zone.members.filter(m, m.named)) > 1",
       "当該圏域の構成市町村のうち、namedが「はい」であるものの数が1を超えること",
       R"(the number of those of the member municipalities of the zone where "named" is "yes" is more than 1)"},
      {"size(zone.members.map(m, m.beds)) > 1", "当該圏域の構成市町村それぞれのbedsの数が1を超えること",
       R"(the number of "beds" of each of the member municipalities of the zone is more than 1)"},
      {R"(zone_council == "none" && zone.name != "")", "zone_councilが「none」であり、かつ、名称が空でないこと",
       R"("zone_council" is "none", and the name is not empty)"},
  };
  for (const Sentence& each : cases) {
    EXPECT_EQ(words_of(each.expr, SentenceUse::kDuty, "zone").ja, each.ja) << each.expr;
    EXPECT_EQ(words_of(each.expr, SentenceUse::kDuty, "zone").en, each.en) << each.expr;
  }
}

TEST(SentenceTest, SaysWhoseFieldIsMeantWithinAQuantifier) {
  EXPECT_EQ(words_of("zone.members.exists(m, m.beds > beds)").ja,
            "圏域の構成市町村のうち、bedsが当該団体のbedsを超えるものがあること");
  EXPECT_EQ(words_of("bodies.exists(b, b.confirmed && answered(b.agreement_date) && !b.prefecture_involved)").ja,
            "属する共同設置体のうち、同一の会議体であることの確認があり、合意の年月日の回答があり、かつ、県の関与がない"
            "ものがあること");
  EXPECT_EQ(words_of("survey.members.count(m, m.named) > 1", SentenceUse::kDuty, "survey").ja,
            "調査の全市町村のうち、namedが「はい」であるものの数が1を超えること");
  EXPECT_EQ(words_of("zone.members.exists(m, zone.members.exists(n, n.beds > m.beds))").ja,
            "「zone.members.exists(m, zone.members.exists(n, n.beds > m.beds))」が成り立つこと");
}

TEST(SentenceTest, WordsCalculations) {
  const std::vector<std::pair<std::string, std::string>> cases{
      {"beds + 2", "bedsと2の和"},
      {"beds - 2", "bedsから2を引いた値"},
      {"beds * 2", "bedsと2の積"},
      {"beds / 2", "bedsを2で割った商（端数切捨て）"},
      {"beds % 2", "bedsを2で割った余り"},
      {"-beds", "bedsの正負を逆にした値"},
      {"share / 2.0", "shareを2で割った値"},
      {"due - since", "sinceからdueまでの日数"},
      {"due.year()", "dueの年"},
      {"due.addMonths(6).month()", "dueの6か月後の月"},
      {"fiscal_year(due)", "dueの属する年度"},
      {"size(note)", "noteの文字数"},
      {"size(services)", "servicesの数"},
      {"math.greatest(beds, 2)", "beds、2のうち最大のもの"},
      {"round(share, 1)", "shareを小数第1位までに丸めた数（端数がちょうど半分のときは偶数）"},
      {"(named ? beds : 0)", "beds（namedが「はい」である場合に限る。それ以外の場合は0）"},
  };
  for (const auto& [expr, ja] : cases) EXPECT_EQ(value_ja(expr), ja) << expr;
  EXPECT_EQ(words_of(R"(note.contains("予定"))").ja, "noteに「予定」が含まれること");
  EXPECT_EQ(words_of(R"(!note.startsWith("予定"))").ja, "noteが「予定」で始まらないこと");
  EXPECT_EQ(words_of(R"(note.endsWith("予定"))").ja, "noteが「予定」で終わること");
  EXPECT_EQ(words_of(R"(note.matches("^[0-9]+$"))").ja, "noteが正規表現「^[0-9]+$」に合致すること");
  EXPECT_EQ(words_of(R"(note + "。" == "済。")").ja, "noteに「。」を続けたものが「済。」であること");
}

TEST(SentenceTest, ShowsWhatItCannotWordAsWritten) {
  EXPECT_EQ(words_of("cel.bind(x,\n  beds + 1, x > 3)").ja, "「cel.bind(x, beds + 1, x > 3)」が「はい」であること");
  EXPECT_EQ(words_of(R"({"a": beds}["a"] > 3)").ja, "「{\"a\": beds}」の「a」の値が3を超えること");
  EXPECT_EQ(words_of("services.transformList(i, s, i)[0] == 0").ja,
            "「services.transformList(i, s, i)」の1番目が0であること");
}

/// Operators and functions whose words depend on what they stand between.
bool has_words_of_its_own(cel::FunctionId id) {
  using cel::FunctionId;
  constexpr std::array kOwn{
      FunctionId::kLogicalAnd, FunctionId::kLogicalOr,    FunctionId::kLogicalNot,    FunctionId::kConditional,
      FunctionId::kEqual,      FunctionId::kNotEqual,     FunctionId::kLess,          FunctionId::kLessEqual,
      FunctionId::kGreater,    FunctionId::kGreaterEqual, FunctionId::kAdd,           FunctionId::kSubtract,
      FunctionId::kDivide,     FunctionId::kIndex,        FunctionId::kOptionalIndex, FunctionId::kOptionalSelect,
      FunctionId::kSize,       FunctionId::kJoin,         FunctionId::kSubstring,     FunctionId::kDate,
      FunctionId::kAddDays,    FunctionId::kAddMonths,    FunctionId::kAddYears};
  return std::find(kOwn.begin(), kOwn.end(), id) != kOwn.end();
}

TEST(SentenceTest, EveryFunctionOfTheLanguageHasWords) {
  for (int number = 0; number < static_cast<int>(cel::FunctionId::kDeclared); ++number) {
    const auto id = static_cast<cel::FunctionId>(number);
    const int num_words = (function_noun(id) != nullptr ? 1 : 0) + (function_clause(id) != nullptr ? 1 : 0) +
                          (has_words_of_its_own(id) ? 1 : 0);
    EXPECT_EQ(num_words, 1) << cel::function_name(id);
  }
}

}  // namespace
}  // namespace kijun::audit
