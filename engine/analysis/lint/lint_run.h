#pragma once

#include <map>
#include <set>
#include <string>
#include <tuple>

#include "engine/analysis/domain/answer_domain.h"
#include "engine/analysis/lint/lint.h"
#include "engine/analysis/lint/lint_checks.h"

namespace kijun::analysis {

/// Where the parts of lint leave what they find.
class LintRun {
 public:
  LintRun(const LintOptions& options, diag::Sink& sink) : options_(options), sink_(sink) {}

  [[nodiscard]] const LintOptions& options() const { return options_; }
  [[nodiscard]] LintReport& report() { return report_; }
  /// False of a rule that lint is narrowed away from.
  [[nodiscard]] bool asks_about(const std::string& rule) const {
    return options_.only_rules.empty() || options_.only_rules.contains(rule);
  }

  /// Reports a finding unless the same was reported at the place.
  template <class... Args>
  void find(const LintCheck& check, diag::Span span, const std::string& what, const Args&... args) {
    const std::string path = span.valid() ? span.source->path() : std::string();
    if (seen_.emplace(check.definition.code, path, span.begin, what).second)
      sink_.report(check.definition, span, args...);
  }

  /// False when rules of the same places and meanings were asked about before, as another edition has them.
  [[nodiscard]] bool is_new_question(const audit::Plan& plan, const std::vector<const audit::CompiledRule*>& rules);

  /// Counts questions about a domain as proven or open.
  void note(const std::string& subject, const AnswerDomain& domain, std::size_t num_judged) {
    if (domain.is_exhaustive())
      ++report_.num_proven;
    else
      report_.open.push_back({subject, num_judged, domain.num_combinations(), domain.inexact()});
  }

 private:
  const LintOptions& options_;
  diag::Sink& sink_;
  LintReport report_;
  std::map<const audit::CompiledRule*, std::string> identities_;
  std::set<std::string> asked_;
  std::set<std::tuple<std::string_view, std::string, std::size_t, std::string>> seen_;
};

/// What enumerating one rule's answers shows of it.
void prove_rules(const audit::Plan& plan, LintRun& run);
/// What enumerating the answers of two rules shows of them.
void prove_pairs(const audit::Plan& plan, LintRun& run);
/// Which answers no rule that reads them applies to.
void prove_answers(const audit::Plan& plan, LintRun& run);

/// What the rules' texts and dates show.
void check_texts(const audit::Plan& plan, LintRun& run);
/// What no edition uses.
void check_uses(const std::vector<std::unique_ptr<audit::Plan>>& plans, LintRun& run);
/// What the files' characters show.
void check_characters(const std::vector<std::unique_ptr<audit::Plan>>& plans, LintRun& run);

}  // namespace kijun::analysis
