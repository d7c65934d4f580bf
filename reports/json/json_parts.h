#pragma once

#include "engine/audit/bands.h"
#include "engine/audit/baseline.h"
#include "engine/audit/result_model.h"
#include "reports/escape/json_writer.h"
#include "reports/model/unlisted.h"

namespace kijun::reports {

/// Members and values that several documents have.

/// A text in both languages.
void write_text(std::string_view name, const LocalizedText& text, JsonWriter& json);
/// Null for an empty text.
void write_string_or_null(std::string_view name, std::string_view text, JsonWriter& json);
void write_date(std::string_view name, const std::optional<Date>& date, JsonWriter& json);
void write_subject_members(const table::SubjectName& subject, JsonWriter& json);
void write_subject(std::string_view name, const table::SubjectName& subject, JsonWriter& json);
/// The members of a rate.
void write_interval(std::size_t lower, std::size_t upper, std::size_t of, std::size_t answered, JsonWriter& json);
void write_join(const audit::SeriesJoin& join, JsonWriter& json);

/// Values of the document of `docs/results-json.md`.

/// The values of the members that are named so.
void write_tool(const audit::RunInfo& run, JsonWriter& json);
void write_survey(const audit::RunInfo& run, JsonWriter& json);
void write_ruleset(const audit::ResultModel& model, JsonWriter& json);
void write_gate(const audit::RunInfo& run, JsonWriter& json);
/// What a document leaves out for those it is for.
void write_left_out(const audit::LeftOut& left_out, JsonWriter& json);
void write_baseline(const audit::BaselineComparison& baseline, JsonWriter& json);
void write_summary(const audit::Summary& summary, JsonWriter& json);
/// One entry of `not_listed`.
void write_unlisted(const audit::ResultModel& model, std::size_t column, const Unlisted& unlisted, JsonWriter& json);
void write_indicator(const audit::IndicatorResult& indicator, const audit::ResultModel& model, JsonWriter& json);
/// One entry of `band_sets`.
void write_band(const audit::BandResult& band, JsonWriter& json);
void write_rule(const policy::Rule& rule, const audit::ResultModel& model, JsonWriter& json);
void write_basis(const policy::Basis& basis, JsonWriter& json);
void write_decision(const audit::DecisionView& decision, JsonWriter& json);
/// One entry of `results`.
void write_result(const audit::ResultModel& model, std::size_t column, std::size_t position, JsonWriter& json);

}  // namespace kijun::reports
