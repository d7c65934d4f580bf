#include "tests/bench/bench_survey.h"

#include <algorithm>
#include <random>
#include <string>
#include <utility>

namespace kijun::bench {
namespace {

constexpr std::uint32_t kZoneRows = 33;

table::Field make_field(std::string id, table::FieldType type) {
  table::Field field;
  field.id = std::move(id);
  field.type = type;
  field.kinds = {"municipality", "prefecture"};
  return field;
}

table::Vocabulary make_vocabulary() {
  using table::FieldType;
  table::Field council = make_field("council", FieldType::kEnum);
  council.values = {{"established", {}, {}}, {"planned", {}, {}}, {"none", {}, {}}};
  return table::Vocabulary("bench", {"例", "Sample"},
                           {std::move(council), make_field("beds", FieldType::kInt),
                            make_field("rate", FieldType::kDouble), make_field("planned_date", FieldType::kDate)});
}

/// Numbers below a limit, the same ones on every machine.
class Draw {
 public:
  std::int64_t operator()(std::uint32_t limit) { return static_cast<std::int64_t>(generator_() % limit); }

 private:
  std::mt19937 generator_;  // seeded with its default
};

exec::MemoryRow make_town(std::uint32_t row, Draw& draw) {
  constexpr const char* kAnswers[] = {"established", "planned", "none"};
  const auto cell = [&draw](cel::Value value) {
    return draw(10) == 0 ? exec::no_answer(table::MissingReason::kBlank) : exec::answer(std::move(value));
  };
  exec::MemoryRow town;
  const std::string number = std::to_string(row);
  town.name = {"town", number, {"架空町" + number, "Fictional " + number}};
  town.cells.push_back(cell(cel::Value(std::string(kAnswers[draw(3)]))));
  town.cells.push_back(cell(cel::Value(draw(20))));
  town.cells.push_back(cell(cel::Value(static_cast<double>(draw(100)) / 100)));
  town.cells.push_back(cell(cel::Value(*Date::from_days(17'600 + draw(700)))));
  return town;
}

}  // namespace

std::unique_ptr<exec::MemorySurvey> make_survey(std::uint32_t num_rows) {
  auto survey = std::make_unique<exec::MemorySurvey>();
  survey->vocabulary = make_vocabulary();
  survey->groups_by_kind.resize(survey->kinds.size());
  Draw draw;
  for (std::uint32_t row = 0; row < num_rows; ++row) survey->rows.push_back(make_town(row, draw));
  const auto zone = std::find_if(survey->kinds.begin(), survey->kinds.end(),
                                 [](const table::GroupKind& kind) { return kind.id == "zone"; });
  auto& zones = survey->groups_by_kind[static_cast<std::size_t>(zone - survey->kinds.begin())];
  for (std::uint32_t row = 0; row < num_rows; ++row) {
    const std::string number = std::to_string(row / kZoneRows);
    if (row % kZoneRows == 0) zones.push_back({{"zone", number, {"架空" + number, "Zone " + number}}, {}, {}, {}, {}});
    zones.back().members.push_back(row);
  }
  survey->finish();
  return survey;
}

}  // namespace kijun::bench
