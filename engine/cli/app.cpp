#include "engine/cli/app.h"

#include <fmt/format.h>
#include <spdlog/sinks/ostream_sink.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>

#include "engine/cli/command.h"
#include "engine/cli/inputs.h"
#include "engine/cli/lost_file.h"
#include "engine/cli/version.h"
#include "engine/diag/suggestion.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kAbout{
    "kijun（基準）は、市町村等の調査回答を政策の基準に照らして判定し、不足・矛盾・未回答を報告します。",
    "kijun checks answers to a survey against policy rules and reports gaps, contradictions and open questions."};

constexpr LocalizedView kFooter{
    "はじめに:\n"
    "  kijun audit data/kanagawa/2018 --out html=report.html   判定してギャップ報告書を作る\n"
    "  kijun explain council.municipality                      ルールの意味と根拠を見る\n"
    "  kijun test rules/mcare                                  ルールの例を試す\n"
    "\n"
    "`kijun COMMAND --help`で各コマンドの例を表示します。\n"
    "終了コード: 0 ゲートに掛かる結果なし　1 あり　2 実行できなかった",
    "To begin:\n"
    "  kijun audit data/kanagawa/2018 --out html=report.html   audit and write the gap report\n"
    "  kijun explain council.municipality                      what a rule means and rests on\n"
    "  kijun test rules/mcare                                  run the examples beside the rules\n"
    "\n"
    "`kijun COMMAND --help` shows examples of each command.\n"
    "Exit codes: 0 nothing gates, 1 something gates, 2 could not run"};

constexpr std::array kCommands{add_audit_command,    add_explain_command,     add_compare_command, add_verify_command,
                               add_rules_command,    add_test_command,        add_lint_command,    add_report_command,
                               add_review_command,   add_correct_command,     add_attest_command,  add_waive_command,
                               add_baseline_command, add_eval_command,        add_schema_command,  add_init_command,
                               add_doctor_command,   add_completions_command, add_man_command};

/// The choices that hold for all commands, as given.
struct GlobalOptions {
  std::string language = "ja";
  std::string color = "auto";
  std::size_t ambiguous_width = 1;
  bool quiet = false;
  bool verbose = false;
};

/// Help has to be in the right language before anything is parsed.
Language language_of(const std::vector<std::string>& arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--lang=en") return Language::kEnglish;
    if (arguments[i] == "--lang" && i + 1 < arguments.size() && arguments[i + 1] == "en") return Language::kEnglish;
  }
  return Language::kJapanese;
}

void label_help(CLI::App& app, Language language) {
  if (language == Language::kEnglish) return;
  const auto formatter = app.get_formatter();
  formatter->label("Usage", "使い方");
  formatter->label("Options", "オプション");
  formatter->label("OPTIONS", "オプション");
  formatter->label("Positionals", "引数");
  formatter->label("Subcommands", "コマンド");
  formatter->label("SUBCOMMAND", "コマンド");
  formatter->label("SUBCOMMANDS", "コマンド");
  formatter->label("REQUIRED", "（必須）");
  formatter->label("Needs", "併用が必要");
  formatter->label("TEXT", "");
  app.option_defaults()->group("オプション");
}

void add_global_options(CLI::App& app, GlobalOptions& options, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  app.set_help_flag("-h,--help", say({"この説明を表示する", "show this help"}));
  app.set_version_flag("--version", fmt::format("kijun {}", kVersion), say({"版を表示する", "show the version"}));
  app.add_option("--lang", options.language,
                 say({"表示の言語 ja / en（既定 ja）", "language of texts: ja or en (default ja)"}))
      ->type_name("LANG")
      ->check(CLI::IsMember({"ja", "en"}));
  app.add_option("--color", options.color, say({"色付け auto / always / never", "colour: auto, always or never"}))
      ->type_name("WHEN")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  app.add_option("--ambiguous-width", options.ambiguous_width,
                 say({"端末での○△×等の桁数 1 / 2", "columns of ○ △ × on the terminal: 1 or 2"}))
      ->type_name("N")
      ->check(CLI::Range(1, 2));
  app.add_flag("--quiet", options.quiet,
               say({"エラーのほかは何も表示しない", "print nothing but errors and what was asked for"}));
  app.add_flag("--verbose", options.verbose,
               say({"処理の経過を標準エラーに表示する", "log each phase to standard error"}));
}

bool use_color(const GlobalOptions& options, const Terminal& terminal) {
  if (options.color != "auto") return options.color == "always";
  return terminal.no_color.empty() && terminal.out_is_terminal && terminal.term != "dumb";
}

/// Names a user could have meant at the place where parsing stopped: commands, and options of the chosen command.
std::vector<std::string> known_words(const CLI::App& app) {
  std::vector<std::string> words;
  for (const CLI::App* command : app.get_subcommands(nullptr)) words.push_back(command->get_name());
  for (const CLI::App* scope :
       {&app, app.get_subcommands().empty() ? nullptr : static_cast<const CLI::App*>(app.get_subcommands().front())}) {
    if (scope == nullptr) continue;
    for (const CLI::Option* option : scope->get_options())
      for (const std::string& name : option->get_lnames()) words.push_back("--" + name);
  }
  return words;
}

/// The argument CLI11 could not place.
std::string offending_word(const CLI::App& app, const std::vector<std::string>& arguments) {
  const std::vector<std::string> rest = app.remaining(true);
  if (!rest.empty()) return rest.front();
  return arguments.empty() ? std::string() : arguments.front();
}

ExitCode explain_parse_error(const CLI::ParseError& error, const CLI::App& app,
                             const std::vector<std::string>& arguments, Session& session) {
  const LocalizedText help{"`kijun --help`で使い方を表示します", "`kijun --help` shows the usage"};
  const bool extra = error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ExtrasError);
  const bool no_command =
      error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError) && app.get_subcommands().empty();
  if (!extra && !no_command)
    return session.usage_error({fmt::format("引数の誤り：{}", error.what()), error.what()}, help);
  const std::string word = offending_word(app, arguments);
  const std::string name = word.substr(0, word.find('='));
  const LocalizedText message{fmt::format("`{}`というコマンド又はオプションはありません", name),
                              fmt::format("there is no command or option `{}`", name)};
  return session.usage_error(message, diag::did_you_mean(diag::suggest(name, known_words(app)), help));
}

void start_logging(const GlobalOptions& options, std::ostream& err) {
  auto logger = std::make_shared<spdlog::logger>("kijun", std::make_shared<spdlog::sinks::ostream_sink_st>(err));
  logger->set_pattern("[%l] %v");
  logger->set_level(options.verbose ? spdlog::level::debug : spdlog::level::off);
  spdlog::set_default_logger(std::move(logger));
}

ExitCode run_command(const Action& action, const GlobalOptions& options, const Terminal& terminal, Session& session) {
  session.color = use_color(options, terminal);
  session.quiet = options.quiet;
  session.shows_progress = terminal.err_is_terminal && terminal.term != "dumb" && !options.quiet && !options.verbose;
  session.ambiguous_width = options.ambiguous_width;
  session.working_directory = terminal.working_directory;
  session.step_summary = terminal.step_summary;
  session.pdf_printer = terminal.pdf_printer;
  session.language = options.language == "en" ? Language::kEnglish : Language::kJapanese;
  start_logging(options, session.err);
  expect_lost_files(session.language);
  const ExitCode code = action(session);
  const Status believable = session.files.check_mapped();
  if (believable) return code;
  const Error& error = believable.error();
  return session.usage_error({fmt::format("`{}`：{}。結果は使えません", error.path, error.ja),
                              fmt::format("`{}`: {}; the results are worthless", error.path, error.message)},
                             {"ファイルへの書き込みが終わってから、もう一度実行してください",
                              "run again when nobody writes to the file any more"});
}

}  // namespace

ExitCode run(std::vector<std::string> arguments, FileSystem& files, const Terminal& terminal, std::ostream& out,
             std::ostream& err, const Installation& installation) {
  const Language language = language_of(arguments);
  Session session{files, out, err, installation, language, false, false, false, 1, {}, {}, {}};
  use_pack_folders({}, session);
  GlobalOptions options;
  Action action;
  CLI::App app{std::string(kAbout.in(language)), "kijun"};
  label_help(app, language);
  add_global_options(app, options, language);
  app.footer(std::string(kFooter.in(language)));
  for (const AddCommand add : kCommands) add(app, action, language);
  for (CLI::App* command : app.get_subcommands(nullptr)) {
    command->fallthrough();
    if (language == Language::kJapanese) command->group("コマンド");
    command->set_help_flag("-h,--help",
                           std::string(LocalizedView{"この説明を表示する", "show this help"}.in(language)));
    for (CLI::App* inner : command->get_subcommands(nullptr)) {
      inner->fallthrough();
      if (language == Language::kJapanese) {
        inner->group("コマンド");
        for (CLI::Option* option : inner->get_options()) option->group("オプション");
      }
    }
  }
  try {
    std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());
    app.parse(reversed);
    if (!action) {
      out << app.help();
      return ExitCode::kCouldNotRun;
    }
    return run_command(action, options, terminal, session);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() != 0) return explain_parse_error(error, app, arguments, session);
    (void)app.exit(error, out, err);
    return ExitCode::kClean;
  } catch (const std::exception& error) {
    err << fmt::format("kijun: {}\n", internal_error_text(error));
    return ExitCode::kCouldNotRun;
  }
}

}  // namespace kijun::cli
