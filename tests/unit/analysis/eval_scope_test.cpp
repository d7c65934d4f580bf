#include "engine/analysis/eval_scope.h"

#include <gtest/gtest.h>

#include <string>

#include "engine/cel/source_text.h"

namespace kijun::analysis {
namespace {

/// The value as an expression; states with their causes; diagnostics by code.
std::string eval(const std::string& text, const std::string& json = "{}", bool plain = false) {
  Result<EvalBindings> bindings = read_eval_bindings(json, plain);
  if (!bindings) return bindings.error().message;
  const EvalScope scope(*std::move(bindings));
  const diag::Source source("expression", text);
  diag::Sink sink;
  const auto expr = scope.compile(diag::EmbeddedText::whole(source), sink);
  if (!expr) {
    const diag::Diagnostic& first = sink.diagnostics().front();
    return std::string(first.definition->code) + " " + first.message.en;
  }
  const cel::Value value = scope.eval(*expr);
  std::string written = cel::source_text(value);
  const auto add_causes = [&](const std::vector<cel::Cause>& causes) {
    for (const cel::Cause& cause : causes) written += " " + scope.cause_text(cause, Language::kEnglish);
  };
  if (const auto* unknown = value.as<cel::Unknown>()) add_causes(unknown->causes);
  if (const auto* other = value.as<cel::NotApplicable>()) add_causes(other->causes);
  return written;
}

TEST(EvalScopeTest, AnswersAreFieldsOfOneMunicipality) {
  const std::string answers =
      R"({"beds": 5, "rate": 0.5, "funded": true, "note": "未定", "planned": {"date": "2019-04-01"}})";
  EXPECT_EQ(eval("beds > 3 && rate < 1 && funded && note == '未定'", answers), "true");
  EXPECT_EQ(eval("planned.addMonths(1)", answers), "date(\"2019-05-01\")");
  EXPECT_EQ(eval("answered(beds)", answers), "true");
  EXPECT_EQ(eval("raw(planned) + raw(rate) + raw(note) + raw(beds)", answers), "\"2019-04-010.5未定5\"");
  EXPECT_EQ(eval("self.beds", answers), "5");
}

TEST(EvalScopeTest, DecimalsAreAnswersToo) {
  const std::string answers = R"({"cost": {"decimal": "0.10"}, "gone": {"missing": "blank", "type": "decimal"}})";
  EXPECT_EQ(eval("cost == 0.1", answers), "true");
  EXPECT_EQ(eval("cost + 0.2", answers), "decimal(\"0.3\")");
  EXPECT_EQ(eval("raw(cost)", answers), "\"0.1\"");
  EXPECT_EQ(eval("gone > 1", answers), "unknown gone (no answer)");
}

TEST(EvalScopeTest, MissingAnswersAreUnknownWithTheirNames) {
  const std::string answers = R"({"beds": {"missing": "blank", "type": "int"},
                                  "rate": {"missing": "not_applicable", "type": "double"}, "funded": false})";
  EXPECT_EQ(eval("beds > 3", answers), "unknown beds (no answer)");
  EXPECT_EQ(eval("beds > 3 && funded", answers), "false");
  EXPECT_EQ(eval("rate > 3", answers), "not applicable rate (not applicable)");
  EXPECT_EQ(eval("missing_reason(beds)", answers), "\"blank\"");
  EXPECT_EQ(eval("answered(beds)", answers), "false");
  EXPECT_EQ(eval("raw(beds)", answers), "\"\"");
}

TEST(EvalScopeTest, ValuesOfOtherTypesAreVariables) {
  EXPECT_EQ(eval("x.exists(i, i == 2) && y.a == 7u", R"({"x": [1, 2], "y": {"a": {"uint": "7"}}})"), "true");
  EXPECT_EQ(eval("x + 1", R"({"x": [1, 2]})").substr(0, 6), "KJ3005");
}

TEST(EvalScopeTest, SettingsStandForThemselves) {
  const std::string settings = R"({"as_of": "2019-03-31", "fiscal_year": 2018, "code": "142115", "name": "夢見町",
                                   "kind": "town", "params": {"limit": {"date": "2020-03-31"}, "n": 3}})";
  EXPECT_EQ(eval("as_of < params.limit && fiscal_year == 2018 && params.n == 3", settings), "true");
  EXPECT_EQ(eval("code + kind + name", settings), "\"142115town夢見町\"");
  EXPECT_EQ(eval("as_of > date('2019-03-30')"), "KJ5010 `as_of` has no value here");
  EXPECT_EQ(eval("fiscal_year"), "KJ5010 `fiscal_year` has no value here");
  EXPECT_EQ(eval("self.kind"), "KJ5010 `kind` has no value here");
}

TEST(EvalScopeTest, ThereIsNoEarlierSurveyAndNoGroup) {
  EXPECT_EQ(eval("previous.beds > 1", R"({"beds": 5})"), "not applicable no earlier survey");
  EXPECT_EQ(eval("at(2017).beds > 1", R"({"beds": 5})"), "not applicable no earlier survey");
  EXPECT_EQ(eval("size(history)", R"({"beds": 5})"), "0");
  EXPECT_EQ(eval("zone.members.all(m, true)"), "KJ3001 unknown name `zone`");
}

TEST(EvalScopeTest, PlainCelHasVariablesOnly) {
  EXPECT_EQ(eval("x == null", R"({"x": null})", true), "true");
  EXPECT_EQ(eval("as_of", R"({"as_of": "2019-03-31"})", true), "\"2019-03-31\"");
  EXPECT_EQ(eval("nfkc('Ａ')", "{}", true).substr(0, 6), "KJ3004");
  EXPECT_EQ(eval("nfkc('Ａ')"), "\"A\"");
}

TEST(EvalScopeTest, NamesAreReadInNfc) { EXPECT_EQ(eval("Am\u00E9lie", R"({"Ame\u0301lie": 1})"), "1"); }

TEST(EvalScopeBindingsTest, SaysWhatIsWrong) {
  EXPECT_EQ(eval("1", "[1]"), "`--bindings` takes JSON of the form `{\"name\": value}`");
  EXPECT_EQ(eval("1", "{"), "`--bindings` takes JSON of the form `{\"name\": value}`");
  EXPECT_EQ(eval("1", R"({"beds": null})"),
            "`beds` takes `{\"missing\": \"blank\", \"type\": \"int\"}` when there is no answer");
  const std::string form =
      "`beds` takes the form `{\"missing\": \"blank\", \"type\": \"int\"}`, type being bool int double decimal string "
      "date";
  EXPECT_EQ(eval("1", R"({"beds": {"missing": "lost", "type": "int"}})"), form);
  EXPECT_EQ(eval("1", R"({"beds": {"missing": "blank", "type": "list"}})"), form);
  EXPECT_EQ(eval("1", R"({"beds": {"missing": "blank"}})"), form);
  EXPECT_EQ(eval("1", R"({"as_of": "31 March"})"), "`as_of` takes a date such as `\"2019-03-31\"`");
  EXPECT_EQ(eval("1", R"({"fiscal_year": "2018"})"), "`fiscal_year` takes a year");
  EXPECT_EQ(eval("1", R"({"params": 3})"), "`params` takes an object");
  EXPECT_EQ(eval("1", R"({"kind": 3})"), "`kind` takes a string");
  EXPECT_EQ(eval("1", R"({"n": {"int": "x"}})"), "`\"x\"` is no value of type int");
  EXPECT_EQ(eval("1", "{\"n\": " + std::string(100'000, '[') + std::string(100'000, ']') + "}"),
            "`--bindings` is nested too deeply");
}

TEST(EvalScopeBindingsTest, TypesAreAsExactAsTheValuesShow) {
  const auto type = [](const std::string& json) {
    const auto bindings = read_eval_bindings(R"({"x": )" + json + "}", true);
    return cel::to_string(bindings->names.front().type);
  };
  EXPECT_EQ(type("[1, 2]"), "list(int)");
  EXPECT_EQ(type("[1, 2.5]"), "list(dyn)");
  EXPECT_EQ(type("[]"), "list(dyn)");
  EXPECT_EQ(type("[[1], [2]]"), "list(list(int))");
  EXPECT_EQ(type(R"({"a": {"uint": "1"}})"), "map(string, uint)");
  EXPECT_EQ(type("null"), "null_type");
}

}  // namespace
}  // namespace kijun::analysis
