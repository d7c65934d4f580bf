#include "engine/policy/severity.h"

namespace kijun::policy {

std::string_view severity_id(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return "error";
    case Severity::kWarning:
      return "warning";
    case Severity::kNotice:
      return "notice";
  }
  return "";
}

LocalizedText severity_label(Severity severity) {
  switch (severity) {
    case Severity::kError:
      return {"重要", "error"};
    case Severity::kWarning:
      return {"注意", "warning"};
    case Severity::kNotice:
      return {"参考", "notice"};
  }
  return {};
}

std::optional<Severity> parse_severity(std::string_view id) {
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNotice})
    if (severity_id(severity) == id) return severity;
  return std::nullopt;
}

std::string_view rule_kind_id(RuleKind kind) {
  switch (kind) {
    case RuleKind::kPolicy:
      return "policy";
    case RuleKind::kQuality:
      return "quality";
    case RuleKind::kReview:
      return "review";
  }
  return "";
}

LocalizedText rule_kind_label(RuleKind kind) {
  switch (kind) {
    case RuleKind::kPolicy:
      return {"施策", "policy"};
    case RuleKind::kQuality:
      return {"回答の質", "answer quality"};
    case RuleKind::kReview:
      return {"確認", "review"};
  }
  return {};
}

std::optional<RuleKind> parse_rule_kind(std::string_view id) {
  for (const RuleKind kind : {RuleKind::kPolicy, RuleKind::kQuality, RuleKind::kReview})
    if (rule_kind_id(kind) == id) return kind;
  return std::nullopt;
}

std::string_view stage_id(Stage stage) { return stage == Stage::kDraft ? "draft" : "active"; }

LocalizedText stage_label(Stage stage) {
  return stage == Stage::kDraft ? LocalizedText{"案", "draft"} : LocalizedText{"適用", "active"};
}

}  // namespace kijun::policy
