#pragma once

#include <deque>
#include <string>
#include <vector>

#include "engine/cel/environment.h"
#include "engine/cel/evaluator.h"
#include "engine/diag/source.h"
#include "engine/exec/execution.h"
#include "tests/unit/exec/memory_survey.h"

namespace kijun::exec {

/// Expressions over a memory survey, compiled by the real front end and evaluated by both evaluators.
class Expressions {
 public:
  explicit Expressions(const MemorySurvey& survey);

  void add_param(const std::string& id, cel::Type type, cel::Value value);
  /// Declares a condition; those declared before may be used in it.
  void add_condition(const std::string& id, const std::string& text, table::SpaceId space = table::kRecordSpace);
  /// The checked expression, or null and the diagnostics in `problems()`.
  const cel::CheckedExpr* check(const std::string& text, table::SpaceId space = table::kRecordSpace,
                                const std::string& kind = "record");
  [[nodiscard]] const std::string& problems() const { return problems_; }

  /// Adds a root; false when its text does not check.
  bool add_root(const std::string& text, table::SpaceId space = table::kRecordSpace,
                const std::string& kind = "record");
  [[nodiscard]] Program program() const;
  /// A program of one root.
  [[nodiscard]] Program program_of(const Root& root);
  /// Nodes without a kernel in the program that `program_of` made last.
  [[nodiscard]] std::size_t num_fallback_nodes() const { return num_fallback_nodes_; }
  [[nodiscard]] const std::vector<Root>& roots() const { return roots_; }
  /// What both evaluators read; valid until the next declaration.
  [[nodiscard]] cel::EvalContext context() const;
  /// The naive evaluator's result of a root for one subject.
  [[nodiscard]] cel::Value naive(const Root& root, std::uint32_t subject) const;

 private:
  [[nodiscard]] CompileContext compile_context() const;
  const MemorySurvey& survey_;
  cel::Profile profile_;
  std::deque<diag::Source> sources_;
  std::deque<cel::CheckedExpr> exprs_;
  std::vector<const cel::CheckedExpr*> conditions_;
  std::vector<cel::Value> params_;
  std::vector<Root> roots_;
  std::string problems_;
  std::size_t num_fallback_nodes_ = 0;
};

/// A result as text: `T F U E N` for states, else the value as `debug_text`.
[[nodiscard]] std::string result_text(const cel::Value& value);

}  // namespace kijun::exec
