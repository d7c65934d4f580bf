#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/eval_bindings.h"
#include "engine/base/language.h"
#include "engine/cel/checker.h"
#include "engine/cel/environment.h"
#include "engine/cel/world.h"

namespace kijun::analysis {

/// Where an expression outside a survey stands. Plain CEL: its bindings are variables. The profile: one municipality
/// whose answers are the bindings; it belongs to no group and no earlier survey is loaded. Not movable: checked
/// expressions point into its vocabulary.
class EvalScope : private cel::World {
 public:
  explicit EvalScope(EvalBindings bindings);
  EvalScope(const EvalScope&) = delete;
  EvalScope& operator=(const EvalScope&) = delete;

  /// Parses and checks. What is wrong goes to the sink, also a name that has a meaning but was given no value here;
  /// nothing comes back then.
  [[nodiscard]] std::optional<cel::CheckedExpr> compile(const diag::EmbeddedText& text, diag::Sink& sink) const;
  /// The value, or the state that evaluation ends in.
  [[nodiscard]] cel::Value eval(const cel::CheckedExpr& expr) const;
  /// The name a cause stands for with the reason, as a reader knows it: 「beds（無回答）」.
  [[nodiscard]] std::string cause_text(const cel::Cause& cause, Language language) const;

 private:
  void add_answer(const Binding& binding);
  [[nodiscard]] cel::Environment environment() const;
  /// How a value for the name is written, when the expression reads it and has none.
  [[nodiscard]] std::optional<std::string_view> missing_example(cel::RefKind kind) const;

  [[nodiscard]] cel::Value cell(const cel::CellRef& cell) const override;
  [[nodiscard]] table::MissingReason missing_reason(const cel::CellRef& cell) const override;
  [[nodiscard]] std::string raw(const cel::CellRef& cell) const override;
  [[nodiscard]] table::SubjectName describe(const cel::RecordRef& record) const override;
  [[nodiscard]] std::vector<cel::RecordRef> members(const cel::RecordRef& group) const override;
  [[nodiscard]] std::vector<cel::RecordRef> groups_of(const cel::RecordRef& record,
                                                      table::GroupId group) const override;
  [[nodiscard]] cel::Value earlier(const cel::RecordRef& record, std::uint32_t steps) const override;
  [[nodiscard]] cel::Value at_year(const cel::RecordRef& record, std::int64_t fiscal_year) const override;

  EvalBindings bindings_;
  std::vector<Binding> answers_;  ///< By field of the vocabulary.
  table::Vocabulary vocabulary_;
  cel::Profile profile_;
  std::vector<cel::Value> params_;
  std::vector<std::pair<std::string, cel::Type>> variable_types_;
  std::map<std::string, cel::Value> variables_;
};

}  // namespace kijun::analysis
