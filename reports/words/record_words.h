#pragma once

#include <limits>
#include <vector>

#include "engine/audit/result_model.h"
#include "reports/words/words.h"

namespace kijun::reports {

// What a survey's records are called: 市町村 in a survey of municipalities, or what it lists (避難所).

/// As many as no survey has: where a noun stands for all of them.
inline constexpr std::size_t kManyRecords = std::numeric_limits<std::size_t>::max();

/// One of those that are counted: 市町村 / municipality.
[[nodiscard]] LocalizedText member_text(const std::vector<audit::RecordKind>& kinds);
/// What the counts of a report count; in English the plural unless there is one.
[[nodiscard]] LocalizedText members_text(const audit::RunInfo& run, std::size_t number = kManyRecords);
/// All records, the prefecture's own included: 団体, or what the survey lists; in English likewise.
[[nodiscard]] LocalizedText records_text(const audit::RunInfo& run, std::size_t number = kManyRecords);
/// The label of the number of those who answered: 回答団体, or what the survey lists.
[[nodiscard]] LocalizedText answering_text(const audit::RunInfo& run);
/// 34団体（うち市町村33）, or 9避難所.
[[nodiscard]] LocalizedText num_records_text(const audit::RunInfo& run, const audit::Summary& summary);
/// The head of a column of records: 団体 / Record, or what the survey lists.
[[nodiscard]] LocalizedText record_heading(const audit::RunInfo& run);
/// The head of a column of their codes: 団体コード.
[[nodiscard]] LocalizedText code_heading(const std::vector<audit::RecordKind>& kinds);
/// An entry of the catalogue for the report of a run: `{members}` is what it counts, `{records}` who answered, `{order}`
/// how they stand.
[[nodiscard]] LocalizedText word_for(const audit::RunInfo& run, Word id);
/// How many members a result leaves out for want of an answer; empty when none.
[[nodiscard]] LocalizedText excluded_text(const audit::RunInfo& run, const audit::ResultDetail& detail);

}  // namespace kijun::reports
