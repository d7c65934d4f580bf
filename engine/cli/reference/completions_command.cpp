#include <memory>

#include "engine/cli/command.h"
#include "engine/cli/reference/completions.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kCompletionsSummary{"シェルの補完スクリプトを出力する（bash / zsh / fish）",
                                            "print the completions for a shell: bash, zsh or fish"};
constexpr LocalizedView kCompletionsExamples{
    "例:\n"
    "  kijun completions bash > ~/.local/share/bash-completion/completions/kijun\n"
    "  kijun completions zsh > ~/.zfunc/_kijun              ~/.zfuncはfpathにあるフォルダー\n"
    "  kijun completions fish > ~/.config/fish/completions/kijun.fish\n"
    "\n"
    "パッケージでインストールしたときは、既に入っています。",
    "Examples:\n"
    "  kijun completions bash > ~/.local/share/bash-completion/completions/kijun\n"
    "  kijun completions zsh > ~/.zfunc/_kijun              ~/.zfunc is a folder on fpath\n"
    "  kijun completions fish > ~/.config/fish/completions/kijun.fish\n"
    "\n"
    "A package has installed them already."};

}  // namespace

void add_completions_command(CLI::App& app, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = app.add_subcommand("completions", say(kCompletionsSummary));
  command->footer(say(kCompletionsExamples));
  auto shell = std::make_shared<std::string>();  // Shared: CLI11 writes into it, the action reads it later.
  command->add_option("shell", *shell, say({"シェル（bash / zsh / fish）", "the shell: bash, zsh or fish"}))
      ->required()
      ->type_name("SHELL")
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command->callback([shell, &action, &app] {
    action = [shell, &app](Session& session) {
      const CommandEntry root = describe_commands(app);
      session.out << (*shell == "bash" ? bash_completions(root)
                                       : (*shell == "zsh" ? zsh_completions(root) : fish_completions(root)));
      return ExitCode::kClean;
    };
  });
}

}  // namespace kijun::cli
