#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "engine/audit/compare/indicator_comparison.h"
#include "engine/base/date.h"
#include "engine/base/language.h"
#include "reports/model/gap_report.h"

namespace kijun::reports {

/// The newest earlier survey of the series, judged by the rules of its own year.
struct EarlierYear {
  const audit::ResultModel* result = nullptr;          ///< Null where it could not be judged.
  int fiscal_year = 0;                                 ///< Of that survey.
  double min_response = audit::kDefaultMinResponse;    ///< Below it the difference is no trend; a share.
  std::vector<audit::IndicatorComparison> indicators;  ///< The audited survey's, and what hinders comparing.
};

/// One of the facts of the page's head.
struct BriefingFact {
  LocalizedText label;
  LocalizedText value;
};

/// A column of a table of the page.
struct BriefingColumn {
  LocalizedText heading;
  bool is_figure = false;  ///< Numbers stand at the right.
};

/// A table as every format shows it, or reads it out.
struct BriefingTable {
  LocalizedText title;
  std::vector<BriefingColumn> columns;
  std::vector<std::vector<LocalizedText>> rows;  ///< One text for each column.
  std::vector<LocalizedText> notes;              ///< Sentences below it.
};

/// Answers of one subject that somebody has to look at, with the note beside them.
struct DoubtfulAnswer {
  LocalizedText subject;
  std::vector<GivenAnswer> answers;    ///< As they were given.
  std::vector<GivenAnswer> notes;      ///< Likewise; an empty one was left blank.
  std::vector<LocalizedText> reasons;  ///< Phrases.
};

/// One sheet for the council (総括): what every format of it shows. It borrows the report.
struct BriefingPage {
  const GapReport* report = nullptr;
  LocalizedText kicker;
  std::vector<BriefingFact> facts;
  std::vector<LocalizedText> statements;  ///< Sentences: the bands, then what is unmet.
  BriefingTable indicators;               ///< Numbered from 1 in the first column.
  BriefingTable zones;                    ///< In the plan's order; without rows where the survey has none.
  std::vector<DoubtfulAnswer> doubtful;   ///< What moves a rate first; as many as one sheet has room for.
  std::vector<LocalizedText> doubtful_notes;
};

/// Computes the page. `earlier` is null where no earlier survey was read.
[[nodiscard]] BriefingPage build_briefing_page(const GapReport& report, const EarlierYear* earlier,
                                               std::optional<Date> created);

/// 「指標の状況を、番号、指標、目標、…の順に記載。」: how a table is introduced where it is read out.
[[nodiscard]] LocalizedText read_in_order(const LocalizedText& title, const std::vector<LocalizedText>& columns);
/// 「協議の場「○」」: an answer or a note as it was given; that it is blank, where it is.
[[nodiscard]] LocalizedText quoted_answer(const GivenAnswer& given);
/// The headings of the answers in doubt.
[[nodiscard]] std::vector<LocalizedText> doubtful_headings(const GapReport& report);

}  // namespace kijun::reports
