#include "reports/html/html_report.h"

#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <sstream>

#include "engine/audit/compare/result_table.h"
#include "tests/unit/reports/fake_model.h"
#include "tests/unit/reports/unfolded.h"

namespace kijun::reports {
namespace {

std::string page_of(const FakeModel& model, const ReportOptions& options = {}) {
  std::ostringstream out;
  write_html(model, options, out);
  return out.str();
}

std::string plain_page_of(const FakeModel& model) {
  std::ostringstream out;
  write_plain_html(model, {}, out);
  return out.str();
}

// Many records, of which the small model has results of the first four.
class ManyModel : public LargeModel {
 public:
  using LargeModel::LargeModel;
  audit::SubjectInfo subject(table::SubjectRef ref) const override {
    if (ref.space != table::kRecordSpace || ref.index < 4) return FakeModel::subject(ref);
    audit::SubjectInfo info;
    info.name = {"municipality", std::to_string(100'000 + ref.index), {"架空市", "Kakuu City"}};
    return info;
  }
};

// Text between `<main` and `</main>`: the page without its style and script.
std::string main_of(const std::string& page) {
  const std::size_t begin = page.find("<main");
  return page.substr(begin, page.find("</main>") - begin);
}

TEST(HtmlReportTest, GivesTheSameBytesTwice) { EXPECT_EQ(page_of(FakeModel()), page_of(FakeModel())); }

TEST(HtmlReportTest, EscapesHostileNotes) {
  const std::string page = page_of(FakeModel("</blockquote><script>alert(1)</script><img src=x onerror=y>"));
  EXPECT_EQ(page.find("<script>alert"), std::string::npos);
  EXPECT_EQ(page.find("<img"), std::string::npos);
  EXPECT_NE(page.find("&lt;script&gt;alert(1)&lt;/script&gt;"), std::string::npos);
}

TEST(HtmlReportTest, HoldsBothLanguagesAndStartsInTheChosenOne) {
  const std::string japanese = page_of(FakeModel());
  EXPECT_NE(japanese.find("<html lang=\"ja\">"), std::string::npos);
  EXPECT_NE(japanese.find("照会事項"), std::string::npos);
  EXPECT_NE(japanese.find("Questions to send back"), std::string::npos);
  ReportOptions options;
  options.language = Language::kEnglish;
  const std::string english = page_of(FakeModel(), options);
  EXPECT_NE(english.find("<html lang=\"en\">"), std::string::npos);
  EXPECT_EQ(main_of(japanese), main_of(english));
}

TEST(HtmlReportTest, HasNoViewOfZonesForWhoSeesOneRecordOnly) {
  EXPECT_NE(page_of(FakeModel()).find("href=\"#zones\""), std::string::npos);
  FakeModel model;
  model.run_info().readers.who = audit::Readership::kMunicipality;
  const std::string page = page_of(model);
  EXPECT_EQ(page.find("href=\"#zones\""), std::string::npos);
  EXPECT_EQ(page.find("id=\"zones\""), std::string::npos);
}

TEST(HtmlReportTest, SaysWhatIsRequiredBesideWhatWasFound) {
  const std::string page = main_of(page_of(FakeModel()));
  EXPECT_NE(page.find("協議の場が「設置済み」であること。実績：「×」未設置<"), std::string::npos);
  EXPECT_NE(page.find("求める内容（次のいずれか）"), std::string::npos);
  EXPECT_NE(page.find("設置予定が「期限」以前であること（2019年3月31日）。実績：2020年3月31日（12か月超過）<"),
            std::string::npos);
  EXPECT_NE(page.find("(31 March 2019). Measured: 31 March 2020 (12 months late)"), std::string::npos);
}

TEST(HtmlReportTest, SaysWhyNothingIsComparedWithTheSurveyBefore) {
  EXPECT_EQ(page_of(FakeModel()).find("id=\"compare\""), std::string::npos);
  const std::vector<audit::ResultTable> no_results;
  const YearsBefore none{nullptr, {"前回の調査がありません。", "There is no survey before."}, &no_results};
  ReportOptions options;
  options.earlier = &none;
  const std::string page = page_of(FakeModel(), options);
  const std::size_t section = page.find("id=\"compare\"");
  ASSERT_NE(section, std::string::npos);
  EXPECT_NE(page.find("前回の調査がありません。", section), std::string::npos);
}

TEST(HtmlReportTest, UsesEachIdOnceAndLinksOnlyToIds) {
  const std::string page = page_of(FakeModel());
  std::set<std::string> ids;
  const std::regex id_pattern(" id=\"([^\"]*)\"");
  for (std::sregex_iterator at(page.begin(), page.end(), id_pattern), end; at != end; ++at) {
    EXPECT_TRUE(ids.insert((*at)[1]).second) << (*at)[1];
  }
  const std::regex link_pattern("href=\"#([^\"]*)\"");
  for (std::sregex_iterator at(page.begin(), page.end(), link_pattern), end; at != end; ++at) {
    EXPECT_TRUE(ids.contains((*at)[1])) << (*at)[1];
  }
  EXPECT_TRUE(ids.contains("m-993026"));
  EXPECT_TRUE(ids.contains("r-council.municipality"));
}

TEST(HtmlReportTest, BalancesItsTags) {
  const std::set<std::string> void_tags{"meta", "input"};
  const std::string page = page_of(FakeModel("<b>\"'&"));
  const std::regex tag_pattern("<(/?)([a-z][a-z0-9]*)[^>]*>");
  std::vector<std::string> open;
  for (std::sregex_iterator at(page.begin(), page.end(), tag_pattern), end; at != end; ++at) {
    const std::string tag = (*at)[2];
    if (void_tags.contains(tag)) continue;
    if ((*at)[1].length() == 0) {
      open.push_back(tag);
    } else {
      ASSERT_FALSE(open.empty()) << tag;
      ASSERT_EQ(open.back(), tag);
      open.pop_back();
    }
  }
  EXPECT_TRUE(open.empty());
}

TEST(HtmlReportTest, ShowsAnswersOnlyAsQuotesAndVerdictsAsWords) {
  const std::string page = main_of(page_of(FakeModel()));
  const std::regex mark_pattern("<b class=\"mk[^>]*>(.*?)</b>");
  for (std::sregex_iterator at(page.begin(), page.end(), mark_pattern), end; at != end; ++at) {
    const std::string mark = (*at)[1];
    for (const char* answer : {"○", "△", "×"}) {
      EXPECT_EQ(mark.find(answer), std::string::npos) << mark;
    }
  }
  EXPECT_NE(page.find("<q class=\"raw\" lang=\"ja\">○</q>"), std::string::npos);
}

TEST(HtmlReportTest, ReachesForNothingOutside) {
  const std::string page = page_of(FakeModel());
  EXPECT_NE(page.find("default-src &#39;none&#39;"), std::string::npos);
  EXPECT_EQ(page.find("http://"), std::string::npos);
  EXPECT_EQ(page.find("https://"), std::string::npos);
  EXPECT_EQ(page.find("url("), std::string::npos);
  EXPECT_EQ(page.find(" style=\""), std::string::npos);
}

TEST(HtmlReportTest, StatesTheCreationDateOnlyWhenGiven) {
  EXPECT_NE(page_of(FakeModel()).find("記載なし"), std::string::npos);
  ReportOptions options;
  options.created = Date::from_ymd(2019, 5, 7);
  EXPECT_NE(page_of(FakeModel(), options).find("2019年5月7日（令和元年5月7日）"), std::string::npos);
}

TEST(HtmlReportTest, SaysWhenTheRunWasNarrowed) {
  FakeModel model;
  model.run_info().narrowed = {"--for 甲市"};
  EXPECT_NE(page_of(model).find("--for 甲市"), std::string::npos);
}

TEST(HtmlReportTest, KeepsWhatItsScriptWorksWithInTheFile) {
  const std::string page = page_of(FakeModel("</script><script>alert(1)"));
  EXPECT_NE(page.find(R"("rows":[".d.aaa","a.faae","b.daea","f.geaa"])"), std::string::npos);
  EXPECT_NE(page.find("id=\"kijun-cards\""), std::string::npos);
  EXPECT_EQ(page.find("</script><script>alert"), std::string::npos);
}

TEST(HtmlReportTest, FoldsNothingOfASmallPage) {
  EXPECT_EQ(page_of(FakeModel()).find("class=\"folded\""), std::string::npos);
  EXPECT_EQ(page_of(FakeModel()), plain_page_of(FakeModel()));
}

TEST(HtmlReportTest, FoldsSheetsAndCardsOfALargePage) {
  std::string note = "<script>alert(1)</script>";
  while (note.size() < 600'000) note += "架空の備考" + std::to_string(note.size() % 9'973) + "\n";
  const FakeModel model(note);
  const std::string page = page_of(model);
  const std::string plain = plain_page_of(model);
  EXPECT_GT(plain.size(), 2'500'000U);
  EXPECT_LT(page.size(), plain.size() / 2);
  EXPECT_EQ(page.find("class=\"sheet\""), std::string::npos);
  EXPECT_EQ(page.find("id=\"kijun-cards\""), std::string::npos);
  EXPECT_EQ(page.find("<script>alert"), std::string::npos);
  EXPECT_EQ(plain.find("class=\"folded\""), std::string::npos);
  for (const char* const part : {"id=\"tasks\"", "<table class=\"matrix\">", "id=\"questions\"", "id=\"legend\"",
                                 "結果票は圧縮して収めてあり", "kijun report results … --sheets html="})
    EXPECT_NE(page.find(part), std::string::npos) << part;
  EXPECT_TRUE(unfolded_page(page) == plain);
}

TEST(HtmlReportTest, LeavesALargeMatrixToItsScript) {
  EXPECT_NE(page_of(FakeModel()).find("<table class=\"matrix\">"), std::string::npos);
  const std::string page = page_of(ManyModel(3'334));  // 6 columns of records
  EXPECT_EQ(page.find("<table class=\"matrix\">"), std::string::npos);
  EXPECT_NE(page.find("<div id=\"drawn-matrix\"></div>"), std::string::npos);
  EXPECT_EQ(page.find("id=\"kijun-cards\""), std::string::npos);
  EXPECT_EQ(page.find("<article"), std::string::npos);
  EXPECT_NE(page.find("With so many results, questions, unread notes"), std::string::npos);
  const std::regex link_pattern("href=\"#([^\"]*)\"");
  for (std::sregex_iterator at(page.begin(), page.end(), link_pattern), end; at != end; ++at)
    EXPECT_NE(page.find(" id=\"" + (*at)[1].str() + "\""), std::string::npos) << (*at)[1];
}

TEST(HtmlReportTest, RefusesMoreCellsThanAPageHolds) {
  EXPECT_FALSE(refuse_html(FakeModel(), {}).has_value());
  EXPECT_FALSE(refuse_html(LargeModel(83'333), {}).has_value());  // 8 rules and 4 fields
  const std::optional<Refusal> refusal = refuse_html(LargeModel(83'334), {});
  ASSERT_TRUE(refusal.has_value());
  EXPECT_NE(refusal->reason.en.find("83334 records, 1000008 cells of rules and fields, limit 1000000"),
            std::string::npos)
      << refusal->reason.en;
  EXPECT_NE(refusal->instead.en.find("--out markdown="), std::string::npos);
}

}  // namespace
}  // namespace kijun::reports
