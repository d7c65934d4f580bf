#include "engine/analysis/rules_table/rules_table.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <array>

#include "engine/analysis/rules_table/table_reader.h"
#include "engine/analysis/rules_table/table_writer.h"
#include "engine/base/file_system.h"
#include "engine/cli/rules_table/table_text.h"
#include "engine/cli/rules_table/table_workbook.h"
#include "engine/diag/renderer.h"
#include "engine/policy/ruleset_loader.h"
#include "engine/table/vocabulary_file.h"

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

constexpr std::string_view kFields = R"([vocabulary]
id = "demo"
title = { ja = "架空", en = "demo" }
[[field]]
id = "named"
label = { ja = "記載", en = "named" }
type = "bool"
role = "fact"
kinds = ["municipality"]
)";

constexpr std::string_view kBase = R"([ruleset]
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
)";

constexpr std::string_view kEdition = R"(# 先頭の注記
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
class Rules {
 public:
  explicit Rules(std::string_view edition = kEdition, std::string_view base = kBase) {
    auto vocabulary = table::load_vocabulary(sources_.add("fields.toml", std::string(kFields)), sink_);
    vocabulary_ = std::move(*vocabulary);
    EXPECT_TRUE(files_.write("base.toml", base).has_value());
    EXPECT_TRUE(files_.write("demo.toml", edition).has_value());
    const policy::LoadContext context{files_, sources_, sink_};
    merged_ = policy::merge_ruleset("demo.toml", as_of_, context);
    auto ruleset = merged_ ? policy::read_ruleset(*merged_, as_of_, context) : std::nullopt;
    if (ruleset) plan_ = audit::make_plan(std::move(*ruleset), vocabulary_, sink_);
    EXPECT_NE(plan_, nullptr) << problems() << edition;
    if (plan_ != nullptr) table_ = analysis::make_rules_table(*merged_, *plan_, as_of_);
  }

  [[nodiscard]] const RulesTable& table() const { return table_; }
  [[nodiscard]] std::string csv(Language language = Language::kJapanese) const {
    return table_csv(table_, language).substr(3);
  }
  [[nodiscard]] std::string problems() const {
    return diag::render_all(sink_.diagnostics(), {Language::kEnglish, false, 1});
  }
  [[nodiscard]] std::string codes() const {
    std::string codes;
    for (const diag::Diagnostic& each : sink_.diagnostics())
      codes += (codes.empty() ? "" : " ") + std::string(each.definition->code);
    return codes;
  }

  /// The edition's file after a table was read back; the file as it was when nothing was changed.
  std::string import(const std::string& csv, bool lossy = false) {
    const auto edits =
        analysis::read_table_edits(sources_.add("t.csv", csv), lossy, table_, Language::kJapanese, sink_);
    if (!edits) return "";
    num_edits_ = edits->size();
    const auto text = analysis::write_table_edits(*merged_->heads.back().span.source, *edits);
    return text.value_or("");
  }
  [[nodiscard]] std::size_t num_edits() const { return num_edits_; }

 private:
  MemoryFileSystem files_;
  diag::SourceMap sources_;
  diag::Sink sink_;
  table::Vocabulary vocabulary_;
  Date as_of_ = *Date::from_ymd(2021, 3, 31);
  std::optional<policy::MergedRuleset> merged_;
  std::unique_ptr<audit::Plan> plan_;
  RulesTable table_;
  std::size_t num_edits_ = 0;
};

/// `rules` as CSV with one cell changed.
std::string with_cell(const Rules& rules, RowKind kind, std::string_view id, std::string_view part, Column column,
                      const std::string& text) {
  RulesTable changed = rules.table();
  for (TableRow& row : changed.rows)
    if (row.kind == kind && row.id == id && row.part == part) row.cells[static_cast<std::size_t>(column)] = text;
  return table_csv(changed, Language::kJapanese).substr(3);
}

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
  const Rules rules;
  const TableRow* rate = rules.table().find(RowKind::kIndicator, "near.rate", "");
  const TableRow* group = rules.table().find(RowKind::kGroup, "namesakes", "");
  ASSERT_TRUE(rate != nullptr && group != nullptr);
  EXPECT_EQ(rate->cell(Column::kWhenJa), "記載が「はい」である場合");
  EXPECT_EQ(rate->cell(Column::kRequireEn), "\"named\" is \"yes\"");
  EXPECT_EQ(group->cell(Column::kRequireJa), "名称が同じもの");
  EXPECT_FALSE(analysis::is_editable(*rate, Column::kRequireJa));
  EXPECT_EQ(rules.table().find(RowKind::kIndicator, "far.rate", "")->cell(Column::kWhenJa), "");  // everybody
}

TEST(RulesTableTest, TheSameShareWrittenOtherwiseIsNoChange) {
  for (const char* same : {"50%", "0.50", "５０"}) {
    Rules rules;
    const std::string csv = with_cell(rules, RowKind::kIndicator, "far.rate", "", Column::kTarget, same);
    (void)rules.import(csv);
    EXPECT_EQ(rules.codes(), std::string(same) == "５０" ? "KJ1243" : "") << same;
    EXPECT_EQ(rules.num_edits(), 0U) << same;
  }
}

TEST(RulesTableTest, ATargetIsAShare) {
  for (const char* wrong : {"1.5", "-0.1", "150%", "nan", "all"}) {
    Rules rules;
    (void)rules.import(with_cell(rules, RowKind::kIndicator, "far.rate", "", Column::kTarget, wrong));
    EXPECT_EQ(rules.codes(), "KJ1243") << wrong;
  }
}

TEST(RulesTableTest, AnUnchangedTableChangesNothing) {
  for (const Language language : {Language::kJapanese, Language::kEnglish}) {
    Rules rules;
    EXPECT_EQ(rules.import(rules.csv(language)), kEdition) << rules.problems();
    EXPECT_EQ(rules.num_edits(), 0U);
  }
}

TEST(RulesTableTest, EachEditedCellChangesItsOwnLinesOnly) {
  std::vector<CellCase> cases = other_cases();
  for (const CellCase& each : rule_cases()) cases.push_back(each);
  for (const CellCase& each : rate_cases()) cases.push_back(each);
  for (const CellCase& each : cases) {
    Rules rules;
    const std::string text = rules.import(with_cell(rules, each.kind, each.id, each.part, each.column, each.text));
    EXPECT_EQ(changes(std::string(kEdition), text), each.changes) << each.id << " " << each.text << rules.problems();
    EXPECT_EQ(rules.num_edits(), 1U) << each.id;
    const Rules again(text);
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
  Rules inherited;
  EXPECT_THAT(changes(std::string(kEdition), inherited.import(with_cell(inherited, RowKind::kParam, "quota", "",
                                                                        Column::kTitleJa, "新しい数"))),
              ElementsAre("+quota = { description = { ja = \"新しい数\", en = \"quota\" } }"));
  std::string edition(kEdition);
  edition.insert(edition.find("limit = "), "quota = 7\n");
  Rules plain(edition);
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
  Rules rules(edition);
  const std::string text = rules.import(with_cell(rules, RowKind::kParam, "quota", "", Column::kValue, "6"));
  EXPECT_THAT(changes(edition, text), ElementsAre("+", "+[params]", "+quota = { value = 6 }"));
  EXPECT_EQ(Rules(text).table().find(RowKind::kParam, "quota", "")->cell(Column::kValue), "6");
}

TEST(RulesTableTest, EditsOfOneEntryStandTogether) {
  Rules rules;
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
  Rules again(text);
  const std::string more = again.import(with_cell(again, RowKind::kRule, "far", "", Column::kTitleEn, "farther"));
  EXPECT_THAT(changes(text, more), ElementsAre("+title = { ja = \"遠い題\", en = \"farther\" }"));
}

TEST(RulesTableTest, AnEmptiedStageTakesARuleOutOfDraft) {
  std::string edition(kEdition);
  edition.insert(edition.find("deadline = "), "stage = \"draft\"\n");
  Rules rules(edition);
  const std::string text = rules.import(with_cell(rules, RowKind::kRule, "near", "", Column::kStage, ""));
  EXPECT_THAT(changes(edition, text), ElementsAre("-stage = \"draft\"", "+stage = \"active\"")) << rules.problems();
}

TEST(RulesTableTest, KeepsTheLineEndsOfTheFile) {
  std::string edition;
  for (const char c : kEdition) edition += c == '\n' ? std::string("\r\n") : std::string(1, c);
  Rules rules(edition);
  const std::string text = rules.import(with_cell(rules, RowKind::kBasis, "law", "", Column::kStatus, "confirmed"));
  EXPECT_TRUE(text.ends_with("\r\n[[override]]\r\nid = \"law\"\r\nstatus = \"confirmed\"\r\n"));
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), std::count(text.begin(), text.end(), '\r'));
}

TEST(RulesTableTest, ReadsWhatSpreadsheetsMakeOfATable) {
  Rules rules;
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
  Rules rules(kEdition, base);
  EXPECT_EQ(rules.import(with_cell(rules, RowKind::kParam, "quota", "", Column::kValue, "5")), kEdition);
  EXPECT_EQ(rules.num_edits(), 0U);
  EXPECT_THAT(
      changes(std::string(kEdition), rules.import(with_cell(rules, RowKind::kParam, "quota", "", Column::kValue, "6"))),
      ElementsAre("+quota = { value = 6.0 }"));
  EXPECT_EQ(rules.import(with_cell(rules, RowKind::kParam, "lower", "1", Column::kValue, "01")), kEdition);
}

TEST(RulesTableTest, LeavesOutColumnsThatWereDropped) {
  Rules rules;
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
  const Rules before;
  std::string edition(kEdition);
  edition.replace(edition.find("require = 'named'"), 17, "require = '!named'");
  Rules after(edition);
  EXPECT_EQ(after.import(before.csv()), "");
  EXPECT_EQ(after.codes(), "KJ1241");
  // So is the ruleset's own row: the old title would undo the new one.
  constexpr std::string_view kTitle = "架空の基準";
  std::string titled(kEdition);
  titled.replace(titled.find(kTitle), kTitle.size(), "改めた基準");
  Rules renamed(titled);
  EXPECT_EQ(renamed.import(before.csv()), "");
  EXPECT_EQ(renamed.codes(), "KJ1241");
  // Another place of the file, or a comment more, is no change.
  Rules moved("# もう一行\n" + std::string(kEdition));
  EXPECT_NE(moved.import(before.csv()), "") << moved.problems();
}

TEST(RulesTableTest, AWorkbookHasTheWholeTableFirstAndLocksWhatIsReadOnly) {
  const Rules rules;
  const reports::Workbook workbook =
      table_workbook(rules.table(), {"架空の基準", "Made-up rules"}, Language::kJapanese);
  std::vector<std::string> names;
  for (const reports::Sheet& sheet : workbook.sheets) names.push_back(sheet.name);
  EXPECT_THAT(names, ElementsAre("ルール表（編集用）", "ルール", "指標", "パラメーター", "根拠", "条件", "まとまり",
                                 "規則集", "説明"));
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
  Rules rules;
  EXPECT_EQ(rules.import(with_cell(rules, RowKind::kBasis, "law", "", Column::kSeverity, "error")), "");
  EXPECT_EQ(rules.codes(), "KJ1242");
  Rules dated;
  EXPECT_EQ(dated.import(with_cell(dated, RowKind::kParam, "lower", "", Column::kValue, "3")), "");
  EXPECT_EQ(dated.codes(), "KJ1242");
}

TEST(RulesTableTest, ReportsEveryWrongCellAtOnce) {
  Rules rules;
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
