#pragma once

#include <memory>
#include <optional>
#include <string>

#include "engine/audit/plan.h"
#include "engine/cli/config.h"
#include "engine/cli/session.h"
#include "engine/policy/merged_ruleset.h"
#include "engine/policy/pack.h"
#include "engine/policy/ruleset.h"
#include "engine/survey/series.h"

namespace kijun::cli {

/// Which survey and rules a command was asked for; empty parts come from `kijun.toml`.
struct InputPaths {
  std::string survey;
  std::string rules;
};

/// The paths to use and the config they were completed from.
struct ResolvedPaths {
  InputPaths paths;
  Config config;
};

/// Completes paths from the `kijun.toml` nearest to the survey, or to the working directory when none was named.
[[nodiscard]] ResolvedPaths resolve_paths(const InputPaths& asked, Session& session);

/// Looks for packs by name in the folders of `kijun.toml`, then among the installed ones.
void use_pack_folders(const Config& config, Session& session);

/// A pack; owned by the caller because plans and surveys borrow its vocabulary. `rules` is its folder, or its name among
/// the session's pack folders (`mcare`, `pack:mcare@1`). Mistakes are printed; null then.
[[nodiscard]] std::unique_ptr<policy::Pack> load_pack(const std::string& rules, Session& session);

/// The pack that was asked for, else the one of `kijun.toml`. Mistakes are printed; null then.
[[nodiscard]] std::unique_ptr<policy::Pack> load_asked_pack(const std::string& rules, Session& session);

/// What reading the rulesets of a pack takes.
[[nodiscard]] policy::LoadContext load_context(const policy::Pack& pack, Session& session);

/// The edition of a fiscal year, with 0 the latest. That there is none is printed; null then.
[[nodiscard]] const policy::Edition* find_edition(const policy::Pack& pack, int fiscal_year, Session& session);

/// A ruleset as TOML after the merge law, and what was read from that.
struct LoadedRuleset {
  policy::MergedRuleset merged;
  policy::Ruleset ruleset;
};

/// A ruleset file of a pack, not compiled. Mistakes are printed; nothing comes back then.
[[nodiscard]] std::optional<LoadedRuleset> load_merged(const policy::Pack& pack, const std::string& path, Date as_of,
                                                       Session& session);

/// A ruleset file of a pack, compiled. Mistakes are in the session's sink; null then.
[[nodiscard]] std::unique_ptr<audit::Plan> compile_ruleset(const policy::Pack& pack, const std::string& path,
                                                           Date as_of, Session& session);

/// How a survey is loaded.
struct SurveyLoading {
  survey::AnswersChecked when = survey::AnswersChecked::kAtOnce;  ///< As `survey::load_series` takes it.
  std::optional<Date> revision = std::nullopt;                    ///< Later decisions and answers are left out.
};

/// The survey with its earlier ones. Mistakes are printed; null then.
[[nodiscard]] std::unique_ptr<survey::SurveySeries> load_survey(const std::string& path, const policy::Pack& pack,
                                                                Session& session, SurveyLoading loading = {});

/// The edition of a fiscal year, compiled. Mistakes are printed; null then.
[[nodiscard]] std::unique_ptr<audit::Plan> load_plan(const policy::Pack& pack, int fiscal_year, Date as_of,
                                                     Session& session);

/// Likewise, for verdicts: a plan that does not mean what the lock of its pack says is none.
[[nodiscard]] std::unique_ptr<audit::Plan> load_locked_plan(const policy::Pack& pack, int fiscal_year, Date as_of,
                                                            Session& session);

/// Both paths, for a command that needs both; nothing after a usage error.
[[nodiscard]] std::optional<InputPaths> require_paths(const InputPaths& asked, Session& session);

/// Everything an audit runs on. The others borrow from the pack.
struct LoadedAudit {
  std::unique_ptr<policy::Pack> pack;
  std::unique_ptr<survey::SurveySeries> series;
  std::unique_ptr<audit::Plan> plan;
  Date as_of;
};

/// Pack, survey and the edition of its year; without `as_of`, as of the survey's own date. Mistakes are printed.
[[nodiscard]] std::optional<LoadedAudit> load_audit(const InputPaths& paths, std::optional<Date> as_of,
                                                    Session& session);

/// Says that no survey was named and how to name one.
[[nodiscard]] ExitCode no_survey_error(Session& session);

/// Says that no pack was named and how to name one.
[[nodiscard]] ExitCode no_rules_error(Session& session);

/// The rule of an id, alias or paper reference, or nothing after a usage error with the nearest id.
[[nodiscard]] const policy::Rule* find_rule(const policy::Ruleset& ruleset, const std::string& name, Session& session);

/// True when a subject is named by its code or by its name in either language.
[[nodiscard]] bool is_named(const table::SubjectName& subject, std::string_view name);

/// The row of a municipality named by code, name, variant or kana, or nothing after a usage error that lists the
/// candidates or the nearest name.
[[nodiscard]] std::optional<std::uint32_t> find_row(const survey::SurveyTable& survey, const std::string& name,
                                                    Session& session);

}  // namespace kijun::cli
