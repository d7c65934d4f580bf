#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
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

/// The answers that completions try for the cells of one rule.
class AnswerDomains {
 public:
  /// Which cells have a domain: those of finite types, or all but lists.
  enum class Extent : std::uint8_t { kFiniteTypes, kAllTypes };

  /// Both are borrowed.
  AnswerDomains(const CompiledRule& rule, const cel::EvalContext& context, Extent extent);

  /// The answers of a cell: all of an enum or bool; for numbers, dates and texts one for each result that the rule's
  /// comparisons with constants can have, which is complete unless the rule uses them in another way too. Null for a cell
  /// without a domain, which is best left open.
  [[nodiscard]] const AnswerDomain* of(const cel::CellRef& cell) const;

 private:
  /// A test of a text: `text.function(argument)`.
  struct TextTest {
    cel::FunctionId function = cel::FunctionId::kContains;
    std::string argument;
    bool operator<(const TextTest& other) const;
  };
  /// What the rule does with the answers to one field.
  struct Use {
    bool otherwise = false;  ///< More than comparing them with constants and asking whether they are there.
    std::vector<cel::Value> constants;
    std::set<TextTest> tests;
  };
  using Made = std::optional<AnswerDomain>;

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
  std::set<std::uint32_t> conditions_seen_;
  std::map<table::FieldIndex, Use> uses_;
  bool hides_answers_ = false;                      ///< An unknown answer can keep the rule from reading others.
  std::vector<cel::Value> constants_;               ///< All that the rule names, wherever.
  mutable std::map<table::FieldIndex, Made> made_;  // made when first asked for
};

}  // namespace kijun::audit
