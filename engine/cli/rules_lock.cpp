#include "engine/cli/rules_lock.h"

#include <fmt/format.h>

#include <memory>

#include "engine/audit/edition_plan.h"
#include "engine/cli/inputs.h"
#include "engine/cli/version.h"
#include "reports/words/plural.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kRulesLockSummary{"各版のルールの意味をkijun.lockに記録する",
                                          "record what the rules mean in kijun.lock"};
constexpr LocalizedView kRulesLockExamples{
    "例:\n  kijun rules lock --rules rules/mcare            記録する\n"
    "  kijun rules lock --rules rules/mcare --check    記録した後に意味が変わっていないか確かめる（CI向け）\n"
    "\n"
    "文言だけの変更は意味の変更に数えません。\n"
    "終了コード: 0 意味は記録のとおり　1 意味が変わっている　2 実行できなかった",
    "Examples:\n  kijun rules lock --rules rules/mcare            record it\n"
    "  kijun rules lock --rules rules/mcare --check    look whether a meaning changed since (for CI)\n"
    "\n"
    "A rewording is no change of meaning.\n"
    "Exit codes: 0 all means what is recorded, 1 a meaning changed, 2 could not run"};

struct LockArguments {
  std::string rules;
  bool check = false;
};

std::optional<audit::RulesLock> load_lock(const std::string& path, Session& session) {
  Result<std::string> text = session.files.read(path);
  if (!text) return std::nullopt;
  return audit::read_lock(session.sources.add(path, std::move(*text)), session.sink);
}

void print_difference(const audit::LockDifference& difference, Session& session) {
  if (difference.fields)
    session.out << session.say(
        {"項目一覧（fields.toml）の意味が変わっています\n", "the meaning of the vocabulary (fields.toml) changed\n"});
  for (const audit::StateDifference& state : difference.states) {
    session.out << fmt::format("{} {}\n", state.edition, state.from.iso());
    for (const LocalizedText& line : audit::describe(state)) session.out << "  " << line.in(session.language) << '\n';
  }
}

ExitCode check(const policy::Pack& pack, const audit::RulesLock& now, Session& session) {
  const std::string path = audit::lock_path(pack);
  const std::optional<audit::RulesLock> locked = load_lock(path, session);
  if (session.print_diagnostics()) return ExitCode::kCouldNotRun;
  if (!locked)
    return session.usage_error({fmt::format("`{}`がありません", path), fmt::format("there is no `{}`", path)},
                               {"`kijun rules lock`で記録してください", "record it with `kijun rules lock`"});
  const audit::LockDifference difference = audit::compare_locks(*locked, now);
  print_difference(difference, session);
  if (!difference.changes_meaning()) {
    session.out << session.say({"意味は記録のとおりです\n", "everything means what is recorded\n"});
    return ExitCode::kClean;
  }
  session.out << session.say({"この変更でよければ`kijun rules lock`で記録し直してください\n",
                              "if that is what you want, record it with `kijun rules lock`\n"});
  return ExitCode::kGates;
}

ExitCode run_lock(const LockArguments& arguments, Session& session) {
  const std::unique_ptr<policy::Pack> pack = load_asked_pack(arguments.rules, session);
  if (pack == nullptr) return ExitCode::kCouldNotRun;
  const std::optional<audit::RulesLock> now = lock_of(*pack, session);
  if (!now) return ExitCode::kCouldNotRun;
  if (arguments.check) return check(*pack, *now, session);
  const std::string path = audit::lock_path(*pack);
  if (!session.write_file(path, audit::lock_text(*now))) return ExitCode::kCouldNotRun;
  const std::size_t number = now->states.size();
  session.out << session.say({fmt::format("{}に{}件の状態を記録しました\n", path, number),
                              fmt::format("{}: {} recorded\n", path, reports::counted(number, "state"))});
  return ExitCode::kClean;
}

}  // namespace

std::optional<audit::RulesLock> lock_of(const policy::Pack& pack, Session& session) {
  std::optional<audit::RulesLock> lock = audit::make_lock(
      pack, kVersion,
      [&](const policy::Edition& edition, Date as_of) { return compile_ruleset(pack, edition.path, as_of, session); });
  if (session.print_diagnostics()) return std::nullopt;
  return lock;
}

void add_rules_lock(CLI::App& rules, Action& action, Language language) {
  CLI::App* command = rules.add_subcommand("lock", std::string(kRulesLockSummary.in(language)));
  command->footer(std::string(kRulesLockExamples.in(language)));
  auto arguments = std::make_shared<LockArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  command
      ->add_option("--rules", arguments->rules,
                   language == Language::kJapanese ? "規則集の名前又はフォルダー" : "name or folder of the rule pack")
      ->type_name("PACK");
  command->add_flag(
      "--check", arguments->check,
      language == Language::kJapanese ? "書かずに、記録と比べる" : "write nothing; compare with what is recorded");
  command->callback(
      [arguments, &action] { action = [arguments](Session& session) { return run_lock(*arguments, session); }; });
}

}  // namespace kijun::cli
