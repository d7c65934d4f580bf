#pragma once

#include <span>
#include <string>

#include "engine/diag/diagnostic.h"

namespace kijun::analysis {

/// A named check of `kijun lint`. Its definition's code is its name.
struct LintCheck {
  diag::Definition definition;
  LocalizedView title;
  LocalizedView page;  ///< What it looks for, how it is decided, and what to do.
  std::string_view wrong;
  std::string_view right;
};

/// No answers make the rule fail.
extern const LintCheck kDeadRule;
/// A case is never chosen.
extern const LintCheck kDeadCase;
/// A clause is true, or false, for all answers.
extern const LintCheck kConstantCondition;
/// Two rules cannot be met together where both apply.
extern const LintCheck kContradiction;
/// No rule applies to an answer.
extern const LintCheck kUnjudgedAnswer;
/// A rule fails only where another one fails.
extern const LintCheck kSubsumedRule;
/// A result stays open although no answer would change it.
extern const LintCheck kCauseIsForm;
/// A parameter, condition, basis or reading that no edition uses.
extern const LintCheck kUnused;
/// A text in one language only.
extern const LintCheck kMissingLanguage;
/// A note was read and is not shown.
extern const LintCheck kMessageWithoutEvidence;
/// A deadline of another edition.
extern const LintCheck kDeadlineOutside;
/// A rule in force on a basis nobody confirmed.
extern const LintCheck kUnconfirmedBasis;
/// An outcome without an example.
extern const LintCheck kMissingExample;
/// A character that cannot be seen or reorders text.
extern const LintCheck kHiddenCharacter;
/// A word of letters of several scripts.
extern const LintCheck kLookAlike;

/// Every check, in the order of the page.
[[nodiscard]] std::span<const LintCheck* const> lint_checks();

/// The check of a name, or null.
[[nodiscard]] const LintCheck* find_check(std::string_view name);

/// A check's page as `kijun lint --explain` prints it.
[[nodiscard]] std::string lint_page(const LintCheck& check, Language language);

/// All pages as Markdown: docs/lint.*.md.
[[nodiscard]] std::string lint_pages(Language language);

}  // namespace kijun::analysis
