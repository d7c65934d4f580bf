#pragma once

#include <string>
#include <vector>

#include "engine/base/glossary.h"
#include "engine/base/language.h"
#include "engine/cel/checked_expr.h"
#include "engine/cel/environment.h"
#include "engine/cel/evaluator.h"
#include "engine/diag/diagnostic.h"
#include "engine/policy/ruleset.h"

namespace kijun::audit {

/// A message with its `{expression}` parts compiled. `{{` and `}}` are braces.
class MessageTemplate {
 public:
  MessageTemplate() = default;
  /// Compiles both languages; mistakes go to the sink (KJ12xx, KJ2xxx, KJ3xxx) at their place in the file.
  [[nodiscard]] static MessageTemplate compile(const policy::TemplateText& text, const cel::Environment& environment,
                                               diag::Sink& sink);

  [[nodiscard]] bool empty() const { return ja_.empty() && en_.empty(); }
  /// Puts what stands outside of the expressions into the terms of a glossary.
  void reword(const Glossary& glossary);
  /// The expressions of both languages, in order.
  [[nodiscard]] std::vector<const cel::CheckedExpr*> expressions() const;
  /// The message for one subject: an enum prints its label, a missing answer its reason's word (無回答). An expression
  /// that errs gives `fallback` for that language.
  [[nodiscard]] LocalizedText render(const cel::EvalContext& context, cel::RecordRef self,
                                     const LocalizedText& fallback) const;

 private:
  struct Part {
    std::string literal;  ///< Used when `expr` is absent.
    std::optional<cel::CheckedExpr> expr;
  };
  static std::vector<Part> compile_language(const diag::EmbeddedText& text, const cel::Environment& environment,
                                            diag::Sink& sink);

  std::vector<Part> ja_;
  std::vector<Part> en_;
};

/// A value as a reader of `language` sees it: enum label (by `type`, as the context's vocabulary has it), 2019年3月31日, はい/いいえ, 1,741, the name of a
/// subject, a missing answer's word. Lists are joined with 、 or ", ".
[[nodiscard]] std::string display_value(const cel::Value& value, const cel::Type& type, const cel::EvalContext& context,
                                        Language language);

}  // namespace kijun::audit
