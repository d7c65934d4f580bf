#include "engine/cel/normal_form.h"

#include <gtest/gtest.h>

#include <deque>
#include <tuple>

#include "engine/cel/checker.h"
#include "engine/diag/diagnostic.h"
#include "tests/unit/cel/front_end_support.h"

namespace kijun::cel {
namespace {

class NormalFormTest : public ::testing::Test {
 protected:
  NormalFormTest() {
    conditions_ = {
        &compiled("council == \"established\"", names_.environment()),
        &compiled("zone.members.exists(m, m.has_council)", names_.environment(table::group_space(table::kZoneGroup)))};
    params_ = {Value(*Date::parse_iso("2019-03-31")), Value(std::int64_t{3})};
  }

  std::string form(const std::string& text) {
    const Environment environment = names_.environment();
    return normal_form(compiled(text, environment), {environment.profile, conditions_, params_});
  }

 private:
  const CheckedExpr& compiled(const std::string& text, const Environment& environment) {
    const diag::Source& source = sources_.emplace_back("rule", text);
    diag::Sink sink;
    auto expr = compile(diag::EmbeddedText::whole(source), environment, Type::of(TypeKind::kDyn), sink);
    EXPECT_TRUE(expr.has_value()) << text;
    return exprs_.emplace_back(expr ? std::move(*expr) : CheckedExpr{});
  }

  ProfileSample names_;
  std::deque<diag::Source> sources_;
  std::deque<CheckedExpr> exprs_;
  std::vector<const CheckedExpr*> conditions_;
  std::vector<Value> params_;
};

TEST_F(NormalFormTest, GivesOneFormToWhatMeansTheSame) {
  const std::vector<std::pair<std::string, std::string>> pairs{
      {R"(funded && children > 3)", R"(children > 3 && funded)"},
      {R"((funded || children > 3) || note == "a")", R"(funded || (note == "a" || (children > 3)))"},
      {R"(funded && funded)", R"(funded)"},
      {R"(children > 3)", R"(3 < children)"},
      {R"(children >= 3)", R"(3 <= children)"},
      {R"(council == "none")", R"("none" == council)"},
      {R"(!(council == "none"))", R"(council != "none")"},
      {R"(!(funded && children > 3))", R"(!funded || !(children > 3))"},
      {R"(!!funded)", R"(funded)"},
      {R"(!zone.members.all(m, m.funded))", R"(zone.members.exists(x, !x.funded))"},
      {R"(zone.members.all(m, m.funded))", R"(zone.members.all(member, member.funded) // each)"},
      {R"(self.funded)", R"(funded)"},
      {R"(size(note) > 3)", R"(note.size() > 3)"},
      {R"(has_council)", R"(council == "established")"},
      {R"(funded || has_council)", R"(council == "established" || funded)"},
      {R"(zone.members.all(m, m.has_council))", R"(zone.members.all(m, m.council == "established"))"},
      {R"(bodies.exists(b, b.members.exists(m, m.has_council)))",
       R"(bodies.exists(x, x.members.exists(y, y.council == "established")))"},
      {R"(zone.zone_ok)", R"(zone.members.exists(m, m.council == "established"))"},
      {R"(bodies.all(b, zone.zone_ok))", R"(bodies.all(b, zone.members.exists(m, m.council == "established")))"},
      {R"(planned_date <= params.deadline)", R"(planned_date <= date("2019-03-31"))"},
      {R"(children > params.limit)", R"(children > 3)"},
      {R"(previous.has_council)", R"(previous.council == "established")"},
      {R"(at(2018).funded)", R"(self.at(2018).funded)"}};
  for (const auto& [left, right] : pairs) EXPECT_EQ(form(left), form(right)) << left << "\n" << right;
}

TEST_F(NormalFormTest, KeepsApartWhatDiffers) {
  const std::vector<std::pair<std::string, std::string>> pairs{
      {R"(children < 3)", R"(children <= 3)"},
      {R"(children < 3)", R"(3 < children)"},
      {R"(funded && children > 3)", R"(funded || children > 3)"},
      {R"(!funded)", R"(funded)"},
      {R"(council == "none")", R"(council == "planned")"},
      {R"(council == "none")", R"(previous.council == "none")"},
      {R"(previous.funded)", R"(at(2018).funded)"},
      {R"(at(2017).funded)", R"(at(2018).funded)"},
      {R"(zone.members.all(m, m.funded))", R"(zone.members.exists(m, m.funded))"},
      {R"(zone.members.all(m, m.funded))", R"(zone.members.all(m, funded))"},
      {R"(zone.members.all(m, zone.members.exists(n, m.funded)))",
       R"(zone.members.all(m, zone.members.exists(n, n.funded)))"},
      {R"(note == "1")", R"(note == "2")"},
      {R"(note.startsWith("a"))", R"(note.endsWith("a"))"},
      {R"(note == "a\"b")", R"(note == "a\\b")"},
      {R"(funded ? has_council : true)", R"(funded ? true : has_council)"},
      {R"(children > params.limit)", R"(children > 4)"},
      {R"([children] == [3])", R"(["a"] == [note])"}};
  for (const auto& [left, right] : pairs) EXPECT_NE(form(left), form(right)) << left << "\n" << right;
}

TEST_F(NormalFormTest, WritesALongPartAsItsHash) {
  std::string long_text = "funded";
  for (int i = 0; i < 400; ++i) long_text += " || note == \"text number " + std::to_string(i) + "\"";
  EXPECT_EQ(form(long_text).size(), 65U);
  EXPECT_EQ(form(long_text + " || funded"), form(long_text));
  EXPECT_NE(form(long_text + " || children > 3"), form(long_text));
}

TEST_F(NormalFormTest, SaysWhatIsLeft) {
  EXPECT_EQ(form(R"(!(has_council && children >= params.limit))"),
            R"((!(3 <= self.children) || ("established" != self.council)))");
}

}  // namespace
}  // namespace kijun::cel
