#include "engine/cli/record_decision.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/clock.h"
#include "engine/cli/edited_files.h"
#include "engine/cli/option_adder.h"
#include "engine/survey/decision_writer.h"

namespace kijun::cli {
namespace {

ExitCode file_error(const std::string& path, const Error& error, Session& session) {
  return session.usage_error(
      {fmt::format("`{}`：{}", path, error.message), fmt::format("`{}`: {}", path, error.message)});
}

/// Loads the survey as it would be; prints what is wrong with it then.
bool is_sound(const NewDecision& made, const std::string& path, const std::string& text, Session& session) {
  EditedFiles files(session.files, path, text);
  const auto loaded =
      survey::load_survey(made.survey_path, {files, session.sources, session.sink, made.survey.vocabulary()});
  if (loaded.has_value() && *loaded != nullptr && !session.sink.has_errors()) return true;
  session.print_diagnostics();
  return false;
}

/// A unified diff of a text that got longer at its end.
void print_added(const std::string& path, const std::string& before, const std::string& after, Session& session) {
  const auto num_lines = std::count(before.begin(), before.end(), '\n');
  std::string added = after.substr(before.size());
  std::erase(added, '\r');
  const bool was_open = !before.empty() && before.back() != '\n';
  if (was_open) added.erase(0, 1);
  session.out << fmt::format("--- {}\n+++ {}\n@@ -{},0 +{},{} @@\n", path, path, num_lines + (was_open ? 1 : 0),
                             num_lines + (was_open ? 2 : 1), std::count(added.begin(), added.end(), '\n'));
  for (std::size_t begin = 0; begin < added.size();) {
    const std::size_t end = added.find('\n', begin);
    session.out << '+' << added.substr(begin, end - begin) << '\n';
    begin = end + 1;
  }
}

}  // namespace

void add_decision_options(CLI::App& command, DecisionArguments& arguments, std::string source, Language language) {
  const OptionAdder option{command, language, {}};
  arguments.source = std::move(source);
  option("--rules", arguments.inputs.rules, "PACK", {"規則集の名前又はフォルダー", "name or folder of the rule pack"});
  option("--reason", arguments.reason, "TEXT", {"そう決めた理由", "why it is decided so"});
  option("--reason-en", arguments.reason_en, "TEXT",
         {"英語の理由（省略時は--reasonのまま）", "the reason in English (default: as --reason)"});
  option("--by", arguments.by, "TEXT", {"決めた者（課名等）", "who decided it"});
  option("--source", arguments.source, "WORD",
         {"根拠（note reply telephone document）", "what it rests on: note reply telephone document"});
  option("--when", arguments.when, "DATE", {"決めた日（省略時は今日）", "day of the decision (default: today)"});
  command.add_flag(
      "--dry-run", arguments.dry_run,
      std::string(LocalizedView{"書き込まずに変更だけを表示する", "print the change and write nothing"}.in(language)));
}

bool fill_in(const DecisionArguments& arguments, survey::Decision& decision, Session& session) {
  if (arguments.reason.empty() || arguments.by.empty()) {
    (void)session.usage_error({"記録には--reasonと--byが必要です", "recording needs --reason and --by"},
                              {"理由と、決めた者（課名等）を書いてください", "say why, and who decides"});
    return false;
  }
  const std::optional<Date> when =
      arguments.when.empty() ? std::optional(today_in_tokyo()) : session.parse_day("--when", arguments.when);
  if (!when) return false;
  decision.reason = {arguments.reason, arguments.reason_en.empty() ? arguments.reason : arguments.reason_en};
  decision.source = arguments.source;
  decision.by = arguments.by;
  decision.when = *when;
  return true;
}

ExitCode record_decision(const NewDecision& made, bool dry_run, Session& session) {
  const survey::Manifest& manifest = made.survey.manifest();
  if (!manifest.decisions_file)
    return session.usage_error({"survey.tomlに`decisions`がありません", "survey.toml names no `decisions` file"},
                               {"[survey]に`decisions = \"decisions.toml\"`を加えてください",
                                "add `decisions = \"decisions.toml\"` under [survey]"});
  const std::string path =
      join_path(parent_path(survey::manifest_path(made.survey_path, session.files)), manifest.decisions_file->name);
  const Result<std::string> before = session.files.read(path);
  if (!before) return file_error(path, before.error(), session);
  const std::string after = survey::append_decision(*before, made.decision, made.survey.vocabulary());
  if (!is_sound(made, path, after, session)) return ExitCode::kCouldNotRun;
  print_added(path, *before, after, session);
  if (dry_run) {
    session.err << session.say({"書き込んでいません（--dry-run）\n", "nothing was written (--dry-run)\n"});
    return ExitCode::kClean;
  }
  const Status written = session.files.write(path, after);
  if (!written) return file_error(path, written.error(), session);
  session.err << fmt::format(fmt::runtime(session.say({"{}に記録しました\n", "recorded in {}\n"})), path);
  return ExitCode::kClean;
}

}  // namespace kijun::cli
