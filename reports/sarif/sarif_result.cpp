#include "reports/sarif/sarif_result.h"

#include <algorithm>

#include "reports/ci/source_paths.h"
#include "reports/escape/short_text.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

/// Code points of a message and of a cell that is quoted.
constexpr std::size_t kMaxMessage = 2000;
constexpr std::size_t kMaxSnippet = 500;

/// GitHub keeps a hundred locations of a result.
constexpr std::size_t kMaxLocations = 100;

void write_message(const SarifResult& result, const SarifContext& context, JsonWriter& json) {
  std::string text = sarif_text(result.message.in(context.language));
  if (result.rule_at.line != 0)
    text += "\n" + word(Word::kCiSeeRule).in(context.language) + "[" + result.rule_id + "](1)";
  json.object_member("message", [&] { json.member("text", text); });
}

void write_logical_location(const SarifResult& result, const SarifContext& context, JsonWriter& json) {
  json.array_member("logicalLocations", [&] {
    json.object([&] {
      json.member("index", context.logical.index(result.address));
      json.member("fullyQualifiedName", result.address);
    });
  });
}

void write_related_location(const SarifResult& result, JsonWriter& json) {
  json.array_member("relatedLocations", [&] {
    json.object([&] {
      json.member("id", 1);
      json.key("physicalLocation");
      write_physical_location(result.rule_at, 0, "", json);
      json.object_member("message", [&] { json.member("text", result.rule_id); });
    });
  });
}

void write_locations(const SarifResult& result, const SarifContext& context, JsonWriter& json) {
  json.array_member("locations", [&] {
    for (std::size_t i = 0; i < std::min(result.anchors.size(), kMaxLocations); ++i)
      json.object([&] {
        const Anchor& anchor = result.anchors[i];
        json.key("physicalLocation");
        write_physical_location(anchor.at, anchor.end_column, anchor.raw, json);
        if (i == 0 && context.profile == SarifProfile::kFull && !result.address.empty())
          write_logical_location(result, context, json);
      });
  });
  if (result.rule_at.line != 0) write_related_location(result, json);
}

void write_fingerprints(const SarifResult& result, JsonWriter& json) {
  constexpr std::size_t kPrefix = 3;  // "v1:"
  constexpr std::size_t kShortDigits = 16;
  json.object_member("partialFingerprints", [&] {
    json.member("kijun/subject/v1", result.fingerprint);
    json.member("primaryLocationLineHash", result.fingerprint.substr(kPrefix, kShortDigits) + ":1");
  });
}

void write_suppressions(const SarifResult& result, Language language, JsonWriter& json) {
  json.array_member("suppressions", [&] {
    if (result.waiver == nullptr) return;
    json.object([&] {
      json.member("kind", "external");
      json.member("status", "accepted");
      const std::string until = result.waiver->until ? result.waiver->until->iso() : std::string();
      const LocalizedText why =
          fill(Word::kCiListed,
               {{"text", result.waiver->reason},
                {"title", fill(Word::kWaiverContent, {{"approver", result.waiver->approver}, {"until", until}})}});
      json.member("justification", inert_text(why.in(language), kMaxMessage));
    });
  });
}

void write_properties(const SarifResult& result, const SarifContext& context, JsonWriter& json) {
  const bool is_japanese = context.language == Language::kJapanese;
  json.object_member("properties", [&] {
    json.member(is_japanese ? "text_en" : "text_ja",
                inert_text(is_japanese ? result.message.en : result.message.ja, kMaxMessage));
    if (result.source == nullptr) return;
    const CiResult& source = *result.source;
    json.member("outcome", audit::outcome_id(source.standing.outcome));
    json.member("verdict", audit::verdict_id(source.verdict));
    json.member("severity", policy::severity_id(source.standing.severity));
    json.member("stage", policy::stage_id(source.rule->stage));
    json.member("blocks", source.gate.blocks);
    json.member("reasons", source.gate.reasons);
    if (source.standing.baseline) json.member("baseline", audit::baseline_state_id(*source.standing.baseline));
    if (!source.anchor.at.cell.empty()) json.member("cell", source.anchor.at.sheet + "!" + source.anchor.at.cell);
  });
}

}  // namespace

std::size_t LogicalLocations::add(const std::string& address, std::optional<std::size_t> parent) {
  index_[address] = entries_.size();
  entries_.push_back({address, parent});
  return entries_.size() - 1;
}

std::size_t LogicalLocations::index(const std::string& address) {
  const auto found = index_.find(address);
  if (found != index_.end()) return found->second;
  const std::size_t slash = address.rfind('/');
  return add(address, slash == std::string::npos ? std::nullopt : std::optional(index(address.substr(0, slash))));
}

void LogicalLocations::write(JsonWriter& json) const {
  constexpr std::string_view kKinds[] = {"resource", "object", "value"};
  json.array([&] {
    for (const Entry& entry : entries_)
      json.object([&] {
        const auto depth = static_cast<std::size_t>(std::count(entry.address.begin(), entry.address.end(), '/'));
        json.member("name", entry.address.substr(entry.address.rfind('/') + 1));
        json.member("fullyQualifiedName", entry.address);
        json.member("kind", kKinds[std::min(depth, std::size(kKinds) - 1)]);
        if (entry.parent) json.member("parentIndex", *entry.parent);
      });
  });
}

SarifResult make_sarif_result(const CiResult& result, SarifProfile profile, const audit::ResultModel& model) {
  SarifResult made;
  made.rule_id = result.rule->id;
  const bool is_full = profile == SarifProfile::kFull;
  made.kind = is_full ? result.mapping.sarif_kind : std::string_view();
  made.level = is_full ? result.mapping.sarif_level : result.mapping.github_alert;
  made.message = result.message;
  for (const LocalizedText& more :
       {result.detail.remedy, result.detail.ask ? result.detail.ask->text : LocalizedText()})
    append_line(made.message, more);
  made.anchors = {result.anchor};
  made.address = result.address;
  made.rule_at = result.rule_at;
  made.fingerprint = result.fingerprint;
  if (is_full && result.standing.baseline) made.baseline_state = sarif_baseline_state(*result.standing.baseline);
  made.waiver = model.waiver(result.where.column, result.where.position);
  made.source = &result;
  return made;
}

void write_sarif_result(const SarifResult& result, const SarifContext& context, JsonWriter& json) {
  json.object([&] {
    json.member("ruleId", result.rule_id);
    if (context.rules.contains(result.rule_id)) json.member("ruleIndex", context.rules.index(result.rule_id));
    if (!result.kind.empty()) json.member("kind", result.kind);
    json.member("level", result.level);
    write_message(result, context, json);
    write_locations(result, context, json);
    write_fingerprints(result, json);
    if (!result.baseline_state.empty()) json.member("baselineState", result.baseline_state);
    if (context.profile == SarifProfile::kFull) {
      write_suppressions(result, context.language, json);
      write_properties(result, context, json);
    }
  });
}

std::string sarif_text(std::string_view text) {
  std::string inert = inert_text(text, kMaxMessage);
  if (inert.find("](") == std::string::npos) return inert;
  std::string escaped;
  for (const char byte : inert) {
    if (byte == '[' || byte == ']' || byte == '\\') escaped += '\\';
    escaped += byte;
  }
  return escaped;
}

void write_physical_location(const audit::Place& place, std::size_t end_column, const std::string& snippet,
                             JsonWriter& json) {
  json.object([&] {
    json.object_member("artifactLocation", [&] { json.member("uri", uri_path(place.file)); });
    json.object_member("region", [&] {
      json.member("startLine", place.line);
      json.member("startColumn", place.column);
      if (end_column != 0) {
        json.member("endLine", place.line);
        json.member("endColumn", end_column);
      }
      if (!snippet.empty())
        json.object_member("snippet", [&] { json.member("text", inert_text(snippet, kMaxSnippet)); });
    });
  });
}

}  // namespace kijun::reports
