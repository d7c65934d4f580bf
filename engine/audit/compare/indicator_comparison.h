#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/audit/compare/comparison.h"
#include "engine/audit/plan.h"

namespace kijun::survey {
class SurveyTable;
}  // namespace kijun::survey

namespace kijun::audit {

/// What an answer form asks, and by which marks it is answered.
struct Form {
  struct Asked {
    LocalizedText label;
    std::string legend;  ///< Every mark with what it stands for; empty for a field that is not answered by marks.
  };
  std::map<std::string, Asked> fields;  ///< By id: those that are asked, and readings of notes that are.
};
[[nodiscard]] Form form_of(const survey::SurveyTable& survey);

/// What an indicator means in one ruleset.
struct IndicatorMeaning {
  std::string meaning;
  std::map<std::string, LocalizedText> fields;  ///< Labels of all it may read, by id.
};
/// By id of the indicator.
using IndicatorMeanings = std::map<std::string, IndicatorMeaning>;
/// Of a plan that was not reworded yet; `glossary` gives the labels its terms.
[[nodiscard]] IndicatorMeanings indicator_meanings(const Plan& plan, const Glossary& glossary);

/// What is known of one side of a comparison beside its results; a result file knows none of it.
struct SideFacts {
  std::optional<Form> form;
  std::optional<IndicatorMeanings> indicators;
};

/// Why no trend is drawn.
struct Obstacle {
  enum class Kind : std::uint8_t {
    kOneSided,     ///< Only one side has the indicator.
    kSeries,       ///< The surveys are of two series.
    kDefinition,   ///< The rulesets mean something else by it, and the results cannot be computed anew.
    kUnknownForm,  ///< A result file does not say what its form asked.
    kNotAsked,     ///< One form does not ask a field.
    kLegend,       ///< A field's marks stand for something else.
    kResponse,     ///< Too few answers.
    kNobody,       ///< Nobody is in the denominator.
  };
  Kind kind = Kind::kOneSided;
  bool of_new = false;  ///< The side that lacks it, or has too few answers.
  LocalizedText field;
};

/// Where an indicator went, its bounds taken for what they are.
enum class Trend : std::uint8_t {
  kNone,  ///< Not drawn.
  kUp,    ///< Even the new lower bound is above the old upper one.
  kDown,
  kSame,  ///< The same share, certain on both sides.
  kOpen,  ///< The intervals touch: the open answers could turn it either way.
};
/// "none", "up", "down", "same", "open".
[[nodiscard]] std::string_view trend_id(Trend trend);

/// One indicator on both sides.
struct IndicatorComparison {
  std::string id;
  LocalizedText title;
  /// By one definition where the old answers could be judged by it: the new ruleset's, else (`by_old_rules`) the old one's.
  std::optional<RateCount> before;
  std::optional<RateCount> after;
  bool by_old_rules = false;
  std::optional<RateCount> as_it_was;  ///< What the old run said, where its definition gave something else.
  std::vector<Obstacle> obstacles;
  Trend trend = Trend::kNone;
};

/// Answers below this share of those asked make a year incomparable unless the user says otherwise: at nine tenths
/// (2011, 1,576 of 1,750 municipalities) the ministry called comparison difficult.
inline constexpr double kDefaultMinResponse = 0.95;

/// The indicators of both rulesets, the new one's first.
[[nodiscard]] std::vector<IndicatorComparison> compare_indicators(const Corners& corners, const SideFacts& before,
                                                                  const SideFacts& after, double min_response);

}  // namespace kijun::audit
