#include "engine/analysis/lint/lint_checks.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace kijun::analysis {

constinit const LintCheck kDeadRule{
    {"dead-rule",
     "dead-rule",
     diag::Level::kWarning,
     {"ルール`{0}`が満たされないとされる回答はありません", "no answers make the rule `{0}` fail"},
     {"`when`と`require`を見直すか、ルールを除いてください", "correct `when` and `require`, or take the rule out"}},
    {"結果の変わらないルール", "dead rule"},
    {"どのような回答でも「満たさない」にならないルールは、誰にも何も知らせません。回答の全組合せを調べて、一つもないこ"
     "とを確かめたときに示します。",
     "A rule that no answers make fail tells nobody anything. It is reported when all combinations of answers were "
     "looked at "
     "and none fails."},
    R"(when = 'council == "none"'
require = 'council != "established"')",
    R"(when = 'council != "established"'
require = 'council == "planned"')"};

constinit const LintCheck kDeadCase{
    {"dead-case",
     "dead-case",
     diag::Level::kWarning,
     {"ルール`{0}`の場合`{1}`が選ばれることはありません", "the case `{1}` of the rule `{0}` is never chosen"},
     {"前の場合に含まれていないか、条件を見直してください",
      "see whether an earlier case covers it, and correct its condition"}},
    {"選ばれない場合分け", "dead case"},
    {"結果が「満たさない」又は「判定保留」のとき、初めに条件に合う場合が選ばれます。前の場合にすべて含まれる場合や、条"
     "件が成り立たない場合は、選ばれることがありません。",
     "Of a failing or open result the first case whose condition holds is chosen. A case that earlier ones cover, or "
     "whose "
     "condition never holds there, is never chosen."},
    R"([[rule.case]]
id = "any"
when = 'council != "established"'
[[rule.case]]
id = "none"
when = 'council == "none"')",
    R"([[rule.case]]
id = "none"
when = 'council == "none"'
[[rule.case]]
id = "any"
when = 'council != "established"')"};

constinit const LintCheck kConstantCondition{
    {"constant-condition",
     "constant-condition",
     diag::Level::kWarning,
     {"`{0}`は、回答があれば常に{1}です", "`{0}` is always {2} where there is an answer"},
     {"条件を見直すか、除いてください", "correct the condition, or take it out"}},
    {"常に真又は常に偽の条件", "constant condition"},
    {"条件を`&&`、`||`、`!`で分けた一つ一つについて、真になる回答と偽になる回答の両方があるかを調べます。",
     "Every clause between `&&`, `||` and `!` should be true for some answers and false for others."},
    R"(require = 'size(zone.members) >= 0 && named')",
    R"(require = 'named')"};

constinit const LintCheck kContradiction{
    {"contradiction",
     "contradiction",
     diag::Level::kWarning,
     {"ルール`{0}`と`{1}`を同時に満たす回答はありません", "no answers meet the rules `{0}` and `{1}` together"},
     {"両方が当てはまる場合の考え方をそろえてください", "settle what is wanted where both apply"}},
    {"互いに矛盾するルール", "contradiction"},
    {"両方のルールが当てはまる回答のうち、一方を満たすものと他方を満たすものはあるのに、両方を満たすものが一つもないと"
     "きに示します。",
     "Reported when both rules apply to some answers, each can be met there, and both together cannot."},
    R"([[rule]]
id = "a"
require = 'budget == "secured"'
[[rule]]
id = "b"
require = 'budget == "none"')",
    R"([[rule]]
id = "a"
when = 'council == "established"'
require = 'budget == "secured"'
[[rule]]
id = "b"
when = 'council == "none"'
require = 'budget == "none"')"};

constinit const LintCheck kUnjudgedAnswer{
    {"unjudged-answer",
     "unjudged-answer",
     diag::Level::kWarning,
     {"項目`{0}`の回答`{1}`を判定するルールがありません", "no rule judges the answer `{1}` of the field `{0}`"},
     {"この回答に当てはまるルールがあるか、`when`を見直してください",
      "see whether a rule should apply to it, and correct its `when`"}},
    {"どのルールも判定しない回答", "unjudged answer"},
    {"ルールが読む選択式の項目について、その項目を読むすべてのルールが対象外になる回答がないかを調べます。読取り項目は"
     "除きます。",
     "Of every enum field that rules read, each answer should be one to which some of those rules apply. Readings are "
     "left out."},
    R"(when = 'council == "none"'
require = 'named')",
    R"(when = 'council != "established"'
require = 'named || council == "planned"'
…
when = 'council == "established"'
require = 'budget == "secured"')"};

constinit const LintCheck kSubsumedRule{
    {"subsumed-rule",
     "subsumed-rule",
     diag::Level::kWarning,
     {"ルール`{0}`が満たされないときは、常に`{1}`も満たされません", "whenever the rule `{0}` fails, `{1}` fails too"},
     {"一方に場合分け（[[rule.case]]）としてまとめられないか検討してください",
      "see whether one of them can be a case of the other"}},
    {"他のルールに含まれるルール", "subsumed rule"},
    {"種類、対応する者、段階及び重大度（期限前のものを含む。）が同じ二つのルールについて、一方が「満たさない」となる"
     "回答がすべて他方でも「満たさない」となるかを調べます。",
     "Of two rules of one kind, actor, stage and severity (that before the deadline too), the answers on which one "
     "fails should not all be answers on which the other fails."},
    R"([[rule]]
id = "a"
require = 'named'
[[rule]]
id = "b"
require = 'named && council == "established"')",
    R"([[rule]]
id = "a"
require = 'named'
[[rule]]
id = "b"
require = 'council == "established"')"};

constinit const LintCheck kCauseIsForm{
    {"cause-is-form",
     "cause-is-form",
     diag::Level::kWarning,
     {"ルール`{0}`は、どの回答が加わっても結果が変わらないのに判定保留になることがあります：{1}",
      "the rule `{0}` can stay undecided although no answer would change its result: {2}"},
     {"回答がなくても結果が決まる形に書き改めてください", "write it so that it is decided without the answer"}},
    {"書き方が原因の判定保留", "cause that is the rule's form"},
    {"判定保留の原因は、その回答が変われば結果が変わる項目です。そのような項目が一つもない判定保留は、ルールの書き方か"
     "ら生じています。",
     "The causes of an open result are the answers that would change it. A result that stays open without any such "
     "answer "
     "comes from how the rule is written."},
    R"(require = 'council == "none" || council != "none"')",
    R"(require = 'answered(council)')"};

constinit const LintCheck kUnused{
    {"unused",
     "unused",
     diag::Level::kWarning,
     {"{0} `{1}`はどのルールからも使われていません", "no rule uses the {2} `{1}`"},
     {"使うか、除いてください", "use it, or take it out"}},
    {"使われていないもの", "unused"},
    {"パラメーター、条件、根拠及び読取り項目のうち、規則集のどの版からも使われていないものを示します。様式の項目は、記"
     "録のためだけに置くことができるので、対象としません。",
     "Parameters, conditions, bases and readings that no edition of the pack uses. Fields of forms may stand for the "
     "record "
     "alone and are left out."},
    R"([params]
limit = 3)",
    R"([params]
limit = 3
…
require = 'beds >= params.limit')"};

constinit const LintCheck kMissingLanguage{
    {"missing-language",
     "missing-language",
     diag::Level::kWarning,
     {"{0}の{1}がありません", "{2} is missing in {3}"},
     {"日本語と英語の両方を書いてください", "write both Japanese and English"}},
    {"片方の言語しかない文", "missing language"},
    {"名称、指摘、助言及び照会の文に、日本語又は英語が空のもの、英語に仮名や漢字しかないものがないかを調べます。",
     "Titles, messages, remedies and questions that are empty in a language, or whose English is Japanese."},
    R"(remedy = { ja = "設置を御検討ください。", en = "" })",
    R"(remedy = { ja = "設置を御検討ください。", en = "Please consider setting one up." })"};

constinit const LintCheck kMessageWithoutEvidence{
    {"message-without-evidence",
     "message-without-evidence",
     diag::Level::kWarning,
     {"ルール`{0}`は備考`{1}`の読取りで判定しますが、結果に備考を添えません",
      "the rule `{0}` judges by a reading of the note `{1}` and does not show the note"},
     {"`evidence = [\"{1}\"]`を加えてください", "add `evidence = [\"{1}\"]`"}},
    {"証拠を示さない指摘", "message without evidence"},
    {"備考の読取りで判定したときは、読み取った備考の原文を結果に添えて、市町村が確かめられるようにします。",
     "A result that rests on the reading of a note has to show the note as it stands, so that the municipality can "
     "check it."},
    R"(require = 'council_evidence != "contradicted"')",
    R"(require = 'council_evidence != "contradicted"'
evidence = ["council_note"])"};

constinit const LintCheck kDeadlineOutside{
    {"deadline-outside-edition",
     "deadline-outside-edition",
     diag::Level::kWarning,
     {"ルール`{0}`の期限{1}は、この版の年度（{2}）の外にあります",
      "the deadline {1} of the rule `{0}` is outside the edition's years ({2})"},
     {"期限か`fiscal_years`を見直してください", "correct the deadline, or `fiscal_years`"}},
    {"版の年度の外の期限", "deadline outside the edition"},
    {"期限は、その版の初めの年度の4月1日から終わりの年度の3月31日までの日でなければなりません。前の版の期限を残していな"
     "いか確かめます。",
     "A deadline has to lie between 1 April of the edition's first year and 31 March that ends its last one; otherwise "
     "it may be "
     "left from another edition."},
    R"(fiscal_years = { from = 2021, to = 2023 }
…
deadline = 'date("2019-03-31")')",
    R"(fiscal_years = { from = 2021, to = 2023 }
…
deadline = 'date("2024-03-31")')"};

constinit const LintCheck kUnconfirmedBasis{
    {"unconfirmed-basis",
     "unconfirmed-basis",
     diag::Level::kWarning,
     {"ルール`{0}`は根拠`{1}`を確認しないまま適用されています",
      "the rule `{0}` is in force while its basis `{1}` is unconfirmed"},
     {"`stage = \"draft\"`とするか、根拠の原文を確かめてください",
      "set `stage = \"draft\"`, or confirm the text of the basis"}},
    {"根拠の確認前のルール", "unconfirmed basis"},
    {"根拠の原文を確認していないルールは案（draft）とし、確認してから適用します。",
     "A rule whose basis nobody compared with its text stays a draft until somebody has."},
    R"(basis = ["guideline"]  # status = "unconfirmed")",
    R"(basis = ["guideline"]
stage = "draft")"};

constinit const LintCheck kMissingExample{
    {"missing-example",
     "missing-example",
     diag::Level::kWarning,
     {"ルール`{0}`に、結果が{1}となる例がありません", "the rule `{0}` has no example whose outcome is {1}"},
     {"次の例を加えてください：\n{2}", "add this example:\n{2}"}},
    {"足りない例", "missing example"},
    {"ルールがとり得る結果（満たす、満たさない、判定保留、及び`when`による対象外）のそれぞれに、例が一つ以上必要です。",
     "Every outcome a rule can have (pass, fail, unknown, and not applicable by its `when`) needs an example."},
    R"(require = 'named')",
    R"(require = 'named'
[[rule.example]]
name = "named"
given = { named = true }
expect = "pass"
…)"};

constinit const LintCheck kHiddenCharacter{
    {"hidden-character",
     "hidden-character",
     diag::Level::kWarning,
     {"見えない文字又は並びを変える文字U+{0:04X}があります", "there is an invisible or reordering character U+{0:04X}"},
     {"この文字を除いてください", "take it out"}},
    {"見えない文字", "hidden character"},
    {"書字方向を変える文字（U+202Eなど）や幅のない文字は、画面に見えるものと実際に働くものを食い違わせます。",
     "Characters that reorder text (U+202E) or have no width make what is shown differ from what works."},
    "title = { ja = \"協議\xE2\x80\xAEの場\", en = \"Council\" }",
    R"(title = { ja = "協議の場", en = "Council" })"};

constinit const LintCheck kLookAlike{
    {"look-alike",
     "look-alike",
     diag::Level::kWarning,
     {"`{0}`には英字に似た別の文字U+{1:04X}が混じっています",
      "`{0}` mixes Latin letters with the look-alike U+{1:04X}"},
     {"英字に打ち直してください", "type it again in Latin letters"}},
    {"似た文字の混入", "look-alike"},
    {"英字とキリル文字又はギリシャ文字が混じった語は、同じに見えて別の語になります。",
     "A word that mixes Latin letters with Cyrillic or Greek ones looks like another word and is not."},
    "id = \"counc\xD1\x96l\"",
    R"(id = "council")"};

namespace {

constexpr std::array<const LintCheck*, 15> kLintChecks{&kDeadRule,
                                                       &kDeadCase,
                                                       &kConstantCondition,
                                                       &kContradiction,
                                                       &kUnjudgedAnswer,
                                                       &kSubsumedRule,
                                                       &kCauseIsForm,
                                                       &kMissingExample,
                                                       &kUnused,
                                                       &kMissingLanguage,
                                                       &kMessageWithoutEvidence,
                                                       &kDeadlineOutside,
                                                       &kUnconfirmedBasis,
                                                       &kHiddenCharacter,
                                                       &kLookAlike};

}  // namespace

std::span<const LintCheck* const> lint_checks() { return kLintChecks; }

const LintCheck* find_check(std::string_view name) {
  const auto found = std::find_if(kLintChecks.begin(), kLintChecks.end(),
                                  [&](const LintCheck* check) { return check->definition.code == name; });
  return found == kLintChecks.end() ? nullptr : *found;
}

std::string lint_page(const LintCheck& check, Language language) {
  const bool japanese = language == Language::kJapanese;
  return fmt::format("## `{}` {}\n\n{}\n\n{}:\n\n```toml\n{}\n```\n\n{}:\n\n```toml\n{}\n```\n", check.definition.code,
                     check.title.in(language), check.page.in(language), japanese ? "指摘される例" : "reported",
                     check.wrong, japanese ? "直した例" : "put right", check.right);
}

std::string lint_pages(Language language) {
  std::string text =
      language == Language::kJapanese
          ? "# kijun lintの検査\n\n"
            "`kijun lint --explain 検査名`で一つずつ表示できます。回答の組合せ（選択肢、未回答の理由、"
            "条件に現れる数と日付の前後、構成市町村の小さな組）をすべて調べて決めます。"
            "調べ尽くせないものは「未決定」として数えます。\n"
          : "# The checks of kijun lint\n\n"
            "`kijun lint --explain CHECK` shows one of them. They are decided by looking at every combination of "
            "answers: "
            "values and missing reasons, numbers and days around those the rules mention, small sets of members. What "
            "cannot be exhausted is counted as not decided.\n";
  for (const LintCheck* check : kLintChecks) text += "\n" + lint_page(*check, language);
  return text;
}

}  // namespace kijun::analysis
