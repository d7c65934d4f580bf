#pragma once

#include <optional>
#include <string_view>

#include "reports/json/json_parts.h"
#include "reports/model/format.h"
#include "reports/provenance/provenance.h"

namespace kijun::reports {

/// Writes what a document says of the run as a whole. `document.member(key, write)` takes a key and what writes its value
/// to a `JsonWriter`.
template <class Document>
void write_head(const audit::ResultModel& model, const ReportOptions& options, Document& document) {
  const audit::RunInfo& run = model.run();
  document.member("tool", [&](JsonWriter& json) { write_tool(run, json); });
  document.member("survey", [&](JsonWriter& json) { write_survey(run, json); });
  document.member("as_of", [&](JsonWriter& json) { json.value(run.as_of.iso()); });
  document.member("ruleset", [&](JsonWriter& json) { write_ruleset(model, json); });
  document.member("inputs", [&](JsonWriter& json) { write_inputs(recorded_inputs(run), json); });
  document.member("gate", [&](JsonWriter& json) { write_gate(run, json); });
  document.member("narrowed", [&](JsonWriter& json) { json.value(run.narrowed); });
  if (run.readers.who != audit::Readership::kInternal) {
    document.member("audience", [&](JsonWriter& json) { json.value(audit::readership_id(run.readers.who)); });
    document.member("left_out", [&](JsonWriter& json) { write_left_out(run.readers.left_out, json); });
  }
  const auto write_day = [&](std::string_view name, const std::optional<Date>& day) {
    document.member(name, [&](JsonWriter& json) { day ? json.value(day->iso()) : json.null(); });
  };
  write_day("revision", run.revision);
  document.member("later_decisions", [&](JsonWriter& json) { json.value(run.num_later_decisions); });
  write_day("answers_received", run.answers_received);
  document.member("later_resubmissions", [&](JsonWriter& json) { json.value(run.num_later_resubmissions); });
  document.member("expiring_within", [&](JsonWriter& json) { json.value(run.expiring_within); });
  document.member("strict_decisions", [&](JsonWriter& json) { json.value(run.strict_decisions); });
  if (options.created) document.member("created", [&](JsonWriter& json) { json.value(options.created->iso()); });
  document.member("summary", [&](JsonWriter& json) { write_summary(model.summary(), json); });
  if (model.baseline() != nullptr)
    document.member("baseline", [&](JsonWriter& json) { write_baseline(*model.baseline(), json); });
}

}  // namespace kijun::reports
