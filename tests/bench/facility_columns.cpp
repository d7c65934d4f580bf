#include "tests/bench/facility_columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <string>
#include <utility>

namespace kijun::bench {
namespace {

using table::FieldType;
using table::MissingReason;

/// Rows that the survey says it has; the blocks come round again until they are done.
constexpr std::uint32_t kRows = 1'000'000;

table::Field field(std::string id, FieldType type, std::vector<std::string> values = {}) {
  table::Field made;
  made.id = std::move(id);
  made.type = type;
  made.kinds = {"municipality"};
  for (std::string& value : values) made.values.push_back({std::move(value), {}, {}});
  return made;
}

/// Says that it has a million rows, of which nobody asks but by blocks.
class FacilitySurvey : public exec::MemorySurvey {
 public:
  [[nodiscard]] std::uint32_t num_rows() const override { return kRows; }
};

/// Numbers below a limit, the same ones on every machine.
class Draw {
 public:
  explicit Draw(std::uint32_t seed) : generator_(seed) {}
  std::uint32_t operator()(std::uint32_t limit) { return static_cast<std::uint32_t>(generator_() % limit); }

 private:
  std::mt19937 generator_;
};

constexpr const char* kNotePhrases[] = {"平成31年度に設置予定。",   "近隣市町と調整中のため回答できない。",
                                        "国の通知を確認している。", "未定（県の説明会の後に検討）",
                                        "関係機関との協議を継続",   "医師会の意見を聞いて検討"};

std::string make_note(Draw& draw) {
  std::string note;
  for (std::uint32_t phrase = 0; phrase <= draw(3); ++phrase) note += kNotePhrases[draw(6)];
  return note + fmt::format("（{}）", draw(1000));
}

void push_number(table::Column& column, Draw& draw, std::uint32_t limit) {
  if (draw(20) == 0) return column.push_missing(MissingReason::kBlank);
  if (column.type == FieldType::kDouble) return column.push_double(static_cast<double>(draw(limit)) / 100.0);
  column.push_int(draw(limit));
}

void push_row(std::vector<table::Column>& columns, Draw& draw, std::vector<std::string>& texts) {
  for (const FacilityField index : {kCouncil, kCoordinator, kBudget}) {
    if (draw(10) == 0) {
      columns[index].push_missing(MissingReason::kBlank);
    } else {
      columns[index].push_code(draw(3));
    }
  }
  columns[kService].push_code(draw(5));
  push_number(columns[kCapacity], draw, 45);
  push_number(columns[kUsers], draw, 60);
  push_number(columns[kMedicalChildren], draw, 6);
  push_number(columns[kNurses], draw, 400);
  push_number(columns[kOccupancy], draw, 150);
  columns[kOpenedOn].push_int(12'000 + draw(6'200));
  draw(3) == 0 ? columns[kPlanOn].push_int(17'900 + draw(700)) : columns[kPlanOn].push_missing(MissingReason::kBlank);
  texts.push_back(draw(30) == 0 ? fmt::format("D{}", draw(99))
                                : fmt::format("{}-{:04}", static_cast<char>('A' + draw(3)), draw(10'000)));
  columns[kPermit].push_string(texts.back());
  if (draw(10) < 6) return columns[kNote].push_missing(MissingReason::kBlank);
  texts.push_back(make_note(draw));
  columns[kNote].push_string(texts.back());
}

/// Lends the blocks of a `FacilityBlocks` to its reader and takes them back at the next call.
class LentBlocks : public table::BlockSource {
 public:
  LentBlocks(std::vector<table::Block>& blocks, std::uint32_t first_row, std::uint32_t num_rows)
      : blocks_(blocks), row_(first_row), end_(first_row + num_rows) {}
  ~LentBlocks() override = default;

  [[nodiscard]] Result<bool> next(const table::BlockRequest& request, std::uint32_t, table::Block& block) override {
    if (lent_) std::swap(block, blocks_[turn_++ % blocks_.size()]);
    lent_ = row_ < end_;
    if (!lent_) return false;
    table::Block& own = blocks_[turn_ % blocks_.size()];
    if (own.columns.size() != request.fields.size()) return fail("the rules do not read every field", "");
    std::swap(block, own);
    block.first_row = row_;
    block.num_rows = std::min(table::kBlockRows, end_ - row_);
    row_ += block.num_rows;
    return true;
  }

 private:
  std::vector<table::Block>& blocks_;
  std::uint32_t row_;
  std::uint32_t end_;
  std::size_t turn_ = 0;
  bool lent_ = false;
};

}  // namespace

std::unique_ptr<exec::MemorySurvey> make_facility_survey(std::uint32_t num_zones) {
  auto survey = std::make_unique<FacilitySurvey>();
  survey->vocabulary = table::Vocabulary(
      "bench", {"例", "Sample"},
      {field("council", FieldType::kEnum, {"established", "planned", "none"}),
       field("coordinator", FieldType::kEnum, {"intended", "considering", "none"}),
       field("budget", FieldType::kEnum, {"secured", "considering", "none"}),
       field("service", FieldType::kEnum, {"day_care", "after_school", "home_visit", "nursery_visit", "short_stay"}),
       field("capacity", FieldType::kInt), field("users", FieldType::kInt), field("medical_children", FieldType::kInt),
       field("nurses", FieldType::kDouble), field("occupancy", FieldType::kDouble),
       field("opened_on", FieldType::kDate), field("plan_on", FieldType::kDate), field("permit", FieldType::kString),
       field("note", FieldType::kString)});
  survey->groups_by_kind.resize(survey->kinds.size());
  for (std::uint32_t zone = 0; zone < num_zones; ++zone) {
    const std::string number = std::to_string(zone);
    survey->groups_by_kind[table::kZoneGroup].push_back({{"zone", number, {"架空" + number, ""}}, {}, {}, {}, {}});
  }
  survey->finish();
  return survey;
}

const std::vector<FacilityRule>& facility_rules() {
  constexpr table::SpaceId kZones = table::group_space(table::kZoneGroup);
  static const std::vector<FacilityRule> kRules{
      {"council.established", "council == 'established'", 0},
      {"council.dated", "council != 'planned' || answered(plan_on) || note.matches('平成3[0-9]年度')", 0},
      {"coordinator.intended", "coordinator in ['intended', 'considering']", 0},
      {"coordinator.budget", "coordinator != 'intended' || budget != 'none'", 0},
      {"capacity.range", "capacity >= 5 && capacity <= 40", 0},
      {"users.capacity", "users <= capacity", 0},
      {"occupancy.limit", "occupancy <= 1.25", 0},
      {"users.ratio", "double(users) / double(capacity) <= 1.5", 0},
      {"nurses.ratio", "medical_children == 0 || nurses >= double(medical_children) / 10.0", 0},
      {"medical.users", "medical_children <= users", 0},
      {"occupancy.agrees",
       "occupancy - double(users) / double(capacity) <= 0.25 && double(users) / double(capacity) - occupancy <= 0.25",
       0},
      {"opened.before", "opened_on <= date('2019-03-01')", 0},
      {"plan.after_opening", "!answered(plan_on) || plan_on > opened_on", 0},
      {"permit.form", "permit.matches('^[A-C]-[0-9]{4}$')", 0},
      {"note.decided", "!answered(note) || !note.startsWith('未定')", 0},
      {"note.explains", "council != 'planned' || note.contains('調整') || note.contains('予定')", 0},
      {"note.open", "!answered(note) || !note.matches('(検討|未定|不明)$')", 0},
      {"answers.complete", "answered(capacity) && answered(users) && answered(opened_on)", 0},
      {"staffing.service", "service == 'home_visit' ? nurses >= 1.0 : capacity >= 10", 0},
      {"nothing.done", "!(council == 'none' && coordinator == 'none' && budget == 'none')", 0},
      {"zone.councils", "zone.members.share(m, m.council == 'established') >= 0.5", kZones},
      {"zone.places", "zone.members.filter(m, answered(m.capacity)).sum(m, m.capacity) >= 20 * size(zone.members)",
       kZones},
      {"zone.coordinator", "coordinator == 'intended' || zone.members.share(m, m.coordinator == 'intended') >= 0.375",
       0},
  };
  return kRules;
}

FacilityBlocks::FacilityBlocks(std::uint32_t num_blocks, std::uint32_t num_zones, std::uint32_t seed)
    : blocks_(num_blocks) {
  Draw draw(seed);
  texts_.reserve(std::size_t{num_blocks} * table::kBlockRows * 2);  // views into it stay valid
  constexpr FieldType kTypes[kNumFacilityFields] = {
      FieldType::kEnum, FieldType::kEnum,   FieldType::kEnum,   FieldType::kEnum,   FieldType::kInt,
      FieldType::kInt,  FieldType::kInt,    FieldType::kDouble, FieldType::kDouble, FieldType::kDate,
      FieldType::kDate, FieldType::kString, FieldType::kString};
  for (table::Block& block : blocks_) {
    block.num_rows = table::kBlockRows;
    block.columns.resize(kNumFacilityFields);
    for (std::size_t i = 0; i < kNumFacilityFields; ++i) block.columns[i].reset(kTypes[i], table::kBlockRows);
    std::vector<std::uint32_t>& zones = block.group_columns.emplace_back();
    for (std::uint32_t row = 0; row < table::kBlockRows; ++row) {
      push_row(block.columns, draw, texts_);
      zones.push_back(draw(num_zones));
    }
  }
}

std::unique_ptr<table::BlockSource> FacilityBlocks::open(std::uint32_t first_row, std::uint32_t num_rows) {
  return std::make_unique<LentBlocks>(blocks_, first_row, num_rows);
}

}  // namespace kijun::bench
