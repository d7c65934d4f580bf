#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/result.h"
#include "engine/survey/answer_rows.h"
#include "engine/survey/survey.h"

namespace kijun::survey {

/// The audited survey with the earlier ones of its series. Owns everything the surveys borrow except the vocabulary and
/// the sources.
struct SurveySeries {
  std::deque<LoadedRegister> registers;               ///< One per register.toml, however many surveys name it.
  std::vector<std::unique_ptr<SurveyTable>> surveys;  ///< The audited one, then earlier ones, newest first.

  [[nodiscard]] SurveyTable& audited() { return *surveys.front(); }
  [[nodiscard]] const SurveyTable& audited() const { return *surveys.front(); }
};

/// The row of an earlier survey that stands for the same subject, or why none does.
struct JoinedRow {
  std::optional<std::uint32_t> row;                            ///< Of a group: its index.
  table::MissingReason missing = table::MissingReason::kNone;  ///< kMerged or kNewSubject when there is no row.
  std::vector<RegisterIndex> predecessors;                     ///< Of a merged or split subject: who was there before.
};

/// Finds row `row` of `later` in `earlier` by code, through the successors of `later`'s register: a code that only changed
/// joins; a subject that took in others or came out of a split in between does not (kMerged).
[[nodiscard]] JoinedRow join_row(const SurveyTable& later, std::uint32_t row, const SurveyTable& earlier);

/// Finds any subject of `later` in `earlier`: a record like `join_row`, a group by its code (kNewSubject without one, and
/// kNoSurvey where that survey has no groups of the kind).
[[nodiscard]] JoinedRow join_subject(const SurveyTable& later, table::SubjectRef subject, const SurveyTable& earlier);

/// Path of the manifest behind `path`, which names a survey.toml or its folder.
[[nodiscard]] std::string manifest_path(const std::string& path, FileSystem& files);

/// The head of the manifest behind `path`, empty and 0 where it cannot be read. Reports nothing.
[[nodiscard]] ManifestHead peek_survey(const std::string& path, FileSystem& files);

/// Loads one survey without earlier ones. The failure is an unreadable manifest; wrong files are reported to the sink,
/// and a null pointer comes back when one is an error.
[[nodiscard]] Result<std::unique_ptr<SurveySeries>> load_survey(const std::string& path, LoadContext context);

/// Reads the answers of the audited survey again, record by record, after `confirm_answers` refused what was read of them.
/// False when an error was reported; the series is of no use then.
[[nodiscard]] bool reread_answers(SurveySeries& series, diag::Sink& sink);

/// Loads a survey and, from the sibling folders of its own, the surveys of the same series with a lower fiscal year. Of
/// several for one year the final one counts and the others are set aside with a notice (KJ4314). Only the
/// answers of the audited survey may be left to be checked when they are read. Fails like `load_survey`.
[[nodiscard]] Result<std::unique_ptr<SurveySeries>> load_series(const std::string& path, LoadContext context,
                                                                AnswersChecked when = AnswersChecked::kAtOnce);

}  // namespace kijun::survey
