#include "engine/analysis/rules_table/rules_table.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <array>

#include "engine/cli/rules_table/table_text.h"
#include "engine/cli/rules_table/table_workbook.h"
#include "tests/unit/cli/small_rules.h"

namespace kijun::cli {
namespace {

using analysis::CellType;
using analysis::Column;
using analysis::ColumnInfo;
using analysis::kNumColumns;
using analysis::RowKind;
using analysis::RulesTable;
using analysis::TableRow;
using testing::ElementsAre;
using testing::HasSubstr;

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

/// What a text has that another has not, line by line: "-" and "+".
std::vector<std::string> changes(const std::string& before, const std::string& after) {
  const std::vector<std::string> old_lines = lines_of(before);
  const std::vector<std::string> new_lines = lines_of(after);
  std::size_t top = 0;
  while (top < old_lines.size() && top < new_lines.size() && old_lines[top] == new_lines[top]) ++top;
  std::size_t bottom = 0;
  while (bottom < old_lines.size() - top && bottom < new_lines.size() - top &&
         old_lines[old_lines.size() - 1 - bottom] == new_lines[new_lines.size() - 1 - bottom])
    ++bottom;
  std::vector<std::string> result;
  for (std::size_t i = top; i + bottom < old_lines.size(); ++i) result.push_back("-" + old_lines[i]);
  for (std::size_t i = top; i + bottom < new_lines.size(); ++i) result.push_back("+" + new_lines[i]);
  return result;
}

struct CellCase {
  RowKind kind;
  std::string id;
  std::string part;
  Column column;
  std::string text;
  std::vector<std::string> changes;
};

std::vector<CellCase> other_cases() {
  const std::string day = "2021-03-31";
  return {
      {RowKind::kRuleset,
       "demo-1",
       day,
       Column::kTitleJa,
       "新しい基準",
       {"-title = { ja = \"架空の基準\", en = \"Made-up rules\" }",
        "+title = { ja = \"新しい基準\", en = \"Made-up rules\" }"}},
      {RowKind::kRuleset, "demo-1", day, Column::kStage, "draft", {"+stage = \"draft\""}},
      {RowKind::kRuleset, "demo-1", day, Column::kBy, "知事", {"+approval = { by = \"知事\" }"}},
      {RowKind::kParam,
       "limit",
       "",
       Column::kValue,
       "2020/3/31",
       {"-limit = { value = 2019-03-31, description = { ja = \"期限\", en = \"limit\" } }",
        "+limit = { value = 2020-03-31, description = { ja = \"期限\", en = \"limit\" } }"}},
      {RowKind::kParam, "quota", "", Column::kValue, "6", {"+quota = { value = 6 }"}},
      {RowKind::kParam,
       "quota",
       "",
       Column::kBasis,
       "law、guide",
       {"+quota = { basis = { replace = [\"law\", \"guide\"] } }"}},
      {RowKind::kParam,
       "lower",
       "2",
       Column::kFrom,
       "2020-04-01",
       {"+lower = { values = { replace = [{ from = 2018-04-01, value = 1 }, { from = 2020-04-01, value = 2 }] } }"}},
      {RowKind::kBasis,
       "law",
       "",
       Column::kStatus,
       "confirmed",
       {"+", "+[[override]]", "+id = \"law\"", "+status = \"confirmed\""}},
  };
}

std::vector<CellCase> rule_cases() {
  return {
      {RowKind::kRule,
       "near",
       "",
       Column::kTitleJa,
       "=題",
       {"-title = { ja = \"近い題\", en = \"near\" } # 題の注記",
        "+title = { ja = \"=題\", en = \"near\" } # 題の注記"}},
      {RowKind::kRule, "near", "", Column::kSeverity, "notice", {"-severity = \"error\"", "+severity = \"notice\""}},
      {RowKind::kRule, "near", "", Column::kBeforeDeadline, "notice", {"+before_deadline = \"notice\""}},
      {RowKind::kRule, "near", "", Column::kStage, "draft", {"+stage = \"draft\""}},
      {RowKind::kRule,
       "near",
       "",
       Column::kDeadline,
       "令和2年3月31日",
       {"-deadline = \"params.limit\"", "+deadline = 'date(\"2020-03-31\")'"}},
      {RowKind::kCase,
       "near",
       "first",
       Column::kMessageEn,
       "new message",
       {"-  message = { ja = \"近い指摘\", en = \"near message\" }",
        "+  message = { ja = \"近い指摘\", en = \"new message\" }"}},
      {RowKind::kCase, "near", "first", Column::kSeverity, "warning", {"+  severity = \"warning\""}},
      {RowKind::kRule,
       "far",
       "",
       Column::kMessageJa,
       "新しい指摘",
       {"+", "+[[override]]", "+id = \"far\"", "+message = { ja = \"新しい指摘\", en = \"far message\" }"}},
      {RowKind::kCase,
       "far",
       "first",
       Column::kRemedyJa,
       "一行目\n二行目",
       {"+", "+[[override]]", "+id = \"far\"", "+", "+  [[override.case]]", "+  id = \"first\"",
        "+  remedy = { ja = '''", "+一行目", "+二行目''', en = \"far remedy\" }"}},
  };
}

std::vector<CellCase> rate_cases() {
  return {
      {RowKind::kIndicator,
       "near.rate",
       "",
       Column::kTitleJa,
       "新しい率",
       {"-title = { ja = \"近い率\", en = \"near rate\" }", "+title = { ja = \"新しい率\", en = \"near rate\" }"}},
      {RowKind::kIndicator, "near.rate", "", Column::kTarget, "90%", {"+target = 0.9"}},
      {RowKind::kIndicator,
       "far.rate",
       "",
       Column::kTarget,
       "0.75",
       {"+", "+[[override]]", "+id = \"far.rate\"", "+target = 0.75"}},
      {RowKind::kIndicator,
       "far.rate",
       "",
       Column::kDescriptionEn,
       "those who name one",
       {"+", "+[[override]]", "+id = \"far.rate\"",
        "+description = { ja = \"記載のある割合\", en = \"those who name one\" }"}},
      {RowKind::kGroup,
       "namesakes",
       "",
       Column::kTitleEn,
       "of one name",
       {"+", "+[[override]]", "+id = \"namesakes\"", "+title = { ja = \"同名\", en = \"of one name\" }"}},
  };
}

TEST(RulesTableTest, IndicatorsAndGroupsStandAsSentences) {
  const SmallRules rules;
  const TableRow* rate = rules.table().find(RowKind::kIndicator, "near.rate", "");
  const TableRow* group = rules.table().find(RowKind::kGroup, "namesakes", "");
  ASSERT_TRUE(rate != nullptr && group != nullptr);
  EXPECT_EQ(rate->cell(Column::kWhenJa), "記載が「はい」である場合");
  EXPECT_EQ(rate->cell(Column::kRequireEn), "\"named\" is \"yes\"");
  EXPECT_EQ(group->cell(Column::kRequireJa), "名称が同じもの");
  EXPECT_FALSE(analysis::is_editable(*rate, Column::kRequireJa));
  EXPECT_EQ(rules.table().find(RowKind::kIndicator, "far.rate", "")->cell(Column::kWhenJa), "");  // everybody
}

TEST(RulesTableTest, SetsOfIndicatorsAndTheirBandsStandAsSentences) {
  const SmallRules rules;
  const TableRow* set = rules.table().find(RowKind::kBandSet, "progress", "");
  ASSERT_NE(set, nullptr);
  EXPECT_EQ(set->cell(Column::kTitleJa), "進捗");
  EXPECT_EQ(set->cell(Column::kRequireJa), "次の指標のうち、目標を達成したものの割合による：far.rate");
  const std::vector<std::array<std::string, 3>> bands{
      {"on_track", "目標のある指標のすべてを達成すること", "all indicators with a target are met"},
      {"fair", "目標のある指標の3分の2以上を達成すること", "at least 2/3 of the indicators with a target are met"},
      {"behind", "上のいずれの区分にも届かないこと", "reaches none of the bands above"}};
  for (const auto& [id, ja, en] : bands) {
    const TableRow* band = rules.table().find(RowKind::kBand, "progress", id);
    ASSERT_NE(band, nullptr) << id;
    EXPECT_EQ(band->cell(Column::kRequireJa), ja);
    EXPECT_EQ(band->cell(Column::kRequireEn), en);
    EXPECT_FALSE(analysis::is_editable(*band, Column::kTitleJa));
  }
}

TEST(RulesTableTest, ABandIsReadOnlyAndAnOlderTableOfOthersIsRefused) {
  SmallRules rules;
  EXPECT_EQ(rules.import(with_cell(rules, RowKind::kBand, "progress", "fair", Column::kTitleJa, "良好")), "");
  EXPECT_EQ(rules.codes(), "KJ1242");
  std::string base(kBase);
  base.replace(base.find("2/3"), 3, "3/4");
  SmallRules after(kEdition, base);
  EXPECT_EQ(after.import(SmallRules().csv()), "");
  EXPECT_EQ(after.codes(), "KJ1241");
}

TEST(RulesTableTest, TheSameShareWrittenOtherwiseIsNoChange) {
  for (const char* same : {"50%", "0.50", "５０"}) {
    SmallRules rules;
    const std::string csv = with_cell(rules, RowKind::kIndicator, "far.rate", "", Column::kTarget, same);
    (void)rules.import(csv);
    EXPECT_EQ(rules.codes(), std::string(same) == "５０" ? "KJ1243" : "") << same;
    EXPECT_EQ(rules.num_edits(), 0U) << same;
  }
}

TEST(RulesTableTest, ATargetIsAShare) {
  for (const char* wrong : {"1.5", "-0.1", "150%", "nan", "all"}) {
    SmallRules rules;
    (void)rules.import(with_cell(rules, RowKind::kIndicator, "far.rate", "", Column::kTarget, wrong));
    EXPECT_EQ(rules.codes(), "KJ1243") << wrong;
  }
}

TEST(RulesTableTest, AnUnchangedTableChangesNothing) {
  for (const Language language : {Language::kJapanese, Language::kEnglish}) {
    SmallRules rules;
    EXPECT_EQ(rules.import(rules.csv(language)), kEdition) << rules.problems();
    EXPECT_EQ(rules.num_edits(), 0U);
  }
}

TEST(RulesTableTest, EachEditedCellChangesItsOwnLinesOnly) {
  std::vector<CellCase> cases = other_cases();
  for (const CellCase& each : rule_cases()) cases.push_back(each);
  for (const CellCase& each : rate_cases()) cases.push_back(each);
  for (const CellCase& each : cases) {
    SmallRules rules;
    const std::string text = rules.import(with_cell(rules, each.kind, each.id, each.part, each.column, each.text));
    EXPECT_EQ(changes(std::string(kEdition), text), each.changes) << each.id << " " << each.text << rules.problems();
    EXPECT_EQ(rules.num_edits(), 1U) << each.id;
    const SmallRules again(text);
    const TableRow* row = again.table().find(each.kind, each.id, each.part);
    ASSERT_NE(row, nullptr) << each.id;
    for (const TableRow& before : rules.table().rows)
      for (const ColumnInfo& info : analysis::table_columns()) {
        if (info.type == CellType::kReadOnly) continue;
        const TableRow* after = again.table().find(before.kind, before.id, before.part);
        const bool is_edited = after == row && info.column == each.column;
        EXPECT_EQ(after->cell(info.column) != before.cell(info.column), is_edited)
            << each.id << ": " << before.id << " " << info.id;
      }
  }
}

TEST(RulesTableTest, AParameterKeepsWhatIsNotEdited) {
  SmallRules inherited;
  EXPECT_THAT(changes(std::string(kEdition), inherited.import(with_cell(inherited, RowKind::kParam, "quota", "",
                                                                        Column::kTitleJa, "新しい数"))),
              ElementsAre("+quota = { description = { ja = \"新しい数\", en = \"quota\" } }"));
  std::string edition(kEdition);
  edition.insert(edition.find("limit = "), "quota = 7\n");
  SmallRules plain(edition);
  EXPECT_THAT(
      changes(edition, plain.import(with_cell(plain, RowKind::kParam, "quota", "", Column::kTitleJa, "新しい数"))),
      ElementsAre("-quota = 7", "+quota = { value = 7, description = { ja = \"新しい数\", en = \"quota\" } }"));
}

TEST(RulesTableTest, AParameterDoesNotFallIntoTheTableOfAnother) {
  constexpr std::string_view kParams =
      "[params]   # 期限\nlimit = { value = 2019-03-31, description = { ja = \"期限\", en = \"limit\" } }\n";
  std::string edition(kEdition);
  ASSERT_NE(edition.find(kParams), std::string::npos);
  edition.replace(edition.find(kParams), kParams.size(), "[params.limit]\nvalue = 2019-03-31\n");
  SmallRules rules(edition);
  const std::string text = rules.import(with_cell(rules, RowKind::kParam, "quota", "", Column::kValue, "6"));
  EXPECT_THAT(changes(edition, text), ElementsAre("+", "+[params]", "+quota = { value = 6 }"));
  EXPECT_EQ(SmallRules(text).table().find(RowKind::kParam, "quota", "")->cell(Column::kValue), "6");
}

TEST(RulesTableTest, EditsOfOneEntryStandTogether) {
  SmallRules rules;
  RulesTable changed = rules.table();
  for (TableRow& row : changed.rows) {
    if (row.kind == RowKind::kRule && row.id == "far") {
      row.cells[static_cast<std::size_t>(Column::kBasis)] = "law";
      row.cells[static_cast<std::size_t>(Column::kSeverity)] = "notice";
      row.cells[static_cast<std::size_t>(Column::kAskJa)] = "いつですか。";
      row.cells[static_cast<std::size_t>(Column::kAskEn)] = "When?";
    }
    if (row.kind == RowKind::kCase && row.id == "far")
      row.cells[static_cast<std::size_t>(Column::kSeverity)] = "warning";
    if (row.kind == RowKind::kRuleset) {
      row.cells[static_cast<std::size_t>(Column::kBy)] = "知事";
      row.cells[static_cast<std::size_t>(Column::kOn)] = "2021/4/1";
    }
  }
  const std::string text = rules.import(table_csv(changed, Language::kJapanese).substr(3));
  EXPECT_THAT(text, HasSubstr("extends = [\"base.toml\"]\napproval = { by = \"知事\", date = 2021-04-01 }\n"));
  EXPECT_THAT(text,
              HasSubstr("# 末尾の注記\n\n[[override]]\nid = \"far\"\nseverity = \"notice\"\nask = { ja = "
                        "\"いつですか。\", en = \"When?\" }\n\n  [[override.case]]\n  id = \"first\"\n  severity = "
                        "\"warning\"\n"));
  // A second table goes into the override that the first made.
  SmallRules again(text);
  const std::string more = again.import(with_cell(again, RowKind::kRule, "far", "", Column::kTitleEn, "farther"));
  EXPECT_THAT(changes(text, more), ElementsAre("+title = { ja = \"遠い題\", en = \"farther\" }"));
}

TEST(RulesTableTest, AnEmptiedStageTakesARuleOutOfDraft) {
  std::string edition(kEdition);
  edition.insert(edition.find("deadline = "), "stage = \"draft\"\n");
  SmallRules rules(edition);
  const std::string text = rules.import(with_cell(rules, RowKind::kRule, "near", "", Column::kStage, ""));
  EXPECT_THAT(changes(edition, text), ElementsAre("-stage = \"draft\"", "+stage = \"active\"")) << rules.problems();
}

TEST(RulesTableTest, KeepsTheLineEndsOfTheFile) {
  std::string edition;
  for (const char c : kEdition) edition += c == '\n' ? std::string("\r\n") : std::string(1, c);
  SmallRules rules(edition);
  const std::string text = rules.import(with_cell(rules, RowKind::kBasis, "law", "", Column::kStatus, "confirmed"));
  EXPECT_TRUE(text.ends_with("\r\n[[override]]\r\nid = \"law\"\r\nstatus = \"confirmed\"\r\n"));
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), std::count(text.begin(), text.end(), '\r'));
}

TEST(RulesTableTest, ReadsWhatSpreadsheetsMakeOfATable) {
  SmallRules rules;
  std::string csv = rules.csv();
  const auto replace = [&](const std::string& what, const std::string& with) {
    ASSERT_NE(csv.find(what), std::string::npos) << what;
    csv.replace(csv.find(what), what.size(), with);
  };
  replace("2019-03-31", "2019/3/31");
  replace("demo-1,2021-03-31", "demo-1,2021/3/31");
  csv += std::string(kNumColumns - 1, ',') + "\r\n";
  EXPECT_EQ(rules.import(csv), kEdition) << rules.problems();
  replace("near message", "ne?r message");
  EXPECT_EQ(rules.import(csv, true), kEdition) << rules.problems();
}

TEST(RulesTableTest, ANumberIsTheSameHoweverASpreadsheetWritesIt) {
  std::string base(kBase);
  base.replace(base.find("quota = { value = 5,"), std::string_view("quota = { value = 5,").size(),
               "quota = { value = 5.0,");
  SmallRules rules(kEdition, base);
  EXPECT_EQ(rules.import(with_cell(rules, RowKind::kParam, "quota", "", Column::kValue, "5")), kEdition);
  EXPECT_EQ(rules.num_edits(), 0U);
  EXPECT_THAT(
      changes(std::string(kEdition), rules.import(with_cell(rules, RowKind::kParam, "quota", "", Column::kValue, "6"))),
      ElementsAre("+quota = { value = 6.0 }"));
  EXPECT_EQ(rules.import(with_cell(rules, RowKind::kParam, "lower", "1", Column::kValue, "01")), kEdition);
}

TEST(RulesTableTest, LeavesOutColumnsThatWereDropped) {
  SmallRules rules;
  const std::string stamp = rules.table().find(RowKind::kRule, "near", "")->cell(Column::kStamp);
  std::string csv = "kind,id,part,severity,stamp\n";
  for (const TableRow& row : rules.table().rows)
    csv += fmt::format("{},{},{},{},{}\n", analysis::kind_word(row.kind).en, row.id, row.part,
                       row.id == "near" && row.kind == RowKind::kRule ? "notice" : row.cell(Column::kSeverity),
                       row.cell(Column::kStamp));
  EXPECT_THAT(changes(std::string(kEdition), rules.import(csv)),
              ElementsAre("-severity = \"error\"", "+severity = \"notice\""))
      << rules.problems();
}

TEST(RulesTableTest, RefusesATableFromBeforeAChange) {
  const SmallRules before;
  std::string edition(kEdition);
  edition.replace(edition.find("require = 'named'"), 17, "require = '!named'");
  SmallRules after(edition);
  EXPECT_EQ(after.import(before.csv()), "");
  EXPECT_EQ(after.codes(), "KJ1241");
  // So is the ruleset's own row: the old title would undo the new one.
  constexpr std::string_view kTitle = "架空の基準";
  std::string titled(kEdition);
  titled.replace(titled.find(kTitle), kTitle.size(), "改めた基準");
  SmallRules renamed(titled);
  EXPECT_EQ(renamed.import(before.csv()), "");
  EXPECT_EQ(renamed.codes(), "KJ1241");
  // Another place of the file, or a comment more, is no change.
  SmallRules moved("# もう一行\n" + std::string(kEdition));
  EXPECT_NE(moved.import(before.csv()), "") << moved.problems();
}

TEST(RulesTableTest, AWorkbookHasTheWholeTableFirstAndLocksWhatIsReadOnly) {
  const SmallRules rules;
  const reports::Workbook workbook =
      table_workbook(rules.table(), {"架空の基準", "Made-up rules"}, Language::kJapanese);
  std::vector<std::string> names;
  for (const reports::Sheet& sheet : workbook.sheets) names.push_back(sheet.name);
  EXPECT_THAT(names, ElementsAre("ルール表（編集用）", "ルール", "指標", "指標の区分", "パラメーター", "根拠", "条件",
                                 "まとまり", "規則集", "説明"));
  const reports::Sheet& whole = workbook.sheets.front();
  ASSERT_EQ(whole.rows.size(), rules.table().rows.size());
  EXPECT_EQ(whole.headings.size(), kNumColumns);
  for (std::size_t i = 0; i < whole.rows.size(); ++i)
    for (const ColumnInfo& info : analysis::table_columns()) {
      const reports::SheetCell& cell = whole.rows[i][static_cast<std::size_t>(info.column)];
      const bool is_editable = analysis::is_editable(rules.table().rows[i], info.column);
      EXPECT_EQ(cell.style == reports::CellStyle::kPlain, is_editable) << info.id << " " << cell.text;
      EXPECT_EQ(cell.text, table_cell(rules.table().rows[i], info.column, Language::kJapanese));
    }
  // What reading back refuses is grey: a parameter that has its values by day takes none.
  EXPECT_FALSE(analysis::is_editable(*rules.table().find(RowKind::kParam, "lower", ""), Column::kValue));
  EXPECT_TRUE(analysis::is_editable(*rules.table().find(RowKind::kParam, "lower", "1"), Column::kValue));
  EXPECT_THAT(whole.columns[static_cast<std::size_t>(Column::kSeverity)].words,
              ElementsAre("error", "warning", "notice"));
}

TEST(RulesTableTest, RefusesWhatARowHasNoValueFor) {
  SmallRules rules;
  EXPECT_EQ(rules.import(with_cell(rules, RowKind::kBasis, "law", "", Column::kSeverity, "error")), "");
  EXPECT_EQ(rules.codes(), "KJ1242");
  SmallRules dated;
  EXPECT_EQ(dated.import(with_cell(dated, RowKind::kParam, "lower", "", Column::kValue, "3")), "");
  EXPECT_EQ(dated.codes(), "KJ1242");
}

TEST(RulesTableTest, ReportsEveryWrongCellAtOnce) {
  SmallRules rules;
  RulesTable changed = rules.table();
  for (TableRow& row : changed.rows) {
    const auto set = [&](Column column, const std::string& text) {
      row.cells[static_cast<std::size_t>(column)] = text;
    };
    if (row.kind == RowKind::kParam && row.id == "limit") set(Column::kValue, "2019-02-31");
    if (row.kind == RowKind::kParam && row.id == "quota") set(Column::kValue, "多数");
    if (row.kind == RowKind::kRule && row.id == "near") set(Column::kBasis, "low");
    if (row.kind == RowKind::kRule && row.id == "near") set(Column::kStage, "案");
    if (row.kind == RowKind::kRuleset) set(Column::kOn, "いつか");
  }
  EXPECT_EQ(rules.import(table_csv(changed, Language::kJapanese).substr(3)), "");
  EXPECT_EQ(rules.codes(), "KJ1243 KJ1243 KJ1243 KJ1243 KJ1243");
  EXPECT_THAT(rules.problems(), HasSubstr("did you mean `law`?"));
}

}  // namespace
}  // namespace kijun::cli
