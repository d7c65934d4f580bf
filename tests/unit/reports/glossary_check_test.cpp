#include "reports/model/glossary_check.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "engine/audit/edition_plan.h"
#include "engine/base/file_system.h"
#include "engine/survey/series.h"

namespace kijun::reports {
namespace {

/// The disk with a glossary of our own in place of that of tests/fixtures/kakuu-terms.
class OtherGlossary : public FileSystem {
 public:
  explicit OtherGlossary(std::string text) : text_(std::move(text)) {}
  Result<std::string> read(const std::string& path, std::size_t max_bytes) override {
    return path.ends_with("glossary.toml") ? Result<std::string>(text_) : disk_->read(path, max_bytes);
  }
  Status stream(const std::string&, const FileContent&) override { return fail("read only"); }
  bool is_file(const std::string& path) override { return disk_->is_file(path); }
  bool is_directory(const std::string& path) override { return disk_->is_directory(path); }
  Result<std::vector<std::string>> list(const std::string& path) override { return disk_->list(path); }

 private:
  std::unique_ptr<FileSystem> disk_ = open_file_system();
  std::string text_;
};

/// What is said of a glossary: codes, English messages and hints, one on a line.
std::string check(const std::string& glossary) {
  OtherGlossary files(glossary);
  diag::SourceMap sources;
  diag::Sink sink;
  const auto pack = policy::load_pack(KIJUN_SOURCE_DIR "/rules/mcare", {files, sources, sink});
  const policy::LoadContext context{files, sources, sink, pack->vocabulary.record_kinds()};
  const auto series = survey::load_series(KIJUN_SOURCE_DIR "/tests/fixtures/kakuu-terms/2018",
                                          {files, sources, sink, pack->vocabulary});
  const survey::SurveyTable& survey = (*series)->audited();
  const auto plan = audit::compile_ruleset(*pack, policy::find_edition(*pack, survey.manifest().fiscal_year)->path,
                                           survey.manifest().as_of, context);
  const std::size_t num_before = sink.diagnostics().size();
  report_unused_terms(survey, *plan, *pack, context);
  std::string text;
  for (std::size_t i = num_before; i < sink.diagnostics().size(); ++i) {
    const diag::Diagnostic& diagnostic = sink.diagnostics()[i];
    text += std::string(diagnostic.definition->code) + " " + diagnostic.message.en + ": " + diagnostic.hint.en + "\n";
  }
  return text;
}

std::string japanese(const std::string& from) { return "[[term]]\nfrom.ja = \"" + from + "\"\nto.ja = \"語\"\n"; }
std::string english(const std::string& from) { return "[[term]]\nfrom.en = \"" + from + "\"\nto.en = \"word\"\n"; }

TEST(GlossaryCheckTest, SaysNothingOfTermsOfRulesFieldsAndReports) {
  EXPECT_EQ(check(""), "");
  EXPECT_EQ(check(japanese("協議の場") + japanese("設置済み") + japanese("判定保留") + japanese("判読不能") +
                  japanese("重要") + japanese("政策") + english("council")),
            "KJ4119 no text of the rules or of the reports holds `政策` of the glossary: did you mean `施策`? "
            "check how it is written, or remove it\n");
}

TEST(GlossaryCheckTest, SaysNothingOfTermsOfAnotherEdition) {
  EXPECT_EQ(check(japanese("令和5年度末の目標に向けて")), "");
}

TEST(GlossaryCheckTest, OffersTheNearestWord) {
  EXPECT_EQ(check(japanese("コーデネーター")),
            "KJ4119 no text of the rules or of the reports holds `コーデネーター` of the glossary: did you mean "
            "`コーディネーター`? check how it is written, or remove it\n");
  EXPECT_EQ(check(english("counsil")),
            "KJ4119 no text of the rules or of the reports holds `counsil` of the glossary: did you mean `council`? "
            "check how it is written, or remove it\n");
}

}  // namespace
}  // namespace kijun::reports
