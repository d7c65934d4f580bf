/// The words of an expression follow its tree: an expression of truth is a clause, any other a noun. Both languages are made
/// in one walk. Within a quantifier what is said is about each element, so that the element's own fields stand without an
/// owner, and those of the subject with one. Two quantifiers within each other would need to say whose field is meant in a
/// way that no short sentence can: a variable that belongs to an outer one makes the outermost be shown as written.
#include "engine/audit/wording/sentence.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <optional>

#include "engine/audit/reworded_plan.h"
#include "engine/audit/wording/function_words.h"
#include "engine/audit/wording/value_phrases.h"
#include "engine/base/ascii.h"
#include "engine/base/era.h"
#include "engine/base/glossary_scope.h"
#include "engine/table/missing.h"

namespace kijun::audit {
namespace {

using cel::FunctionId;
using cel::MacroKind;
using cel::Node;
using cel::NodeId;
using cel::NodeKind;
using cel::Reference;
using cel::RefKind;
using cel::TypeKind;

class Writer {
 public:
  Writer(const cel::CheckedExpr& expr, const Plan& plan, bool names_answer = false)
      : expr_(expr), plan_(plan), names_answer_(names_answer) {}

  Assertion clause(NodeId id) {
    const Node& node = expr_.ast.node(id);
    if (const auto* truth = std::get_if<bool>(&node.literal); truth != nullptr && node.kind == NodeKind::kLiteral) {
      const Assertion always = statement("常に成り立", Ending::kTsu, "it always holds", "it never holds");
      return *truth ? always : deny(always);
    }
    if (node.kind == NodeKind::kMacro) return macro_clause(id);
    if (node.test_only) return clause_as_written(id);
    if (const std::optional<FunctionId> function = expr_.function(id)) return call_clause(id, *function);
    const Reference& reference = expr_.references[id];
    if (reference.kind == RefKind::kCondition) return condition_clause(id);
    if (reference.kind == RefKind::kGroupAttribute) {
      const LocalizedText what = noun(id);
      return statement(what.ja + "が", Ending::kAru, "there is " + what.en, "there is no " + what.en);
    }
    return is_true(noun(id));
  }

  LocalizedText noun(NodeId id) {
    const Node& node = expr_.ast.node(id);
    switch (node.kind) {
      case NodeKind::kLiteral:
        return literal(id);
      case NodeKind::kList:
        return list_noun(node);
      case NodeKind::kMacro:
        return macro_noun(id);
      case NodeKind::kIdent:
      case NodeKind::kSelect:
      case NodeKind::kCall:
      case NodeKind::kMap:
        break;
    }
    if (const std::optional<FunctionId> function = expr_.function(id)) return call_noun(id, *function);
    return name_noun(id);
  }

 private:
  // --- As written ---

  [[nodiscard]] LocalizedText as_written(NodeId id) const {
    std::string text;
    for (const char c : expr_.source_text(id)) {
      const bool is_space = std::isspace(static_cast<unsigned char>(c)) != 0;
      if (!is_space || !text.ends_with(' ')) text += is_space ? ' ' : c;
    }
    return {"「" + text + "」", "「" + text + "」"};
  }

  [[nodiscard]] Assertion clause_as_written(NodeId id) const {
    const LocalizedText text = as_written(id);
    return statement(text.ja + "が成り立", Ending::kTsu, text.en + " holds", text.en + " does not hold");
  }

  // --- Names ---

  /// The element a quantifier is about stands for itself.
  bool is_element(NodeId id) {
    if (expr_.references[id].kind != RefKind::kLocal) return false;
    if (expr_.references[id].index + 1 != num_variables_) is_lost_ = true;
    return true;
  }

  /// Whose something is, with what joins it to the thing; nothing where that needs no words.
  LocalizedText owner(NodeId id) {
    const Node& node = expr_.ast.node(id);
    const bool from_self = expr_.references[id].implicit_self || node.children.empty() ||
                           expr_.references[node.children[0]].kind == RefKind::kSelf;
    if (from_self)
      return num_variables_ == 0 ? LocalizedText{} : in_terms(LocalizedView{"当該団体の", " of the subject itself"});
    const NodeId operand = node.children[0];
    if (is_element(operand)) return {};
    const LocalizedText words = noun(operand);
    return {words.ja + "の", " of " + words.en};
  }

  LocalizedText owned(NodeId id, const LocalizedText& what) {
    const LocalizedText whose = owner(id);
    return {whose.ja + what.ja, what.en + whose.en};
  }

  LocalizedText field_label(NodeId id) {
    if (!names_answer_ && expr_.ast.node(id).kind == NodeKind::kIdent && expr_.ast.node(id).name == "answer")
      return {"対象の項目", "the field in question"};
    const LocalizedText& label = plan_.vocabulary->field(expr_.references[id].index).label;
    return {label.ja, "\"" + label.en + "\""};
  }

  LocalizedText attribute_label(const Reference& reference) {
    return in_terms(attribute_words(plan_.profile.groups[reference.group].attributes[reference.index].id));
  }

  LocalizedText members_words(NodeId id) {
    const Reference& reference = expr_.references[id];
    const bool municipal = plan_.vocabulary->member_kind() == "municipality";
    if (reference.group == table::kSurveyGroup)
      return municipal ? in_terms(LocalizedView{"調査の全市町村", "the municipalities of the survey"})
                       : in_terms(LocalizedView{"調査の全団体等", "the records of the survey"});
    const LocalizedText what = municipal ? in_terms(LocalizedView{"構成市町村", "the member municipalities"})
                                         : in_terms(LocalizedView{"構成団体等", "the members"});
    const NodeId operand = expr_.ast.node(id).children[0];
    if (is_element(operand)) return what;
    const LocalizedText group = noun(operand);
    return {group.ja + "の" + what.ja, what.en + " of " + group.en};
  }

  LocalizedText param_words(NodeId id) {
    const policy::Param& param = plan_.ruleset.params[expr_.references[id].index];
    return param.description.empty() ? as_written(id) : quoted(phrase(param.description));
  }

  LocalizedText at_words(NodeId id) {
    const Node& node = expr_.ast.node(id);
    const NodeId year = node.children.back();
    LocalizedText words;
    if (const auto* number = std::get_if<std::int64_t>(&expr_.ast.node(year).literal)) {
      words.ja = format_fiscal_year(static_cast<int>(*number), Language::kJapanese) + "の調査";
      words.en = "the survey of " + format_fiscal_year(static_cast<int>(*number), Language::kEnglish);
    } else {
      const LocalizedText inner = noun(year);
      words = {inner.ja + "の年度の調査", "the survey of the fiscal year " + inner.en};
    }
    return words;
  }

  [[nodiscard]] LocalizedText self_words(NodeId id) const {
    if (type_kind(id) != TypeKind::kGroup) return in_terms(LocalizedView{"当該団体", "the subject"});
    const LocalizedText words = group_words(plan_.profile.groups[expr_.types[id].group].title);
    return {"当該" + words.ja, words.en};
  }

  static LocalizedText group_words(const LocalizedText& title) {
    LocalizedText words{title.ja, "the " + title.en};
    char& initial = words.en[std::string_view("the ").size()];
    initial = to_small(initial);
    return words;
  }

  LocalizedText name_noun(NodeId id) {
    const Reference& reference = expr_.references[id];
    switch (reference.kind) {
      case RefKind::kField:
        return owned(id, field_label(id));
      case RefKind::kCode:
        return owned(id, in_terms(LocalizedView{"団体コード", "the code"}));
      case RefKind::kName:
        return owned(id, {"名称", "the name"});
      case RefKind::kKind:
        return owned(id, in_terms(LocalizedView{"団体の種別", "the kind of municipality"}));
      case RefKind::kGroup:
        return group_words(plan_.profile.groups[reference.group].title);
      case RefKind::kGroups: {
        const LocalizedText& title = plan_.profile.groups[reference.group].title;
        return {"属する" + title.ja, "the entries under \"" + title.en + "\""};
      }
      case RefKind::kGroupId:
        return owned(id, {"id", "the id"});
      case RefKind::kGroupMembers:
        return members_words(id);
      case RefKind::kGroupAttribute:
        return owned(id, attribute_label(reference));
      case RefKind::kPrevious:
        return {"前回の調査", "the previous survey"};
      case RefKind::kAt:
        return at_words(id);
      case RefKind::kHistory:
        return {"これまでの調査", "the earlier surveys"};
      case RefKind::kParam:
        return param_words(id);
      case RefKind::kFiscalYear:
        return {"調査の年度", "the fiscal year of the survey"};
      case RefKind::kAsOf:
        return {"判定の基準日", "the date of judgement"};
      case RefKind::kSelf:
        return self_words(id);
      case RefKind::kLocal:
        (void)is_element(id);
        return {"その値", "the element"};
      case RefKind::kCondition: {
        const LocalizedText words = sentence_of(condition_clause(id), SentenceUse::kInner);
        return {words.ja + "か否か", "whether " + words.en};
      }
      case RefKind::kNone:
      case RefKind::kVariable:
      case RefKind::kTypeValue:
      case RefKind::kFunction:
        break;
    }
    return as_written(id);
  }

  Assertion condition_clause(NodeId id) {
    const Reference& reference = expr_.references[id];
    const policy::Condition& condition = plan_.ruleset.conditions[reference.index];
    const LocalizedText whose = owner(id);
    if (condition.description.empty()) {
      if (!whose.empty()) return clause_as_written(id);
      const cel::CheckedExpr& named = plan_.conditions[reference.index];
      return Writer(named, plan_, names_answer_).clause(named.ast.root);
    }
    const LocalizedText what = quoted(phrase(condition.description));
    const std::string subject =
        whose.ja.empty() ? "" : whose.ja.substr(0, whose.ja.size() - std::string("の").size()) + "が";
    const std::string place = whose.en.empty() ? "" : " for" + whose.en.substr(std::string(" of").size());
    Assertion clause = statement(subject + what.ja + "に該当", Ending::kSuru, what.en + " holds" + place,
                                 what.en + " does not hold" + place);
    clause.lacks_subject = subject.empty();
    return clause;
  }

  // --- Values ---

  LocalizedText literal(NodeId id) {
    const Node& node = expr_.ast.node(id);
    const cel::Type& type = expr_.types[id];
    const auto* text = std::get_if<std::string>(&node.literal);
    if (text != nullptr && type.kind == TypeKind::kEnum && type.field != nullptr) {
      const table::Field& field = worded_field(*type.field, *plan_.vocabulary);
      if (const auto index = field.value_index(*text)) return quoted(field.values[*index].label);
    }
    return literal_words(node.literal);
  }

  LocalizedText list_noun(const Node& node) {
    LocalizedText words;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      const LocalizedText element = noun(node.children[i]);
      const bool is_last = i + 1 == node.children.size();
      words.ja += (i == 0 ? "" : (is_last ? "及び" : "、")) + element.ja;
      words.en += (i == 0 ? "" : (is_last ? " and " : ", ")) + element.en;
    }
    return node.children.empty() ? LocalizedText{"空の一覧", "an empty list"} : words;
  }

  LocalizedText filled(LocalizedView wording, const std::vector<LocalizedText>& operands) {
    std::vector<std::string> ja;
    std::vector<std::string> en;
    for (const LocalizedText& operand : operands) {
      ja.push_back(operand.ja);
      en.push_back(operand.en);
    }
    return {fill(wording.ja, ja, "、"), fill(wording.en, en, ", ")};
  }

  std::vector<LocalizedText> operands(const Node& node) {
    std::vector<LocalizedText> words;
    for (const NodeId child : node.children) words.push_back(noun(child));
    return words;
  }

  [[nodiscard]] TypeKind type_kind(NodeId id) const { return expr_.types[id].kind; }

  /// 訓練日の1年後: a day so many units behind another.
  LocalizedText later_noun(const Node& node, std::string_view ja, std::string_view en) {
    const LocalizedText day = noun(node.children[0]);
    const LocalizedText number = noun(node.children[1]);
    return {fmt::format("{}の{}{}後", day.ja, number.ja, ja),
            fmt::format("{} {}{} after {}", number.en, en, number.en == "1" ? "" : "s", day.en)};
  }

  LocalizedText call_noun(NodeId id, FunctionId function) {
    const Node& node = expr_.ast.node(id);
    if (const LocalizedView* wording = function_noun(function)) return filled(*wording, operands(node));
    const TypeKind first = node.children.empty() ? TypeKind::kDyn : type_kind(node.children[0]);
    switch (function) {
      case FunctionId::kAdd:
        if (first == TypeKind::kString || first == TypeKind::kBytes)
          return filled({"{0}に{1}を続けたもの", "{0} followed by {1}"}, operands(node));
        if (first == TypeKind::kList)
          return filled({"{0}と{1}を合わせたもの", "{0} together with {1}"}, operands(node));
        return filled({"{0}と{1}の和", "{0} plus {1}"}, operands(node));
      case FunctionId::kSubtract:
        if (first == TypeKind::kDate && type_kind(node.children[1]) == TypeKind::kDate)
          return filled({"{1}から{0}までの日数", "the days from {1} to {0}"}, operands(node));
        return filled({"{0}から{1}を引いた値", "{0} minus {1}"}, operands(node));
      case FunctionId::kDivide:
        if (first == TypeKind::kInt || first == TypeKind::kUint)
          return filled({"{0}を{1}で割った商（端数切捨て）", "{0} divided by {1}, the remainder dropped"},
                        operands(node));
        return filled({"{0}を{1}で割った値", "{0} divided by {1}"}, operands(node));
      case FunctionId::kSize:
        if (first == TypeKind::kString)
          return filled({"{0}の文字数", "the number of characters of {0}"}, operands(node));
        return filled({"{0}の数", "the number of {0}"}, operands(node));
      case FunctionId::kJoin:
        if (node.children.size() == 1) return filled({"{0}をつないだもの", "{0} joined"}, operands(node));
        return filled({"{0}を{1}でつないだもの", "{0} joined by {1}"}, operands(node));
      case FunctionId::kSubstring:
        if (node.children.size() == 2)
          return filled({"{0}の（先頭を0とする）{1}番目以降の文字", "{0} from character {1} (from 0)"}, operands(node));
        return filled({"{0}の（先頭を0とする）{1}番目から{2}番目の前までの文字",
                       "{0} from character {1} (from 0) up to before {2}"},
                      operands(node));
      case FunctionId::kIndex:
      case FunctionId::kOptionalIndex:
      case FunctionId::kOptionalSelect:
        return index_noun(node, first);
      case FunctionId::kDate:
        return date_noun(node);
      case FunctionId::kAddDays:
        return later_noun(node, "日", "day");
      case FunctionId::kAddMonths:
        return later_noun(node, "か月", "month");
      case FunctionId::kAddYears:
        return later_noun(node, "年", "year");
      case FunctionId::kConditional:
        return filled({"{0}（{1}場合に限る。それ以外の場合は{2}）", "{0} if {1}, otherwise {2}"},
                      {noun(node.children[1]), inner(node.children[0]), noun(node.children[2])});
      default:
        break;
    }
    if (type_kind(id) == TypeKind::kBool && function != FunctionId::kDeclared) {
      const LocalizedText words = inner(id);
      return {words.ja + "か否か", "whether " + words.en};
    }
    return as_written(id);
  }

  LocalizedText index_noun(const Node& node, TypeKind container) {
    const auto* place = std::get_if<std::int64_t>(&expr_.ast.node(node.children[1]).literal);
    const LocalizedText whole = noun(node.children[0]);
    if (container == TypeKind::kList && place != nullptr &&
        expr_.references[node.children[0]].kind == RefKind::kHistory)
      return *place == 0 ? LocalizedText{"直近の過去の調査", "the latest earlier survey"}
                         : LocalizedText{fmt::format("{}回前の調査", *place + 1),
                                         fmt::format("earlier survey number {}", *place + 1)};
    if (container == TypeKind::kList && place != nullptr)
      return {fmt::format("{}の{}番目", whole.ja, *place + 1), fmt::format("element {} of {}", *place + 1, whole.en)};
    const LocalizedText key = noun(node.children[1]);
    if (container == TypeKind::kList)
      return {fmt::format("{}の（先頭を0とする）{}番目", whole.ja, key.ja),
              fmt::format("element {} (from 0) of {}", key.en, whole.en)};
    return {fmt::format("{}の{}の値", whole.ja, key.ja), fmt::format("the value of {} in {}", key.en, whole.en)};
  }

  LocalizedText date_noun(const Node& node) {
    if (node.children.size() == 3) return filled({"{0}年{1}月{2}日", "the day {0}-{1}-{2}"}, operands(node));
    const auto* text = std::get_if<std::string>(&expr_.ast.node(node.children[0]).literal);
    if (text == nullptr) return filled({"{0}を日付に読み替えたもの", "{0} as a date"}, operands(node));
    const std::optional<Date> day = Date::parse_iso(*text);
    if (!day) return in_both(*text);
    return {format_date(*day, Language::kJapanese), format_date(*day, Language::kEnglish)};
  }

  // --- Clauses ---

  LocalizedText inner(NodeId id) { return sentence_of(clause(id), SentenceUse::kInner); }

  Assertion filled_clause(std::string_view ja, Ending ending, std::string_view en, std::string_view en_denied,
                          const std::vector<LocalizedText>& operands) {
    const LocalizedText holds = filled({ja, en}, operands);
    return statement(holds.ja, ending, holds.en, filled({ja, en_denied}, operands).en);
  }

  Assertion call_clause(NodeId id, FunctionId function) {
    const Node& node = expr_.ast.node(id);
    switch (function) {
      case FunctionId::kLogicalAnd:
      case FunctionId::kLogicalOr: {
        std::vector<Assertion> parts;
        for (const NodeId child : node.children) parts.push_back(clause(child));
        return join(function == FunctionId::kLogicalAnd ? Assertion::Kind::kAll : Assertion::Kind::kAny,
                    std::move(parts));
      }
      case FunctionId::kLogicalNot:
        return deny(clause(node.children[0]));
      case FunctionId::kConditional: {
        Assertion whole;
        whole.kind = Assertion::Kind::kSwitch;
        for (const NodeId child : node.children) whole.parts.push_back(clause(child));
        return whole;
      }
      case FunctionId::kEqual:
        return equal(node);
      case FunctionId::kNotEqual:
        return deny(equal(node));
      case FunctionId::kIn:
        if (expr_.ast.node(node.children[1]).kind == NodeKind::kList &&
            !expr_.ast.node(node.children[1]).children.empty())
          return is_one_of(noun(node.children[0]), operands(expr_.ast.node(node.children[1])));
        break;
      default:
        break;
    }
    if (is_order(function)) return order(node, function);
    if (const FunctionClause* wording = function_clause(function))
      return filled_clause(wording->ja, wording->ending, wording->en, wording->en_denied, operands(node));
    if (function == FunctionId::kDeclared) return clause_as_written(id);
    return is_true(noun(id));
  }

  [[nodiscard]] bool is_literal(NodeId id) const { return expr_.ast.node(id).kind == NodeKind::kLiteral; }

  Assertion equal(const Node& node) {
    NodeId left = node.children[0];
    NodeId right = node.children[1];
    if (is_literal(left) && !is_literal(right)) std::swap(left, right);
    if (expr_.calls(left, FunctionId::kMissingReason) && is_literal(right)) return reason_is(left, right);
    if (type_kind(left) == TypeKind::kBool && is_literal(right)) {
      const bool truth = std::get<bool>(expr_.ast.node(right).literal);
      return truth ? clause(left) : deny(clause(left));
    }
    if (is_literal(right) || expr_.calls(right, FunctionId::kDate)) return is_one_of(noun(left), {bound(right, left)});
    return filled_clause("{0}が{1}と同じ", Ending::kDearu, "{0} is the same as {1}", "{0} is not the same as {1}",
                         {noun(left), noun(right)});
  }

  Assertion reason_is(NodeId call, NodeId literal_id) {
    const auto* id = std::get_if<std::string>(&expr_.ast.node(literal_id).literal);
    const auto reason = table::parse_reason(*id);
    const LocalizedText what = noun(expr_.ast.node(call).children[0]);
    if (id->empty()) {
      const FunctionClause& answered = *function_clause(FunctionId::kAnswered);
      return filled_clause(answered.ja, answered.ending, answered.en, answered.en_denied, {what});
    }
    const LocalizedText label = reason ? in_terms(table::reason_label(*reason)) : LocalizedText{*id, *id};
    return is_one_of(noun(call), {quoted(label)});
  }

  Assertion order(const Node& node, FunctionId function) {
    NodeId left = node.children[0];
    NodeId right = node.children[1];
    if (is_literal(left) && !is_literal(right)) {
      std::swap(left, right);
      function = mirrored(function);
    }
    const TypeKind kind = type_kind(left);
    const bool is_day = kind == TypeKind::kDate || kind == TypeKind::kTimestamp;
    const bool is_text = kind == TypeKind::kString || kind == TypeKind::kBytes;
    const FunctionClause words =
        comparison_words(function, is_day ? Scale::kDate : (is_text ? Scale::kText : Scale::kNumber));
    return filled_clause(words.ja, words.ending, words.en, words.en_denied, {noun(left), bound(right, left)});
  }

  /// What a value is compared with; a number that a field is compared with counts what the field counts.
  LocalizedText bound(NodeId id, NodeId what) {
    return is_literal(id) ? table::with_unit(noun(id), unit_of(expr_, what, *plan_.vocabulary)) : noun(id);
  }

  // --- Macros ---

  /// What `make` says within the quantifier; nothing when a variable from outside would have to be named.
  template <class Make>
  auto within(NodeId id, Make make) -> std::optional<decltype(make())> {
    const std::size_t num_here = expr_.ast.node(id).variables.size();
    if (num_here != 1) return std::nullopt;
    num_variables_ += num_here;
    auto words = make();
    num_variables_ -= num_here;
    if (!is_lost_) return words;
    if (num_variables_ == 0) is_lost_ = false;
    return std::nullopt;
  }

  Assertion macro_clause(NodeId id) {
    const Node& node = expr_.ast.node(id);
    const bool all = node.macro == MacroKind::kAll;
    const bool some = node.macro == MacroKind::kExists;
    const bool one = node.macro == MacroKind::kExistsOne;
    if (!all && !some && !one) return is_true(noun(id));
    const LocalizedText range = noun(node.children[0]);
    const std::optional<Assertion> body = within(id, [&] { return clause(node.children[1]); });
    if (!body) return clause_as_written(id);
    return one ? exactly_one(range, *body) : quantified(range, *body, all);
  }

  static Assertion exactly_one(const LocalizedText& range, const Assertion& body) {
    const LocalizedText what = sentence_of(body, SentenceUse::kInner);
    return statement(fmt::format("{}のうち、{}ものがただ一つ", range.ja, what.ja), Ending::kDearu,
                     fmt::format("exactly one of {} is such that {}", range.en, what.en),
                     fmt::format("not exactly one of {} is such that {}", range.en, what.en));
  }

  /// Every one, or one at least; the denial of each is the other about the denial.
  static Assertion quantified(const LocalizedText& range, const Assertion& body, bool all) {
    const auto every = [&](const Assertion& what) {
      if (what.lacks_subject)
        return Predicate{range.ja + "のすべてが" + what.holds.ja, what.holds.ending, what.holds.denied,
                         fmt::format("for all of {}, {}", range.en, what.holds.en)};
      return Predicate{fmt::format("{}のすべてが、{}もの", range.ja, sentence_of(what, SentenceUse::kInner).ja),
                       Ending::kDearu, false,
                       fmt::format("for all of {}, {}", range.en, sentence_of(what, SentenceUse::kInner).en)};
    };
    const auto some = [&](const Assertion& what) {
      return Predicate{fmt::format("{}のうち、{}ものが", range.ja, sentence_of(what, SentenceUse::kInner).ja),
                       Ending::kAru, false,
                       fmt::format("for at least one of {}, {}", range.en, sentence_of(what, SentenceUse::kInner).en)};
    };
    Assertion clause;
    if (all) {
      clause.holds = every(body);
      clause.fails = some(deny(body));
      return clause;
    }
    clause.holds = some(body);
    clause.fails = some(body);
    clause.fails.denied = true;
    clause.fails.en = fmt::format("for none of {}, {}", range.en, sentence_of(body, SentenceUse::kInner).en);
    return clause;
  }

  LocalizedText macro_noun(NodeId id) {
    const Node& node = expr_.ast.node(id);
    if (type_kind(id) == TypeKind::kBool && node.macro != MacroKind::kBind) {
      const LocalizedText words = inner(id);
      return {words.ja + "か否か", "whether " + words.en};
    }
    const LocalizedView* wording = aggregate_words(node.macro);
    if (wording == nullptr || node.children.size() != 2) return as_written(id);
    const LocalizedText range = noun(node.children[0]);
    const bool counts =
        node.macro == MacroKind::kCount || node.macro == MacroKind::kShare || node.macro == MacroKind::kFilter;
    const std::optional<LocalizedText> each =
        within(id, [&] { return counts ? inner(node.children[1]) : noun(node.children[1]); });
    return each ? filled(*wording, {range, *each}) : as_written(id);
  }

  const cel::CheckedExpr& expr_;
  const Plan& plan_;
  bool names_answer_;              ///< `answer` is called by the label of the field it stands for.
  std::size_t num_variables_ = 0;  ///< Of the quantifiers around.
  bool is_lost_ = false;           ///< A variable of an outer quantifier was named.
};

}  // namespace

LocalizedText condition_sentence(const cel::CheckedExpr& condition, const Plan& plan, SentenceUse use) {
  return sentence_of(Writer(condition, plan).clause(condition.ast.root), use);
}

LocalizedText clause_sentence(const cel::CheckedExpr& condition, cel::NodeId clause, bool is_denied, const Plan& plan) {
  Assertion what = Writer(condition, plan, true).clause(clause);
  LocalizedText words = sentence_of(is_denied ? deny(std::move(what)) : what, SentenceUse::kInner);
  words.ja += "こと";
  return words;
}

LocalizedText value_phrase(const cel::CheckedExpr& expression, const Plan& plan) {
  return Writer(expression, plan).noun(expression.ast.root);
}

}  // namespace kijun::audit
