/// A clause is worded by its expression alone, as `rules table` words it; what was found is shown by what the expression
/// is: of a comparison the side that reads answers, of a quantifier, `count` or `share` how many of how many, of any other
/// the answers that it looked at. So nothing has to be written into a rule for it.
#include "engine/audit/requirement/measure.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/audit/cell_view.h"
#include "engine/audit/evidence.h"
#include "engine/audit/message_template.h"
#include "engine/audit/wording/sentence.h"
#include "engine/audit/wording/value_phrases.h"
#include "engine/base/era.h"
#include "engine/cel/group_memo.h"
#include "engine/cel/operator_text.h"

namespace kijun::audit {
namespace {

using cel::CheckedExpr;
using cel::FunctionId;
using cel::MacroKind;
using cel::Node;
using cel::NodeId;
using cel::NodeKind;
using cel::RecordRef;
using cel::RefKind;
using cel::State;
using cel::Value;

/// Answers shown of a clause that is no comparison; the number of the others is given.
constexpr std::size_t kMaxShown = 5;

/// Members gone through for one clause. A larger group is shown by what its aggregate gives.
constexpr std::size_t kMaxMembers = 2000;

FunctionId negated(FunctionId relation) {
  switch (relation) {
    case FunctionId::kEqual:
      return FunctionId::kNotEqual;
    case FunctionId::kNotEqual:
      return FunctionId::kEqual;
    case FunctionId::kLess:
      return FunctionId::kGreaterEqual;
    case FunctionId::kLessEqual:
      return FunctionId::kGreater;
    case FunctionId::kGreater:
      return FunctionId::kLessEqual;
    default:
      return FunctionId::kLess;
  }
}

/// A value as other programs read it; empty where there is none.
std::string id_of(const Value& value) {
  if (const auto* text = value.as<std::string>()) return *text;
  if (const bool* flag = value.as<bool>()) return *flag ? "true" : "false";
  if (const auto* number = value.as<std::int64_t>()) return fmt::format("{}", *number);
  if (const auto* number = value.as<std::uint64_t>()) return fmt::format("{}", *number);
  if (const auto* number = value.as<double>()) return fmt::format("{}", *number);
  if (const auto* number = value.as<Decimal>()) return number->text();
  if (const auto* date = value.as<Date>()) return date->iso();
  return {};
}

/// 「×」未設置: as answered, then what it stands for. Of a note only whether there is one: it is quoted elsewhere.
LocalizedText answer_text(const CellView& cell) {
  if (cell.missing != table::MissingReason::kNone) return cell.value;
  if (cell.field_role == table::FieldRole::kNote) return {"記載あり", "there is text"};
  const bool is_quoted = cell.origin == Origin::kAnswer && !cell.raw.empty() && cell.raw != cell.value.ja;
  if (!is_quoted) return cell.value;
  return {fmt::format("「{}」{}", cell.raw, cell.value.ja), fmt::format("「{}」 {}", cell.raw, cell.value.en)};
}

std::string range_text(std::int64_t low, std::int64_t high, std::string_view to) {
  return low == high ? fmt::format("{}", low) : fmt::format("{}{}{}", low, to, high);
}

/// 3（5のうち）, and where some members' answers are missing 3～4（5のうち）.
LocalizedText count_text(std::int64_t low, std::int64_t high, std::int64_t of) {
  return {fmt::format("{}（{}のうち）", range_text(low, high, "～"), of),
          fmt::format("{} of {}", range_text(low, high, "–"), of)};
}

/// 60.0%（5のうち3）.
LocalizedText share_text(std::int64_t low, std::int64_t high, std::int64_t of) {
  constexpr double kPercent = 100;
  const auto percent = [&](std::int64_t part) {
    return fmt::format("{:.1f}", kPercent * static_cast<double>(part) / static_cast<double>(of));
  };
  const std::string low_text = percent(low);
  const std::string high_text = percent(high);
  const auto share = [&](std::string_view to) {
    return low == high ? low_text + "%" : fmt::format("{}{}{}%", low_text, to, high_text);
  };
  return {fmt::format("{}（{}のうち{}）", share("～"), of, range_text(low, high, "～")),
          fmt::format("{} ({} of {})", share("–"), range_text(low, high, "–"), of)};
}

bool is_tally(const Node& node) {
  return node.kind == NodeKind::kMacro && (node.macro == MacroKind::kCount || node.macro == MacroKind::kShare);
}

bool is_quantifier(const Node& node) {
  return node.kind == NodeKind::kMacro && node.variables.size() == 1 &&
         (node.macro == MacroKind::kAll || node.macro == MacroKind::kExists || node.macro == MacroKind::kExistsOne);
}

/// The cell that a function asks about is what it is called with.
NodeId named_by(const CheckedExpr& expr, NodeId node) {
  const auto function = expr.function(node);
  return function && cel::asks_about_cell(*function) ? expr.ast.node(node).children.front() : node;
}

}  // namespace

MeasuredClauses RequirementMeasure::measure(const CheckedExpr& condition, RecordRef self, PartChoice choice) {
  const State whole = state_of({&condition, condition.ast.root, false}, context_, self);
  if (whole == State::kError || whole == State::kNotApplicable) return {};
  const RequiredParts parts = required_parts(condition, plan_, context_, self, choice);
  MeasuredClauses measured{parts.is_any, {}};
  for (const RequiredPart& part : parts.parts) {
    MeasuredClause each{clause(part, self), {}};
    each.reads.add(*part.expr, part.node, plan_);
    measured.clauses.push_back(std::move(each));
  }
  return measured;
}

LocalizedText RequirementMeasure::words(const RequiredPart& part) {
  const Key key{part.expr, part.node, part.is_denied};
  const auto found = words_.find(key);
  if (found != words_.end()) return found->second;
  return words_.emplace(key, clause_sentence(*part.expr, part.node, part.is_denied, plan_)).first->second;
}

RequiredClause RequirementMeasure::clause(const RequiredPart& part, RecordRef self) {
  const CheckedExpr& expr = *part.expr;
  RequiredClause made;
  made.required = words(part);
  made.state = state_of(part, context_, self);
  const auto function = expr.function(part.node);
  const Node& node = expr.ast.node(part.node);
  if (const auto choice = one_of(part)) {
    choose_among(part, *choice, self, made);
  } else if (function == FunctionId::kIn && expr.ast.node(node.children[1]).kind == NodeKind::kList) {
    choose_among(part, {node.children[0], expr.ast.node(node.children[1]).children, part.is_denied}, self, made);
  } else if (function && cel::is_comparison(*function)) {
    compare(part, self, made);
  } else if (is_quantifier(node)) {
    quantify(part, self, made);
  } else if (expr.references[part.node].kind == RefKind::kField) {
    made.relation = "==";
    made.limit = part.is_denied ? "false" : "true";
    show_value(expr, part.node, self, made);
  } else if (function && cel::asks_about_cell(*function)) {
    show_value(expr, part.node, self, made);
  } else {
    list_cells(part, self, made);
  }
  return made;
}

RequirementMeasure::Comparison RequirementMeasure::comparison_of(const RequiredPart& part) const {
  const CheckedExpr& expr = *part.expr;
  const std::vector<NodeId>& sides = expr.ast.node(part.node).children;
  Comparison comparison{*expr.function(part.node), sides[0], sides[1]};
  if (is_constant(expr, sides[0]) && !is_constant(expr, sides[1])) {
    std::swap(comparison.what, comparison.bound);
    comparison.relation = cel::mirrored(comparison.relation);
  }
  if (part.is_denied) comparison.relation = negated(comparison.relation);
  return comparison;
}

void RequirementMeasure::compare(const RequiredPart& part, RecordRef self, RequiredClause& clause) {
  const CheckedExpr& expr = *part.expr;
  const Comparison comparison = comparison_of(part);
  cel::Evaluator evaluator(expr, context_, self);
  const Value bound = evaluator.eval(comparison.bound, {});
  clause.relation = cel::operator_text(comparison.relation);
  clause.limit = id_of(bound);
  const bool is_said =
      expr.ast.node(comparison.bound).kind == NodeKind::kLiteral || expr.calls(comparison.bound, FunctionId::kDate);
  const LocalizedText unit = unit_of(expr, comparison.what, *plan_.vocabulary);
  if (!is_said) clause.bound = table::with_unit(text_of(bound, expr.types[comparison.bound]), unit);
  if (is_tally(expr.ast.node(comparison.what))) return compare_tally(part, comparison, self, clause);
  show_value(expr, comparison.what, self, clause);
  // Of an order of answers (設置済み, 調整中, 未設置) there is no distance, nor of texts.
  if (clause.state == State::kFalse)
    clause.gap = gap_between(comparison.relation, evaluator.eval(comparison.what, {}), bound, unit);
}

void RequirementMeasure::compare_tally(const RequiredPart& part, const Comparison& comparison, RecordRef self,
                                       RequiredClause& clause) {
  const CheckedExpr& expr = *part.expr;
  const auto counted = tally(expr, comparison.what, self);
  if (!counted) return show_value(expr, comparison.what, self, clause);
  const bool is_share = expr.ast.node(comparison.what).macro == MacroKind::kShare;
  if (is_share && counted->of == 0) return show_value(expr, comparison.what, self, clause);
  clause.measured = is_share ? share_text(counted->low, counted->high, counted->of)
                             : count_text(counted->low, counted->high, counted->of);
  if (counted->low != counted->high) return;
  cel::Evaluator evaluator(expr, context_, self);
  clause.value = id_of(evaluator.eval(comparison.what, {}));
  if (clause.state != State::kFalse) return;
  const Value bound = evaluator.eval(comparison.bound, {});
  clause.gap = is_share ? share_gap(counted->low, counted->of, bound)
                        : gap_between(comparison.relation, Value(counted->low), bound);
}

void RequirementMeasure::choose_among(const RequiredPart& part, const OneOf& choice, RecordRef self,
                                      RequiredClause& clause) const {
  clause.relation = choice.is_denied ? "not in" : "in";
  cel::Evaluator evaluator(*part.expr, context_, self);
  for (const NodeId value : choice.values)
    clause.limit += (clause.limit.empty() ? "" : ";") + id_of(evaluator.eval(value, {}));
  show_value(*part.expr, choice.what, self, clause);
}

void RequirementMeasure::quantify(const RequiredPart& part, RecordRef self, RequiredClause& clause) {
  const auto counted = tally(*part.expr, part.node, self);
  if (!counted) return list_cells(part, self, clause);
  clause.measured = count_text(counted->low, counted->high, counted->of);
  if (counted->low != counted->high) return;
  clause.value = fmt::format("{}", counted->low);
  if (clause.state == State::kFalse && !part.is_denied && part.expr->ast.node(part.node).macro == MacroKind::kAll)
    clause.gap = gap_between(FunctionId::kGreaterEqual, Value(counted->low), Value(counted->of));
}

void RequirementMeasure::list_cells(const RequiredPart& part, RecordRef self, RequiredClause& clause) const {
  cel::CellList cells(kMaxShown);
  add_deciding_cells(*part.expr, part.node, context_, self, cells);
  const std::string own_code = context_.world->describe(self).code;
  const auto add = [&](const LocalizedText& text) { append(clause.measured, text, {"、", "; "}); };
  for (const cel::CellRef& cell : cells.first()) {
    const CellView view = view_cell(cell, plan_, series_);
    LocalizedText label = view.label;
    if (cell.record.survey != 0) {
      const int year = series_.surveys[cell.record.survey]->manifest().fiscal_year;
      label = {format_fiscal_year(year, Language::kJapanese) + "の" + label.ja,
               label.en + " of " + format_fiscal_year(year, Language::kEnglish)};
    }
    if (view.subject.code != own_code)
      label = {view.subject.name.ja + "の" + label.ja, label.en + " of " + view.subject.name.en};
    const bool has_unit = !cell.is_attribute && view.missing == table::MissingReason::kNone;
    const LocalizedText answer =
        table::with_unit(answer_text(view), has_unit ? plan_.vocabulary->field(cell.index).unit : LocalizedText{});
    add({label.ja + " " + answer.ja, label.en + " " + answer.en});
  }
  if (const std::size_t num_more = cells.size() - cells.first().size(); num_more > 0)
    add({fmt::format("ほか{}件", num_more), fmt::format("and {} more", num_more)});
  if (!clause.measured.empty()) return;
  const bool holds = (clause.state == State::kTrue) != part.is_denied;
  clause.measured = holds ? LocalizedText{"該当する", "it holds"} : LocalizedText{"該当しない", "it does not hold"};
}

void RequirementMeasure::show_value(const CheckedExpr& expr, NodeId node, RecordRef self,
                                    RequiredClause& clause) const {
  const cel::Reference& named = expr.references[named_by(expr, node)];
  if (named.kind == RefKind::kField) clause.field = plan_.vocabulary->field(named.index).id;
  const Value value = cel::Evaluator(expr, context_, self).eval(node, {});
  clause.value = id_of(value);
  const bool is_text = expr.calls(node, FunctionId::kRaw);
  if (const auto cell = is_text ? std::nullopt : only_cell(expr, node, self)) {
    clause.measured = answer_text(*cell);
    const bool is_answered = cell->missing == table::MissingReason::kNone;
    if (is_answered)
      clause.measured = table::with_unit(clause.measured, unit_of(expr, named_by(expr, node), *plan_.vocabulary));
    if (cell->field_role == table::FieldRole::kNote && !expr.function(node)) clause.value.clear();
    return;
  }
  clause.measured = text_of(value, expr.types[node]);
  if (clause.measured.empty()) clause.measured = {"（空欄）", "(empty)"};
}

std::optional<CellView> RequirementMeasure::only_cell(const CheckedExpr& expr, NodeId node, RecordRef self) const {
  const RefKind kind = expr.references[named_by(expr, node)].kind;
  if (kind != RefKind::kField && kind != RefKind::kGroupAttribute) return std::nullopt;
  cel::CellList cells;
  cel::Evaluator evaluator(expr, context_, self);
  evaluator.log_reads(&cells);
  (void)evaluator.eval(node, {});
  if (cells.size() != 1 || cells.first().front().index == cel::kWholeRecord) return std::nullopt;
  return view_cell(cells.first().front(), plan_, series_);
}

std::optional<RequirementMeasure::Tally> RequirementMeasure::tally(const CheckedExpr& expr, NodeId macro,
                                                                   RecordRef self) {
  const auto group = context_.memo == nullptr ? std::nullopt : context_.memo->group_of(expr, macro, self);
  const TallyKey key{&expr, macro, group.value_or(self)};
  if (group)
    if (const auto found = tallies_.find(key); found != tallies_.end()) return found->second;
  const auto count = [&]() -> std::optional<Tally> {
    const std::vector<NodeId>& children = expr.ast.node(macro).children;
    cel::Evaluator evaluator(expr, context_, self);
    const Value range = evaluator.eval(children[0], {});
    const cel::List* elements = range.as_list();
    if (elements == nullptr || elements->size() > kMaxMembers) return std::nullopt;
    Tally counted{0, 0, static_cast<std::int64_t>(elements->size())};
    for (const Value& element : *elements) {
      const State state = evaluator.eval(children[1], {element}).state();
      if (state == State::kError || state == State::kNotApplicable) return std::nullopt;
      if (state == State::kTrue) ++counted.low;
      if (state != State::kFalse) ++counted.high;
    }
    return counted;
  };
  const std::optional<Tally> counted = count();
  if (group) tallies_.emplace(key, counted);
  return counted;
}

LocalizedText RequirementMeasure::text_of(const Value& value, const cel::Type& type) const {
  return {display_value(value, type, context_, Language::kJapanese),
          display_value(value, type, context_, Language::kEnglish)};
}

}  // namespace kijun::audit
