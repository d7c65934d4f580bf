#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "engine/audit/baseline.h"
#include "engine/audit/read_json.h"

namespace kijun::audit {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kBaselineSchema = "kijun.baseline/1";

Json json_of(const BaselineEntry& entry) {
  Json json{{"rule", entry.rule}};
  if (!entry.field.empty()) json["field"] = entry.field;
  json["kind"] = entry.subject_kind;
  json["code"] = entry.subject_code;
  json["name"] = entry.subject_name;
  json["outcome"] = outcome_id(entry.outcome);
  json["severity"] = policy::severity_id(entry.severity);
  json["fingerprint"] = entry.fingerprint;
  json["state"] = entry.state_hash;
  return json;
}

std::optional<BaselineEntry> read_entry(const Json& json) {
  if (!json.is_object()) return std::nullopt;
  const auto outcome = parse_outcome(text_or_empty(json, "outcome"));
  const auto severity = policy::parse_severity(text_or_empty(json, "severity"));
  if (!outcome || !is_finding(*outcome) || !severity) return std::nullopt;
  BaselineEntry entry{text_or_empty(json, "fingerprint"),
                      text_or_empty(json, "state"),
                      text_or_empty(json, "rule"),
                      text_or_empty(json, "field"),
                      text_or_empty(json, "kind"),
                      text_or_empty(json, "code"),
                      text_or_empty(json, "name"),
                      *outcome,
                      *severity};
  const bool is_whole = entry.fingerprint.starts_with("v1:") && !entry.state_hash.empty() && !entry.rule.empty() &&
                        !entry.subject_kind.empty() && !entry.subject_code.empty();
  return is_whole ? std::optional(std::move(entry)) : std::nullopt;
}

}  // namespace

std::string write_baseline(const Baseline& baseline) {
  const auto text = [](const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); };
  std::string out = fmt::format("{{\n\"schema\": {},\n\"series\": {},\n\"findings\": [", text(kBaselineSchema),
                                text(baseline.series));
  const char* separator = "\n";
  for (const BaselineEntry& entry : baseline.entries) {
    out += separator + text(json_of(entry));
    separator = ",\n";
  }
  return out + (baseline.entries.empty() ? "]\n}\n" : "\n]\n}\n");
}

Result<Baseline> read_baseline(std::string_view json) {
  const Result<Json> document = parse_json(json);
  if (!document) return tl::unexpected(document.error());
  if (!document->is_object() || text_or_empty(*document, "schema") != kBaselineSchema)
    return fail_with({"`kijun baseline write`が作った基準ではありません", "not written by `kijun baseline write`"});
  Baseline baseline{text_or_empty(*document, "series"), {}};
  const auto findings = document->find("findings");
  if (findings == document->end() || !findings->is_array())
    return fail_with({"`findings`の配列がありません", "there is no array `findings`"});
  for (const Json& finding : *findings) {
    std::optional<BaselineEntry> entry = read_entry(finding);
    const std::size_t number = baseline.entries.size() + 1;
    if (!entry)
      return fail_with(
          {fmt::format("{}番目の項目が読めません", number), fmt::format("finding {} cannot be read", number)});
    baseline.entries.push_back(std::move(*entry));
  }
  return baseline;
}

}  // namespace kijun::audit
