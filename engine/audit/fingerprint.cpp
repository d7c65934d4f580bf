#include "engine/audit/fingerprint.h"

#include <string_view>
#include <vector>

#include "engine/base/sha256.h"
#include "engine/table/missing.h"

namespace kijun::audit {
namespace {

/// Hex digits kept of a digest: 128 bits.
constexpr std::size_t kHexDigits = 32;

/// Joins parts so that no two lists of parts give one text: every part ends with a NUL.
std::string digest(const std::vector<std::string_view>& parts) {
  std::string text;
  for (const std::string_view part : parts) {
    text += part;
    text += '\0';
  }
  return sha256_hex(text).substr(0, kHexDigits);
}

}  // namespace

std::string fingerprint(const ResultModel& model, std::size_t column_at, std::size_t position) {
  const RuleColumn& column = model.columns()[column_at];
  const table::SubjectName subject = model.subject(column.subject(position)).name;
  const std::string_view field =
      column.field() ? std::string_view(model.vocabulary().field(*column.field()).id) : std::string_view{};
  return fingerprint_of({column.rule().id, subject.kind, subject.code, model.run().series, field});
}

std::string fingerprint_of(const FingerprintParts& parts) {
  return "v1:" + digest({parts.rule, parts.subject_kind, parts.subject_code, parts.series, parts.field});
}

std::string state_hash(const RuleColumn& column, const ResultCode& code, const ResultDetail& detail) {
  const std::string_view rule_case = code.rule_case == ResultCode::kNoCase
                                         ? std::string_view{}
                                         : std::string_view(column.rule().cases[code.rule_case].id);
  std::vector<std::string_view> parts{outcome_id(code.decision.outcome), policy::severity_id(code.severity), rule_case};
  for (const CellView& cell : detail.evidence) {
    if (cell.role != EvidenceRole::kDecided) continue;
    parts.insert(parts.end(), {cell.subject.kind, cell.subject.code, cell.survey, cell.field, cell.value_id,
                               table::reason_id(cell.missing)});
  }
  return digest(parts);
}

}  // namespace kijun::audit
