#include "engine/audit/wording/value_phrases.h"

#include <fmt/format.h>

#include "engine/cel/value_text.h"

namespace kijun::audit {
namespace {

using cel::FunctionId;
using cel::MacroKind;

struct LiteralWords {
  LocalizedText operator()(std::monostate) const { return {"値なし", "nothing"}; }
  LocalizedText operator()(bool value) const {
    return quoted(value ? LocalizedText{"はい", "yes"} : LocalizedText{"いいえ", "no"});
  }
  LocalizedText operator()(std::int64_t value) const { return in_both(fmt::format("{}", value)); }
  LocalizedText operator()(std::uint64_t value) const { return in_both(fmt::format("{}", value)); }
  LocalizedText operator()(double value) const { return in_both(cel::double_text(value)); }
  LocalizedText operator()(const std::string& value) const {
    return value.empty() ? LocalizedText{"空", "empty"} : quoted(in_both(value));
  }
  LocalizedText operator()(const cel::Bytes& value) const { return quoted(in_both(value.data)); }
  LocalizedText operator()(const Decimal& value) const { return in_both(value.text()); }
};

}  // namespace

LocalizedText quoted(const LocalizedText& text) { return {"「" + text.ja + "」", "\"" + text.en + "\""}; }

LocalizedText phrase(LocalizedText text) {
  constexpr std::string_view kStop = "。";
  if (text.ja.ends_with(kStop)) text.ja.resize(text.ja.size() - kStop.size());
  if (text.en.ends_with('.')) text.en.pop_back();
  return text;
}

LocalizedText attribute_words(const std::string& id) {
  if (id == "confirmed") return {"同一の会議体であることの確認", "confirmation that it is one body"};
  if (id == "prefecture_involved") return {"県の関与", "involvement of the prefecture"};
  if (id == "agreement_date") return {"合意の年月日", "date of agreement"};
  if (id == "secretariat") return {"事務局", "secretariat"};
  return in_both(id);
}

LocalizedText literal_words(const cel::Literal& literal) { return std::visit(LiteralWords{}, literal); }

LocalizedText unit_of(const cel::CheckedExpr& expr, cel::NodeId node, const table::Vocabulary& vocabulary) {
  const cel::Reference& named = expr.references[node];
  return named.kind == cel::RefKind::kField ? vocabulary.field(named.index).unit : LocalizedText{};
}

Assertion is_true(const LocalizedText& what) {
  Assertion clause = is_one_of(what, {literal_words(true)});
  clause.fails = is_one_of(what, {literal_words(false)}).holds;
  clause.values.clear();
  return clause;
}

FunctionClause comparison_words(FunctionId id, Scale scale) {
  const bool dates = scale == Scale::kDate;
  const bool texts = scale == Scale::kText;
  switch (id) {
    case FunctionId::kLess:
      if (dates) return {"{0}が{1}より前", Ending::kDearu, "{0} is before {1}", "{0} is not before {1}"};
      if (texts)
        return {"{0}が文字の順で{1}より前", Ending::kDearu, "{0} sorts before {1}", "{0} does not sort before {1}"};
      return {"{0}が{1}未満", Ending::kDearu, "{0} is less than {1}", "{0} is not less than {1}"};
    case FunctionId::kLessEqual:
      if (dates) return {"{0}が{1}以前", Ending::kDearu, "{0} is on or before {1}", "{0} is not on or before {1}"};
      if (texts)
        return {"{0}が文字の順で{1}以前", Ending::kDearu, "{0} sorts no later than {1}", "{0} sorts after {1}"};
      return {"{0}が{1}以下", Ending::kDearu, "{0} is at most {1}", "{0} is not at most {1}"};
    case FunctionId::kGreater:
      if (dates) return {"{0}が{1}より後", Ending::kDearu, "{0} is after {1}", "{0} is not after {1}"};
      if (texts)
        return {"{0}が文字の順で{1}より後", Ending::kDearu, "{0} sorts after {1}", "{0} does not sort after {1}"};
      return {"{0}が{1}を超え", Ending::kIchidan, "{0} is more than {1}", "{0} is not more than {1}"};
    default:
      if (dates) return {"{0}が{1}以後", Ending::kDearu, "{0} is on or after {1}", "{0} is not on or after {1}"};
      if (texts)
        return {"{0}が文字の順で{1}以後", Ending::kDearu, "{0} sorts no earlier than {1}", "{0} sorts before {1}"};
      return {"{0}が{1}以上", Ending::kDearu, "{0} is at least {1}", "{0} is not at least {1}"};
  }
}

const LocalizedView* aggregate_words(MacroKind macro) {
  static constexpr LocalizedView kFilter{"{0}のうち、{1}もの", "those of {0} where {1}"};
  static constexpr LocalizedView kCount{"{0}のうち、{1}ものの数", "the number of {0} where {1}"};
  static constexpr LocalizedView kShare{"{0}のうち、{1}ものの割合", "the share of {0} where {1}"};
  static constexpr LocalizedView kMapped{"{0}それぞれの{1}", "{1} of each of {0}"};
  static constexpr LocalizedView kSum{"{0}の{1}の合計", "the sum of {1} over {0}"};
  static constexpr LocalizedView kMin{"{0}の{1}の最小", "the least {1} among {0}"};
  static constexpr LocalizedView kMax{"{0}の{1}の最大", "the greatest {1} among {0}"};
  static constexpr LocalizedView kAvg{"{0}の{1}の平均", "the average of {1} over {0}"};
  static constexpr LocalizedView kDistinct{"{0}の{1}の種類の数", "the number of different {1} among {0}"};
  switch (macro) {
    case MacroKind::kFilter:
      return &kFilter;
    case MacroKind::kCount:
      return &kCount;
    case MacroKind::kShare:
      return &kShare;
    case MacroKind::kMap:
      return &kMapped;
    case MacroKind::kSum:
      return &kSum;
    case MacroKind::kMin:
      return &kMin;
    case MacroKind::kMax:
      return &kMax;
    case MacroKind::kAvg:
      return &kAvg;
    case MacroKind::kDistinct:
      return &kDistinct;
    case MacroKind::kNone:
    case MacroKind::kAll:
    case MacroKind::kExists:
    case MacroKind::kExistsOne:
    case MacroKind::kTransformList:
    case MacroKind::kTransformMap:
    case MacroKind::kTransformMapEntry:
    case MacroKind::kBind:
    case MacroKind::kOptMap:
    case MacroKind::kOptFlatMap:
      return nullptr;
  }
  return nullptr;
}

}  // namespace kijun::audit
