#include <gtest/gtest.h>

#include "engine/diag/renderer.h"
#include "engine/survey/manifest.h"
#include "engine/table/vocabulary_file.h"
#include "tests/unit/data/shipped.h"

namespace kijun::shipped {
namespace {

const std::vector<std::pair<std::string, std::string>> kForms{
    {"rules/mcare/forms/period-1.survey.toml", "tests/fixtures/kakuu-years/2018/survey.toml"},
    {"rules/mcare/forms/period-2.survey.toml", "tests/fixtures/kakuu-years/2021/survey.toml"},
    {"rules/mcare/forms/period-3.survey.toml", "tests/fixtures/kakuu-years/2024/survey.toml"}};

TEST(FormsTest, AreManifestsOfTheShippedVocabulary) {
  diag::SourceMap sources;
  diag::Sink sink;
  const auto vocabulary = table::load_vocabulary(sources.add("fields.toml", read("rules/mcare/fields.toml")), sink);
  ASSERT_TRUE(vocabulary.has_value());
  for (const auto& [form, used] : kForms) {
    const auto manifest = survey::load_manifest(sources.add(form, read(form)), *vocabulary, sink);
    EXPECT_TRUE(manifest.has_value() && sink.diagnostics().empty())
        << diag::render_all(sink.diagnostics(), {Language::kEnglish, false, 1});
  }
}

TEST(FormsTest, AreTheFormsThatTheFictionalPrefectureUses) {
  const auto from_answers = [](const std::string& path) {
    const std::string text = read(path);
    return text.substr(text.find("[answers]"));
  };
  for (const auto& [form, used] : kForms) EXPECT_EQ(from_answers(form), from_answers(used)) << form;
}

}  // namespace
}  // namespace kijun::shipped
