#pragma once

#include <span>
#include <string>
#include <vector>

#include "engine/analysis/diff/ruleset_difference.h"
#include "engine/cli/rules_diff/changed_verdicts.h"
#include "reports/xlsx/workbook.h"

namespace kijun::cli {

/// One difference as every output shows it, in one language.
struct RuleView {
  struct Part {
    std::string label;
    std::string before;
    std::string after;
    bool operator==(const Part&) const = default;
  };
  struct Row {
    std::string label;  ///< 厳しくなる例.
    std::string answers;
    std::string before;  ///< The verdicts.
    std::string after;
    bool operator==(const Row&) const = default;
  };
  analysis::RuleChange change = analysis::RuleChange::kUnchanged;
  std::string label;  ///< 厳格化.
  std::string id;
  std::string title;
  std::vector<Part> parts;
  std::vector<Row> rows;
  std::string undecided;  ///< Why a change could have been missed; empty when none could.

  /// Unchanged rules are only counted, unless a change could have been missed.
  [[nodiscard]] bool is_listed() const { return change != analysis::RuleChange::kUnchanged || !undecided.empty(); }
  bool operator==(const RuleView&) const = default;
};

/// Two rulesets as every output shows them.
struct DiffView {
  Language language = Language::kJapanese;
  std::string before;  ///< Id and title.
  std::string after;
  std::string counts;
  std::vector<RuleView> rules;  ///< Unchanged ones too.
  std::vector<ChangedVerdict> verdicts;
  bool has_survey = false;
};

/// What a comparison says, in words.
[[nodiscard]] DiffView make_diff_view(const analysis::RulesetDifference& difference, Language language);

/// 追加, 削除, 厳格化 …: every kind of change, in the order they are counted in.
[[nodiscard]] std::span<const analysis::RuleChange> rule_changes();
[[nodiscard]] LocalizedView change_word(analysis::RuleChange change);

/// As text for a terminal.
[[nodiscard]] std::string diff_text(const DiffView& view);
/// As GitHub Flavored Markdown.
[[nodiscard]] std::string diff_markdown(const DiffView& view);
/// One rule of it: a heading with so many `#`, a table of what differs, and answers that show it.
[[nodiscard]] std::string rule_markdown(const RuleView& rule, std::size_t heading_level, Language language);
/// Several comparisons as one page with 新旧対照表.
[[nodiscard]] std::string diff_html(const std::vector<DiffView>& views);
/// Likewise as a workbook with a 新旧対照表 each.
[[nodiscard]] reports::Workbook diff_workbook(const std::vector<DiffView>& views);

}  // namespace kijun::cli
