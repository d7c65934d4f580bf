#include "reports/provenance/provenance.h"

#include "reports/ci/grouping.h"

namespace kijun::reports {
namespace {

void write_day(std::string_view name, const std::optional<Date>& day, JsonWriter& json) {
  json.member(name, day ? std::optional(day->iso()) : std::nullopt);
}

void write_options(const Provenance& provenance, JsonWriter& json) {
  json.object_member("options", [&] {
    json.member("lang", language_tag(provenance.language));
    json.member("results", provenance.results == ResultsShown::kAll ? "all" : "findings");
    json.member("max_findings", provenance.max_findings);
    json.member("fail_on", provenance.fail_on);
    json.member("gate", provenance.gate_kinds);
    json.member("max_unknown", provenance.max_unknown);
    json.member("strict_decisions", provenance.strict_decisions);
    json.member("expiring_within", provenance.expiring_within);
    json.member("only", provenance.selection.rules);
    json.member("for", provenance.selection.records);
    json.member("group", provenance.selection.zones);
    json.member("allow", provenance.allowed);
    json.member("sarif_group", unit_id(provenance.sarif_group));
    if (provenance.readership != audit::Readership::kInternal)
      json.member("audience", audit::readership_id(provenance.readership));
  });
}

void write_parts(const audit::PartHashes& parts, JsonWriter& json) {
  json.object_member("parts", [&] {
    json.array_member("rules", [&] {
      for (const audit::Meaning& rule : parts.rules)
        json.object([&] {
          json.member("id", rule.id);
          json.member("meaning", rule.meaning);
          json.member("texts", rule.texts);
        });
    });
    json.array_member("decisions", [&] {
      for (const audit::DecisionHash& decision : parts.decisions)
        json.object([&] {
          json.member("kind", decision.kind);
          json.member("subject", decision.subject);
          json.member("about", decision.about);
          if (!decision.field.empty()) json.member("field", decision.field);
          json.member("hash", decision.hash);
        });
    });
    json.member("fields", parts.fields);
    json.array_member("answers", [&] {
      for (const audit::AnswerRow& row : parts.answers)
        json.object([&] {
          json.member("code", row.code);
          json.member("cells", row.cells);
        });
    });
  });
}

}  // namespace

std::vector<RecordedInput> recorded_inputs(const audit::RunInfo& run) {
  std::vector<RecordedInput> inputs;
  for (const audit::InputFile& input : run.inputs) inputs.push_back({input.role, input.path, input.sha256.hex()});
  return inputs;
}

void write_inputs(const std::vector<RecordedInput>& inputs, JsonWriter& json) {
  json.array([&] {
    for (const RecordedInput& input : inputs)
      json.object([&] {
        json.member("role", input.role);
        json.member("path", input.path);
        json.member("sha256", input.sha256);
      });
  });
}

Provenance provenance_of(const audit::ResultModel& model, const ReportOptions& options, std::string_view format) {
  const audit::RunInfo& run = model.run();
  const SourceFolders& folders = options.ci.folders;
  const bool is_sarif = format.starts_with("sarif");
  Provenance made;
  made.tool_version = run.tool_version;
  made.format = format;
  made.survey_id = run.survey_id;
  // The paths in SARIF depend on the root in any case; elsewhere it is no more than a help to find the survey again.
  if (is_sarif || folders.has_known_root) made.location = folders.location;
  made.rules = run.rules;
  made.answers_as_of = run.answers_as_of;
  made.as_of = run.as_of;
  made.revision = run.revision;
  made.created = options.created;
  made.readership = run.readers.who;
  made.language = options.language;
  made.results = options.results;
  if (is_sarif) made.sarif_group = options.ci.sarif_group;
  made.max_findings = run.max_findings;
  made.expiring_within = run.expiring_within;
  made.fail_on = run.fail_on;
  made.gate_kinds = run.gate_kinds;
  made.max_unknown = run.max_unknown;
  made.strict_decisions = run.strict_decisions;
  made.allowed = run.allowed;
  made.selection = run.selection;
  made.inputs = recorded_inputs(run);
  made.parts = model.part_hashes();
  return made;
}

void write_provenance(const Provenance& provenance, JsonWriter& json) {
  json.object([&] {
    json.member("schema", kProvenanceSchema);
    json.object_member("tool", [&] {
      json.member("name", "kijun");
      json.member("version", provenance.tool_version);
    });
    json.member("format", provenance.format);
    json.object_member("survey", [&] {
      json.member("id", provenance.survey_id);
      json.member("location", provenance.location.empty() ? std::nullopt : std::optional(provenance.location));
    });
    json.member("rules", provenance.rules);
    json.object_member("dates", [&] {
      write_day("answers_as_of", provenance.answers_as_of, json);
      write_day("as_of", provenance.as_of, json);
      write_day("revision", provenance.revision, json);
      write_day("created", provenance.created, json);
    });
    write_options(provenance, json);
    json.key("inputs");
    write_inputs(provenance.inputs, json);
    write_parts(provenance.parts, json);
  });
}

}  // namespace kijun::reports
