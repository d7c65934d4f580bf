#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/audit/part_hashes.h"
#include "engine/audit/result_model.h"
#include "engine/base/result.h"
#include "reports/escape/json_writer.h"
#include "reports/model/format.h"

namespace kijun::reports {

/// A file that took part, as `run_inputs.h` names it.
struct RecordedInput {
  std::string role;
  std::string path;
  std::string sha256;

  bool operator==(const RecordedInput&) const = default;
};

/// The files of a run in its order, each with the hash of its bytes.
[[nodiscard]] std::vector<RecordedInput> recorded_inputs(const audit::RunInfo& run);

/// Writes them as the value of a member.
void write_inputs(const std::vector<RecordedInput>& inputs, JsonWriter& json);

/// What a report was made of, by what, and how: all it takes to make the same bytes again. It stands in the report itself
/// as the JSON object of docs/verifying.en.md.
struct Provenance {
  std::string tool_version;
  std::string format;  ///< As `--out` takes it.

  std::string survey_id;
  std::string location;  ///< The survey's folder below its root; empty where no root is known.
  std::string rules;     ///< Where the pack is: `pack:ID@MAJOR`, or the way from the survey's folder.

  Date answers_as_of;
  Date as_of;
  std::optional<Date> revision;
  std::optional<Date> created;

  audit::Readership readership = audit::Readership::kInternal;
  Language language = Language::kJapanese;
  ResultsShown results = ResultsShown::kAll;
  EntryUnit sarif_group = EntryUnit::kAuto;
  std::size_t max_findings = 0;
  int expiring_within = 0;
  std::vector<std::string> fail_on;
  std::vector<std::string> gate_kinds;
  std::optional<std::size_t> max_unknown;
  std::vector<std::string> strict_decisions;
  std::vector<std::string> allowed;
  audit::Selection selection;

  std::vector<RecordedInput> inputs;
  audit::PartHashes parts;

  bool operator==(const Provenance&) const = default;
};

/// The provenance of a report of this format.
[[nodiscard]] Provenance provenance_of(const audit::ResultModel& model, const ReportOptions& options,
                                       std::string_view format);

/// Writes it as the value of a member.
void write_provenance(const Provenance& provenance, JsonWriter& json);

/// Form of the object; another form has another name.
inline constexpr std::string_view kProvenanceSchema = "kijun.provenance/1";

/// The same for the element of an HTML page that carries it.
inline constexpr std::string_view kProvenanceElement = "kijun-provenance";

}  // namespace kijun::reports
