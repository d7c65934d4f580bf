#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "engine/base/language.h"

namespace kijun::policy {

/// How bad a failing or undecided result is. Best last, so that `<` means worse.
enum class Severity : std::uint8_t { kError, kWarning, kNotice };

/// What a rule is about: the policy itself, the quality of the data, or something a person has to look at.
enum class RuleKind : std::uint8_t { kPolicy, kQuality, kReview };

/// A draft runs and shows, and never gates.
enum class Stage : std::uint8_t { kActive, kDraft };

/// "error", "warning", "notice".
[[nodiscard]] std::string_view severity_id(Severity severity);
/// 重要 注意 参考 / error warning notice.
[[nodiscard]] LocalizedText severity_label(Severity severity);
[[nodiscard]] std::optional<Severity> parse_severity(std::string_view id);
/// "policy", "quality", "review".
[[nodiscard]] std::string_view rule_kind_id(RuleKind kind);
/// 施策 回答の質 確認 / policy, answer quality, review.
[[nodiscard]] LocalizedText rule_kind_label(RuleKind kind);
[[nodiscard]] std::optional<RuleKind> parse_rule_kind(std::string_view id);
/// "active", "draft".
[[nodiscard]] std::string_view stage_id(Stage stage);
/// 適用 案 / active draft.
[[nodiscard]] LocalizedText stage_label(Stage stage);

}  // namespace kijun::policy
