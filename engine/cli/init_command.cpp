#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "engine/cli/command.h"
#include "engine/cli/inputs.h"
#include "engine/policy/next_edition.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kSummary{"新しい年度の版と調査票のひな形を作る",
                                 "scaffold the edition and the survey form of new years"};
constexpr LocalizedView kExamples{
    "例:\n  kijun init --year 2027 --from 2024 --rules rules/mcare\n"
    "\n"
    "前の版に重ねる新しい版（案）と、その調査票のひな形を作り、決めることを一覧にします。\n"
    "日付は年数だけ進め、根拠は未確認とします。既にあるファイルは上書きしません。",
    "Examples:\n  kijun init --year 2027 --from 2024 --rules rules/mcare\n"
    "\n"
    "Makes a draft edition laid over the earlier one and its survey form, and lists what is to be decided.\n"
    "Dates move on by as many years, bases are unconfirmed. No file that exists is overwritten."};

struct InitArguments {
  std::string rules;
  int year = 0;
  int from = 0;
};

class Scaffold {
 public:
  Scaffold(const policy::Pack& pack, const InitArguments& arguments, Session& session)
      : pack_(pack), arguments_(arguments), session_(session) {}

  ExitCode run() {
    const policy::Edition* earlier = find_edition(pack_, arguments_.from, session_);
    if (earlier == nullptr) return ExitCode::kCouldNotRun;
    const int last_year = arguments_.year + earlier->to_year - earlier->from_year;
    for (const policy::Edition& other : pack_.editions)
      if (arguments_.year <= other.to_year && other.from_year <= last_year) return year_taken(other);
    const Date as_of = Date::fiscal_year_end(earlier->to_year).value_or(Date{});
    const std::optional<LoadedRuleset> loaded = load_merged(pack_, earlier->path, as_of, session_);
    if (!loaded) return ExitCode::kCouldNotRun;
    const Result<policy::NextEdition> made =
        policy::make_next_edition({pack_, *earlier, loaded->ruleset, loaded->merged, arguments_.year}, session_.files);
    return made ? write(*made) : failed(made.error());
  }

 private:
  ExitCode year_taken(const policy::Edition& other) {
    return session_.usage_error(
        {fmt::format("版`{}`が{}～{}年度に当たります", other.id, other.from_year, other.to_year),
         fmt::format("edition `{}` serves the fiscal years {} to {}", other.id, other.from_year, other.to_year)},
        {"--yearには、まだ版のない最初の年度を指定してください", "give the first year without an edition as --year"});
  }

  ExitCode failed(const Error& error) {
    return session_.usage_error({error.in(Language::kJapanese), error.in(Language::kEnglish)});
  }

  /// pack.toml is the last of the files, and the only one that may be there.
  ExitCode write(const policy::NextEdition& made) {
    for (std::size_t i = 0; i + 1 < made.files.size(); ++i)
      if (session_.files.is_file(made.files[i].path))
        return session_.usage_error({fmt::format("`{}`が既にあります", made.files[i].path),
                                     fmt::format("`{}` exists already", made.files[i].path)});
    for (const policy::FileChange& file : made.files) {
      if (const Status written = session_.files.write(file.path, file.text); !written) return failed(written.error());
      session_.out << file.path << '\n';
    }
    session_.out << session_.say({"\n決めること\n", "\nTo be decided\n"});
    std::size_t number = 0;
    for (const LocalizedText& decision : made.decisions)
      session_.out << fmt::format("{:>3}. {}\n", ++number, decision.in(session_.language));
    return ExitCode::kClean;
  }

  const policy::Pack& pack_;
  const InitArguments& arguments_;
  Session& session_;
};

ExitCode run_init(const InitArguments& arguments, Session& session) {
  const std::unique_ptr<policy::Pack> pack = load_asked_pack(arguments.rules, session);
  if (pack == nullptr) return ExitCode::kCouldNotRun;
  return Scaffold(*pack, arguments, session).run();
}

}  // namespace

void add_init_command(CLI::App& app, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = app.add_subcommand("init", say(kSummary));
  command->footer(say(kExamples));
  auto arguments = std::make_shared<InitArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  command->add_option("--year", arguments->year, say({"新しい版の最初の年度", "first fiscal year of the new edition"}))
      ->type_name("YEAR")
      ->required();
  command
      ->add_option("--from", arguments->from, say({"元にする版の年度", "a fiscal year of the edition to start from"}))
      ->type_name("YEAR")
      ->required();
  command->add_option("--rules", arguments->rules, say({"規則集のフォルダー", "folder of the rule pack"}))
      ->type_name("PACK");
  command->callback(
      [arguments, &action] { action = [arguments](Session& session) { return run_init(*arguments, session); }; });
}

}  // namespace kijun::cli
