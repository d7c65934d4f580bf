#include "engine/cli/compare/compare_side.h"

#include <fmt/format.h>

#include "engine/audit/compare/result_file.h"
#include "engine/cli/inputs.h"

namespace kijun::cli {
namespace {

class SideLoader {
 public:
  SideLoader(const SideArguments& asked, const std::string& base_rules, const std::string& which, Session& session)
      : asked_(asked), base_rules_(base_rules), which_(which), session_(session) {}

  std::optional<CompareSide> load() {
    if (session_.files.is_file(asked_.data)) {
      const Result<std::string> text = session_.files.read(asked_.data);
      if (text && audit::is_result_file(*text)) return load_file(*text);
    }
    const bool is_loaded = parse_days() && find_paths() && load_rules_and_survey();
    return is_loaded ? std::optional(std::move(side_)) : std::nullopt;
  }

 private:
  std::optional<CompareSide> load_file(const std::string& text) {
    const std::pair<const std::string*, const char*> given[] = {
        {&asked_.rules, "rules"}, {&asked_.as_of, "as-of"}, {&asked_.revision, "revision"}};
    for (const auto& [value, option] : given) {
      if (value->empty()) continue;
      (void)session_.usage_error(
          {fmt::format("`{}`は結果ファイルなので、--{}-{}は使えません", asked_.data, option, which_),
           fmt::format("`{}` is a result file, so that --{}-{} cannot change it", asked_.data, option, which_)},
          {"結果ファイルの代わりに調査のフォルダーを指定してください",
           "name the survey's folder in place of the result file"});
      return std::nullopt;
    }
    Result<audit::ResultTable> table = audit::read_result_file(text);
    if (!table) {
      (void)session_.usage_error(
          {fmt::format("結果ファイル`{}`と比べられません：{}", asked_.data, table.error().in(Language::kJapanese)),
           fmt::format("cannot compare with the result file `{}`: {}", asked_.data, table.error().message)},
          {"`kijun audit 調査 --out json=ファイル名`で作ります", "make it with `kijun audit SURVEY --out json=FILE`"});
      return std::nullopt;
    }
    side_.file = std::move(*table);
    return std::move(side_);
  }

  bool parse_days() {
    if (!asked_.as_of.empty()) {
      as_of_ = session_.parse_day("--as-of-" + which_, asked_.as_of);
      if (!as_of_) return false;
    }
    if (asked_.revision.empty()) return true;
    side_.revision = session_.parse_day("--revision-" + which_, asked_.revision);
    return side_.revision.has_value();
  }

  bool find_paths() {
    const ResolvedPaths resolved = resolve_paths({asked_.data, base_rules_}, session_);
    if (session_.print_diagnostics()) return false;
    side_.pack_folders = session_.pack_folders;
    side_.survey = resolved.paths.survey;
    if (is_project()) side_.survey = resolved.config.survey.value_or("");
    if (side_.survey.empty()) return no_survey_in_project();
    side_.folder = session_.files.is_directory(side_.survey) ? side_.survey : parent_path(side_.survey);
    rules_ = resolved.paths.rules;
    const std::string pack_beside = join_path(parent_path(asked_.rules), "pack.toml");
    if (session_.files.is_file(asked_.rules) && join_path("", asked_.rules) != pack_beside) {
      side_.ruleset = asked_.rules;
      side_.is_named = true;
      if (session_.files.is_file(pack_beside)) rules_ = parent_path(asked_.rules);
    } else if (!asked_.rules.empty()) {
      rules_ = asked_.rules;
    }
    if (!rules_.empty()) return true;
    (void)no_rules_error(session_);
    return false;
  }

  [[nodiscard]] bool is_project() const {
    return session_.files.is_directory(asked_.data) && !session_.files.is_file(join_path(asked_.data, "survey.toml")) &&
           session_.files.is_file(join_path(asked_.data, "kijun.toml"));
  }

  bool no_survey_in_project() {
    const std::string config = join_path(asked_.data, "kijun.toml");
    (void)session_.usage_error(
        {fmt::format("`{}`に調査が書かれていません", config), fmt::format("`{}` names no survey", config)},
        {"[defaults]に`survey = \"フォルダー\"`を書くか、調査のフォルダーを指定してください",
         "write `survey = \"FOLDER\"` under [defaults], or name the survey's folder"});
    return false;
  }

  bool load_rules_and_survey() {
    side_.pack = load_pack(rules_, session_);
    if (side_.pack == nullptr) return false;
    side_.series = load_survey(side_.survey, *side_.pack, session_, {survey::AnswersChecked::kAtOnce, side_.revision});
    if (side_.series == nullptr) return false;
    const survey::Manifest& manifest = side_.series->audited().manifest();
    side_.as_of = as_of_.value_or(manifest.as_of);
    if (!side_.ruleset.empty()) {
      side_.plan = compile_ruleset(*side_.pack, side_.ruleset, side_.as_of, session_);
      if (session_.print_diagnostics() || side_.plan == nullptr) return false;
      note_other_years(side_.plan->ruleset, manifest.fiscal_year);
      return true;
    }
    side_.plan = load_locked_plan(*side_.pack, manifest.fiscal_year, side_.as_of, session_);
    if (side_.plan == nullptr) return false;
    side_.ruleset = policy::find_edition(*side_.pack, manifest.fiscal_year)->path;
    return true;
  }

  /// "What would the next period's rules say" is a fair question; that they are of other years is said all the same.
  void note_other_years(const policy::Ruleset& ruleset, int fiscal_year) {
    if (session_.quiet || (ruleset.from_year <= fiscal_year && fiscal_year <= ruleset.to_year)) return;
    session_.err << fmt::format(
        fmt::runtime(session_.say({"`{}`は{}～{}年度の規則であり、調査は{}年度のものです\n",
                                   "`{}` holds the rules of FY{} to FY{}, and the survey is of FY{}\n"})),
        asked_.rules, ruleset.from_year, ruleset.to_year, fiscal_year);
  }

  const SideArguments& asked_;
  const std::string& base_rules_;
  const std::string& which_;
  Session& session_;
  std::optional<Date> as_of_;
  std::string rules_;
  CompareSide side_;
};

}  // namespace

std::optional<CompareSide> load_compare_side(const SideArguments& asked, const std::string& base_rules,
                                             const std::string& which, Session& session) {
  return SideLoader(asked, base_rules, which, session).load();
}

}  // namespace kijun::cli
