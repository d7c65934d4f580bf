#include "reports/xlsx/audit_workbook.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <set>
#include <sstream>

#include "engine/audit/fingerprint.h"
#include "reports/model/gap_report.h"
#include "reports/words/verdict_words.h"
#include "tests/unit/reports/data_sheet.h"
#include "tests/unit/reports/fake_model.h"
#include "tests/unit/reports/read_workbook.h"

namespace kijun::reports {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string bytes_of(const audit::ResultModel& model, const ReportOptions& options = {}) {
  std::ostringstream out;
  write_xlsx(model, options, out);
  EXPECT_TRUE(out.good());
  return out.str();
}

ReadWorkbook book_of(const audit::ResultModel& model, Language language = Language::kJapanese) {
  ReportOptions options;
  options.language = language;
  return read_workbook(bytes_of(model, options));
}

std::vector<std::string> names_of(const ReadWorkbook& book) {
  std::vector<std::string> names;
  for (const ReadSheet& sheet : book.sheets) names.push_back(sheet.name);
  return names;
}

TEST(AuditWorkbookTest, HoldsTheSheetsInTheirOrderInBothLanguages) {
  const FakeModel model;
  EXPECT_THAT(names_of(book_of(model)),
              ElementsAre("表紙", "総括", "対応一覧", "マトリクス", "地図", "圏域別", "照会事項", "備考読取表",
                          "規則一覧", "根拠一覧", "結果データ", "コード表"));
  EXPECT_THAT(names_of(book_of(model, Language::kEnglish)),
              ElementsAre("Cover", "Summary", "What to do", "Matrix", "Map", "Zones", "Questions", "Notes", "Rules",
                          "Bases", "Results", "Codes"));
}

TEST(AuditWorkbookTest, GivesTheSameBytesTwiceAndCarriesTheDayItIsTold) {
  const FakeModel model;
  ReportOptions options;
  options.created = Date::parse_iso("2019-04-05");
  const std::string bytes = bytes_of(model, options);
  EXPECT_TRUE(bytes == bytes_of(model, options));
  const ReadWorkbook book = read_workbook(bytes);
  EXPECT_THAT(book.parts.at("docProps/core.xml"), HasSubstr(">2019-04-05T00:00:00Z</dcterms:created>"));
  EXPECT_EQ(book.sheets[0].at(book.sheets[0].row("作成日"), 1).text, "2019年4月5日（平成31年4月5日）");
  for (const ReadSheet& sheet : book.sheets) EXPECT_THAT(sheet.xml, Not(HasSubstr("&amp;D"))) << sheet.name;
}

TEST(AuditWorkbookTest, DataSheetsAreOneTableWithItsHeadingsInTheFirstRow) {
  const FakeModel model;
  for (const Language language : {Language::kJapanese, Language::kEnglish}) {
    const ReadWorkbook book = book_of(model, language);
    std::size_t num_checked = 0;
    for (const ReadSheet& sheet : book.sheets) num_checked += expect_data_sheet(sheet) ? 1U : 0U;
    EXPECT_EQ(num_checked, 7U);
  }
}

TEST(AuditWorkbookTest, DataSheetsKeepNumbersDaysAndCodesApart) {
  const FakeModel model;
  const ReadWorkbook book = book_of(model);
  const ReadSheet& results = book.sheet("結果データ");
  for (std::size_t row = 1; row < results.num_rows; ++row) {
    EXPECT_EQ(results.at(row, results.column("年度")).number, 2018.0);
    EXPECT_FALSE(results.at(row, results.column("団体コード")).number.has_value());
  }
  EXPECT_EQ(results.at(1, results.column("団体コード")).text, "991007");
  const ReadSheet& rules = book.sheet("規則一覧");
  EXPECT_EQ(rules.at(1, rules.column("目標未達")).number, 1.0);
  EXPECT_EQ(rules.at(1, rules.column("件数の単位")).text, "件");
}

TEST(AuditWorkbookTest, EveryIdOfTheResultsStandsInTheTableOfCodes) {
  const FakeModel model;
  const ReadWorkbook book = book_of(model);
  const ReadSheet& codes = book.sheet("コード表");
  std::set<std::pair<std::string, std::string>> known;
  for (std::size_t row = 1; row < codes.num_rows; ++row)
    EXPECT_TRUE(known.emplace(codes.at(row, 0).text, codes.at(row, 2).text).second)
        << codes.at(row, 0).text << " " << codes.at(row, 2).text << " twice";
  const ReadSheet& results = book.sheet("結果データ");
  const std::vector<std::pair<std::string, std::string>> vocabularies{
      {"判定のid", "verdict"}, {"結果のid", "outcome"}, {"重要度のid", "severity"},
      {"段階のid", "stage"},   {"分野のid", "topic"},   {"主体のid", "actor"},
      {"圏域のid", "zone"},    {"項目のid", "item"},    {"対象の種類のid", "subject_kind"}};
  for (const auto& [heading, list] : vocabularies) {
    std::size_t num_checked = 0;
    for (std::size_t row = 1; row < results.num_rows; ++row) {
      const std::string id = results.at(row, results.column(heading)).text;
      if (id.empty()) continue;
      ++num_checked;
      EXPECT_TRUE(known.contains({list, id})) << heading << " " << id;
    }
    EXPECT_GT(num_checked, 0U) << heading;
  }
  for (const std::string& heading : results.texts(0)) EXPECT_TRUE(known.contains({"results_column", heading}));
  const ReadSheet& rules = book.sheet("規則一覧");
  for (std::size_t row = 1; row < rules.num_rows; ++row)
    EXPECT_TRUE(known.contains({"subject_kind", rules.at(row, rules.column("対象の種類のid")).text}));
}

TEST(AuditWorkbookTest, ResultsHaveWhatIsRequiredBesideWhatWasFound) {
  const ReadSheet results = book_of(FakeModel()).sheet("結果データ");
  const auto row_of = [&](const std::string& rule, const std::string& outcome) {
    for (std::size_t row = 1; row < results.num_rows; ++row)
      if (results.at(row, results.column("ルールのid")).text == rule &&
          results.at(row, results.column("結果のid")).text == outcome)
        return row;
    return results.num_rows;
  };
  const auto cell = [&](std::size_t row, const std::string& heading) {
    return results.at(row, results.column(heading));
  };
  const std::size_t late = row_of("council.prefecture", "fail");
  EXPECT_EQ(cell(late, "求める内容").text,
            "設置予定が「期限」以前であること（2019年3月31日）\n又は「特例」に該当すること");
  EXPECT_EQ(cell(late, "実績").text, "2020年3月31日\n該当しない");
  EXPECT_EQ(cell(late, "差").number, 12.0);
  EXPECT_EQ(cell(late, "差の単位のid").text, "month");
  const std::size_t passed = row_of("council.municipality", "pass");
  ASSERT_LT(passed, results.num_rows);
  EXPECT_EQ(cell(passed, "求める内容").text, "");
  EXPECT_FALSE(cell(passed, "差").number);
}

TEST(AuditWorkbookTest, CarriesTheNumbersOfTheReport) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  const ReadWorkbook book = book_of(model);
  const ReadSheet& results = book.sheet("結果データ");
  const ReadSheet& rules = book.sheet("規則一覧");
  for (std::size_t at = 0; at < report.rules.size(); ++at) {
    const RuleView& view = report.rules[at];
    EXPECT_EQ(rules.at(at + 1, 0).text, view.rule->id);
    for (const audit::Verdict verdict : kVerdictOrder) {
      const std::size_t number = view.by_verdict[static_cast<std::size_t>(verdict)];
      EXPECT_EQ(rules.at(at + 1, rules.column(verdict_word(verdict).ja)).number, static_cast<double>(number));
      std::size_t listed = 0;
      for (std::size_t row = 1; row < results.num_rows; ++row)
        listed += results.at(row, results.column("ルールのid")).text == view.rule->id &&
                          results.at(row, results.column("判定のid")).text == audit::verdict_id(verdict)
                      ? 1U
                      : 0U;
      EXPECT_EQ(listed, number) << view.rule->id;
    }
  }
  const ReadSheet& summary = book.sheet("総括");
  const std::size_t rate = summary.row("設置率");  // 1 or 2 of 3, target 100%
  const std::vector<double> expected{1.0, 1.0, 2.0, 3.0, 1.0, 0.333, 0.667, 0.334, 0.333, 0.667};
  for (std::size_t column = 0; column < expected.size(); ++column)
    EXPECT_EQ(summary.at(rate, column + 1).number, expected[column]) << column;
  EXPECT_EQ(summary.at(rate, 11).text, "全国 45.7% (796 / 1741)");
  const std::size_t topic = summary.row("協議の場");
  for (std::size_t standing = 0; standing < kNumStandings; ++standing)
    EXPECT_EQ(summary.at(topic, standing + 1).number, static_cast<double>(report.topics[0].municipalities[standing]));
}

TEST(AuditWorkbookTest, ListsEveryTaskOnceWithItsIdAndPlacesForTheOfficer) {
  const FakeModel model;
  const GapReport report = build_gap_report(model);
  const ReadSheet sheet = book_of(model).sheet("対応一覧");
  std::set<std::string> ids;
  for (std::size_t row = 1; row < sheet.num_rows; ++row) ids.insert(sheet.at(row, sheet.column("結果の識別子")).text);
  std::set<std::string> wanted;
  for (const ActorTasks& actor : report.actors)
    for (const SubjectTasks& tasks : actor.subjects)
      for (const std::size_t at : tasks.findings)
        wanted.insert(audit::fingerprint(model, report.findings[at].column, report.findings[at].position));
  EXPECT_EQ(ids, wanted);
  EXPECT_EQ(ids.size(), sheet.num_rows - 1);
  EXPECT_EQ(sheet.at(1, sheet.column("対象")).text, "甲市");
  EXPECT_EQ(sheet.at(1, sheet.column("回答の備考")).text, "平成31年度に設置予定");
  EXPECT_EQ(sheet.at(sheet.row("県"), sheet.column("求める内容と実績")).text,
            "求める内容（次のいずれか）\n設置予定が「期限」以前であること（2019年3月31日）。実績：2020年3月31日"
            "（12か月超過）\n「特例」に該当すること。実績：該当しない");
  const std::string rows =
      "2:" + std::string(1, static_cast<char>('A' + sheet.column("対応方針"))) + std::to_string(sheet.num_rows);
  EXPECT_THAT(sheet.xml, AllOf(HasSubstr("<dataValidation type=\"list\""), HasSubstr("sqref=\"N" + rows + "\""),
                               HasSubstr("<formula1>\"助言・情報提供,ヒアリング,照会,"),
                               HasSubstr("<formula1>\"市町村,県,圏域,会議体の事務局\"</formula1>"),
                               HasSubstr("<dataValidation type=\"date\" operator=\"greaterThanOrEqual\"")));
}

TEST(AuditWorkbookTest, TheMatrixSaysInMarksWhatItsColoursSay) {
  const FakeModel model;
  const ReadSheet sheet = book_of(model).sheet("マトリクス");
  const std::size_t row = sheet.row("993018");  // 乙町 misses the target
  EXPECT_THAT(sheet.texts(row), ElementsAre("993018", "乙町", "北", "未", "", "留", "達", "確", "達"));
  EXPECT_THAT(sheet.texts(sheet.row("団体コード")), Contains("特例の候補〔案・根拠要確認〕"));
  for (const char* mark : {"未", "！", "？", "前", "確", "留", "達", "－"})
    EXPECT_THAT(sheet.xml, HasSubstr("operator=\"equal\"><formula>\"" + std::string(mark) + "\"</formula>"));
  EXPECT_THAT(sheet.xml, AllOf(HasSubstr("<pane xSplit=\"3\""), HasSubstr("orientation=\"landscape\"")));
}

TEST(AuditWorkbookTest, TheCoverLeadsToEverySheetAndSaysHowManyRowsItHas) {
  const FakeModel model;
  const ReadWorkbook book = book_of(model);
  const ReadSheet& cover = book.sheets[0];
  for (std::size_t at = 1; at < book.sheets.size(); ++at) {
    const std::string& name = book.sheets[at].name;
    EXPECT_THAT(cover.xml, HasSubstr("location=\"'" + name + "'!A1\" display=\"" + name + "\"")) << name;
    EXPECT_GT(cover.row(name), 0U);
  }
  EXPECT_EQ(cover.at(cover.row("結果データ"), 1).number, static_cast<double>(book.sheet("結果データ").num_rows - 1));
  EXPECT_EQ(cover.at(cover.row("対応一覧"), 1).number, static_cast<double>(book.sheet("対応一覧").num_rows - 1));
  EXPECT_EQ(cover.at(cover.row("回答時点"), 1).text, "2019年2月28日（平成31年2月28日）");
  EXPECT_EQ(cover.at(cover.row("規則のハッシュ値"), 1).text, "abcd");
  EXPECT_EQ(cover.at(cover.row("決裁"), 1).text, "記録なし");
}

TEST(AuditWorkbookTest, TheChartIsDescribedInWords) {
  const FakeModel model;
  const ReadWorkbook book = book_of(model);
  EXPECT_THAT(book.parts.at("xl/drawings/drawing1.xml"),
              AllOf(HasSubstr("descr=\""), HasSubstr("設置率：33.3–66.7%。")));
  EXPECT_THAT(
      book.parts.at("xl/charts/chart1.xml"),
      AllOf(HasSubstr("<c:f>'総括'!$G$8</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val=\"1\"/>"
                      "<c:pt idx=\"0\"><c:v>0.333</c:v>"),
            HasSubstr("<c:f>'総括'!$I$8</c:f><c:numCache>"),
            HasSubstr("<c:f>'総括'!$A$8</c:f><c:strCache><c:ptCount val=\"1\"/><c:pt idx=\"0\"><c:v>設置率</c:v>")));
}

/// Nobody is in the denominator of the indicator.
class NobodyCounted : public FakeModel {
 public:
  NobodyCounted() : indicators_(FakeModel::indicators()) {
    indicators_.front().lower = indicators_.front().upper = 0;
    indicators_.front().of = indicators_.front().answered = 0;
  }
  const std::vector<audit::IndicatorResult>& indicators() const override { return indicators_; }

 private:
  std::vector<audit::IndicatorResult> indicators_;
};

TEST(AuditWorkbookTest, WithoutADenominatorThereIsNoRate) {
  const ReadWorkbook book = book_of(NobodyCounted());
  const ReadSheet& summary = book.sheet("総括");
  const std::size_t rate = summary.row("設置率");
  EXPECT_EQ(summary.at(rate, 4).number, 0.0);
  for (std::size_t column = 6; column <= 10; ++column) EXPECT_FALSE(summary.at(rate, column).number) << column;
  EXPECT_THAT(book.parts.at("xl/drawings/drawing1.xml"), HasSubstr("設置率：–。"));
}

TEST(AuditWorkbookTest, EveryPageSaysDatesRulesAndItsNumber) {
  const FakeModel model;
  for (const ReadSheet& sheet : book_of(model).sheets)
    EXPECT_THAT(sheet.xml,
                AllOf(HasSubstr("回答時点 2019-02-28　判定日 2019-03-31　規則 fake 1.0.0</oddHeader>"),
                      HasSubstr("<oddFooter>&amp;R&amp;P / &amp;N</oddFooter>"), HasSubstr("paperSize=\"9\"")))
        << sheet.name;
}

TEST(AuditWorkbookTest, QuestionsOfferTheirChoices) {
  const FakeModel model;
  const ReadSheet sheet = book_of(model).sheet("照会事項");
  std::vector<std::string> choices;
  for (std::size_t row = 1; row < sheet.num_rows; ++row) choices.push_back(sheet.at(row, sheet.column("選択肢")).text);
  EXPECT_THAT(choices, Contains("○ 設置済み\n× 未設置"));
  EXPECT_THAT(sheet.xml, HasSubstr("<formula1>\"○ 設置済み,× 未設置\"</formula1>"));
}

TEST(AuditWorkbookTest, NotesStandUnalteredBesideWhatWasReadInThem) {
  const FakeModel model;
  const ReadSheet sheet = book_of(model).sheet("備考読取表");
  ASSERT_EQ(sheet.num_rows, 2U);
  EXPECT_EQ(sheet.at(1, sheet.column("備考（原文）")).text, "平成31年度に設置予定");
  EXPECT_EQ(sheet.at(1, sheet.column("状態")).text, "未読");
  EXPECT_EQ(sheet.at(1, sheet.column("引用")).text, "設置予定");
  EXPECT_EQ(sheet.at(1, sheet.column("読んだ日")).number, 43'557.0);  // 2019-04-02
}

TEST(AuditWorkbookTest, HostileNotesStayText) {
  const FakeModel model("=HYPERLINK(\"http://example.com\",\"x\")\x1b[31m\xE2\x80\xAE_x0041_\n+1+1");
  const ReadWorkbook book = book_of(model);
  for (const ReadSheet& sheet : book.sheets) {
    EXPECT_THAT(sheet.xml, AllOf(Not(HasSubstr("<f>")), Not(HasSubstr("<f ")), Not(HasSubstr("\x1b")),
                                 Not(HasSubstr("\xE2\x80\xAE"))))
        << sheet.name;
    EXPECT_THAT(sheet.relations, Not(HasSubstr("example.com"))) << sheet.name;
  }
  const ReadSheet& notes = book.sheet("備考読取表");
  EXPECT_EQ(notes.at(1, notes.column("備考（原文）")).text,
            "=HYPERLINK(\"http://example.com\",\"x\")\\u{001B}[31m\\u{202E}_x005F_x0041_\n+1+1");
}

TEST(AuditWorkbookTest, LongTextsAreCutWithARemark) {
  std::string note;
  for (std::size_t i = 0; i < 40'000; ++i) note += "備";
  const ReadWorkbook book = book_of(FakeModel(note));
  const ReadSheet& notes = book.sheet("備考読取表");
  EXPECT_THAT(notes.at(1, notes.column("備考（原文）")).text,
              AllOf(StartsWith("備備"), EndsWith("備…（長いため、以下23717字を省略）")));
}

TEST(AuditWorkbookTest, SaysWhatIsCountedAndNotListed) {
  FakeModel model;
  model.cut(0);
  const ReadWorkbook book = book_of(model);
  EXPECT_EQ(book.sheet("結果データ").num_rows, 1U);
  EXPECT_EQ(book.sheet("対応一覧").num_rows, 1U);
  const ReadSheet& rules = book.sheet("規則一覧");
  EXPECT_EQ(rules.at(1, rules.column("一覧外の指摘")).number, 2.0);
  EXPECT_EQ(rules.at(1, rules.column("一覧外のその他")).number, 1.0);
  EXPECT_NO_THROW((void)book.sheets[0].row(
      "一覧（照会事項を含む）に載せるのはルールごとに最大0件です。ほかの10件は数だけを示しています。"));
}

TEST(AuditWorkbookTest, ListsFindingsAloneWhereThatIsWanted) {
  const FakeModel model;
  ReportOptions options;
  options.results = ResultsShown::kFindings;
  const ReadWorkbook book = read_workbook(bytes_of(model, options));
  const ReadSheet& results = book.sheet("結果データ");
  EXPECT_EQ(results.num_rows, 11U);  // ten findings
  for (std::size_t row = 1; row < results.num_rows; ++row)
    EXPECT_NE(results.at(row, results.column("結果のid")).text, "pass");
}

/// A large model whose records are all described like the first.
class UniformModel : public LargeModel {
 public:
  using LargeModel::LargeModel;
  audit::SubjectInfo subject(table::SubjectRef subject) const override {
    if (subject.space == table::kRecordSpace) subject.index = 0;
    return LargeModel::subject(subject);
  }
};

TEST(AuditWorkbookTest, SaysWhereThereAreTooManyRecordsToShowEach) {
  const ReadSheet sheet = book_of(UniformModel(20'000)).sheet("マトリクス");
  EXPECT_EQ(sheet.at(1, 0).text, "団体が多いため、この表は掲げていません。結果データを御覧ください。");
  EXPECT_EQ(sheet.num_rows, 2U);
}

TEST(AuditWorkbookTest, TheCoverSaysWhyThereIsNoEarlierYear) {
  FakeModel model;
  model.run_info().series = "kakuu";
  const auto why = [&] {
    const ReadSheet cover = book_of(model).sheet("表紙");
    return cover.at(cover.row("前年度比較"), 2).text;
  };
  EXPECT_EQ(why(), "同じ系列（kakuu）の過年度の調査が読み込まれていないため、前年度との比較はありません。");
  model.run_info().earlier_surveys = {"kakuu-2017"};
  EXPECT_EQ(why(), "読み込んだ過年度の調査（kakuu-2017）の回答に基づく指摘はありません。");
}

/// Lists so many results of every rule.
class ManyListed : public FakeModel {
 public:
  explicit ManyListed(std::size_t number) : listed_(number) {}
  const std::vector<std::uint32_t>& listed(std::size_t) const override { return listed_; }

 private:
  std::vector<std::uint32_t> listed_;
};

TEST(AuditWorkbookTest, RefusesMoreResultsThanASheetHolds) {
  EXPECT_FALSE(refuse_xlsx(ManyListed(125'000), {}).has_value());  // of eight rules
  const std::optional<Refusal> refusal = refuse_xlsx(ManyListed(125'001), {});
  ASSERT_TRUE(refusal.has_value());
  EXPECT_EQ(refusal->reason.en, "too large for a sheet of a workbook (1000008 listed results, limit 1000000)");
  EXPECT_THAT(refusal->instead.ja, HasSubstr("`--max-findings`"));
}

}  // namespace
}  // namespace kijun::reports
