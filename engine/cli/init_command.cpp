#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "engine/cli/cli_diagnostics.h"
#include "engine/cli/command.h"
#include "engine/cli/inputs.h"
#include "engine/cli/new_project.h"
#include "engine/policy/next_edition.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kInitSummary{"新しいプロジェクト、又は新しい年度の版と調査票のひな形を作る",
                                     "make a new project, or the edition and the survey form of new years"};
constexpr LocalizedView kInitExamples{
    "例:\n"
    "  kijun init my-prefecture                             規則、名簿、調査、CIの設定のそろったプロジェクトを作る\n"
    "  kijun init --pack desks --prefecture hoshi           今のフォルダーに作る。idも決める\n"
    "  kijun init --year 2027 --from 2024 --rules rules/mcare\n"
    "\n"
    "プロジェクトの中身はすべて架空県のもので、そのまま判定できます。自分の県と政策に書き換えて使います。\n"
    "--yearは、前の版に重ねる新しい版（案）と、その調査票のひな形を作り、決めることを一覧にします。\n"
    "日付は年数だけ進め、根拠は未確認とします。\n"
    "既にあるファイルは上書きしません。一つでもあれば何も書きません。",
    "Examples:\n"
    "  kijun init my-prefecture                             a project with rules, register, survey and CI file\n"
    "  kijun init --pack desks --prefecture hoshi           makes it in this folder, with ids of your own\n"
    "  kijun init --year 2027 --from 2024 --rules rules/mcare\n"
    "\n"
    "Everything in a new project is invented (Kakuu Prefecture) and can be audited as it is; make it your own.\n"
    "--year makes a draft edition laid over the earlier one and its survey form, and lists what is to be decided.\n"
    "Dates move on by as many years, bases are unconfirmed.\n"
    "No file that exists is overwritten: if one is in the way, nothing is written."};

struct InitArguments {
  std::string folder;
  ProjectIds ids{"desk", "kakuu"};
  std::string rules;
  int year = 0;
  int from = 0;
};

/// Of the files to be made, those in whose way something is.
std::vector<std::string> paths_in_the_way(const std::string& folder, const std::vector<NewFile>& files,
                                          Session& session) {
  std::vector<std::string> paths;
  if (session.files.is_file(folder)) paths.push_back(folder);
  for (const NewFile& file : files)
    if (std::string path = join_path(folder, file.path);
        session.files.is_file(path) || session.files.is_directory(path))
      paths.push_back(std::move(path));
  return paths;
}

/// At the first of the files in the way, which need not be text.
void report_in_the_way(const std::vector<std::string>& paths, Session& session) {
  constexpr std::size_t kShown = 5;
  const std::size_t num_shown = std::min(paths.size(), kShown);
  const Result<std::string> text = session.files.read(paths.front());
  const bool has_place = text && !text->empty();
  const diag::Span span = has_place ? diag::Span{&session.sources.add(paths.front(), *text), 0, 0} : diag::Span{};
  session.sink.report(
      kFileInTheWay, span, paths.size(),
      fmt::format("{}{}", fmt::join(paths.begin(), paths.begin() + static_cast<std::ptrdiff_t>(num_shown), ", "),
                  num_shown < paths.size() ? ", …" : ""));
}

/// Makes files none of which may be there, and lists them.
ExitCode create_files(const std::string& folder, const std::vector<NewFile>& files, Session& session) {
  if (const std::vector<std::string> paths = paths_in_the_way(folder, files, session); !paths.empty()) {
    report_in_the_way(paths, session);
    session.print_diagnostics();
    return ExitCode::kCouldNotRun;
  }
  if (const Status created = session.files.create(folder, files); !created)
    return session.usage_error(
        {fmt::format("`{}`を作れません：{}", created.error().path, created.error().in(Language::kJapanese)),
         fmt::format("cannot make `{}`: {}", created.error().path, created.error().in(Language::kEnglish))});
  for (const NewFile& file : files) session.out << join_path(folder, file.path) << '\n';
  return ExitCode::kClean;
}

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

  /// pack.toml is the last of the files, and the only one that is there.
  ExitCode write(const policy::NextEdition& made) {
    std::vector<NewFile> files;
    for (std::size_t i = 0; i + 1 < made.files.size(); ++i) files.push_back({made.files[i].path, made.files[i].text});
    if (const ExitCode code = create_files(".", files, session_); code != ExitCode::kClean) return code;
    const policy::FileChange& pack = made.files.back();
    if (!session_.write_file(pack.path, pack.text)) return ExitCode::kCouldNotRun;
    session_.out << pack.path << '\n' << session_.say({"\n決めること\n", "\nTo be decided\n"});
    std::size_t number = 0;
    for (const LocalizedText& decision : made.decisions)
      session_.out << fmt::format("{:>3}. {}\n", ++number, decision.in(session_.language));
    return ExitCode::kClean;
  }

  const policy::Pack& pack_;
  const InitArguments& arguments_;
  Session& session_;
};

/// An id that may also be the name of a folder everywhere.
bool is_id(const std::string& text) {
  constexpr std::size_t kLongest = 40;
  return !text.empty() && text.size() <= kLongest && text.front() >= 'a' && text.front() <= 'z' &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
}

ExitCode start_project(const InitArguments& arguments, Session& session) {
  for (const auto& [option, id] :
       {std::pair{"--pack", &arguments.ids.pack}, {"--prefecture", &arguments.ids.prefecture}})
    if (!is_id(*id))
      return session.usage_error(
          {fmt::format("{}の`{}`はidになりません", option, *id), fmt::format("{}: `{}` is no id", option, *id)},
          {"英小文字で始め、英小文字、数字及び`-`で40字以内にしてください",
           "begin with a small letter; small letters, digits and `-`, at most 40"});
  const std::optional<std::vector<NewFile>> files = make_new_project(arguments.ids, session);
  if (!files) return ExitCode::kCouldNotRun;
  const std::string folder = arguments.folder.empty() ? "." : arguments.folder;
  if (const ExitCode code = create_files(folder, *files, session); code != ExitCode::kClean) return code;
  session.out << session.say({"\n次にすること\n", "\nNext\n"});
  const bool has_blank = folder.find(' ') != std::string::npos;
  if (folder != ".") session.out << fmt::format(fmt::runtime(has_blank ? "  cd \"{}\"\n" : "  cd {}\n"), folder);
  session.out << session.say(
      {"  kijun audit        架空の回答を判定する\n"
       "  kijun test         規則の例を試す\n"
       "README.mdに、自分の県と政策に書き換える順序があります。\n",
       "  kijun audit        audit the invented answers\n"
       "  kijun test         run the examples of the rules\n"
       "README.md says in which order to make it your own.\n"});
  return ExitCode::kClean;
}

ExitCode run_init(const InitArguments& arguments, Session& session) {
  if (arguments.year == 0) return start_project(arguments, session);
  const std::unique_ptr<policy::Pack> pack = load_asked_pack(arguments.rules, session);
  if (pack == nullptr) return ExitCode::kCouldNotRun;
  return Scaffold(*pack, arguments, session).run();
}

}  // namespace

void add_init_command(CLI::App& app, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = app.add_subcommand("init", say(kInitSummary));
  command->footer(say(kInitExamples));
  auto arguments = std::make_shared<InitArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  CLI::Option* folder = command->add_option(
      "folder", arguments->folder,
      say({"プロジェクトを作るフォルダー（省略時は今のフォルダー）", "folder of the new project (default: this one)"}));
  CLI::Option* id = command->add_option("--pack", arguments->ids.pack, say({"規則集のid", "id of the rule pack"}));
  CLI::Option* prefecture =
      command->add_option("--prefecture", arguments->ids.prefecture, say({"名簿のid", "id of the register"}));
  for (CLI::Option* option : {id, prefecture}) option->type_name("ID")->capture_default_str();
  CLI::Option* year = command->add_option("--year", arguments->year,
                                          say({"新しい版の最初の年度", "first fiscal year of the new edition"}));
  CLI::Option* from = command->add_option("--from", arguments->from,
                                          say({"元にする版の年度", "a fiscal year of the edition to start from"}));
  CLI::Option* rules = command->add_option("--rules", arguments->rules,
                                           say({"規則集の名前又はフォルダー", "name or folder of the rule pack"}));
  for (CLI::Option* option : {year, from}) option->type_name("YEAR")->check(CLI::PositiveNumber);
  rules->type_name("PACK")->needs(year);
  year->needs(from)->excludes(folder, id, prefecture);
  from->needs(year);
  command->callback(
      [arguments, &action] { action = [arguments](Session& session) { return run_init(*arguments, session); }; });
}

}  // namespace kijun::cli
