#include "engine/audit/message_template.h"

#include <fmt/format.h>

#include "engine/audit/audit_diagnostics.h"
#include "engine/audit/reworded_plan.h"
#include "engine/base/era.h"
#include "engine/base/glossary_scope.h"
#include "engine/cel/checker.h"
#include "engine/table/missing.h"

namespace kijun::audit {
namespace {

/// End of the expression that starts at `begin`, i.e. the offset of its closing brace outside of string literals.
std::optional<std::size_t> find_closing_brace(std::string_view text, std::size_t begin) {
  char quote = 0;
  int depth = 0;
  for (std::size_t i = begin; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == '\\')
        ++i;
      else if (c == quote)
        quote = 0;
    } else if (c == '\'' || c == '"') {
      quote = c;
    } else if (c == '{') {
      ++depth;
    } else if (c == '}' && depth-- == 0) {
      return i;
    }
  }
  return std::nullopt;
}

std::string_view yes_no(bool value, Language language) {
  if (language == Language::kJapanese) return value ? "はい" : "いいえ";
  return value ? "yes" : "no";
}

/// The word for a value that is missing: its first cause's reason.
std::string missing_word(const std::vector<cel::Cause>& causes, Language language) {
  const table::MissingReason reason = causes.empty() ? table::MissingReason::kAbsent : causes.front().reason;
  return in_terms(table::reason_label(reason).in(language), language);
}

std::string display_list(const cel::List& list, const cel::Type& type, const cel::EvalContext& context,
                         Language language) {
  const cel::Type element = type.params.empty() ? cel::Type{} : type.params.front();
  std::vector<std::string> words;
  for (const cel::Value& value : list) words.push_back(display_value(value, element, context, language));
  return fmt::format("{}", fmt::join(words, language == Language::kJapanese ? "、" : ", "));
}

std::string display_string(const std::string& text, const cel::Type& type, const cel::EvalContext& context,
                           Language language) {
  if (type.kind != cel::TypeKind::kEnum || type.field == nullptr) return text;
  const bool has_vocabulary = context.profile != nullptr && context.profile->vocabulary != nullptr;
  const table::Field& field = has_vocabulary ? worded_field(*type.field, *context.profile->vocabulary) : *type.field;
  const std::optional<std::uint32_t> index = field.value_index(text);
  return index ? field.values[*index].label.in(language) : text;
}

/// Text of one compiled part. A name is shown in the reader's language, though the rule language has only one `name`.
std::string display_part(const cel::CheckedExpr& expr, const cel::Value& value, const cel::EvalContext& context,
                         cel::RecordRef self, Language language) {
  const cel::NodeId root = expr.ast.root;
  if (expr.references[root].kind != cel::RefKind::kName || !value.has_value())
    return display_value(value, expr.type(), context, language);
  if (expr.references[root].implicit_self) return context.world->describe(self).name.in(language);
  const cel::Value operand = cel::Evaluator(expr, context, self).eval(expr.ast.node(root).children.front(), {});
  return display_value(operand, cel::Type::record(), context, language);
}

}  // namespace

std::string display_value(const cel::Value& value, const cel::Type& type, const cel::EvalContext& context,
                          Language language) {
  if (const auto* text = value.as<std::string>()) return display_string(*text, type, context, language);
  if (const bool* flag = value.as<bool>()) return std::string(yes_no(*flag, language));
  if (const auto* number = value.as<std::int64_t>()) return fmt::format("{}", *number);
  if (const auto* number = value.as<std::uint64_t>()) return fmt::format("{}", *number);
  if (const auto* number = value.as<double>()) return fmt::format("{}", *number);
  if (const auto* number = value.as<Decimal>()) return number->text();
  if (const auto* date = value.as<Date>()) return format_date(*date, language);
  if (const cel::List* list = value.as_list()) return display_list(*list, type, context, language);
  if (const auto* record = value.as<cel::RecordRef>()) return context.world->describe(*record).name.in(language);
  if (const auto* unknown = value.as<cel::Unknown>()) return missing_word(unknown->causes, language);
  if (const auto* absent = value.as<cel::NotApplicable>()) return missing_word(absent->causes, language);
  return cel::debug_text(value);
}

std::vector<MessageTemplate::Part> MessageTemplate::compile_language(const diag::EmbeddedText& text,
                                                                     const cel::Environment& environment,
                                                                     diag::Sink& sink) {
  std::vector<Part> parts;
  std::string literal;
  const std::string_view all = text.text();
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool doubled = i + 1 < all.size() && all[i + 1] == all[i];
    if ((all[i] == '{' || all[i] == '}') && doubled) {
      literal += all[i++];
    } else if (all[i] == '{') {
      const std::optional<std::size_t> end = find_closing_brace(all, i + 1);
      if (!end) {
        sink.report(kUnbalancedBrace, text.span(i, i + 1));
        return parts;
      }
      parts.push_back({std::move(literal), cel::compile(text.slice(i + 1, *end), environment, cel::Type{}, sink)});
      literal.clear();
      i = *end;
    } else if (all[i] == '}') {
      sink.report(kUnbalancedBrace, text.span(i, i + 1));
      return parts;
    } else {
      literal += all[i];
    }
  }
  if (!literal.empty()) parts.push_back({std::move(literal), std::nullopt});
  return parts;
}

MessageTemplate MessageTemplate::compile(const policy::TemplateText& text, const cel::Environment& environment,
                                         diag::Sink& sink) {
  MessageTemplate result;
  result.ja_ = compile_language(text.ja, environment, sink);
  result.en_ = compile_language(text.en, environment, sink);
  return result;
}

void MessageTemplate::reword(const Glossary& glossary) {
  for (Part& part : ja_) part.literal = glossary.reword(part.literal, Language::kJapanese);
  for (Part& part : en_) part.literal = glossary.reword(part.literal, Language::kEnglish);
}

std::vector<const cel::CheckedExpr*> MessageTemplate::expressions() const {
  std::vector<const cel::CheckedExpr*> all;
  for (const std::vector<Part>* parts : {&ja_, &en_})
    for (const Part& part : *parts)
      if (part.expr) all.push_back(&*part.expr);
  return all;
}

LocalizedText MessageTemplate::render(const cel::EvalContext& context, cel::RecordRef self,
                                      const LocalizedText& fallback) const {
  const auto render_language = [&](const std::vector<Part>& parts, Language language) {
    std::string text;
    for (const Part& part : parts) {
      text += part.literal;
      if (!part.expr) continue;
      const cel::Value value = cel::Evaluator(*part.expr, context, self).eval();
      if (value.as<cel::EvalError>() != nullptr) return fallback.in(language);
      text += display_part(*part.expr, value, context, self, language);
    }
    return text;
  };
  return {render_language(ja_, Language::kJapanese), render_language(en_, Language::kEnglish)};
}

}  // namespace kijun::audit
