#include "engine/cli/verify/report_places.h"

#include <fmt/format.h>

#include "engine/audit/run_inputs.h"
#include "engine/base/relative_path.h"
#include "engine/policy/pack_reference.h"
#include "engine/survey/series.h"

namespace kijun::cli {
namespace {

using reports::Provenance;

/// The folder of the report's survey below the nearest folder at or above an absolute one, or the one that the kijun.toml
/// there names; empty when there is none.
std::string find_above(const std::string& start, const Provenance& provenance, Session& session) {
  const auto is_it = [&](const std::string& folder) {
    return survey::peek_survey(folder, session.files).id == provenance.survey_id;
  };
  std::string folder = start;
  while (true) {
    std::string survey = join_path(folder, provenance.location.empty() ? "." : provenance.location);
    if (is_it(survey)) return survey;
    if (folder == "/") break;
    folder = parent_path(folder);
  }
  Session aside = session.beside(session.files);
  const Config config = find_config(start, aside);
  return config.survey && is_it(*config.survey) ? *config.survey : std::string();
}

/// A path as it is shown and opened: from the working directory where it is below it.
std::string shown_path(const std::string& absolute, const Session& session) {
  std::string way = relative_path(session.working_directory, absolute);
  return leads_out(way) ? absolute : way;
}

/// The folder of a pack by its id.
std::optional<std::string> find_pack_folder(std::string_view id, Session& session) {
  const auto file =
      policy::find_pack_file(id, {session.files, session.sources, session.sink, {}, session.pack_folders});
  return file ? std::optional(parent_path(*file)) : std::nullopt;
}

}  // namespace

std::optional<ReportPlaces> ReportPlaces::find(const VerifyArguments& arguments, const Provenance& provenance,
                                               Session& session) {
  ReportPlaces places;
  places.baseline_ = arguments.baseline;
  if (!places.find_survey(arguments, provenance, session)) return std::nullopt;
  const ResolvedPaths resolved = resolve_paths({places.survey_, arguments.rules}, session);
  if (session.print_diagnostics() || !places.find_rules(arguments, provenance, session)) return std::nullopt;
  return places;
}

bool ReportPlaces::find_survey(const VerifyArguments& arguments, const Provenance& provenance, Session& session) {
  const auto absolute = [&](const std::string& path) { return join_path(session.working_directory, path); };
  std::string found;
  if (!arguments.survey.empty()) {
    const std::string& named = arguments.survey;
    found = absolute(session.files.is_directory(named) ? named : parent_path(named));
  } else if (!arguments.root.empty()) {
    found = join_path(absolute(arguments.root), provenance.location);
  } else {
    found = find_above(absolute(parent_path(arguments.report)), provenance, session);
    if (found.empty()) found = find_above(absolute("."), provenance, session);
  }
  if (!found.empty() && session.files.is_file(join_path(found, "survey.toml"))) {
    survey_ = shown_path(found, session);
    return true;
  }
  const bool is_known = !provenance.location.empty();
  const std::string what = is_known ? provenance.location : provenance.survey_id;
  (void)session.usage_error(
      {fmt::format("報告書の調査`{}`が見つかりません", what),
       fmt::format("the report's survey `{}` is not found", what)},
      is_known
          ? LocalizedText{fmt::format(
                              "`{}`のあるフォルダーを`--root`で、又は調査のフォルダーを`--survey`で指定してください",
                              what),
                          fmt::format("name the folder that holds `{}` with `--root`, or the survey with `--survey`",
                                      what)}
          : LocalizedText{"調査のフォルダーを`--survey`で指定してください",
                          "name the survey's folder with `--survey`"});
  return false;
}

bool ReportPlaces::find_rules(const VerifyArguments& arguments, const Provenance& provenance, Session& session) {
  rules_ = arguments.rules.empty() ? provenance.rules : arguments.rules;
  const bool is_reference = policy::is_pack_reference(rules_);
  if (arguments.rules.empty() && !is_reference) rules_ = join_path(survey_, rules_);
  std::optional<std::string> folder =
      is_reference ? find_pack_folder(policy::referenced_id(rules_), session) : std::optional(rules_);
  if (folder && !is_reference && !session.files.is_directory(*folder)) {
    // A name, or the path of a pack.toml.
    folder = session.files.is_file(*folder) ? parent_path(*folder) : find_pack_folder(rules_, session);
  }
  if (folder && session.files.is_file(join_path(*folder, "pack.toml"))) {
    pack_folder_ = *folder;
    return true;
  }
  (void)session.usage_error({fmt::format("報告書の規則集`{}`が見つかりません", rules_),
                             fmt::format("the report's rule pack `{}` is not found", rules_)},
                            {"規則集のフォルダー又は名前を`--rules`で指定してください",
                             "name its folder, or its name among those installed, with `--rules`"});
  return false;
}

std::string ReportPlaces::path_of(const reports::RecordedInput& input, Session& session) const {
  if (input.role == "baseline" && !baseline_.empty()) return baseline_;
  if (!audit::is_of_pack(input.role)) return join_path(survey_, input.path);
  const std::size_t slash = input.path.find('/');
  if (!policy::is_pack_reference(input.path) || slash == std::string::npos) return join_path(pack_folder_, input.path);
  const std::optional<std::string> folder = find_pack_folder(policy::referenced_id(input.path), session);
  return folder ? join_path(*folder, input.path.substr(slash + 1)) : input.path;
}

reports::SourceFolders ReportPlaces::folders(const Provenance& provenance, Session& session) const {
  const auto absolute = [&](const std::string& path) { return join_path(session.working_directory, path); };
  reports::SourceFolders folders;
  folders.location = provenance.location;
  folders.has_known_root = !provenance.location.empty();
  folders.working = absolute(".");
  folders.survey = absolute(survey_);
  const std::string pack = absolute(pack_folder_);
  const bool is_reference = policy::is_pack_reference(provenance.rules);
  const std::string named = is_reference ? provenance.rules : join_path(folders.location, provenance.rules);
  const bool has_moved = !is_reference && pack != join_path(folders.survey, provenance.rules);
  if (has_moved && !folders.location.empty() && !leads_out(named)) folders.packs.push_back({pack, named});
  return folders;
}

}  // namespace kijun::cli
