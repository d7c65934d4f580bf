#include "engine/cli/rules_confirm.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "engine/base/clock.h"
#include "engine/cli/inputs.h"
#include "engine/diag/suggestion.h"
#include "engine/policy/confirm_basis.h"

namespace kijun::cli {
namespace {

constexpr LocalizedView kRulesConfirmSummary{"根拠の原文を確認したことを記録する",
                                             "record that the text of a basis was compared"};
constexpr LocalizedView kRulesConfirmExamples{
    "例:\n  kijun rules confirm guideline --year 2024 --by \"障害福祉課 架空 一郎\"\n"
    "\n"
    "[[basis]]のstatusをconfirmedとし、確認者と確認日を書き添えます。ほかの行と注記は変わりません。\n"
    "ルールのstageは変わりません。案から外すときは、ルールのstageを改めてください。",
    "Examples:\n  kijun rules confirm guideline --year 2024 --by \"Disability welfare section\"\n"
    "\n"
    "Sets the status of the [[basis]] to confirmed and adds who compared it and when; every other line stays as it "
    "is.\n"
    "The stage of the rules does not change: to take one out of draft, change its stage."};

struct ConfirmArguments {
  std::string basis;
  std::string rules;
  std::string by;
  std::string when;
  int year = 0;
};

class BasisConfirmation {
 public:
  BasisConfirmation(const policy::Pack& pack, const ConfirmArguments& arguments, Session& session)
      : pack_(pack), arguments_(arguments), session_(session) {}

  ExitCode run() {
    const std::optional<Date> when =
        arguments_.when.empty() ? std::optional(today_in_tokyo()) : session_.parse_day("--when", arguments_.when);
    if (!when) return ExitCode::kCouldNotRun;
    const policy::Edition* edition = find_edition(pack_, arguments_.year, session_);
    if (edition == nullptr) return ExitCode::kCouldNotRun;
    const Date as_of = Date::fiscal_year_end(edition->to_year).value_or(Date{});
    const std::optional<LoadedRuleset> loaded = load_merged(pack_, edition->path, as_of, session_);
    if (!loaded) return ExitCode::kCouldNotRun;
    return confirm(loaded->ruleset, loaded->merged, *when);
  }

 private:
  ExitCode confirm(const policy::Ruleset& ruleset, const policy::MergedRuleset& merged, Date when) {
    const policy::Basis* basis = ruleset.find_basis(arguments_.basis);
    if (basis == nullptr) return unknown_basis(ruleset);
    if (basis->confirmed)
      return session_.usage_error({fmt::format("根拠`{}`は既に確認済みです", basis->id),
                                   fmt::format("basis `{}` is confirmed already", basis->id)});
    const auto entry = std::find_if(merged.bases.begin(), merged.bases.end(),
                                    [&](const policy::MergedEntry& other) { return other.id == basis->id; });
    const std::optional<policy::FileChange> change = policy::confirm_basis(*entry, {arguments_.by, when});
    if (!change) return ExitCode::kCouldNotRun;
    if (!change->path.starts_with(pack_.directory + "/"))
      return session_.usage_error({fmt::format("根拠`{}`は別の規則集（{}）にあります", basis->id, change->path),
                                   fmt::format("basis `{}` is in another pack ({})", basis->id, change->path)},
                                  {"[[override]]でstatusを書いてから、もう一度確認してください",
                                   "write its status in an [[override]] of your own first"});
    if (!session_.write_file(change->path, change->text)) return ExitCode::kCouldNotRun;
    print(ruleset, *basis, change->path);
    return ExitCode::kClean;
  }

  void print(const policy::Ruleset& ruleset, const policy::Basis& basis, const std::string& path) {
    session_.out << fmt::format(
        fmt::runtime(session_.say({"{}：根拠`{}`を確認済みにしました\n", "{}: basis `{}` is confirmed\n"})), path,
        basis.id);
    if (!basis.note.empty())
      session_.out << session_.say({"確認事項（note）が残っています。見直してください\n",
                                    "its note about what is to be confirmed is still there; please revise it\n"});
    for (const policy::Rule& rule : ruleset.rules) {
      const bool rests = std::find(rule.basis.begin(), rule.basis.end(), basis.id) != rule.basis.end();
      if (rests && rule.stage == policy::Stage::kDraft)
        session_.out << fmt::format(fmt::runtime(session_.say({"  案のルール：{}\n", "  still a draft: {}\n"})),
                                    rule.id);
    }
  }

  ExitCode unknown_basis(const policy::Ruleset& ruleset) {
    std::vector<std::string> ids;
    for (const policy::Basis& basis : ruleset.bases) ids.push_back(basis.id);
    const std::string list = fmt::format("{}", fmt::join(ids, ", "));
    return session_.usage_error(
        {fmt::format("根拠`{}`はありません", arguments_.basis),
         fmt::format("there is no basis `{}`", arguments_.basis)},
        diag::did_you_mean(diag::suggest(arguments_.basis, ids), {"ある根拠：" + list, "bases there are: " + list}));
  }

  const policy::Pack& pack_;
  const ConfirmArguments& arguments_;
  Session& session_;
};

ExitCode run_confirm(const ConfirmArguments& arguments, Session& session) {
  const std::unique_ptr<policy::Pack> pack = load_asked_pack(arguments.rules, session);
  if (pack == nullptr) return ExitCode::kCouldNotRun;
  return BasisConfirmation(*pack, arguments, session).run();
}

}  // namespace

void add_rules_confirm(CLI::App& rules, Action& action, Language language) {
  const auto say = [&](LocalizedView text) { return std::string(text.in(language)); };
  CLI::App* command = rules.add_subcommand("confirm", say(kRulesConfirmSummary));
  command->footer(say(kRulesConfirmExamples));
  auto arguments = std::make_shared<ConfirmArguments>();  // Shared: CLI11 writes into it, the action reads it later.
  command->add_option("basis", arguments->basis, say({"根拠のid", "id of the basis"}))->required();
  command
      ->add_option("--rules", arguments->rules, say({"規則集の名前又はフォルダー", "name or folder of the rule pack"}))
      ->type_name("PACK");
  command
      ->add_option("--year", arguments->year,
                   say({"年度（既定は最新の版）", "fiscal year (default: the latest edition)"}))
      ->type_name("YEAR");
  command->add_option("--by", arguments->by, say({"確認した者", "who compared it"}))->type_name("NAME")->required();
  command
      ->add_option("--when", arguments->when, say({"確認した日（省略時は今日）", "day of comparison (default: today)"}))
      ->type_name("DATE");
  command->callback(
      [arguments, &action] { action = [arguments](Session& session) { return run_confirm(*arguments, session); }; });
}

}  // namespace kijun::cli
