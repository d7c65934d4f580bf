#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/audit/message_template.h"
#include "engine/cel/checked_expr.h"
#include "engine/cel/environment.h"
#include "engine/cel/value.h"
#include "engine/diag/diagnostic.h"
#include "engine/policy/ruleset.h"
#include "engine/table/vocabulary.h"

namespace kijun::audit {

/// Whose results an expression gives: a space, and in the record space the kind of record.
struct Audience {
  table::SpaceId space = table::kRecordSpace;
  std::string kind;  ///< "record", "municipality", "prefecture"; the group's id in a group space.
};

/// One case, compiled.
struct CompiledCase {
  const policy::RuleCase* source = nullptr;
  cel::CheckedExpr when;
  MessageTemplate message;
};

/// One rule, compiled; a rule with `for_fields` once per field.
struct CompiledRule {
  const policy::Rule* source = nullptr;
  std::optional<table::FieldIndex> field;
  Audience audience;
  std::optional<cel::CheckedExpr> when;
  std::optional<cel::CheckedExpr> judgeable;
  std::optional<cel::CheckedExpr> require;  ///< Absent for a rule enforced by diagnostics.
  std::optional<cel::CheckedExpr> deadline;
  std::vector<CompiledCase> cases;
  MessageTemplate message;
  std::vector<table::FieldIndex> evidence;
};

/// One indicator, compiled.
struct CompiledIndicator {
  const policy::Indicator* source = nullptr;
  Audience audience;
  std::optional<cel::CheckedExpr> of;
  cel::CheckedExpr met;
};

/// One derived group, compiled: its key for every municipality.
struct CompiledGroup {
  const policy::DerivedGroup* source = nullptr;
  cel::CheckedExpr by;
};

/// A ruleset compiled against a vocabulary: everything an audit runs, and nothing of any survey. Immutable once made, but
/// for the words of its texts (`reword`); it borrows the vocabulary and the sources.
struct Plan {
  policy::Ruleset ruleset;
  const table::Vocabulary* vocabulary = nullptr;
  std::unique_ptr<const table::Vocabulary> own_vocabulary;  ///< `vocabulary` in the terms of a glossary; null without.
  cel::Profile profile;
  std::vector<cel::CheckedExpr> conditions;             ///< By position in the profile.
  std::vector<const cel::CheckedExpr*> condition_view;  ///< The same, as evaluators take them.
  std::vector<cel::Value> params;                       ///< By position in the profile.
  std::vector<CompiledGroup> groups;                    ///< Beside the standard kinds, in order.
  std::vector<CompiledRule> rules;
  std::vector<CompiledIndicator> indicators;

  /// What evaluators read beside the survey; `world` is the caller's.
  [[nodiscard]] cel::EvalContext context(const cel::World* world, int fiscal_year, Date as_of) const;
};

/// Compiles a ruleset. Every mistake is reported with its place in the ruleset's files; null when one is an error.
[[nodiscard]] std::unique_ptr<Plan> make_plan(policy::Ruleset ruleset, const table::Vocabulary& vocabulary,
                                              diag::Sink& sink);

}  // namespace kijun::audit
