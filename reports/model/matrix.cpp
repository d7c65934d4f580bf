#include <algorithm>
#include <map>

#include "reports/model/build_parts.h"
#include "reports/words/record_words.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

void add_columns(GapReport& report, const BuildIndex& index) {
  Matrix& matrix = report.matrix;
  const audit::ResultModel& result = *report.result;
  std::string topic;
  for (const std::size_t at : index.columns_by_topic) {
    const audit::RuleColumn& column = result.columns()[at];
    if (column.subjects().space() != table::kRecordSpace) {
      continue;
    }
    if (matrix.topics.empty() || column.rule().topic != topic) {
      topic = column.rule().topic;
      matrix.topics.push_back({topic_title(result, topic), 0});
    }
    ++matrix.topics.back().num_columns;
    matrix.columns.push_back({at, &column.rule(), column_title(result, column)});
  }
}

void add_rows(GapReport& report, const BuildIndex& index) {
  Matrix& matrix = report.matrix;
  const audit::ResultModel& result = *report.result;
  std::map<table::SubjectRef, std::size_t> row_of;
  for (const table::SubjectRef record : result.records()) {
    row_of.emplace(record, matrix.subjects.size());
    matrix.subjects.push_back(index.subject_of.at(record));
  }
  matrix.cells.assign(matrix.subjects.size(), std::vector<MatrixCell>(matrix.columns.size()));
  for (std::size_t at = 0; at < matrix.columns.size(); ++at) {
    const std::size_t source = matrix.columns[at].column;
    const audit::RuleColumn& column = result.columns()[source];
    for (std::size_t position = 0; position < column.size(); ++position) {
      MatrixCell& cell = matrix.cells[row_of.at(column.subject(position))][at];
      cell = {true, audit::verdict_of(column, column.code(position)), index.finding_at(report, source, position)};
    }
  }
}

LocalizedText group_title(const audit::ResultModel& result, const std::string& kind) {
  if (kind == "zone") return result.run().zone_term;
  if (kind == "body") return word(Word::kBodies);
  if (kind == "survey") return word(Word::kWholeSurvey);
  const auto& groups = result.ruleset().groups;
  const auto found = std::find_if(groups.begin(), groups.end(), [&](const auto& group) { return group.id == kind; });
  return found == groups.end() ? in_both(kind) : found->title;
}

// What a result says; a pass says at most whom it leaves out, a plain "does not apply" nothing.
LocalizedText message_of(const GapReport& report, std::size_t finding, std::size_t column, std::size_t position) {
  const audit::ResultModel& result = *report.result;
  if (finding == MatrixCell::kNone) {
    const bool passes = result.columns()[column].outcome(position) == audit::Outcome::kPass;
    return passes ? excluded_text(result.run(), result.detail(column, position)) : LocalizedText{};
  }
  const Finding& kept = report.findings[finding];
  LocalizedText message = kept.statement();
  const LocalizedText excluded = excluded_text(result.run(), kept.detail);
  message.ja += excluded.ja;
  if (!excluded.en.empty()) message.en += " " + excluded.en;
  return message;
}

GroupResults& results_of_kind(GapReport& report, const std::string& kind) {
  const auto found =
      std::find_if(report.groups.begin(), report.groups.end(), [&](const GroupResults& g) { return g.kind == kind; });
  if (found != report.groups.end()) {
    return *found;
  }
  report.groups.push_back({kind, group_title(*report.result, kind), {}});
  return report.groups.back();
}

}  // namespace

void add_matrix(GapReport& report, const BuildIndex& index) {
  if (report.shows_records) {
    add_columns(report, index);
    add_rows(report, index);
  }
  const audit::ResultModel& result = *report.result;
  for (const std::size_t at : index.columns_by_topic) {
    const audit::RuleColumn& column = result.columns()[at];
    if (column.subjects().space() == table::kRecordSpace) {
      continue;
    }
    GroupResults& group = results_of_kind(report, column.rule().for_each);
    for (const std::uint32_t position : result.listed(at)) {
      const std::size_t finding = index.finding_at(report, at, position);
      const audit::Verdict verdict = audit::verdict_of(column, column.code(position));
      const std::size_t subject = index.subject_of.at(column.subject(position));
      group.results.push_back({at, position, subject, &column.rule(), column_title(result, column), verdict,
                               message_of(report, finding, at, position), finding});
    }
  }
}

}  // namespace kijun::reports
