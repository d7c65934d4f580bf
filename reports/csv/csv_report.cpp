#include "reports/csv/csv_report.h"

#include <fmt/format.h>

#include "engine/audit/fingerprint.h"
#include "engine/table/missing.h"
#include "reports/csv/csv_row.h"
#include "reports/model/unlisted.h"
#include "reports/words/decision_text.h"
#include "reports/words/record_words.h"
#include "reports/words/requirement_text.h"
#include "reports/words/verdict_words.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

constexpr LocalizedView kHeadings[] = {{"ルール", "rule"},
                                       {"項目", "field"},
                                       {"場合", "case"},
                                       {"整理番号", "refs"},
                                       {"対象の種類", "subject kind"},
                                       {"団体コード", "code"},
                                       {"名称", "name"},
                                       {"判定", "verdict"},
                                       {"結果", "outcome"},
                                       {"重大度", "severity"},
                                       {"ゲート", "gate"},
                                       {"期限", "deadline"},
                                       {"題名", "title"},
                                       {"内容", "message"},
                                       {"求める内容", "required"},
                                       {"実績", "measured"},
                                       {"差", "gap"},
                                       {"差の単位", "gap unit"},
                                       {"対応", "remedy"},
                                       {"照会", "question"},
                                       {"根拠の回答", "evidence"},
                                       {"未定の原因", "undecided because"},
                                       {"場所", "place"},
                                       {"識別子", "fingerprint"}};

constexpr LocalizedView kReadershipHeading{"配布先", "audience"};

/// Ends a row; one of an output that is not for the prefecture's own office says whom it is for.
void finish(const audit::RunInfo& run, CsvRow& row) {
  if (run.readers.who != audit::Readership::kInternal) row.add(audit::readership_id(run.readers.who));
  row.finish();
}

/// 「協議の場の設置状況＝×」 for every deciding and context cell.
std::string evidence_text(const std::vector<audit::CellView>& cells, Language language) {
  std::vector<std::string> parts;
  for (const audit::CellView& cell : cells) {
    const std::string& shown = cell.raw.empty() ? cell.value.in(language) : cell.raw;
    parts.push_back(fmt::format("{} {}: {}", cell.subject.name.in(language), cell.label.in(language), shown));
  }
  return fmt::format("{}", fmt::join(parts, "\n"));
}

std::string cause_text(const audit::ResultDetail& detail, Language language) {
  std::vector<std::string> parts;
  for (const audit::OpenCause& cause : detail.unknown_because)
    parts.push_back(fmt::format("{} {}: {}", cause.cell.subject.name.in(language), cause.cell.label.in(language),
                                cause.cell.value.in(language)));
  if (detail.num_causes > detail.unknown_because.size())
    parts.push_back(fill(Word::kMoreEvidence, {{"n", detail.num_causes - detail.unknown_because.size()}}).in(language));
  return fmt::format("{}", fmt::join(parts, "\n"));
}

std::string place_text(const std::vector<audit::CellView>& cells) {
  for (const audit::CellView& cell : cells)
    if (cell.at.line != 0) return fmt::format("{}:{}:{}", cell.at.file, cell.at.line, cell.at.column);
  return {};
}

/// "blocks", "waived", and how a finding stands to the baseline.
std::string gate_text(const audit::ResultModel& model, std::size_t column, std::size_t position) {
  std::vector<std::string_view> words;
  if (model.gate(column, position).blocks) words.emplace_back("blocks");
  if (model.waiver(column, position) != nullptr) words.emplace_back("waived");
  if (model.baseline() != nullptr)
    if (const auto state = model.baseline()->state(column, position)) words.push_back(audit::baseline_state_id(*state));
  return fmt::format("{}", fmt::join(words, " "));
}

/// 「目標未達〔案・根拠要確認〕」: what a rule on trial finds is not to be taken for what counts.
LocalizedText verdict_text(const audit::ResultModel& model, const audit::RuleColumn& results,
                           const audit::ResultCode& code) {
  const LocalizedText verdict = verdict_word(audit::verdict_of(results, code));
  if (!audit::is_finding(code.decision.outcome)) return verdict;
  return marked(verdict, rule_mark(results.rule(), model.ruleset()));
}

/// Of a finding alone: what passes has nothing to mend.
void add_requirement(const audit::ResultModel& model, std::size_t column, std::size_t position, Language language,
                     CsvRow& row) {
  const bool is_finding = audit::is_finding(model.columns()[column].outcome(position));
  const audit::Requirement requirement = is_finding ? model.requirement(column, position) : audit::Requirement{};
  const RequirementCells cells = requirement_cells(requirement);
  row.add(cells.required.in(language));
  row.add(cells.measured.in(language));
  row.add(cells.gap == nullptr ? "" : cells.gap->number);
  row.add(cells.gap == nullptr ? "" : cells.gap->unit);
}

void write_result(const audit::ResultModel& model, std::size_t column, std::size_t position, Language language,
                  CsvRow& row) {
  const audit::RuleColumn& results = model.columns()[column];
  const audit::ResultCode code = results.code(position);
  const audit::ResultDetail detail = model.detail(column, position);
  const table::SubjectName subject = model.subject(results.subject(position)).name;
  row.add(results.rule().id);
  row.add(results.field() ? model.vocabulary().field(*results.field()).id : "");
  row.add(code.rule_case == audit::ResultCode::kNoCase ? "" : results.rule().cases[code.rule_case].id);
  row.add(fmt::format("{}", fmt::join(detail.refs, " ")));
  row.add(subject.kind);
  row.add(subject.code);
  row.add(subject.name.in(language));
  row.add(verdict_text(model, results, code).in(language));
  row.add(audit::outcome_id(code.decision.outcome));
  row.add(policy::severity_id(code.severity));
  row.add(gate_text(model, column, position));
  row.add(code.deadline ? code.deadline->iso() : "");
  row.add(results.rule().title.in(language));
  row.add(detail.message.in(language));
  add_requirement(model, column, position, language, row);
  row.add(detail.remedy.in(language));
  row.add(detail.ask ? detail.ask->text.in(language) : "");
  row.add(evidence_text(detail.evidence, language));
  row.add(cause_text(detail, language));
  row.add(place_text(detail.evidence));
  row.add(audit::fingerprint(model, column, position));
  finish(model.run(), row);
}

constexpr std::size_t kCode = 5;
constexpr std::size_t kOutcome = 8;
constexpr std::size_t kTitle = 12;
constexpr std::size_t kMessage = 13;

/// A row that is no result: `outcome` says what it is.
struct OtherRow {
  std::string rule;
  std::string field;
  table::SubjectName subject;
  std::string outcome;
  LocalizedText title;
  LocalizedText message;
  std::string place;
  std::string fingerprint;
};

void write_other(const audit::RunInfo& run, const OtherRow& other, Language language, CsvRow& row) {
  std::vector<std::string> cells(std::size(kHeadings));
  cells[0] = other.rule;
  cells[1] = other.field;
  cells[4] = other.subject.kind;
  cells[kCode] = other.subject.code;
  cells[6] = other.subject.name.in(language);
  cells[kOutcome] = other.outcome;
  cells[kTitle] = other.title.in(language);
  cells[kMessage] = other.message.in(language);
  cells[cells.size() - 2] = other.place;
  cells.back() = other.fingerprint;
  for (const std::string& cell : cells) row.add(cell);
  finish(run, row);
}

/// Decisions that do not hold, cover nothing or end soon: `outcome` is `decision_stale` …
void write_decisions(const audit::ResultModel& model, Language language, CsvRow& row) {
  for (const audit::DecisionView& decision : model.decisions()) {
    if (!needs_attention(decision)) continue;
    const bool is_about_rule = decision.kind == "waiver" || decision.kind == "remark";
    OtherRow other;
    (is_about_rule ? other.rule : other.field) = decision.field_or_rule;
    other.subject = decision.subject;
    other.outcome =
        fmt::format("decision_{}", decision.expiring ? "expiring" : audit::decision_state_id(decision.state));
    other.title = decision_kind_word(decision.kind);
    other.message = decision_state_text(model.run(), decision);
    other.place = fmt::format("{}:{}:{}", decision.at.file, decision.at.line, decision.at.column);
    write_other(model.run(), other, language, row);
  }
}

/// What the baseline lists and this run does not find any more: `outcome` is `absent`.
void write_absent(const audit::ResultModel& model, Language language, CsvRow& row) {
  if (model.baseline() == nullptr) return;
  for (const audit::BaselineEntry* entry : model.baseline()->absent()) {
    const LocalizedText name{entry->subject_name, entry->subject_name};
    write_other(model.run(),
                {entry->rule,
                 entry->field,
                 {entry->subject_kind, entry->subject_code, name},
                 "absent",
                 rule_title(model, *entry),
                 word(Word::kResolved),
                 "",
                 entry->fingerprint},
                language, row);
  }
}

/// One row in place of the results that are counted only: `outcome` is `not_listed` and the message says how many.
void write_unlisted(const audit::ResultModel& model, std::size_t column, const ReportOptions& options, CsvRow& row) {
  const Unlisted unlisted = count_unlisted(model, column, options.results);
  const std::size_t number = unlisted.findings + unlisted.others;
  if (number == 0) return;
  const audit::RuleColumn& results = model.columns()[column];
  const std::string field = results.field() ? model.vocabulary().field(*results.field()).id : "";
  write_other(model.run(),
              {results.rule().id,
               field,
               {},
               "not_listed",
               results.rule().title,
               fill(Word::kMoreNotListed, {{"n", number}}),
               "",
               ""},
              options.language, row);
}

void write_rows(const audit::ResultModel& model, const ReportOptions& options, bool formula_safe, std::ostream& out) {
  CsvRow row(out, formula_safe);
  for (std::size_t at = 0; at < std::size(kHeadings); ++at)
    row.add(at == kCode ? code_heading(model.run().record_kinds).in(options.language)
                        : std::string(kHeadings[at].in(options.language)));
  if (model.run().readers.who != audit::Readership::kInternal) row.add(kReadershipHeading.in(options.language));
  row.finish();
  for (std::size_t column = 0; column < model.columns().size(); ++column) {
    for (const std::uint32_t position : model.listed(column))
      if (carries(options.results, model.columns()[column].outcome(position)))
        write_result(model, column, position, options.language, row);
    write_unlisted(model, column, options, row);
  }
  write_decisions(model, options.language, row);
  write_absent(model, options.language, row);
}

}  // namespace

void write_csv_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  out << "\xEF\xBB\xBF";
  write_rows(model, options, true, out);
}

void write_csv_raw_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  write_rows(model, options, false, out);
}

}  // namespace kijun::reports
