#include "engine/audit/compare/indicator_comparison.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "engine/audit/meaning.h"
#include "engine/audit/reads.h"
#include "engine/survey/survey.h"

namespace kijun::audit {
namespace {

using Kind = Obstacle::Kind;

std::string legend_text(const table::Field& field, const survey::Legend& legend) {
  std::set<std::string> entries;  // the order of a legend says nothing
  for (const survey::LegendEntry& entry : legend) {
    const bool is_missing = entry.missing != table::MissingReason::kNone;
    const bool is_named = !is_missing && entry.value < field.values.size();
    const std::string value = is_missing ? std::string(table::reason_id(entry.missing))
                              : is_named ? field.values[entry.value].id
                                         : std::to_string(entry.value);
    entries.insert(entry.mark + " = " + value);
  }
  return fmt::format("{}", fmt::join(entries, "\n"));
}

/// Ends of a share as a fraction: compared by multiplying out, so that 1/3 is 2/6.
bool is_less(std::size_t part, std::size_t whole, std::size_t other, std::size_t other_whole) {
  return part * other_whole < other * whole;
}

Trend trend_of(const RateCount& before, const RateCount& after) {
  if (is_less(before.upper, before.of, after.lower, after.of)) return Trend::kUp;
  if (is_less(after.upper, after.of, before.lower, before.of)) return Trend::kDown;
  const bool is_certain = before.lower == before.upper && after.lower == after.upper;
  return is_certain ? Trend::kSame : Trend::kOpen;
}

class IndicatorComparer {
 public:
  IndicatorComparer(const Corners& corners, const SideFacts& before, const SideFacts& after, double min_response)
      : corners_(corners), before_(before), after_(after), min_response_(min_response) {}

  std::vector<IndicatorComparison> compare() {
    std::vector<IndicatorComparison> made;
    for (const TableIndicator& indicator : corners_.after().indicators) made.push_back(compare(indicator, false));
    for (const TableIndicator& indicator : corners_.before().indicators)
      if (corners_.after().find_indicator(indicator.id) == nullptr) made.push_back(compare(indicator, true));
    return made;
  }

 private:
  IndicatorComparison compare(const TableIndicator& indicator, bool by_old_rules) {
    IndicatorComparison made;
    made.id = indicator.id;
    made.title = indicator.title;
    made.by_old_rules = by_old_rules;
    // One definition, and to each side its own data and date.
    const std::size_t rules = by_old_rules ? 0 : corner_bit(Input::kRules);
    const std::size_t old_corner = corners_.has_split ? rules : kOldCorner;
    const std::size_t new_corner =
        corners_.has_split ? (rules | corner_bit(Input::kData) | corner_bit(Input::kDate)) : kNewCorner;
    made.before = rate(old_corner, made.id);
    made.after = rate(new_corner, made.id);
    const std::optional<RateCount> as_it_was = rate(kOldCorner, made.id);
    if (as_it_was && as_it_was != made.before) made.as_it_was = as_it_was;
    find_obstacles(made);
    if (made.obstacles.empty()) made.trend = trend_of(*made.before, *made.after);
    return made;
  }

  [[nodiscard]] std::optional<RateCount> rate(std::size_t corner, const std::string& id) const {
    const TableIndicator* found = corners_.tables[corner]->find_indicator(id);
    return found == nullptr ? std::nullopt : std::optional(found->rate);
  }

  void find_obstacles(IndicatorComparison& made) {
    const auto add = [&](Kind kind, bool of_new = false, const LocalizedText& field = {}) {
      made.obstacles.push_back({kind, of_new, field});
    };
    if (!made.before || !made.after) return add(Kind::kOneSided, !made.after);
    if (corners_.before().head.series != corners_.after().head.series) add(Kind::kSeries);
    if (!corners_.has_split && !has_one_definition(made.id)) add(Kind::kDefinition);
    find_form_obstacles(made);
    const auto look_at = [&](const RateCount& rate, bool of_new) {
      if (rate.of == 0)
        add(Kind::kNobody, of_new);
      else if (static_cast<double>(rate.answered) < min_response_ * static_cast<double>(rate.of))
        add(Kind::kResponse, of_new);
    };
    look_at(*made.before, false);
    look_at(*made.after, true);
  }

  /// Only where results are compared as they are.
  [[nodiscard]] bool has_one_definition(const std::string& id) const {
    if (corners_.before().head.rules_hash == corners_.after().head.rules_hash) return true;
    if (!before_.indicators || !after_.indicators) return false;
    return before_.indicators->at(id).meaning == after_.indicators->at(id).meaning;
  }

  void find_form_obstacles(IndicatorComparison& made) {
    if (corners_.before().head.data_hash == corners_.after().head.data_hash) return;
    const SideFacts& definition = made.by_old_rules ? before_ : after_;
    if (!before_.form || !after_.form || !definition.indicators) {
      made.obstacles.push_back({Kind::kUnknownForm, before_.form.has_value(), {}});
      return;
    }
    for (const auto& [id, label] : definition.indicators->at(made.id).fields) {
      const auto old_field = before_.form->fields.find(id);
      const auto new_field = after_.form->fields.find(id);
      const bool in_old = old_field != before_.form->fields.end();
      const bool in_new = new_field != after_.form->fields.end();
      if (in_old != in_new)
        made.obstacles.push_back({Kind::kNotAsked, in_old, label});
      else if (in_old && old_field->second.legend != new_field->second.legend)
        made.obstacles.push_back({Kind::kLegend, true, label});
    }
  }

  const Corners& corners_;
  const SideFacts& before_;
  const SideFacts& after_;
  double min_response_;
};

}  // namespace

Form form_of(const survey::SurveyTable& survey) {
  Form form;
  const table::Vocabulary& vocabulary = survey.vocabulary();
  const survey::SurveyParts& parts = survey.parts();
  for (std::size_t i = 0; i < parts.manifest.columns.size(); ++i) {
    const table::Field& field = vocabulary.field(parts.manifest.columns[i].field);
    form.fields[field.id] = {field.label, legend_text(field, parts.legends[i])};
  }
  for (const table::Field& field : vocabulary.fields())
    if (!field.reads.empty() && form.fields.contains(field.reads)) form.fields[field.id] = {field.label, ""};
  return form;
}

IndicatorMeanings indicator_meanings(const Plan& plan, const Glossary& glossary) {
  std::map<std::string, std::string> hashes;
  for (const Meaning& meaning : meanings_of(plan)) hashes.emplace(meaning.id, meaning.meaning);
  IndicatorMeanings meanings;
  for (const CompiledIndicator& indicator : plan.indicators) {
    IndicatorMeaning& made = meanings[indicator.source->id];
    made.meaning = hashes.at("indicator:" + indicator.source->id);
    for (const table::FieldIndex index : reads_of(indicator, plan).fields) {
      const table::Field& field = plan.vocabulary->field(index);
      made.fields.emplace(field.id, glossary.reword(field.label));
    }
  }
  return meanings;
}

std::string_view trend_id(Trend trend) {
  constexpr std::array<std::string_view, 5> kIds{"none", "up", "down", "same", "open"};
  return kIds[static_cast<std::size_t>(trend)];
}

std::vector<IndicatorComparison> compare_indicators(const Corners& corners, const SideFacts& before,
                                                    const SideFacts& after, double min_response) {
  return IndicatorComparer(corners, before, after, min_response).compare();
}

}  // namespace kijun::audit
