#include "tests/unit/audit/audit_support.h"

#include <utility>

#include "engine/policy/ruleset_loader.h"
#include "engine/survey/series.h"

namespace kijun::audit {
namespace {

/// The machine's files with one of them replaced.
class PatchedFileSystem : public FileSystem {
 public:
  PatchedFileSystem(std::string path, std::string text) : path_(std::move(path)), text_(std::move(text)) {}
  Result<std::string> read(const std::string& path, std::size_t max_bytes) override {
    return path == path_ ? Result<std::string>(text_) : disk_->read(path, max_bytes);
  }
  Status stream(const std::string&, const FileContent&) override { return fail("read only"); }
  bool is_file(const std::string& path) override { return path == path_ || disk_->is_file(path); }
  bool is_directory(const std::string& path) override { return disk_->is_directory(path); }
  Result<std::vector<std::string>> list(const std::string& path) override { return disk_->list(path); }

 private:
  std::unique_ptr<FileSystem> disk_ = open_file_system();
  std::string path_;
  std::string text_;
};

}  // namespace

std::unique_ptr<FileSystem> repository_files(std::string path, std::string text) {
  return std::make_unique<PatchedFileSystem>(std::move(path), std::move(text));
}

std::string AuditRun::codes() const {
  std::string text;
  for (const diag::Diagnostic& diagnostic : sink.diagnostics())
    text += (text.empty() ? "" : " ") + std::string(diagnostic.definition->code);
  return text;
}

std::vector<std::string> AuditRun::subjects(std::string_view rule, Outcome outcome, std::string_view rule_case) const {
  std::vector<std::string> names;
  for (const RuleColumn& column : model->columns()) {
    if (column.rule().id != rule) continue;
    for (std::size_t i = 0; i < column.size(); ++i) {
      const ResultCode code = column.code(i);
      const bool same_case = rule_case.empty() || (code.rule_case != ResultCode::kNoCase &&
                                                   column.rule().cases[code.rule_case].id == rule_case);
      if (code.decision.outcome == outcome && same_case)
        names.push_back(model->subject(column.subject(i)).name.name.ja);
    }
  }
  return names;
}

std::optional<ResultDetail> AuditRun::detail(std::string_view rule, std::string_view subject) const {
  for (std::size_t column = 0; column < model->columns().size(); ++column)
    for (std::size_t i = 0; i < model->columns()[column].size(); ++i)
      if (model->columns()[column].rule().id == rule &&
          model->subject(model->columns()[column].subject(i)).name.name.ja == subject)
        return model->detail(column, i);
  return std::nullopt;
}

std::optional<ResultCode> AuditRun::code(std::string_view rule, std::string_view subject) const {
  for (const RuleColumn& column : model->columns())
    for (std::size_t i = 0; i < column.size(); ++i)
      if (column.rule().id == rule && model->subject(column.subject(i)).name.name.ja == subject) return column.code(i);
  return std::nullopt;
}

const IndicatorResult* AuditRun::indicator(std::string_view id) const {
  for (const IndicatorResult& result : model->indicators())
    if (result.indicator->id == id) return &result;
  return nullptr;
}

std::unique_ptr<AuditRun> run_files(std::unique_ptr<FileSystem> files, const std::string& pack,
                                    const std::string& survey, std::optional<Date> as_of, AuditOptions options) {
  auto run = std::make_unique<AuditRun>();
  run->files = std::move(files);
  auto loaded = policy::load_pack(pack, {*run->files, run->sources, run->sink});
  if (!loaded) return run;
  run->pack = std::make_unique<policy::Pack>(std::move(*loaded));
  auto series = survey::load_series(survey, {*run->files, run->sources, run->sink, run->pack->vocabulary},
                                    survey::AnswersChecked::kWhenRead);
  if (!series || *series == nullptr || run->sink.has_errors()) return run;
  const survey::Manifest& manifest = (*series)->audited().manifest();
  options.as_of = as_of.value_or(manifest.as_of);
  options.tool_version = "test";
  const policy::Edition* edition = policy::find_edition(*run->pack, manifest.fiscal_year);
  if (edition == nullptr) return run;
  auto ruleset = policy::load_ruleset(edition->path, options.as_of,
                                      {*run->files, run->sources, run->sink, run->pack->vocabulary.record_kinds()});
  if (!ruleset) return run;
  auto plan = make_plan(std::move(*ruleset), run->pack->vocabulary, run->sink);
  if (plan == nullptr) return run;
  run->model = run_audit(std::move(plan), std::move(*series), *run->pack, std::move(options), run->sink);
  return run;
}

}  // namespace kijun::audit
