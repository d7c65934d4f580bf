#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "reports/model/briefing_parts.h"
#include "reports/words/data_text.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

using audit::Obstacle;

/// What hinders putting the values beside each other at all; few answers do not.
const Obstacle* find_obstacle(const audit::IndicatorComparison& indicator) {
  const auto found = std::find_if(indicator.obstacles.begin(), indicator.obstacles.end(), [](const Obstacle& obstacle) {
    return obstacle.kind != Obstacle::Kind::kResponse && obstacle.kind != Obstacle::Kind::kNobody;
  });
  return found == indicator.obstacles.end() ? nullptr : &*found;
}

bool has_few_answers(const audit::IndicatorComparison& indicator) {
  return std::any_of(indicator.obstacles.begin(), indicator.obstacles.end(),
                     [](const Obstacle& obstacle) { return obstacle.kind == Obstacle::Kind::kResponse; });
}

/// Indicators with one thing in common, said once.
struct Remark {
  Word text;
  LocalizedText field;
  std::vector<std::size_t> positions;
};

class EarlierColumn {
 public:
  EarlierColumn(const GapReport& report, const EarlierYear& earlier, BriefingTable& table)
      : report_(report), earlier_(earlier), table_(table) {}

  void add() {
    table_.columns.push_back(
        {fill(Word::kBriefingEarlierColumn, {{"year", fiscal_year_text(earlier_.fiscal_year)}}), true});
    for (std::size_t at = 0; at < table_.rows.size(); ++at) table_.rows[at].push_back(value(at));
    add_note();
    for (const Remark& remark : remarks_) add_note(remark);
  }

 private:
  [[nodiscard]] LocalizedText value(std::size_t at) {
    const std::string& id = report_.indicators[at].indicator->id;
    const auto found = std::find_if(earlier_.indicators.begin(), earlier_.indicators.end(),
                                    [&](const audit::IndicatorComparison& each) { return each.id == id; });
    if (found == earlier_.indicators.end() || !found->before) return leave_out(at, Word::kBriefingOneSided, {});
    if (const Obstacle* obstacle = find_obstacle(*found)) {
      const bool is_form = obstacle->kind == Obstacle::Kind::kNotAsked || obstacle->kind == Obstacle::Kind::kLegend;
      return leave_out(at, is_form ? Word::kBriefingForm : Word::kBriefingDefinition, obstacle->field);
    }
    if (has_few_answers(*found)) remark(at, Word::kBriefingFewAnswers, {});
    const RateView rate{found->before->lower, found->before->upper, found->before->of, found->before->answered};
    return in_both(fmt::format("{} ({} / {})", rate.percent(), rate.count(), rate.of));
  }

  LocalizedText leave_out(std::size_t at, Word why, const LocalizedText& field) {
    remark(at, why, field);
    return word(Word::kBriefingNoComparison);
  }

  void remark(std::size_t at, Word text, const LocalizedText& field) {
    const auto found = std::find_if(remarks_.begin(), remarks_.end(),
                                    [&](const Remark& each) { return each.text == text && each.field == field; });
    (found == remarks_.end() ? remarks_.emplace_back(Remark{text, field, {}}) : *found).positions.push_back(at);
  }

  void add_note() {
    const audit::RunInfo& run = earlier_.result->run();
    table_.notes.push_back(
        fill(Word::kBriefingEarlierNote, {{"year", fiscal_year_text(run.fiscal_year)},
                                          {"status", word(run.final_status ? Word::kFinal : Word::kPreliminary)},
                                          {"date", date_text(run.as_of)},
                                          {"rules", earlier_.result->ruleset().id}}));
  }

  void add_note(const Remark& remark) {
    const LocalizedText numbers = indicator_numbers(remark.positions);
    if (remark.text == Word::kBriefingForm) {
      table_.notes.push_back(fill(remark.text, {{"n", numbers}, {"field", remark.field}}));
    } else if (remark.text == Word::kBriefingFewAnswers) {
      const auto tenths = static_cast<std::size_t>(std::lround(earlier_.min_response * 1000));
      table_.notes.push_back(fill(remark.text, {{"n", numbers}, {"share", percent_text(tenths)}}));
    } else {
      table_.notes.push_back(fill(remark.text, {{"n", numbers}}));
    }
  }

  const GapReport& report_;
  const EarlierYear& earlier_;
  BriefingTable& table_;
  std::vector<Remark> remarks_;
};

}  // namespace

LocalizedText indicator_numbers(const std::vector<std::size_t>& positions) {
  LocalizedText numbers;
  for (const std::size_t at : positions)
    append(numbers, in_both(fmt::format("{}", at + 1)),
           {word(Word::kNumbersSeparator).ja, word(Word::kNumbersSeparator).en});
  return numbers;
}

void add_earlier_year(const GapReport& report, const EarlierYear* earlier, BriefingTable& table) {
  const audit::RunInfo& run = report.result->run();
  if (earlier != nullptr && earlier->result != nullptr) {
    EarlierColumn(report, *earlier, table).add();
    if (earlier->fiscal_year + 1 < run.fiscal_year)
      table.notes.push_back(fill(Word::kBriefingEarlierGap, {{"previous", fiscal_year_text(run.fiscal_year - 1)}}));
    return;
  }
  table.columns.push_back({word(Word::kBriefingLastYear), true});
  for (std::vector<LocalizedText>& row : table.rows) row.push_back(word(Word::kNone));
  table.notes.push_back(earlier == nullptr
                            ? fill(Word::kBriefingNoEarlier, {{"series", run.series}})
                            : fill(Word::kBriefingEarlierFailed, {{"year", fiscal_year_text(earlier->fiscal_year)}}));
}

}  // namespace kijun::reports
