/// The outcome of a rule is a function of what its parts make of a cell. A number or date that is only ever compared with
/// constants is shown completely by one answer at, between and beyond them. A text is shown by the texts it is compared
/// with, and, where parts of it are tested, by texts that give every combination of results there can be: that some
/// combinations cannot be follows from the arguments ("予定なし" begins with what "予定" begins with). Where texts put
/// together from the arguments and the pieces of patterns do not show all of them, or the rule does anything else with a
/// cell (arithmetic, comparisons between cells, sums), the answers that are tried are a sample: at, between and beyond all
/// constants of the rule. What differs between them is true of the rule; what does not may still differ elsewhere. A sample
/// is for what an open condition of `?:`, an open list that a macro runs over, or a `judgeable` hides; without one the cell
/// is better left open, which costs nothing.
#include "engine/audit/answer_domains.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <utility>

#include "engine/audit/reads.h"
#include "engine/audit/representatives.h"

namespace kijun::audit {
namespace {

using cel::CheckedExpr;
using cel::FunctionId;
using cel::NodeId;
using cel::RefKind;
using cel::Value;
using table::FieldType;

bool is_text_test(FunctionId function) {
  return function == FunctionId::kStartsWith || function == FunctionId::kEndsWith ||
         function == FunctionId::kContains || function == FunctionId::kMatches;
}

bool has_macro(const CheckedExpr& expr, NodeId id) {
  const cel::Node& node = expr.ast.node(id);
  return node.kind == cel::NodeKind::kMacro ||
         std::any_of(node.children.begin(), node.children.end(), [&](NodeId child) { return has_macro(expr, child); });
}

/// A constant without variables of its own.
bool is_plain_constant(const CheckedExpr& expr, NodeId id) { return is_constant(expr, id) && !has_macro(expr, id); }

bool reads_value(const CheckedExpr& expr, NodeId id) {
  return expr.references[id].kind == RefKind::kField && !expr.ast.node(id).test_only;
}

/// The constants that are of one type.
template <class T>
std::set<T> all_of(const std::vector<Value>& values) {
  std::set<T> result;
  for (const Value& value : values)
    if (const T* one = value.as<T>()) result.insert(*one);
  return result;
}

/// Doubles, and ints read as doubles.
std::set<double> all_doubles(const std::vector<Value>& values) {
  std::set<double> result = all_of<double>(values);
  for (const std::int64_t number : all_of<std::int64_t>(values)) result.insert(static_cast<double>(number));
  return result;
}

/// Decimals, and ints read as decimals.
std::set<Decimal> all_decimals(const std::vector<Value>& values) {
  std::set<Decimal> result = all_of<Decimal>(values);
  for (const std::int64_t number : all_of<std::int64_t>(values)) result.insert(Decimal::from_int(number));
  return result;
}

/// Whether a comparison with the constant is one that `make` knows how to split a field's answers by.
bool splits(FieldType type, const Value& constant) {
  switch (type) {
    case FieldType::kInt:
      return constant.as<std::int64_t>() != nullptr;
    case FieldType::kDouble:
      return constant.as<std::int64_t>() != nullptr || constant.as<double>() != nullptr;
    case FieldType::kDecimal:
      return constant.as<std::int64_t>() != nullptr || constant.as<Decimal>() != nullptr;
    case FieldType::kDate:
      return constant.as<Date>() != nullptr;
    case FieldType::kString:
      return constant.as<std::string>() != nullptr;
    case FieldType::kEnum:
    case FieldType::kBool:
      return true;
    case FieldType::kList:
      break;
  }
  return false;
}

template <class Items>
std::vector<Value> values_of(const Items& items) {
  std::vector<Value> values;
  for (const auto& item : items) values.emplace_back(item);
  return values;
}

/// True when a text that passes the first test must pass the second.
bool implies(FunctionId function, std::string_view argument, FunctionId other, std::string_view part) {
  switch (other) {
    case FunctionId::kContains:
      return function != FunctionId::kMatches && argument.find(part) != std::string_view::npos;
    case FunctionId::kStartsWith:
      return part.empty() || (function == FunctionId::kStartsWith && argument.starts_with(part));
    case FunctionId::kEndsWith:
      return part.empty() || (function == FunctionId::kEndsWith && argument.ends_with(part));
    default:
      return false;
  }
}

/// True when no text passes both tests: it would begin, or end, in two ways.
bool excludes(FunctionId function, std::string_view argument, FunctionId other, std::string_view part) {
  if (function != other) return false;
  const std::size_t common = std::min(argument.size(), part.size());
  if (function == FunctionId::kStartsWith) return argument.substr(0, common) != part.substr(0, common);
  if (function == FunctionId::kEndsWith)
    return argument.substr(argument.size() - common) != part.substr(part.size() - common);
  return false;
}

}  // namespace

bool AnswerDomains::TextTest::operator<(const TextTest& other) const {
  return std::tie(function, argument) < std::tie(other.function, other.argument);
}

AnswerDomains::AnswerDomains(const CompiledRule& rule, const cel::EvalContext& context, Extent extent)
    : context_(context), extent_(extent) {
  if (extent == Extent::kAllTypes) add(rule);
}

AnswerDomains::AnswerDomains(const std::vector<const CompiledRule*>& rules, const cel::EvalContext& context)
    : context_(context), extent_(Extent::kAllTypes) {
  for (const CompiledRule* rule : rules) add(*rule);
}

void AnswerDomains::add(const CompiledRule& rule) {
  conditions_seen_.clear();
  constants_.clear();
  fields_.clear();
  hides_answers_ = rule.judgeable.has_value();  // unknown, whatever else, while it is false
  for (const auto* clause : {&rule.when, &rule.judgeable, &rule.require})
    if (clause->has_value()) add(**clause);
  for (const auto& [field, otherwise] : fields_) {
    Use& use = uses_[field];
    use.otherwise = use.otherwise || otherwise;
    use.is_hidden = use.is_hidden || hides_answers_;
    if (otherwise) use.constants.insert(use.constants.end(), constants_.begin(), constants_.end());
  }
}

void AnswerDomains::add(const CheckedExpr& expr) { visit(expr, expr.ast.root); }

void AnswerDomains::visit(const CheckedExpr& expr, NodeId id) {
  const cel::Reference& reference = expr.references[id];
  const std::optional<FunctionId> function = expr.function(id);
  if (function && asks_about_cell(*function)) return;
  hides_answers_ = hides_answers_ || keeper_of(expr, id).has_value();
  if (function && add_comparison(expr, id)) return;
  if (is_plain_constant(expr, id) && add_constants(expr, id, constants_) && expr.ast.node(id).children.empty()) return;
  if (reads_value(expr, id)) fields_[reference.index] = true;
  if (reference.kind == RefKind::kCondition && conditions_seen_.insert(reference.index).second)
    add(*context_.conditions[reference.index]);
  for (const NodeId child : expr.ast.node(id).children) visit(expr, child);
}

/// Notes what the node compares a field with; false when it is no comparison of a field with constants alone.
bool AnswerDomains::add_comparison(const CheckedExpr& expr, NodeId id) {
  const FunctionId function = *expr.function(id);
  const std::vector<NodeId>& operands = expr.ast.node(id).children;
  const bool compares = is_comparison(function);
  if (operands.size() != 2 || !(compares || function == FunctionId::kIn || is_text_test(function))) return false;
  const bool is_turned = compares && reads_value(expr, operands[1]);
  const NodeId cell = operands[is_turned ? 1 : 0];
  const NodeId constant = operands[is_turned ? 0 : 1];
  if (!reads_value(expr, cell) || !is_plain_constant(expr, constant)) return false;
  const FieldType type = context_.profile->vocabulary->field(expr.references[cell].index).type;
  if (type == FieldType::kString && compares && !is_equality(function)) return false;
  std::vector<Value> constants;
  const bool is_known =
      add_constants(expr, constant, constants) &&
      std::all_of(constants.begin(), constants.end(), [&](const Value& one) { return splits(type, one); });
  if (!is_known) return false;
  constants_.insert(constants_.end(), constants.begin(), constants.end());
  fields_.try_emplace(expr.references[cell].index, false);
  Use& use = uses_[expr.references[cell].index];
  if (is_text_test(function)) {
    use.tests.insert({function, *constants.front().as<std::string>()});
  } else {
    use.constants.insert(use.constants.end(), constants.begin(), constants.end());
  }
  for (const NodeId owner : expr.ast.node(cell).children) visit(expr, owner);
  return true;
}

/// Adds the value of a constant, or of each element of a list; false when it has none.
bool AnswerDomains::add_constants(const CheckedExpr& expr, NodeId id, std::vector<Value>& constants) const {
  const Value value = cel::Evaluator(expr, context_).eval(id, {});
  if (!value.has_value()) return false;
  if (const cel::List* list = value.as_list()) {
    constants.insert(constants.end(), list->begin(), list->end());
  } else {
    constants.push_back(value);
  }
  return true;
}

const AnswerDomain* AnswerDomains::of(const cel::CellRef& cell) const {
  static const AnswerDomain kBools{{Value(true), Value(false)}, true};
  if (limit_ && !limit_->contains(cell)) return nullptr;
  const cel::Profile& profile = *context_.profile;
  if (cell.is_attribute) {
    const auto& attributes = profile.groups[cell.record.subject.space - 1U].attributes;
    return attributes[cell.index].type == FieldType::kBool ? &kBools : nullptr;
  }
  auto found = made_.find(cell.index);
  if (found == made_.end()) {
    const auto use = uses_.find(cell.index);
    const table::Field& field = profile.vocabulary->field(cell.index);
    found = made_.emplace(cell.index, make(field, use == uses_.end() ? Use{} : use->second)).first;
  }
  return found->second ? &*found->second : nullptr;
}

AnswerDomains::Made AnswerDomains::make(const table::Field& field, const Use& use) const {
  if (field.type == FieldType::kBool) return AnswerDomain{values_of(std::array{true, false}), true};
  if (field.type == FieldType::kEnum) {
    AnswerDomain domain;
    for (const table::EnumValue& value : field.values) domain.answers.emplace_back(value.id);
    return domain;
  }
  if (extent_ == Extent::kFiniteTypes) return std::nullopt;
  const std::vector<Value>& constants = use.constants;
  AnswerDomain domain;
  switch (field.type) {
    case FieldType::kInt:
      domain.answers = values_of(representative_ints(all_of<std::int64_t>(constants), false));
      break;
    case FieldType::kDouble:
      domain.answers = values_of(representative_doubles(all_doubles(constants), false));
      break;
    case FieldType::kDate:
      domain.answers = values_of(representative_dates(all_of<Date>(constants), false));
      break;
    case FieldType::kDecimal:
      for (const Decimal& decimal : representative_decimals(all_decimals(constants)))
        domain.answers.emplace_back(decimal.text());
      break;
    case FieldType::kString:
      domain = texts(all_of<std::string>(constants), use.tests);
      break;
    case FieldType::kBool:
    case FieldType::kEnum:
    case FieldType::kList:
      return std::nullopt;
  }
  domain.is_complete = domain.is_complete && !use.otherwise;
  return domain.is_complete || use.is_hidden ? Made(std::move(domain)) : std::nullopt;
}

/// Whether some text can have these results, one for each test, as far as the arguments tell.
bool AnswerDomains::can_be(const std::vector<TextTest>& tests, const std::vector<bool>& results) {
  for (std::size_t a = 0; a < tests.size(); ++a) {
    const TextTest& one = tests[a];
    if (!results[a]) {
      if (one.argument.empty() && one.function != FunctionId::kMatches) return false;  // every text has it
      continue;
    }
    for (std::size_t b = 0; b < tests.size(); ++b) {
      const TextTest& other = tests[b];
      if (a == b) continue;
      if (results[b] ? excludes(one.function, one.argument, other.function, other.argument)
                     : implies(one.function, one.argument, other.function, other.argument))
        return false;
    }
  }
  return true;
}

/// A text that passes the tests which have to, unless the arguments forbid it; patterns are left to chance.
std::string AnswerDomains::compose(const std::vector<TextTest>& tests, const std::vector<bool>& results) {
  constexpr const char* kUnnamed = "架空";
  std::string_view start;
  std::string_view end;
  std::string text = kUnnamed;
  for (std::size_t i = 0; i < tests.size(); ++i) {
    const std::string& argument = tests[i].argument;
    if (!results[i]) continue;
    if (tests[i].function == FunctionId::kContains) text += argument + kUnnamed;
    if (tests[i].function == FunctionId::kStartsWith && argument.size() > start.size()) start = argument;
    if (tests[i].function == FunctionId::kEndsWith && argument.size() > end.size()) end = argument;
  }
  return std::string(start) + text + std::string(end);
}

/// The constants, and one text for every combination of results that the tests can have of others.
AnswerDomain AnswerDomains::texts(const std::set<std::string>& constants, const std::set<TextTest>& tests) {
  constexpr std::size_t kMaxTests = 8;
  const std::vector<TextTest> list(tests.begin(), tests.end());
  std::set<std::vector<bool>> shown;
  AnswerDomain domain;
  const auto try_text = [&](const std::string& text) {
    std::vector<bool> results;
    for (const TextTest& test : list) {
      const std::array<Value, 2> args{Value(text), Value(test.argument)};
      results.push_back(cel::call_function(test.function, args).state() == cel::State::kTrue);
    }
    if (constants.contains(text) || shown.insert(results).second) domain.answers.emplace_back(text);
  };
  std::set<std::string> named = constants;
  for (const TextTest& test : list) named.insert(test.argument);
  for (const std::string& text : representative_texts(named, !list.empty(), false)) try_text(text);
  domain.is_complete = list.size() <= kMaxTests;
  for (std::size_t number = 0; domain.is_complete && number < std::size_t{1} << list.size(); ++number) {
    std::vector<bool> results;
    for (std::size_t test = 0; test < list.size(); ++test) results.push_back((number >> test & 1U) != 0);
    if (!shown.contains(results) && can_be(list, results)) try_text(compose(list, results));
    domain.is_complete = shown.contains(results) || !can_be(list, results);
  }
  return domain;
}

}  // namespace kijun::audit
