#include "engine/survey/register.h"

#include <gtest/gtest.h>

#include "tests/unit/survey/survey_support.h"

namespace kijun::survey {
namespace {

/// The fictional prefecture of the fixtures: two short names that collide, variants, one merger.
class RegisterTest : public ::testing::Test {
 protected:
  RegisterTest() : files_(open_file_system()) {
    const table::Vocabulary none;
    LoadContext context{*files_, sources_, sink_, none};
    loaded_ = load_register(std::string(KIJUN_SOURCE_DIR) + "/tests/fixtures/kakuu", "register.toml", {}, context);
  }
  [[nodiscard]] const Register& reg() const { return *loaded_.reg; }
  /// "exact 月影市", "alias …", "ambiguous …", "none".
  [[nodiscard]] std::string find(std::string_view name, std::optional<Date> on = {}) const {
    const NameMatch match = reg().find_by_name(name, on);
    constexpr const char* kWords[] = {"none", "exact", "alias", "ambiguous"};
    std::string text = kWords[static_cast<int>(match.kind)];
    for (const RegisterIndex index : match.candidates) text += " " + reg().at(index).name;
    return text;
  }

  std::unique_ptr<FileSystem> files_;
  diag::SourceMap sources_;
  diag::Sink sink_;
  LoadedRegister loaded_;
};

TEST_F(RegisterTest, LoadsTheFictionalPrefectureWithoutADiagnostic) {
  EXPECT_TRUE(sink_.diagnostics().empty());
  EXPECT_EQ(reg().municipalities().size(), 9U);
  EXPECT_EQ(reg().prefecture()->name, "架空県");
  EXPECT_EQ(reg().zones().front().id, "hokubu");
  ASSERT_EQ(loaded_.inputs.size(), 4U);
  EXPECT_EQ(loaded_.inputs[1].name, "municipalities.csv");
}

TEST_F(RegisterTest, FindsCodesOfFiveAndSixDigits) {
  EXPECT_EQ(reg().at(reg().find_by_code("992038").value()).name, "月影市");
  EXPECT_EQ(reg().at(reg().find_by_code("99203").value()).name, "月影市");
  EXPECT_EQ(reg().at(reg().find_by_code("９９２０３８").value()).name, "月影市");
  EXPECT_FALSE(reg().find_by_code("992039").has_value());
  EXPECT_FALSE(reg().find_by_code("月影市").has_value());
}

TEST_F(RegisterTest, FindsNamesAsPeopleWriteThem) {
  EXPECT_EQ(find("月影市"), "exact 月影市");
  EXPECT_EQ(find(" 月影市\xE3\x80\x80"), "exact 月影市");
  EXPECT_EQ(find("霧ケ丘市"), "alias 霧ヶ丘市");
  EXPECT_EQ(find("霧ｹ丘市"), "alias 霧ヶ丘市");
  EXPECT_EQ(find("霧が丘市"), "alias 霧ヶ丘市");
  EXPECT_EQ(find("きりがおかし"), "alias 霧ヶ丘市");
  EXPECT_EQ(find("キリガオカシ"), "alias 霧ヶ丘市");
  EXPECT_EQ(find("北夢郡夢見町"), "alias 夢見町");
  EXPECT_EQ(find("架空県月影市"), "alias 月影市");
  EXPECT_EQ(find("架空県北夢郡雲居町"), "alias 雲居町");
  EXPECT_EQ(find("tsukikage city"), "alias 月影市");
  EXPECT_EQ(find("Tsukikage"), "alias 月影市");
  EXPECT_EQ(find("月影"), "alias 月影市");
  EXPECT_EQ(find("くもい"), "alias 雲居町");
}

TEST_F(RegisterTest, CallsAShortNameAmbiguousOnlyWhereTheRegisterMakesItSo) {
  EXPECT_EQ(find("夢見"), "ambiguous 夢見町 夢見村");
  EXPECT_EQ(find("夢見村"), "exact 夢見村");
  EXPECT_EQ(find("虹橋"), "alias 虹橋町");
}

TEST_F(RegisterTest, FindsNobodyForAnUnknownNameAndSuggestsTheNearest) {
  EXPECT_EQ(find("月蔭市"), "none");
  EXPECT_EQ(find(""), "none");
  EXPECT_EQ(find("市"), "none");
  EXPECT_EQ(reg().suggest_name("月蔭市"), "月影市");
  EXPECT_EQ(reg().suggest_name("まったく別の名前"), std::nullopt);
}

TEST_F(RegisterTest, KnowsValidityAndPredecessors) {
  const Municipality& merged = reg().at(reg().find_by_code("993638").value());
  EXPECT_TRUE(merged.valid_on(*Date::from_ymd(2019, 9, 30)));
  EXPECT_FALSE(merged.valid_on(*Date::from_ymd(2019, 10, 1)));
  ASSERT_EQ(reg().predecessors("992038").size(), 1U);
  EXPECT_EQ(reg().at(reg().predecessors("992038").front()).name, "雪代町");
  EXPECT_TRUE(reg().predecessors("992011").empty());
}

TEST_F(RegisterTest, LoadsBodiesWithWhatIsKnownAboutThem) {
  ASSERT_EQ(loaded_.bodies.size(), 2U);
  const Body& north = loaded_.bodies[0];
  EXPECT_EQ(north.members.size(), 2U);
  EXPECT_EQ(north.prefecture_involved, true);
  EXPECT_EQ(north.agreement_date, Date::from_ymd(2018, 6, 1));
  EXPECT_EQ(north.aliases, std::vector<std::string>{"北部協議会"});
  const Body& south = loaded_.bodies[1];
  EXPECT_FALSE(south.confirmed);
  EXPECT_EQ(south.prefecture_involved, std::nullopt);
  EXPECT_EQ(south.secretariat, std::nullopt);
}

}  // namespace
}  // namespace kijun::survey
