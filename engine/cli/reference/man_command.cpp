#include <fmt/format.h>

#include <memory>

#include "engine/cli/command.h"
#include "engine/cli/reference/man_page.h"
#include "engine/diag/suggestion.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kManSummary{"手引（manページ）を出力する", "print the pages of the manual"};
constexpr LocalizedView kManExamples{
    "例:\n"
    "  kijun man | man -l -                           全体のページを読む\n"
    "  kijun man kijun-rules-diff | man -l -          コマンドのページを読む\n"
    "  kijun man --out ~/.local/share/man/ja/man1     すべてのページを書く\n"
    "\n"
    "終了コード: 0 出力した　2 実行できなかった",
    "Examples:\n"
    "  kijun man --lang en | man -l -                      reads the page of the whole\n"
    "  kijun man kijun-rules-diff --lang en | man -l -     reads the page of a command\n"
    "  kijun man --lang en --out ~/.local/share/man/man1   writes all pages\n"
    "\n"
    "Exit codes: 0 printed, 2 could not run"};

struct ManArguments {
  std::string page;
  std::string folder;
};

ExitCode write_pages(const std::string& folder, const CommandEntry& root, Session& session) {
  for (const CommandEntry* command : with_all_below(root)) {
    const std::string path = join_path(folder, man_page_name(*command) + ".1");
    if (!session.write_file(path, man_page(*command, root, session.language))) return ExitCode::kCouldNotRun;
  }
  return ExitCode::kClean;
}

ExitCode print_page(const std::string& page, const CommandEntry& root, Session& session) {
  std::vector<std::string> known;
  for (const CommandEntry* command : with_all_below(root)) {
    known.push_back(man_page_name(*command));
    if (known.back() != page && !(page.empty() && command == &root)) continue;
    session.out << man_page(*command, root, session.language);
    return ExitCode::kClean;
  }
  return session.usage_error(
      {fmt::format("手引に`{}`というページはありません", page), fmt::format("the manual has no page `{}`", page)},
      diag::did_you_mean(diag::suggest(page, known),
                         {"`kijun-audit`のように、コマンドをつないで書いてください", "write it like `kijun-audit`"}));
}

}  // namespace

void add_man_command(CLI::App& app, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = app.add_subcommand("man", say(kManSummary));
  command->footer(say(kManExamples));
  auto arguments = std::make_shared<ManArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  CLI::Option* page = command->add_option(
      "page", arguments->page,
      say({"ページ（kijun-auditなど。省略時は全体）", "a page, like kijun-audit (default: that of the whole)"}));
  command
      ->add_option("--out", arguments->folder,
                   say({"すべてのページを書くフォルダー", "folder to write all pages into"}))
      ->type_name("DIR")
      ->excludes(page);
  command->callback([arguments, &action, &app] {
    action = [arguments, &app](Session& session) {
      const CommandEntry root = describe_commands(app);
      return arguments->folder.empty() ? print_page(arguments->page, root, session)
                                       : write_pages(arguments->folder, root, session);
    };
  });
}

}  // namespace kijun::cli
