#include <re2/re2.h>

#include <algorithm>
#include <array>

#include "engine/base/era.h"
#include "engine/cel/check_session.h"
#include "engine/cel/function_table.h"
#include "engine/cel/zone.h"
#include "engine/diag/suggestion.h"

// What a rule says with constants is checked when it is loaded, not when the first record arrives (profile only: plain
// CEL leaves such mistakes to run time).

namespace kijun::cel {

namespace {

/// The diagnostic of a function whose one wrong argument says it all, or null.
const diag::Definition* definition_of(FunctionId function) {
  switch (function) {
    case FunctionId::kDate:
      return &kBadDate;
    case FunctionId::kToDecimal:
      return &kBadDecimal;
    case FunctionId::kToTimestamp:
      return &kBadTimestamp;
    case FunctionId::kToDuration:
      return &kBadDuration;
    default:
      return nullptr;
  }
}

/// Longest text kept of a call of constants, in bytes: `replace` and the like grow faster than what is written.
constexpr std::size_t kMaxKeptText = 1000;

/// Whether the result of a call of constants is kept for the calls around it.
bool is_kept(const Value& result) {
  if (const auto* text = result.as<std::string>()) return text->size() <= kMaxKeptText;
  return result.has_value() && result.as_list() == nullptr && result.as_map() == nullptr &&
         result.as<Bytes>() == nullptr && result.as<Optional>() == nullptr;
}

struct ErrorWord {
  std::string_view code;
  std::string_view ja;
};

/// What the errors that constants can lead to say in Japanese; their messages are English.
constexpr std::array kErrorWords{
    ErrorWord{"division_by_zero", "ゼロで割っています"},
    ErrorWord{"overflow", "結果が大きすぎます"},
    ErrorWord{"range", "値が範囲の外です"},
    ErrorWord{"invalid_conversion", "この値は変換できません"},
    ErrorWord{"index_out_of_range", "位置が範囲の外です"},
    ErrorWord{"invalid_argument", "引数が正しくありません"},
    ErrorWord{"no_such_key", "その鍵はありません"},
    ErrorWord{"value_too_large", "値が大きすぎます"},
};

std::string_view japanese_word(std::string_view code) {
  for (const ErrorWord& word : kErrorWords) {
    if (word.code == code) return word.ja;
  }
  return "計算できません";
}

}  // namespace

/// The value of a literal, of a call of constants, or of a list of these.
std::optional<Value> CheckSession::constant_value(NodeId id) const {
  const auto kept = constants_.find(id);
  if (kept != constants_.end()) return kept->second;
  if (node(id).kind == NodeKind::kLiteral)
    return std::visit([](const auto& literal) { return Value(literal); }, node(id).literal);
  const std::vector<bool>& optional = node(id).optional_entries;
  if (node(id).kind != NodeKind::kList || std::find(optional.begin(), optional.end(), true) != optional.end()) {
    return std::nullopt;
  }
  List elements;
  for (const NodeId child : node(id).children) {
    const std::optional<Value> element = constant_value(child);
    if (!element) return std::nullopt;
    elements.push_back(*element);
  }
  return Value::list(std::move(elements));
}

void CheckSession::check_constants(NodeId id, FunctionId function) {
  if (function == FunctionId::kConditional) return check_conditional(id);
  const std::vector<NodeId>& operands = node(id).children;
  if (function == FunctionId::kMatches) {
    const std::optional<Value> pattern = constant_value(operands[1]);
    const auto* text = pattern ? pattern->as<std::string>() : nullptr;
    if (text != nullptr) return check_pattern(operands[1], *text);
  }
  if (!check_time_zone(id, function)) return;
  std::vector<Value> arguments;
  for (const NodeId operand : operands) {
    const std::optional<Value> argument = constant_value(operand);
    if (!argument) return;
    arguments.push_back(*argument);
  }
  if (find_implementation(function) == nullptr) return;
  const Value result = call_function(function, arguments);
  if (const auto* error = result.as<EvalError>()) return report_constant(id, function, *error);
  if (is_kept(result)) constants_.emplace(id, result);
}

/// False when the zone of a `getX(zone)` is a literal that names none.
bool CheckSession::check_time_zone(NodeId id, FunctionId function) {
  const std::vector<NodeId>& operands = node(id).children;
  const bool reads_clock = function >= FunctionId::kGetDate && function <= FunctionId::kGetSeconds;
  const std::string* zone = reads_clock && operands.size() == 2 ? string_literal(operands[1]) : nullptr;
  if (zone == nullptr || zone_offset(*zone, 0)) return true;
  diag::Diagnostic& diagnostic = sink_.report(kUnknownTimeZone, span(operands[1]), *zone);
  const std::vector<std::string> known = zone_names();
  if (known.empty())
    diagnostic.hint = {
        "この環境には時間帯のデータ（/usr/share/zoneinfo）がありません。`Asia/"
        "Tokyo`か、`+09:00`のような時差を書いてください",
        "this machine has no time zone data (/usr/share/zoneinfo); write `Asia/Tokyo`, or an offset such as `+09:00`"};
  else
    diagnostic.hint = diag::did_you_mean(diag::suggest(*zone, known), diagnostic.hint);
  return false;
}

void CheckSession::report_constant(NodeId id, FunctionId function, const EvalError& error) {
  const diag::Definition* definition = definition_of(function);
  if (definition == nullptr) {
    sink_.report(kConstantError, span(id), short_source(id), japanese_word(error.code), error.message);
    return;
  }
  const std::string* text = string_literal(node(id).children[0]);
  diag::Diagnostic& diagnostic = sink_.report(*definition, span(text != nullptr ? node(id).children[0] : id),
                                              text != nullptr ? *text : short_source(id));
  const std::optional<ReadDate> meant =
      function == FunctionId::kDate && text != nullptr ? read_date(*text) : std::nullopt;
  if (!meant) return;
  // A month, a fiscal year, or an era outside its days: readable in an answer, but no day that a rule should name so.
  const std::string day = meant->is_day ? format_era_date(meant->date) : meant->date.iso();
  diagnostic.hint = {"`date(\"" + day + "\")`と書いてください", "write `date(\"" + day + "\")`"};
}

void CheckSession::check_pattern(NodeId id, const std::string& pattern) {
  re2::RE2::Options options;
  options.set_log_errors(false);
  const re2::RE2 compiled(pattern, options);
  if (!compiled.ok()) sink_.report(kBadPattern, span(id), pattern, compiled.error());
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
  if (reference.kind == RefKind::kFunction && asks_about_cell(static_cast<FunctionId>(reference.index))) return false;
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
