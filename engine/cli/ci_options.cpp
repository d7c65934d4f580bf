#include "engine/cli/ci_options.h"

#include "engine/base/relative_path.h"
#include "engine/cli/option_adder.h"
#include "engine/cli/word_options.h"
#include "engine/policy/pack_reference.h"
#include "reports/ci/grouping.h"

namespace kijun::cli {
namespace {

bool parse_unit(std::string_view option, const std::string& word, reports::EntryUnit& unit, Session& session) {
  const std::optional<reports::EntryUnit> known = reports::parse_unit(word);
  if (!known) return wrong_word(option, word, {"auto", "cell", "municipality", "rule"}, session);
  unit = *known;
  return true;
}

/// The nearest folder at or above an absolute one that is the top of a repository; empty when none is.
std::string find_repository(std::string folder, FileSystem& files) {
  while (true) {
    const std::string git = join_path(folder, ".git");
    if (files.is_directory(git) || files.is_file(git)) return folder;  // a file in worktrees and submodules
    if (folder == "/") return {};
    folder = parent_path(folder);
  }
}

bool is_below_root(const std::string& folder, const reports::SourceFolders& folders) {
  return !folders.location.empty() && !leads_out(join_path(folders.location, relative_path(folders.survey, folder)));
}

}  // namespace

void add_ci_options(CLI::App& command, CiArguments& arguments, Language language) {
  const OptionAdder option{command, language, {"CI向けの出力のオプション", "Options of outputs for CI"}};
  option("--root", arguments.root, "DIR",
         {"出力中のパスの起点（既定は.gitのあるフォルダー）",
          "folder that paths in outputs are relative to (default: where .git is)"});
  option("--sarif-group", arguments.sarif_group, "UNIT",
         {"sarif等の一件の単位（auto,cell,municipality,rule。既定auto）",
          "what one SARIF result stands for: auto,cell,municipality,rule (default auto)"});
  option("--junit-unit", arguments.junit_unit, "UNIT",
         {"junitの一件の単位（auto,cell,municipality,rule。既定auto）",
          "what one JUnit case stands for: auto,cell,municipality,rule (default auto)"});
  option("--junit-flavour", arguments.junit_flavour, "NAME",
         {"junitの読み手（common,gitlab。既定common）", "who reads the JUnit file: common,gitlab (default common)"});
}

bool parse_ci_options(const CiArguments& arguments, reports::CiOptions& options, Session& session) {
  if (!parse_unit("--sarif-group", arguments.sarif_group, options.sarif_group, session) ||
      !parse_unit("--junit-unit", arguments.junit_unit, options.junit_unit, session))
    return false;
  options.junit_for_gitlab = arguments.junit_flavour == "gitlab";
  return options.junit_for_gitlab || arguments.junit_flavour == "common" ||
         wrong_word("--junit-flavour", arguments.junit_flavour, {"common", "gitlab"}, session);
}

std::vector<reports::Notification> notifications_for(audit::Readership readership,
                                                     const std::vector<reports::Notification>& all) {
  if (audit::sees(readership, audit::Content::kNotifications)) return all;
  constexpr LocalizedView kElsewhere{"内容は県内部用の出力に示します", "its text is in the prefecture's own output"};
  std::vector<reports::Notification> kept;
  for (const reports::Notification& each : all) kept.push_back({each.code, each.level, to_text(kElsewhere), {}, {}});
  return kept;
}

reports::SourceFolders find_source_folders(const std::string& root, const std::string& survey, Session& session) {
  const auto absolute = [&](const std::string& path) { return join_path(session.working_directory, path); };
  reports::SourceFolders folders;
  folders.working = absolute(".");
  folders.survey = absolute(survey.empty() || session.files.is_directory(survey) ? survey : parent_path(survey));
  const std::string top = root.empty() ? find_repository(folders.survey, session.files) : absolute(root);
  folders.has_known_root = !top.empty();
  const std::string location = relative_path(top.empty() ? folders.working : top, folders.survey);
  if (!leads_out(location)) folders.location = location;
  return folders;
}

void name_packs(const policy::PackIndex& pack, reports::SourceFolders& folders) {
  const std::string folder = join_path(folders.working, pack.directory);
  if (!is_below_root(folder, folders)) folders.packs.push_back({folder, policy::pack_reference(pack)});
  for (const policy::PackIndex& extended : pack.extended) name_packs(extended, folders);
}

}  // namespace kijun::cli
