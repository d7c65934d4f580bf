#include <re2/re2.h>

#include <array>

#include "engine/base/era.h"
#include "engine/cel/check_session.h"
#include "engine/cel/function_table.h"

// What a rule says with constants is checked when it is loaded, not when the first record arrives (profile only: plain
// CEL leaves such mistakes to run time).

namespace kijun::cel {

void CheckSession::check_constants(NodeId id, FunctionId function) {
  if (function == FunctionId::kConditional) return check_conditional(id);
  const std::vector<NodeId>& operands = node(id).children;
  if (function == FunctionId::kMatches && string_literal(operands[1]) != nullptr) return check_pattern(operands[1]);
  const diag::Definition* definition = function == FunctionId::kDate          ? &kBadDate
                                       : function == FunctionId::kToDecimal   ? &kBadDecimal
                                       : function == FunctionId::kToTimestamp ? &kBadTimestamp
                                       : function == FunctionId::kToDuration  ? &kBadDuration
                                                                              : nullptr;
  if (definition == nullptr) return;
  std::vector<Value> arguments;
  for (const NodeId operand : operands) {
    if (node(operand).kind != NodeKind::kLiteral) return;
    if (const std::string* text = string_literal(operand)) arguments.emplace_back(*text);
    if (const auto* integer = std::get_if<std::int64_t>(&node(operand).literal)) arguments.emplace_back(*integer);
  }
  if (arguments.size() != operands.size() || call_function(function, arguments).has_value()) return;
  const std::string* text = string_literal(operands[0]);
  diag::Diagnostic& diagnostic =
      sink_.report(*definition, span(text != nullptr ? operands[0] : id), text != nullptr ? *text : short_source(id));
  const std::optional<ReadDate> meant =
      function == FunctionId::kDate && text != nullptr ? read_date(*text) : std::nullopt;
  if (!meant) return;
  // A month, a fiscal year, or an era outside its days: readable in an answer, but no day that a rule should name so.
  const std::string day = meant->is_day ? format_era_date(meant->date) : meant->date.iso();
  diagnostic.hint = {"`date(\"" + day + "\")`と書いてください", "write `date(\"" + day + "\")`"};
}

void CheckSession::check_pattern(NodeId literal) {
  const std::string& pattern = *string_literal(literal);
  re2::RE2::Options options;
  options.set_log_errors(false);
  const re2::RE2 compiled(pattern, options);
  if (!compiled.ok()) sink_.report(kBadPattern, span(literal), pattern, compiled.error());
}

/// `c ? x : false` looks like `c && x`, but where `c` is unknown it stays unknown even if `x` is false.
void CheckSession::check_conditional(NodeId id) {
  const std::vector<NodeId>& operands = node(id).children;
  const auto constant = [this](NodeId operand) {
    return node(operand).kind == NodeKind::kLiteral ? std::get_if<bool>(&node(operand).literal) : nullptr;
  };
  const bool* chosen = constant(operands[1]);
  const bool* otherwise = constant(operands[2]);
  if ((chosen == nullptr) == (otherwise == nullptr) || !reads_cells(operands[0])) return;
  const bool is_and = otherwise != nullptr ? !*otherwise : !*chosen;
  const bool negates = otherwise != nullptr ? *otherwise : !*chosen;
  sink_.report(kConditionalAbsorbs, span(id),
               (negates ? "!" : "") + operand_text(operands[0], negates) + (is_and ? " && " : " || ") +
                   operand_text(operands[otherwise != nullptr ? 1 : 2], false));
}

/// True when the expression can be unknown because it reads answers. Whether they were given is always known.
bool CheckSession::reads_cells(NodeId id) const {
  const Reference& reference = references_[id];
  const auto function = static_cast<FunctionId>(reference.index);
  const bool is_total =
      reference.kind == RefKind::kFunction &&
      (function == FunctionId::kAnswered || function == FunctionId::kMissingReason || function == FunctionId::kRaw);
  if (is_total) return false;
  constexpr std::array kReading{RefKind::kField,    RefKind::kCondition, RefKind::kGroupAttribute,
                                RefKind::kPrevious, RefKind::kAt,        RefKind::kHistory};
  for (const RefKind kind : kReading) {
    if (reference.kind == kind) return true;
  }
  for (const NodeId child : node(id).children) {
    if (reads_cells(child)) return true;
  }
  return false;
}

/// An operand of `&&`, `||` (or of `!`, when `tight`) as a suggestion writes it, bracketed where it must be.
std::string CheckSession::operand_text(NodeId id, bool tight) const {
  const std::string text = code_text(id);
  const std::string& name = node(id).name;
  const bool is_logical = name == "_&&_" || name == "_||_" || name == "_?_:_";
  const bool is_binary = name == "@in" || (name.starts_with('_') && name.ends_with('_') && !text.ends_with(']'));
  const bool needs = node(id).kind == NodeKind::kCall && (is_logical || (tight && is_binary));
  return needs && !text.starts_with('(') ? "(" + text + ")" : text;
}

}  // namespace kijun::cel
