#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/audit/causes.h"
#include "engine/audit/plan.h"
#include "engine/cel/evaluator.h"

namespace kijun::audit {

/// Finds the causes of many results of a few rules. Results of records that are in the same group and gave the same
/// answers to all that the rule reads have the same causes, but that each record stands in the other's place: these are
/// found once. Belongs to one thread.
class CauseFinder {
 public:
  /// Both are borrowed; `context` is of the plan.
  CauseFinder(const Plan& plan, const cel::EvalContext& context) : plan_(plan), context_(context) {}

  [[nodiscard]] const Plan& plan() const { return plan_; }

  /// What `find_causes` gives.
  [[nodiscard]] OpenResult find(const CompiledRule& rule, cel::RecordRef subject);

 private:
  /// What a rule reads, when its results can share their causes.
  struct SharedReads {
    bool shares = false;
    std::set<table::FieldIndex> fields;
    std::set<table::GroupId> groups;
  };
  using Key = std::pair<const CompiledRule*, std::string>;
  struct Found {
    cel::RecordRef subject;
    OpenResult open;
  };

  [[nodiscard]] const SharedReads& reads(const CompiledRule& rule);
  [[nodiscard]] OpenResult find_alone(const CompiledRule& rule, cel::RecordRef subject);
  [[nodiscard]] std::string situation(const SharedReads& reads, cel::RecordRef subject) const;
  void keep(Key key, Found found);

  const Plan& plan_;
  const cel::EvalContext& context_;
  std::map<const CompiledRule*, SharedReads> reads_;
  std::map<const CompiledRule*, AnswerDomains> domains_;
  std::map<Key, Found> found_;
  std::size_t num_kept_causes_ = 0;
};

}  // namespace kijun::audit
