#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/cli/compare/compare_side.h"
#include "engine/cli/rules_diff/diff_view.h"

namespace kijun::cli {

/// How far the examples of a rule show what it does.
struct RuleTests {
  std::size_t num_examples = 0;
  std::vector<std::string> failing;  ///< Examples that do not get what they expect.
  std::size_t num_covered = 0;       ///< Of the demands that some answers meet.
  std::size_t num_demands = 0;
  std::size_t num_undecided = 0;
  struct Gap {
    std::string what;
    std::string example;  ///< A `[[rule.example]]` ready to be pasted.
    bool operator==(const Gap&) const = default;
  };
  std::vector<Gap> gaps;
  bool operator==(const RuleTests&) const = default;
};

/// A rule that is another one than before.
struct ReviewedRule {
  RuleView view;
  RuleTests tests;                    ///< Empty of a rule that is gone.
  std::vector<std::string> editions;  ///< Ids of the rulesets in which it changed so.
};

/// A parameter with another value at the end of an edition's years.
struct ReviewedParam {
  std::string id;
  std::string description;
  std::string before;                 ///< With its unit; empty where it was not there.
  std::string after;                  ///< Likewise.
  std::vector<std::string> editions;  ///< Ids of the rulesets in which it changed so.
};

/// What lint finds.
struct LintLine {
  std::string check;
  std::string text;   ///< With what to do.
  std::string place;  ///< `rules/desk/base.toml:12`; empty without one.
};

/// What a change of rules does as the rules alone show it, in the session's language.
struct RulesReview {
  std::vector<ReviewedRule> rules;  ///< Tightened ones first, reworded ones last.
  std::vector<ReviewedParam> params;
  std::vector<std::string> new_editions;
  std::vector<std::string> gone_editions;
  std::vector<LintLine> lint;  ///< Of the changed rules.
  std::size_t num_proven = 0;  ///< Questions lint looked at all answers for.
  std::size_t num_open = 0;

  [[nodiscard]] std::size_t count(analysis::RuleChange change) const;
  [[nodiscard]] bool has_changes() const {
    return !rules.empty() || !params.empty() || !new_editions.empty() || !gone_editions.empty();
  }
  /// What became of a rule of an edition; nothing where it is as it was.
  [[nodiscard]] const ReviewedRule* find(const std::string& id, const std::string& edition) const;
};

/// Compares the rules of two sides, neither of which is a result file, by meaning: edition by edition, and files that were
/// named with each other. Of those that changed it looks at the tests and the lint. Mistakes are printed; nothing then.
[[nodiscard]] std::optional<RulesReview> review_rules(const CompareSide& before, const CompareSide& after,
                                                      Session& session);

}  // namespace kijun::cli
