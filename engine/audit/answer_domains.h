#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "engine/audit/plan.h"
#include "engine/cel/evaluator.h"
#include "engine/cel/function_table.h"

namespace kijun::audit {

/// The answers that completions try for a cell.
struct AnswerDomain {
  std::vector<cel::Value> answers;
  bool is_complete = true;  ///< They show everything the rule can make of the cell; else some of it.
};

/// The answers that completions try for the cells of one rule, or of several together.
class AnswerDomains {
 public:
  /// Which cells have a domain: those of finite types, or all but lists.
  enum class Extent : std::uint8_t { kFiniteTypes, kAllTypes };

  /// Both are borrowed.
  AnswerDomains(const CompiledRule& rule, const cel::EvalContext& context, Extent extent);
  /// Of all types, each answer tried for all rules.
  AnswerDomains(const std::vector<const CompiledRule*>& rules, const cel::EvalContext& context);

  /// The answers of a cell: all of an enum or bool; for numbers, dates and texts one for each result that the rule's
  /// comparisons with constants can have, which is complete unless the rule uses them in another way too. Null for a cell
  /// without a domain, which is best left open.
  [[nodiscard]] const AnswerDomain* of(const cel::CellRef& cell) const;
  /// Leaves every cell without a domain that is not among these.
  void limit_to(std::set<cel::CellRef> cells) { limit_ = std::move(cells); }

 private:
  /// A test of a text: `text.function(argument)`.
  struct TextTest {
    cel::FunctionId function = cel::FunctionId::kContains;
    std::string argument;
    bool operator<(const TextTest& other) const;
  };
  /// What the rules do with the answers to one field.
  struct Use {
    bool otherwise = false;             ///< More than comparing them with constants and asking whether they are there.
    bool is_hidden = false;             ///< In a rule in which an unknown answer can keep others from being read.
    std::vector<cel::Value> constants;  ///< It is compared with; of a rule that uses it otherwise, all.
    std::set<TextTest> tests;
  };
  using Made = std::optional<AnswerDomain>;

  void add(const CompiledRule& rule);
  void add(const cel::CheckedExpr& expr);
  void visit(const cel::CheckedExpr& expr, cel::NodeId node);
  bool add_comparison(const cel::CheckedExpr& expr, cel::NodeId node);
  bool add_constants(const cel::CheckedExpr& expr, cel::NodeId node, std::vector<cel::Value>& constants) const;
  [[nodiscard]] Made make(const table::Field& field, const Use& use) const;
  [[nodiscard]] static AnswerDomain texts(const std::set<std::string>& constants, const std::set<TextTest>& tests);
  [[nodiscard]] static std::string compose(const std::vector<TextTest>& tests, const std::vector<bool>& results);
  [[nodiscard]] static bool can_be(const std::vector<TextTest>& tests, const std::vector<bool>& results);

  const cel::EvalContext& context_;
  Extent extent_;
  std::map<table::FieldIndex, Use> uses_;
  std::optional<std::set<cel::CellRef>> limit_;
  // Of the rule that is being added:
  std::set<std::uint32_t> conditions_seen_;
  bool hides_answers_ = false;                      ///< An unknown answer can keep the rule from reading others.
  std::vector<cel::Value> constants_;               ///< All that the rule names, wherever.
  std::map<table::FieldIndex, bool> fields_;        ///< That it reads, and whether it uses them otherwise.
  mutable std::map<table::FieldIndex, Made> made_;  // made when first asked for
};

}  // namespace kijun::audit
