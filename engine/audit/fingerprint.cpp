#include "engine/audit/fingerprint.h"

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

std::string fingerprint(std::string_view rule, const table::SubjectName& subject, std::string_view series,
                        std::string_view field) {
  return "v1:" + digest({rule, subject.kind, subject.code, series, field});
}

std::string state_hash(Outcome outcome, policy::Severity severity, std::string_view rule_case,
                       const std::vector<CellView>& evidence) {
  std::vector<std::string_view> parts{outcome_id(outcome), policy::severity_id(severity), rule_case};
  for (const CellView& cell : evidence) {
    if (cell.role != EvidenceRole::kDecided) continue;
    parts.insert(parts.end(), {cell.subject.kind, cell.subject.code, cell.survey, cell.field, cell.value_id,
                               table::reason_id(cell.missing)});
  }
  return digest(parts);
}

}  // namespace kijun::audit
