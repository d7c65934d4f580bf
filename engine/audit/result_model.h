#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/audit/indicator_result.h"
#include "engine/audit/outcome.h"
#include "engine/audit/readership/readership.h"
#include "engine/audit/record_kind.h"
#include "engine/audit/rule_column.h"
#include "engine/audit/subject_list.h"
#include "engine/base/date.h"
#include "engine/base/glossary.h"
#include "engine/base/language.h"
#include "engine/base/lazy_sha256.h"
#include "engine/diag/source.h"
#include "engine/policy/ruleset.h"
#include "engine/survey/tile.h"
#include "engine/table/missing.h"
#include "engine/table/subject.h"
#include "engine/table/vocabulary.h"

namespace kijun::survey {
struct GrantedOn;
}  // namespace kijun::survey

namespace kijun::audit {

class BaselineComparison;
struct PartHashes;
struct QuestionPlan;
struct Requirement;

/// A place a reader can go to. Lines and columns are 1-based, columns in code points.
struct Place {
  std::string file;
  std::size_t line = 0;  ///< 0: no place (a group, an absent column).
  std::size_t column = 0;
  std::string sheet;  ///< Of a workbook; empty for text files.
  std::string cell;
};

/// How a cell belongs to a result: it decided it, or it is shown beside it.
enum class EvidenceRole : std::uint8_t { kDecided, kContext };

/// Where an answer's value comes from.
enum class Origin : std::uint8_t { kAnswer, kCorrection, kAttestation, kReading, kDefault, kRegister };

/// One cell as reports show it.
struct CellView {
  table::SubjectName subject;
  std::string survey;  ///< Survey id.
  std::string field;   ///< Field or attribute id.
  LocalizedText label;
  LocalizedText value;   ///< The value in words; the missing reason's word when there is none.
  std::string value_id;  ///< Language-free: enum id, ISO date, number, "true", text; empty when missing.
  std::string raw;       ///< As it stands in the answer file.
  table::MissingReason missing = table::MissingReason::kNone;
  Origin origin = Origin::kAnswer;
  table::FieldRole field_role = table::FieldRole::kDeclared;
  EvidenceRole role = EvidenceRole::kDecided;
  Place at;
  diag::Span span;  ///< The cell's bytes where `at` is; without a source for what was not read from a text file.
};

/// A missing answer that keeps a result open.
struct OpenCause {
  CellView cell;
  bool asks = false;  ///< A question to the municipality could settle it.
};

/// One number for a result's column and its position there.
[[nodiscard]] constexpr std::uint64_t result_key(std::size_t column, std::size_t position) {
  return (static_cast<std::uint64_t>(column) << 32U) | position;
}

/// Whether a result makes the run exit 1, and every reason it does not.
struct Gate {
  bool blocks = false;
  /// Of "outcome", "severity", "unknown", "kind", "draft", "waived", "baseline", in this order.
  std::vector<std::string> reasons;
};

/// Everything about one result that is made on demand by the naive evaluator.
struct ResultDetail {
  LocalizedText message;
  LocalizedText remedy;
  std::optional<policy::Ask> ask;
  std::vector<std::string> refs;
  std::vector<CellView> evidence;          ///< At most 20 deciding cells per aggregate, then context.
  std::size_t num_evidence = 0;            ///< True total of deciding cells.
  std::size_t num_excluded = 0;            ///< Members left out for want of an answer.
  std::vector<OpenCause> unknown_because;  ///< The first 20 minimal causes.
  std::size_t num_causes = 0;              ///< True total of minimal causes.
  bool unknown_by_form = false;            ///< No single answer decides: the rule's form is the cause.
  LocalizedText not_applicable_because;
};

/// A subject as reports sort and show it.
struct SubjectInfo {
  table::SubjectName name;
  std::string municipality_kind;  ///< "town"; empty for groups.
  LocalizedText municipality_kind_label;
  std::string zone;  ///< Zone id, empty for none.
  std::uint32_t order = 0;
  std::optional<survey::Tile> tile;  ///< Where the register draws it; nothing for groups.
  Place at;                          ///< The row's place in the answer file; line 0 for groups.
};

/// One input that took part, for provenance.
struct InputFile {
  std::string role;  ///< "answers", "manifest", "register", "municipalities", "zones", "bodies", "decisions", "pack",
                     ///< "vocabulary", "ruleset", "lock", "baseline", "config", "glossary".
  std::string path;  ///< As `run_inputs.h` names it: whatever folder a run took place in.
  LazySha256 sha256;
};

/// What a run was narrowed to, in the order given; empty for a whole run.
struct Selection {
  std::vector<std::string> rules;    ///< Ids.
  std::vector<std::string> records;  ///< Codes.
  std::vector<std::string> zones;    ///< Codes.
  bool operator==(const Selection&) const = default;
};

/// A subject whose earlier year stands under another code, or does not compare.
struct SeriesJoin {
  table::SubjectName subject;
  std::string earlier_survey;                    ///< Survey id.
  std::vector<table::SubjectName> predecessors;  ///< Who the earlier survey has in its place.
  bool compares = false;                         ///< One to one: only the code (or name) is another.
};

/// What the run was about.
struct RunInfo {
  std::string tool_version;
  std::string survey_id;
  std::string series;
  LocalizedText survey_title;
  int fiscal_year = 0;
  Date answers_as_of;
  LocalizedText answers_as_of_basis;
  Date as_of;
  bool final_status = false;  ///< 確定 or 速報.
  LocalizedText source_title;
  LocalizedText source_publisher;
  LocalizedText prefecture;
  LocalizedText zone_term;  ///< 障がい保健福祉圏域.
  Glossary glossary;        ///< In whose terms all texts of the model are; writers of reports open a scope with it.
  std::vector<RecordKind> record_kinds = municipal_record_kinds();  ///< That which is counted stands first.
  std::string pack_id;
  std::string pack_version;
  std::vector<InputFile> inputs;
  std::vector<std::string> earlier_surveys;  ///< Ids of those of the series that were read, newest first.
  std::vector<SeriesJoin> joins;             ///< By earlier survey, newest first, then by row.
  std::vector<std::string> fail_on;          ///< As given: "error", …
  std::vector<std::string> gate_kinds;
  std::optional<std::size_t> max_unknown;     ///< `Summary::num_open_unknown` may be no more; nothing: any number.
  std::vector<std::string> narrowed;          ///< "--only council.municipality" …; empty for a whole run.
  Selection selection;                        ///< The same, as it is looked up.
  std::string rules;                          ///< Where the pack is, as `run_inputs.h` names it.
  std::vector<std::string> allowed;           ///< Odd cases that are fine: "rules", "results", "rule_errors".
  std::optional<Date> revision;               ///< Decisions and answers after this day are left out; empty: all count.
  std::size_t num_later_decisions = 0;        ///< Those that are left out.
  std::optional<Date> answers_received;       ///< When the answers are a resubmission.
  std::size_t num_later_resubmissions = 0;    ///< Those that are left out.
  int expiring_within = 0;                    ///< Days.
  std::vector<std::string> strict_decisions;  ///< What is an error: "stale", "unused", "expired", "expiring".
  std::size_t max_findings = 0;  ///< Findings listed per rule (and field), and as many of the other results.
  Readers readers;               ///< Whom the outputs are for, and what they leave out for that.
};

/// How a decision stands on the day of the audit.
enum class DecisionState : std::uint8_t {
  kInForce,
  kStale,    ///< The note, the answer or the rule it rests on has changed: it does not hold.
  kExpired,  ///< A waiver after its last day.
  kUnused,   ///< A waiver of a result that is no finding, or of a rule that is not asked.
};
inline constexpr std::size_t kNumDecisionStates = 4;
/// "in_force", "stale", "expired", "unused".
[[nodiscard]] std::string_view decision_state_id(DecisionState state);

/// Counts printed in every output.
struct Summary {
  std::size_t num_records = 0;
  std::size_t num_municipalities = 0;
  std::size_t num_rules = 0;
  std::size_t num_results = 0;
  std::size_t by_outcome[5] = {};           ///< By `Outcome`.
  std::size_t failing_by_severity[3] = {};  ///< By `policy::Severity`.
  std::size_t num_blocking = 0;
  std::size_t num_ungated_unknown = 0;
  /// Of these, what only the choice that unknowns do not gate keeps from gating: of a kind that gates, no draft, neither
  /// waived nor in the baseline.
  std::size_t num_open_unknown = 0;
  bool too_many_unknown = false;                            ///< `num_open_unknown` is over `RunInfo::max_unknown`.
  std::size_t num_waived = 0;                               ///< Findings that a waiver in force covers.
  std::size_t decisions_by_state[kNumDecisionStates] = {};  ///< By `DecisionState`.
  std::size_t num_expiring = 0;                             ///< Waivers in force that end soon.
  std::size_t num_strict_decisions = 0;                     ///< Decisions that are errors as the user wants it.
  std::size_t num_verdicts_on_readings = 0;                 ///< Results whose deciding cells include a reading.
  std::size_t num_fallback_nodes = 0;                       ///< Expression nodes without a columnar kernel.
  std::size_t num_folded_marks = 0;                         ///< Look-alike marks read as their canonical form.

  /// The run exits 1.
  [[nodiscard]] bool gates() const { return num_blocking > 0 || num_strict_decisions > 0 || too_many_unknown; }
};

/// A person's conclusion as reports show it.
struct DecisionView {
  std::string kind;  ///< reading correction attestation waiver remark
  table::SubjectName subject;
  std::string field_or_rule;
  std::string quote;
  std::string answer;  ///< Of a correction: what was answered at first (当初回答).
  std::vector<CellView> values;
  LocalizedText reason;
  std::string source;
  std::string by;
  std::optional<Date> when;
  std::string approver;       ///< Of a waiver.
  std::optional<Date> until;  ///< Of a waiver: its last day.
  DecisionState state = DecisionState::kInForce;
  bool expiring = false;  ///< A waiver in force that ends within `RunInfo::expiring_within` days.
  Place at;
};

/// One clause of a rule with what it gave for a subject.
struct ClauseView {
  std::string part;  ///< "when", "judgeable" or "require".
  std::string text;  ///< As written in the ruleset.
  std::size_t depth = 0;
  LocalizedText value;  ///< はい / いいえ for a condition, else the value in words.
  cel::State state = cel::State::kTrue;
  std::vector<CellView> cells;  ///< What the clause read, for clauses without inner ones.
};

/// The whole result of an audit, of which reports are pure functions. Columns, and positions in them, are stable.
class ResultModel {
 public:
  virtual ~ResultModel() = default;

  [[nodiscard]] virtual const RunInfo& run() const = 0;
  [[nodiscard]] virtual const Summary& summary() const = 0;
  [[nodiscard]] virtual const policy::Ruleset& ruleset() const = 0;
  [[nodiscard]] virtual const table::Vocabulary& vocabulary() const = 0;
  [[nodiscard]] virtual const std::vector<RuleColumn>& columns() const = 0;
  [[nodiscard]] virtual const std::vector<IndicatorResult>& indicators() const = 0;
  [[nodiscard]] virtual const std::vector<DecisionView>& decisions() const = 0;
  /// The waiver in force that covers a result, or null.
  [[nodiscard]] virtual const DecisionView* waiver(std::size_t column, std::size_t position) const = 0;
  /// What a waiver of a result would be granted on.
  [[nodiscard]] virtual survey::GrantedOn granted_on(std::size_t column, std::size_t position) const = 0;
  /// What the run is made of, part by part. Made by the first call.
  [[nodiscard]] virtual const PartHashes& part_hashes() const = 0;
  /// The run beside the baseline the user named, or null.
  [[nodiscard]] virtual const BaselineComparison* baseline() const = 0;
  /// Rows of the survey in 建制順.
  [[nodiscard]] virtual const SubjectList& records() const = 0;
  /// Those of them that are municipalities; the records that a survey lists itself count as such.
  [[nodiscard]] virtual const SubjectList& municipalities() const = 0;
  /// Zones in the plan's order.
  [[nodiscard]] virtual const SubjectList& zones() const = 0;
  /// Positions of a column's results that outputs list, ascending: all of them, or what `choose_listed` makes of
  /// `RunInfo::max_findings`. What is not among them is counted in every output.
  [[nodiscard]] virtual const std::vector<std::uint32_t>& listed(std::size_t column) const = 0;
  /// Undecided results of a column that no question and no reading of this survey could settle, by index within the
  /// column's space; of size 0 when there are none.
  [[nodiscard]] virtual const BitPlane& not_asked(std::size_t column) const = 0;
  [[nodiscard]] virtual SubjectInfo subject(table::SubjectRef subject) const = 0;
  /// Member rows of a zone or body.
  [[nodiscard]] virtual std::vector<table::SubjectRef> members(table::SubjectRef group) const = 0;
  /// Every answer of a record that its form asks, then its notes and readings, in the vocabulary's order.
  [[nodiscard]] virtual std::vector<CellView> answers(table::SubjectRef record) const = 0;
  /// Texts, evidence and causes of one result (position in `columns()` and in the column).
  [[nodiscard]] virtual ResultDetail detail(std::size_t column, std::size_t position) const = 0;
  /// The message of a result's detail, made without the evidence and all else that costs more than it.
  [[nodiscard]] virtual LocalizedText message(std::size_t column, std::size_t position) const = 0;
  /// All minimal causes of an undecided result.
  [[nodiscard]] virtual std::vector<OpenCause> causes(std::size_t column, std::size_t position) const = 0;
  /// The questions that decide what is listed as undecided, and all that is open of indicators.
  [[nodiscard]] virtual const QuestionPlan& questions() const = 0;
  [[nodiscard]] virtual Gate gate(std::size_t column, std::size_t position) const = 0;
  /// The clauses of a result one by one, for `explain` and result cards.
  [[nodiscard]] virtual std::vector<ClauseView> trace(std::size_t column, std::size_t position) const = 0;
  /// What its rule requires of a result's subject, in words, and what was found (`requirement/requirement.h`).
  [[nodiscard]] virtual Requirement requirement(std::size_t column, std::size_t position) const = 0;
};

}  // namespace kijun::audit
