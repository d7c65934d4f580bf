#include "engine/cli/schema_texts.h"

#include <algorithm>
#include <array>
#include <string>

namespace kijun::cli {
namespace {

// What people may write under keys that readers take in more than one form.
constexpr std::string_view kHeadingOrPosition = R"({"anyOf": [{"type": "string"}, {"type": "integer", "minimum": 1}]})";
constexpr std::string_view kPublish =
    R"({"anyOf": [{"type": "string", "enum": ["always", "never"]},
                  {"type": "object", "properties": {"suppress_below": {"type": "integer"}},
                   "required": ["suppress_below"], "additionalProperties": false}]})";
constexpr std::string_view kScalar =
    R"({"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "number"}, {"type": "boolean"}]})";
constexpr std::string_view kScalarOrList =
    R"({"anyOf": [{"type": "string"}, {"type": "integer"}, {"type": "number"}, {"type": "boolean"},
                  {"type": "array", "items": {"type": "string"}}]})";
constexpr std::string_view kMarks =
    R"({"type": "object", "additionalProperties": {"anyOf": [{"type": "string"}, {"type": "boolean"},
        {"type": "object", "properties": {"missing": {"type": "string",
          "enum": ["blank", "unreadable", "absent", "withheld", "not_applicable"]}},
         "required": ["missing"], "additionalProperties": false}]}})";
constexpr std::string_view kAnyTable = R"({"type": "object"})";

constexpr std::array kTexts{
    // Rulesets.
    SchemaText{"ruleset.ruleset",
               {"規則集の名称、対象年度、継承", "what the ruleset is called, its years and what it extends"},
               {}},
    SchemaText{"ruleset.id", {"規則集の識別子", "id of the ruleset"}, {}},
    SchemaText{"ruleset.title", {"規則集の名称", "title of the ruleset"}, {}},
    SchemaText{
        "extends",
        {"継承する規則集のファイル。先に読み、このファイルの内容を重ねる", "files this one is laid over, read first"},
        {}},
    SchemaText{"stage", {"draftは判定して示すがゲートに掛けない", "draft: judged and shown, never gates"}, {}},
    SchemaText{"fiscal_years", {"対象とする年度の範囲", "fiscal years it serves"}, {}},
    SchemaText{"fiscal_years.from", {"最初の年度", "first fiscal year"}, {}},
    SchemaText{"fiscal_years.to", {"最後の年度", "last fiscal year"}, {}},
    SchemaText{"approval", {"規則集の決裁", "who approved the ruleset"}, {}},
    SchemaText{"approval.by", {"決裁した者", "who approved it"}, {}},
    SchemaText{"approval.date", {"決裁の日", "day of the approval"}, {}},
    SchemaText{"approval.number", {"文書番号", "number of the document"}, {}},
    SchemaText{"basis", {"ルールの根拠（[[basis]]の識別子）", "what it rests on: ids of [[basis]]"}, {}},
    SchemaText{"ruleset.basis", {"根拠となる法令・告示等", "laws, notices and guidelines"}, {}},
    SchemaText{"basis.id", {"根拠の識別子", "id of the basis"}, {}},
    SchemaText{"basis.title", {"根拠の名称", "title of the basis"}, {}},
    SchemaText{"law", {"法令・告示の名称と番号", "law or notice, with its number"}, {}},
    SchemaText{"article", {"条項", "article"}, {}},
    SchemaText{"basis.date", {"施行又は告示の日", "day it took effect or was published"}, {}},
    SchemaText{"basis.status",
               {"原文と照合したか。unconfirmedの根拠によるルールは根拠要確認",
                "whether somebody compared it with the primary text"},
               {}},
    SchemaText{"basis.note", {"まだ確かめていないこと", "what is still to be confirmed"}, {}},
    SchemaText{"ruleset.topic", {"ルールを分ける主題", "topics that rules are sorted by"}, {}},
    SchemaText{"ruleset.actor", {"対応すべき者", "who must act"}, {}},
    SchemaText{"topic.id", {"主題の識別子", "id of the topic"}, {}},
    SchemaText{"topic.title", {"主題の名称", "title of the topic"}, {}},
    SchemaText{"actor.id", {"対応者の識別子", "id of the actor"}, {}},
    SchemaText{"actor.title", {"対応者の名称", "title of the actor"}, {}},
    SchemaText{"topic", {"主題（[[topic]]の識別子）", "topic: an id of [[topic]]"}, {}},
    SchemaText{"actor", {"対応すべき者（[[actor]]の識別子）", "who must act: an id of [[actor]]"}, {}},
    SchemaText{
        "ruleset.condition",
        {"名前を付けた条件。ほかの式から真偽値として読める", "named conditions, read by other expressions as bools"},
        {}},
    SchemaText{"condition.id", {"条件の名前", "name of the condition"}, {}},
    SchemaText{"condition.description", {"条件の意味", "what the condition means"}, {}},
    SchemaText{"for_each",
               {"何ごとに判定するか（record、団体の種別、zone、body、surveyなど）",
                "what it is judged for: record, a record kind, zone, body, survey or a derived group"},
               {}},
    SchemaText{"expr", {"条件式（CEL）", "condition (CEL)"}, {}},
    SchemaText{"ruleset.group",
               {"式の値が同じ団体を一つのまとまりとする", "groups of municipalities by the value of an expression"},
               {}},
    SchemaText{"group.id", {"まとまりの識別子", "id of the group"}, {}},
    SchemaText{"group.title", {"まとまりの名称", "title of the group"}, {}},
    SchemaText{"group.by", {"まとめる鍵となる式（CEL）", "expression whose value is the key (CEL)"}, {}},
    SchemaText{"group.among", {"まとめる対象", "whom it groups"}, {}},
    SchemaText{"ruleset.indicator", {"率として公表する指標", "indicators: rates with intervals"}, {}},
    SchemaText{"indicator.id", {"指標の識別子", "id of the indicator"}, {}},
    SchemaText{"indicator.title", {"指標の名称", "title of the indicator"}, {}},
    SchemaText{"indicator.description", {"指標の定義", "what the indicator counts"}, {}},
    SchemaText{"indicator.of", {"分母とする条件（CEL）", "who is counted in the denominator (CEL)"}, {}},
    SchemaText{"met", {"達成とする条件（CEL）", "who has met it (CEL)"}, {}},
    SchemaText{"target", {"目標（0から1の率）", "target, a share from 0 to 1"}, {}},
    SchemaText{"unit", {"単位", "unit"}, {}},
    SchemaText{"benchmark", {"並べて示す全国値など", "figures shown beside it, e.g. national ones"}, {}},
    SchemaText{"benchmark.label", {"数値の名称", "what the figure is"}, {}},
    SchemaText{"benchmark.as_of", {"数値の時点", "day of the figure"}, {}},
    SchemaText{"benchmark.value", {"率", "the share"}, {}},
    SchemaText{"benchmark.n", {"該当数", "how many have met it"}, {}},
    SchemaText{"benchmark.of", {"総数", "out of how many"}, {}},
    SchemaText{"benchmark.source", {"出典", "where it was published"}, {}},
    SchemaText{"params", {"式がparams.名前で読む値", "values that expressions read as params.NAME"}, {}},
    SchemaText{"params.*", {"値、又は値と説明", "a value, or a value with what it means"}, kScalar},
    SchemaText{"params.*.value", {"値", "the value"}, kScalar},
    SchemaText{"params.*.description", {"値の意味", "what the value means"}, {}},
    SchemaText{"ruleset.rule", {"ルール", "rules"}, {}},
    SchemaText{"rule.id", {"ルールの識別子。変えない。改めるときはaliasesに残す", "id of the rule; permanent"}, {}},
    SchemaText{"aliases", {"以前の名前", "earlier names"}, {}},
    SchemaText{"rule.title", {"ルールの名称", "title of the rule"}, {}},
    SchemaText{"rule.kind",
               {"政策の目標、回答の質、人の確認のいずれか", "policy target, data quality, or something to review"},
               {}},
    SchemaText{"for_fields",
               {"項目ごとに繰り返す。式ではanswerがその項目",
                "repeats the rule for each field, which expressions read as answer"},
               {}},
    SchemaText{"rule.when", {"適用条件（CEL）。偽なら対象外", "who it applies to (CEL); false: not applicable"}, {}},
    SchemaText{"require", {"満たすべき条件（CEL）", "what must hold (CEL)"}, {}},
    SchemaText{"judgeable",
               {"判定できるための条件と、できないときの理由",
                "what must hold for it to be judged, and the reason when it does not"},
               {}},
    SchemaText{"judgeable.reason", {"判定できない理由", "why it cannot be judged"}, {}},
    SchemaText{"deadline", {"期限の日付を与える式（CEL）", "date it must hold by (CEL)"}, {}},
    SchemaText{"severity", {"重大さ", "severity"}, {}},
    SchemaText{"before_deadline", {"期限の前の重大さ", "severity before the deadline"}, {}},
    SchemaText{"message", {"結果の文。{式}は値に置き換わる", "text of a result; {EXPRESSION} becomes its value"}, {}},
    SchemaText{"remedy", {"対応についての助言", "advice on what to do"}, {}},
    SchemaText{"ask", {"照会する質問", "a question that would settle it"}, {}},
    SchemaText{"ask.answer", {"回答の形", "form of the answer"}, {}},
    SchemaText{"options", {"選択肢", "the choices"}, {}},
    SchemaText{"ja", {"日本語", "in Japanese"}, {}},
    SchemaText{"en", {"英語", "in English"}, {}},
    SchemaText{"refs", {"政策文書の項番", "ids of the policy paper"}, {}},
    SchemaText{"case",
               {"最初にwhenが真となった場合が重大さと文を与える",
                "the first whose `when` is true supplies severity and texts"},
               {}},
    SchemaText{"case.id", {"場合の識別子", "id of the case"}, {}},
    SchemaText{"case.when", {"場合の条件（CEL）", "when it is this case (CEL)"}, {}},
    SchemaText{"evidence", {"結果に添えて示す項目", "fields shown beside a result"}, {}},
    SchemaText{"enforced_by", {"判定の代わりに実行を止める診断", "diagnostics that stop the run instead"}, {}},
    SchemaText{"example", {"ルールの例。kijun testが試す", "examples, run by kijun test"}, {}},
    SchemaText{"example.name", {"例の名前", "name of the example"}, {}},
    SchemaText{"given", {"例の回答", "the answers given"}, kAnyTable},
    SchemaText{"expect", {"期待する結果", "the outcome expected"}, {}},
    SchemaText{"example.case", {"期待する場合", "the case expected"}, {}},
    SchemaText{"override",
               {"継承したものの一部を変える。リストはadd又はreplaceで変える",
                "changes keys of what was inherited; lists by add or replace"},
               {}},
    SchemaText{"override.id", {"変えるものの識別子", "id of what is changed"}, {}},
    SchemaText{"disable", {"継承したルールを使わない", "leaves an inherited rule out"}, {}},
    SchemaText{"disable.id", {"使わないルールの識別子", "id of the rule"}, {}},
    SchemaText{"disable.reason", {"使わない理由", "why"}, {}},
    SchemaText{"amendment",
               {"判定日が施行日以後のときに重ねる改正", "laid over when the date of judgement has reached its day"},
               {}},
    SchemaText{"effective", {"施行日", "day it takes effect"}, {}},
    SchemaText{"amendment.title", {"改正の名称", "title of the amendment"}, {}},
    SchemaText{"params.*.values",
               {"施行日ごとの値。判定日に施行されている最後の値を用いる",
                "dated values; the last one in force on the date of judgement counts"},
               {}},
    SchemaText{"values.from", {"この値を用いる最初の日", "first day of the value"}, {}},
    SchemaText{"values.value", {"値", "the value"}, kScalar},
    // Packs.
    SchemaText{"pack.pack", {"規則パックの名称と内容", "what the pack is called and holds"}, {}},
    SchemaText{"pack.id", {"規則パックの識別子", "id of the pack"}, {}},
    SchemaText{"pack.version", {"版", "version"}, {}},
    SchemaText{"pack.title", {"規則パックの名称", "title of the pack"}, {}},
    SchemaText{"pack.vocabulary", {"項目一覧のファイル", "file of the vocabulary"}, {}},
    SchemaText{"editions", {"年度ごとの規則集のファイル", "files of the editions, by fiscal years"}, {}},
    SchemaText{"pack.extends", {"土台とする規則パック（pack:識別子@版）", "packs it rests on: pack:ID@MAJOR"}, {}},
    // Vocabularies.
    SchemaText{"vocabulary.vocabulary", {"項目一覧の名称", "what the vocabulary is called"}, {}},
    SchemaText{"vocabulary.id", {"項目一覧の識別子", "id of the vocabulary"}, {}},
    SchemaText{"vocabulary.title", {"項目一覧の名称", "title of the vocabulary"}, {}},
    SchemaText{"vocabulary.field", {"項目。識別子は全年度を通じて変えない", "fields, once for all years"}, {}},
    SchemaText{
        "field.id", {"項目の識別子。式ではこの名前で読む", "id of the field; expressions read it by this name"}, {}},
    SchemaText{"label", {"表示する名称", "label"}, {}},
    SchemaText{"field.description", {"項目の定義", "what the field holds"}, {}},
    SchemaText{"type", {"値の型", "type of its values"}, {}},
    SchemaText{"element", {"リストの要素の型", "type of a list's elements"}, {}},
    SchemaText{"role",
               {"回答、予定、実績、備考の読取り、備考の別", "declared, plan, fact, a reading of a note, or a note"},
               {}},
    SchemaText{"ordered", {"値に大小の順があるか（並べた順）", "whether the values have an order, as listed"}, {}},
    SchemaText{"kinds", {"どの種別の団体の項目か", "kinds of records it applies to"}, {}},
    SchemaText{"publish", {"公表の区分", "whether it may be published"}, kPublish},
    SchemaText{"field.value", {"列挙型の値", "the values of an enum"}, {}},
    SchemaText{"value.id", {"値の識別子", "id of the value"}, {}},
    SchemaText{"value.marks", {"回答票での記号", "marks in the answer file"}, {}},
    SchemaText{"reads", {"読み取る備考の項目", "the note that a reading reads"}, {}},
    SchemaText{"question", {"備考を読む人への問い", "what a reader of the note is asked"}, {}},
    SchemaText{"unless_reviewed",
               {"記録がないときの値。unknownは判定保留", "value without a record; unknown: cannot be judged"},
               kScalar},
    // Surveys.
    SchemaText{"survey.survey", {"調査の名称、年度、基準日", "what the survey is, its year and dates"}, {}},
    SchemaText{"survey.id", {"調査の識別子", "id of the survey"}, {}},
    SchemaText{"series", {"毎年続く調査に共通の識別子", "id that the years of one survey share"}, {}},
    SchemaText{"fiscal_year", {"年度", "fiscal year"}, {}},
    SchemaText{"survey.title", {"調査の名称", "title of the survey"}, {}},
    SchemaText{"answers_as_of", {"回答時点", "day the answers describe"}, {}},
    SchemaText{"answers_as_of_basis", {"回答時点をそう解した根拠", "why that day"}, {}},
    SchemaText{"as_of", {"判定日の既定", "default date of judgement"}, {}},
    SchemaText{"survey.status", {"確定か速報か", "final or preliminary"}, {}},
    SchemaText{"survey.register", {"団体一覧のファイル", "file of the register"}, {}},
    SchemaText{"survey.decisions", {"判断の記録のファイル", "file of the decisions"}, {}},
    SchemaText{"survey.source", {"回答の出典", "where the answers were taken from"}, {}},
    SchemaText{"source.title", {"資料の名称", "title of the document"}, {}},
    SchemaText{"publisher", {"公表した者", "who published it"}, {}},
    SchemaText{"source.file", {"資料のファイル", "file of the document"}, {}},
    SchemaText{"source.note", {"資料についての注記", "remark on the document"}, {}},
    SchemaText{"answers", {"回答ファイルとその読み方", "the answer file and how to read it"}, {}},
    SchemaText{"answers.file", {"回答ファイル（CSV）", "the answer file (CSV)"}, {}},
    SchemaText{"encoding", {"文字コード", "encoding"}, {}},
    SchemaText{"header_rows", {"見出しの行数", "number of heading rows"}, {}},
    SchemaText{
        "subject_column",
        {"団体を示す列（見出し又は1からの番号）", "column that says whom a row is about: heading or position from 1"},
        kHeadingOrPosition},
    SchemaText{"name_column", {"名称の列", "column of the name"}, kHeadingOrPosition},
    SchemaText{"subject_by",
               {"団体を名称で探すか、番号で探すか、回答ファイルが一覧となるか",
                "found by name, by code, or listed by the file itself"},
               {}},
    SchemaText{"zone_column", {"圏域の列", "column of the zone"}, kHeadingOrPosition},
    SchemaText{"subject_kind", {"回答ファイルが一覧とするものの種別", "what the listed subjects are"}, {}},
    SchemaText{"subject_kind.id", {"種別の識別子", "id of the kind"}, {}},
    SchemaText{"column", {"列と項目の対応", "which column answers which field"}, {}},
    SchemaText{"header", {"列の見出し", "heading of the column"}, {}},
    SchemaText{
        "index", {"列の番号（1から）", "position of the column, from 1"}, R"({"type": "integer", "minimum": 1})"},
    SchemaText{"column.field", {"項目の識別子", "id of the field"}, {}},
    SchemaText{
        "legend", {"記号の意味（項目一覧の記号に代わる）", "what marks mean here, in place of the vocabulary's"}, {}},
    SchemaText{"legend.field", {"項目の識別子", "id of the field"}, {}},
    SchemaText{"legend.marks", {"記号と値", "marks and the values they mean"}, kMarks},
    // Decisions.
    SchemaText{"decision", {"人が判断した記録", "what people concluded"}, {}},
    SchemaText{"decision.kind", {"判断の種類", "kind of decision"}, {}},
    SchemaText{"subject",
               {"団体コード、又は圏域・会議体などの識別子", "code of six digits, or id of a zone, body or group"},
               {}},
    SchemaText{"reason", {"理由", "why"}, {}},
    SchemaText{"decision.source", {"根拠（備考、照会回答、電話、文書）", "what it rests on"}, {}},
    SchemaText{"by", {"判断した者", "who concluded it"}, {}},
    SchemaText{"when", {"判断した日", "day of the decision"}, {}},
    SchemaText{"quote", {"備考の引用", "quotation of the note"}, {}},
    SchemaText{"hash", {"読んだ備考のハッシュ", "hash of the note that was read"}, {}},
    SchemaText{"decision.note", {"読んだ備考の項目", "the note that was read"}, {}},
    SchemaText{"decision.values", {"読み取った値", "values read from it"}, kAnyTable},
    SchemaText{"decision.answer", {"訂正する当初の回答", "the raw answer it corrects"}, {}},
    SchemaText{"decision.field", {"項目の識別子", "id of the field"}, {}},
    SchemaText{"decision.value", {"値", "the value"}, kScalarOrList},
    SchemaText{"approver", {"承認した者", "who approved it"}, {}},
    SchemaText{"until", {"期限（その日まで有効）", "last day, inclusive"}, {}},
    SchemaText{"decision.rule", {"ルールの識別子", "id of the rule"}, {}},
    // Registers, zones, bodies.
    SchemaText{"register.register", {"団体一覧の名称とファイル", "what the register is called and its files"}, {}},
    SchemaText{"register.id", {"団体一覧の識別子", "id of the register"}, {}},
    SchemaText{"register.title", {"団体一覧の名称", "title of the register"}, {}},
    SchemaText{"prefecture", {"都道府県の団体コード", "code of the prefecture"}, {}},
    SchemaText{"zone_term", {"圏域の呼び方", "what zones are called"}, {}},
    SchemaText{"municipalities", {"市町村のファイル（CSV）", "file of the municipalities (CSV)"}, {}},
    SchemaText{"register.zones", {"圏域のファイル", "file of the zones"}, {}},
    SchemaText{"register.bodies", {"会議体のファイル", "file of the joint bodies"}, {}},
    SchemaText{"zones.zone", {"圏域", "zones"}, {}},
    SchemaText{"zone.id", {"圏域の識別子", "id of the zone"}, {}},
    SchemaText{"zone.name", {"圏域の名称", "name of the zone"}, {}},
    SchemaText{"order", {"計画での順", "order in the plan"}, {}},
    SchemaText{"bodies.body", {"共同の会議体", "joint bodies"}, {}},
    SchemaText{"body.id", {"会議体の識別子", "id of the body"}, {}},
    SchemaText{"body.name", {"会議体の名称", "name of the body"}, {}},
    SchemaText{"body.aliases", {"備考などでの別の呼び方", "other names it goes by"}, {}},
    SchemaText{"members", {"構成市町村の団体コード", "codes of the member municipalities"}, {}},
    SchemaText{"secretariat", {"事務局", "who keeps its secretariat"}, {}},
    SchemaText{"prefecture_involved",
               {"県の関与があるか。書かなければ不明", "whether the prefecture takes part; absent: not shown"},
               {}},
    SchemaText{"agreement_date", {"設置の合意の日", "day of the agreement"}, {}},
    SchemaText{"confirmed", {"事務局に確かめたか", "whether the secretariat confirmed it"}, {}},
    SchemaText{"body.evidence", {"会議体があるとする根拠", "what shows that the body exists"}, {}},
    // kijun.toml.
    SchemaText{"defaults", {"コマンドの既定値", "defaults of the commands"}, {}},
    SchemaText{"defaults.survey", {"調査のフォルダー", "folder of the survey"}, {}},
    SchemaText{"packs", {"規則パックを探すフォルダー", "folders where packs are looked for"}, {}},
    SchemaText{"defaults.rules", {"規則パックのフォルダー", "folder of the rule pack"}, {}},
    SchemaText{"fail_on", {"ゲートに掛ける重大さ", "severities that gate"}, {}},
    SchemaText{"gate", {"ゲートに掛けるルールの種類", "kinds of rules that gate"}, {}},
};

const SchemaText* longest_match(std::string_view path) {
  const SchemaText* longest = nullptr;
  for (const SchemaText& text : kTexts) {
    const bool fits = path == text.path || (path.size() > text.path.size() && path.ends_with(text.path) &&
                                            path[path.size() - text.path.size() - 1] == '.');
    if (fits && (longest == nullptr || text.path.size() > longest->path.size())) longest = &text;
  }
  return longest;
}

}  // namespace

std::span<const SchemaText> schema_texts() { return kTexts; }

const SchemaText* find_schema_text(std::string_view path) {
  constexpr std::string_view kAmendment = ".amendment.";
  const SchemaText* text = longest_match(path);
  const std::size_t inside = path.find(kAmendment);
  if (inside == std::string_view::npos) return text;
  std::string section(path.substr(0, inside + 1));
  section += path.substr(inside + kAmendment.size());
  const SchemaText* of_section = longest_match(section);
  const bool is_closer = of_section != nullptr && (text == nullptr || of_section->path.size() > text->path.size());
  return is_closer ? of_section : text;
}

}  // namespace kijun::cli
