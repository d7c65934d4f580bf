#include "engine/cli/verify/recorded_request.h"

#include "engine/cli/audit_words.h"

namespace kijun::cli {

std::optional<audit::AuditOptions> recorded_audit_options(const reports::Provenance& provenance, std::string& wrong) {
  audit::AuditOptions options;
  const auto add_all = [&](const std::vector<std::string>& words, auto add) {
    for (const std::string& word : words)
      if (!add(word) && wrong.empty()) wrong = word;
  };
  options.gate.fail_on.reset();
  options.gate.kinds.clear();
  add_all(provenance.fail_on, [&](const std::string& word) { return add_fail_on(word, options.gate); });
  add_all(provenance.gate_kinds, [&](const std::string& word) { return add_gate_kind(word, options.gate); });
  add_all(provenance.strict_decisions, [&](const std::string& word) { return add_strict(word, options.strict); });
  add_all(provenance.allowed, [&](const std::string& word) {
    if (word == "rule_errors") options.allow.rule_errors = true;
    return word == "rule_errors" || add_allowed_empty(word, options.allow);
  });
  options.gate.max_unknown = provenance.max_unknown;
  options.expiring_within = provenance.expiring_within;
  options.max_findings = provenance.max_findings;
  options.revision = provenance.revision;
  options.readership = provenance.readership;
  // The text of the report holds the version; that it is another one is said apart.
  options.tool_version = provenance.tool_version;
  return wrong.empty() ? std::optional(std::move(options)) : std::nullopt;
}

reports::ReportOptions recorded_report_options(const reports::Provenance& provenance) {
  reports::ReportOptions options;
  options.language = provenance.language;
  options.results = provenance.results;
  options.created = provenance.created;
  options.ci.sarif_group = provenance.sarif_group;
  return options;
}

}  // namespace kijun::cli
