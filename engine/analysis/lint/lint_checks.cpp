#include "engine/analysis/lint/lint_checks.h"

#include <fmt/format.h>

#include <algorithm>

namespace kijun::analysis {

const LintCheck* find_check(std::string_view name) {
  const auto found = std::find_if(kLintChecks.begin(), kLintChecks.end(),
                                  [&](const LintCheck* check) { return check->definition.code == name; });
  return found == kLintChecks.end() ? nullptr : *found;
}

std::string lint_page(const LintCheck& check, Language language) {
  const bool japanese = language == Language::kJapanese;
  return fmt::format("## `{}` {}\n\n{}\n\n{}:\n\n```toml\n{}\n```\n\n{}:\n\n```toml\n{}\n```\n", check.definition.code,
                     check.title.in(language), check.page.in(language), japanese ? "指摘される例" : "reported",
                     check.wrong, japanese ? "直した例" : "put right", check.right);
}

std::string lint_pages(Language language) {
  std::string text =
      language == Language::kJapanese
          ? "# kijun lintの検査\n\n"
            "`kijun lint --explain 検査名`で一つずつ表示できます。回答の組合せ（選択肢、未回答の理由、"
            "条件に現れる数と日付の前後、構成市町村の小さな組）をすべて調べて決めます。"
            "調べ尽くせないものは「未決定」として数えます。\n"
          : "# The checks of kijun lint\n\n"
            "`kijun lint --explain CHECK` shows one of them. They are decided by looking at every combination of "
            "answers: "
            "values and missing reasons, numbers and days around those the rules mention, small sets of members. What "
            "cannot be exhausted is counted as not decided.\n";
  for (const LintCheck* check : kLintChecks) text += "\n" + lint_page(*check, language);
  return text;
}

}  // namespace kijun::analysis
