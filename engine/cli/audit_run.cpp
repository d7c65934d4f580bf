#include "engine/cli/audit_run.h"

#include "engine/audit/cell_view.h"
#include "engine/audit/compare/earlier_results.h"
#include "engine/audit/run_inputs.h"
#include "engine/base/relative_path.h"
#include "engine/cli/baseline_file.h"
#include "engine/cli/ci_options.h"
#include "engine/cli/progress.h"
#include "engine/cli/version.h"
#include "engine/cli/word_options.h"
#include "engine/table/group.h"
#include "reports/model/glossary_check.h"

namespace kijun::cli {

bool AuditRun::run() {
  pack_ = load_pack(request_.paths.rules, session_);
  if (pack_ == nullptr) return false;
  std::unique_ptr<survey::SurveySeries> series = load_series();
  if (series == nullptr) return false;
  const survey::Manifest& manifest = series->audited().manifest();
  manifest_ = audit::place_of(manifest.span, series->audited());
  request_.options.as_of = request_.as_of.value_or(manifest.as_of);
  if (request_.options.tool_version.empty()) request_.options.tool_version = kVersion;
  std::unique_ptr<audit::Plan> plan = load_locked_plan(*pack_, manifest.fiscal_year, request_.options.as_of, session_);
  if (plan == nullptr || !narrow(*plan, series->audited()) || !read_baseline(manifest.series)) return false;
  if (!load_earlier_results(series->audited())) return false;
  name_inputs(series->audited());
  if (request_.will_compare)
    facts_ = {audit::form_of(series->audited()), audit::indicator_meanings(*plan, series->audited().glossary())};
  reports::report_unused_terms(series->audited(), *plan, *pack_, load_context(*pack_, session_));
  if (series->surveys.size() > 1) {
    const survey::SurveyTable& earlier = *series->surveys[1];
    newest_earlier_ = {earlier.parts().directory, earlier.manifest().fiscal_year};
  }
  model_ = [&] {
    request_.options.counter = &counter_;
    const Progress progress(session_, {"判定しています", "judging"}, &counter_);
    return audit::run_audit(std::move(plan), std::move(series), *pack_, request_.options, session_.sink);
  }();
  return !session_.print_diagnostics() && model_ != nullptr;
}

std::unique_ptr<survey::SurveySeries> AuditRun::load_series() {
  // Subjects are looked up only in answers that are known to be sound.
  const bool looks_up = !request_.records.empty() || !request_.groups.empty();
  const auto when = looks_up ? survey::AnswersChecked::kAtOnce : survey::AnswersChecked::kWhenRead;
  return load_survey(request_.paths.survey, *pack_, session_, {when, request_.options.revision});
}

bool AuditRun::read_baseline(const std::string& series) {
  if (request_.baseline.empty()) return true;
  baseline_ = read_baseline_file(request_.baseline, series, session_);
  request_.options.baseline = baseline();
  return baseline_.has_value();
}

bool AuditRun::load_earlier_results(const survey::SurveyTable& survey) {
  if (survey.manifest().earlier_results.empty()) return true;
  earlier_results_ = audit::load_earlier_results(survey, session_.files, session_.sink);
  return !session_.print_diagnostics();
}

/// Files beside survey and rules are named from the survey's folder, as its own are.
void AuditRun::add_input(const std::string& role, const std::string& name, const std::string& path,
                         const std::string& survey_folder) {
  if (path.empty()) return;
  const auto absolute = [&](const std::string& relative) { return join_path(session_.working_directory, relative); };
  const std::string way = name.empty() ? relative_path(absolute(survey_folder), absolute(path)) : name;
  if (auto input = audit::hash_input(role, way, path, session_.files))
    request_.options.other_inputs.push_back(std::move(*input));
}

void AuditRun::name_inputs(const survey::SurveyTable& survey) {
  const std::string& folder = survey.parts().directory;
  request_.options.rules = request_.names.rules.empty() ? audit::name_pack(*pack_, folder, session_.working_directory,
                                                                           load_context(*pack_, session_))
                                                        : request_.names.rules;
  if (auto lock = audit::lock_input(*pack_, session_.files)) request_.options.other_inputs.push_back(std::move(*lock));
  add_input("baseline", request_.names.baseline, request_.baseline, folder);
  add_input("config", request_.names.config, request_.config, folder);
}

void AuditRun::describe_places(reports::SourceFolders& folders) const {
  folders.manifest = manifest_;
  if (pack_ != nullptr) name_packs(*pack_, folders);
}

bool AuditRun::narrow(const audit::Plan& plan, const survey::SurveyTable& survey) {
  for (const std::string& name : request_.only) {
    const policy::Rule* rule = find_rule(plan.ruleset, name, session_);
    if (rule == nullptr) return false;
    request_.options.only_rules.insert(rule->id);
    request_.options.selection.rules.push_back(rule->id);
    request_.options.narrowed.push_back("--only " + rule->id);
  }
  for (const std::string& name : request_.records) {
    const std::optional<std::uint32_t> row = find_row(survey, name, session_);
    if (!row) return false;
    keep_row(*row);
    const table::SubjectName subject = survey.subject({table::kRecordSpace, *row});
    request_.options.selection.records.push_back(subject.code);
    request_.options.narrowed.push_back("--for " + subject.name.ja);
  }
  for (const std::string& name : request_.groups)
    if (!narrow_to_zone(name, survey)) return false;
  return true;
}

void AuditRun::keep_row(std::uint32_t row) {
  if (!request_.options.only_rows) request_.options.only_rows.emplace();
  request_.options.only_rows->insert(row);
}

bool AuditRun::narrow_to_zone(const std::string& name, const survey::SurveyTable& survey) {
  const std::vector<table::SubjectName>& zones = survey.groups(table::kZoneGroup);
  std::vector<std::string> known;
  for (std::size_t zone = 0; zone < zones.size(); ++zone) {
    known.push_back(zones[zone].name.ja);
    if (!is_named(zones[zone], name)) continue;
    for (const std::uint32_t row : survey.grouping(table::kZoneGroup).members[zone]) keep_row(row);
    request_.options.selection.zones.push_back(zones[zone].code);
    request_.options.narrowed.push_back("--group " + zones[zone].name.ja);
    return true;
  }
  return wrong_word("--group", name, known, session_);
}

}  // namespace kijun::cli
