#include "engine/cli/inputs.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/audit/edition_plan.h"
#include "engine/cli/progress.h"
#include "engine/cli/version.h"
#include "engine/diag/suggestion.h"
#include "engine/policy/pack_reference.h"
#include "engine/policy/ruleset_loader.h"

namespace kijun::cli {
namespace {

policy::LoadContext named_load_context(Session& session) {
  return {session.files, session.sources, session.sink, {}, session.pack_folders};
}

/// The path behind `rules`: a path as it is, else the pack of that name. A wrong reference is reported to the sink.
std::optional<std::string> find_rules(const std::string& rules, Session& session) {
  if (policy::is_pack_reference(rules)) {
    const diag::Source& source = session.sources.add("--rules", rules);
    const auto pack = policy::find_pack(diag::EmbeddedText::whole(source), named_load_context(session));
    return pack ? std::optional(pack->directory) : std::nullopt;
  }
  const bool is_path = rules.find('/') != std::string::npos || session.files.is_directory(rules);
  if (is_path || session.files.is_file(rules)) return rules;
  const std::optional<std::string> named = policy::find_pack_file(rules, named_load_context(session));
  return named ? parent_path(*named) : rules;
}

}  // namespace

ResolvedPaths resolve_paths(const InputPaths& asked, Session& session) {
  ResolvedPaths resolved;
  resolved.paths = asked;
  std::string directory = ".";
  if (!asked.survey.empty())
    directory = session.files.is_directory(asked.survey) ? asked.survey : parent_path(asked.survey);
  resolved.config = find_config(directory, session);
  if (resolved.paths.survey.empty()) resolved.paths.survey = resolved.config.survey.value_or("");
  if (resolved.paths.rules.empty()) resolved.paths.rules = resolved.config.rules.value_or("");
  use_pack_folders(resolved.config, session);
  return resolved;
}

void use_pack_folders(const Config& config, Session& session) {
  session.pack_folders = config.pack_folders;
  if (!session.installation.packs.empty()) session.pack_folders.push_back(session.installation.packs);
}

std::unique_ptr<policy::Pack> load_pack(const std::string& rules, Session& session) {
  const std::optional<std::string> path = find_rules(rules, session);
  auto pack = path ? policy::load_pack(*path, named_load_context(session)) : std::optional<policy::Pack>();
  if (!pack) {
    session.print_diagnostics();
    return nullptr;
  }
  return std::make_unique<policy::Pack>(std::move(*pack));
}

std::unique_ptr<policy::Pack> load_asked_pack(const std::string& rules, Session& session) {
  const ResolvedPaths resolved = resolve_paths({"", rules}, session);
  if (session.print_diagnostics()) return nullptr;
  if (!resolved.paths.rules.empty()) return load_pack(resolved.paths.rules, session);
  (void)no_rules_error(session);
  return nullptr;
}

policy::LoadContext load_context(const policy::Pack& pack, Session& session) {
  return {session.files, session.sources, session.sink, pack.vocabulary.record_kinds(), session.pack_folders};
}

const policy::Edition* find_edition(const policy::Pack& pack, int fiscal_year, Session& session) {
  const policy::Edition* edition = audit::require_edition(pack, fiscal_year, session.sink);
  if (edition == nullptr) session.print_diagnostics();
  return edition;
}

std::optional<LoadedRuleset> load_merged(const policy::Pack& pack, const std::string& path, Date as_of,
                                         Session& session) {
  const policy::LoadContext context = load_context(pack, session);
  std::optional<policy::MergedRuleset> merged = policy::merge_ruleset(path, as_of, context);
  std::optional<policy::Ruleset> ruleset =
      merged ? policy::read_ruleset(*merged, as_of, context) : std::optional<policy::Ruleset>();
  if (session.print_diagnostics() || !ruleset) return std::nullopt;
  return LoadedRuleset{std::move(*merged), std::move(*ruleset)};
}

std::unique_ptr<audit::Plan> compile_ruleset(const policy::Pack& pack, const std::string& path, Date as_of,
                                             Session& session) {
  return audit::compile_ruleset(pack, path, as_of, load_context(pack, session));
}

std::unique_ptr<survey::SurveySeries> load_survey(const std::string& path, const policy::Pack& pack, Session& session,
                                                  SurveyLoading loading) {
  auto series = [&] {
    const Progress progress(session, {"調査を読み込んでいます", "reading the survey"});
    return survey::load_series(path, {session.files, session.sources, session.sink, pack.vocabulary, loading.revision},
                               loading.when);
  }();
  if (!series) {
    (void)session.usage_error(
        {fmt::format("調査`{}`を読み込めません：{}", path, series.error().in(Language::kJapanese)),
         fmt::format("cannot read the survey `{}`: {}", path, series.error().message)},
        {"survey.tomlのあるフォルダーを指定してください", "name the folder that holds survey.toml"});
    return nullptr;
  }
  if (*series == nullptr || session.sink.has_errors()) {
    session.print_diagnostics();
    return nullptr;
  }
  return std::move(*series);
}

std::unique_ptr<audit::Plan> load_plan(const policy::Pack& pack, int fiscal_year, Date as_of, Session& session) {
  const policy::Edition* edition = find_edition(pack, fiscal_year, session);
  if (edition == nullptr) return nullptr;
  std::unique_ptr<audit::Plan> plan = compile_ruleset(pack, edition->path, as_of, session);
  if (plan == nullptr) session.print_diagnostics();
  return plan;
}

std::unique_ptr<audit::Plan> load_locked_plan(const policy::Pack& pack, int fiscal_year, Date as_of, Session& session) {
  std::unique_ptr<audit::Plan> plan = load_plan(pack, fiscal_year, as_of, session);
  if (plan == nullptr || audit::is_as_locked(pack, *plan, as_of, kVersion, load_context(pack, session))) return plan;
  session.print_diagnostics();
  return nullptr;
}

std::optional<InputPaths> require_paths(const InputPaths& asked, Session& session) {
  ResolvedPaths resolved = resolve_paths(asked, session);
  if (session.print_diagnostics()) return std::nullopt;
  if (!resolved.paths.survey.empty() && !resolved.paths.rules.empty()) return std::move(resolved.paths);
  (void)(resolved.paths.survey.empty() ? no_survey_error(session) : no_rules_error(session));
  return std::nullopt;
}

std::optional<LoadedAudit> load_audit(const InputPaths& paths, std::optional<Date> as_of, Session& session) {
  LoadedAudit loaded;
  loaded.pack = load_pack(paths.rules, session);
  if (loaded.pack == nullptr) return std::nullopt;
  loaded.series = load_survey(paths.survey, *loaded.pack, session);
  if (loaded.series == nullptr) return std::nullopt;
  const survey::Manifest& manifest = loaded.series->audited().manifest();
  loaded.as_of = as_of.value_or(manifest.as_of);
  loaded.plan = load_locked_plan(*loaded.pack, manifest.fiscal_year, loaded.as_of, session);
  if (loaded.plan == nullptr) return std::nullopt;
  return loaded;
}

ExitCode no_survey_error(Session& session) {
  return session.usage_error({"調査が指定されていません", "no survey was named"},
                             {"survey.tomlのあるフォルダーを指定してください（例：kijun audit data/kanagawa/2018）",
                              "name the folder that holds survey.toml, e.g. kijun audit data/kanagawa/2018"});
}

ExitCode no_rules_error(Session& session) {
  return session.usage_error({"規則集が指定されていません", "no rule pack was named"},
                             {"`--rules フォルダー`を指定するか、kijun.tomlの[defaults]に`rules`を書いてください",
                              "pass `--rules FOLDER`, or set `rules` under [defaults] in kijun.toml"});
}

const policy::Rule* find_rule(const policy::Ruleset& ruleset, const std::string& name, Session& session) {
  if (const policy::Rule* rule = ruleset.find_rule(name)) return rule;
  std::vector<std::string> ids;
  for (const policy::Rule& rule : ruleset.rules) {
    std::vector<std::string> refs = rule.verdict.refs;
    for (const policy::RuleCase& rule_case : rule.cases)
      refs.insert(refs.end(), rule_case.verdict.refs.begin(), rule_case.verdict.refs.end());
    if (std::find(refs.begin(), refs.end(), name) != refs.end()) return &rule;
    ids.push_back(rule.id);
  }
  (void)session.usage_error(
      {fmt::format("規則集`{}`にルール`{}`はありません", ruleset.id, name),
       fmt::format("`{}` has no rule `{}`", ruleset.id, name)},
      diag::did_you_mean(diag::suggest(name, ids), {"`kijun rules list`で、すべての年度のルールを表示できます",
                                                    "`kijun rules list` lists the rules of all years"}));
  return nullptr;
}

bool is_named(const table::SubjectName& subject, std::string_view name) {
  return subject.code == name || subject.name.ja == name || subject.name.en == name;
}

std::optional<std::uint32_t> find_row(const survey::SurveyTable& survey, const std::string& name, Session& session) {
  if (survey.is_listed()) {
    const std::optional<std::uint32_t> row = survey.row_of(name);
    if (!row)
      (void)session.usage_error(
          {fmt::format("`{}`はこの調査に含まれていません", name), fmt::format("`{}` is not in this survey", name)},
          {"回答ファイルの番号で指定してください", "give its code in the answer file"});
    return row;
  }
  const survey::Register& reg = survey.reg();
  std::optional<survey::RegisterIndex> index = reg.find_by_code(name);
  if (!index) {
    const survey::NameMatch match = reg.find_by_name(name, survey.manifest().answers_as_of);
    if (match.kind == survey::NameMatchKind::kAmbiguous) {
      std::vector<std::string> candidates;
      for (const survey::RegisterIndex candidate : match.candidates)
        candidates.push_back(
            fmt::format("{} {}{}", reg.at(candidate).code, reg.at(candidate).county, reg.at(candidate).name));
      const std::string list = fmt::format("{}", fmt::join(candidates, ", "));
      (void)session.usage_error({fmt::format("`{}`に当たる市町村が複数あります", name),
                                 fmt::format("`{}` means several municipalities", name)},
                                {"団体コードで指定してください：" + list, "name one by its code: " + list});
      return std::nullopt;
    }
    if (!match.candidates.empty()) index = match.candidates.front();
  }
  if (!index) {
    (void)session.usage_error(
        {fmt::format("市町村`{}`は名簿にありません", name),
         fmt::format("no municipality `{}` is in the register", name)},
        diag::did_you_mean(reg.suggest_name(name), {"名称又は団体コードで指定してください", "give its name or code"}));
    return std::nullopt;
  }
  const std::optional<std::uint32_t> row = survey.row_of(reg.at(*index).code);
  if (!row)
    (void)session.usage_error(
        {fmt::format("`{}`はこの調査に含まれていません", name), fmt::format("`{}` is not in this survey", name)});
  return row;
}

}  // namespace kijun::cli
