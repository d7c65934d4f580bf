#include "tests/bench/yardsticks/column_loops.h"

#include <algorithm>
#include <array>
#include <thread>

#include "tests/bench/yardsticks/text_rules.h"
#include "tests/bench/yardsticks/zones.h"

namespace kijun::bench {
namespace {

constexpr std::size_t kBlockRows = 2048;

/// The result of one thread, on its own cache lines.
struct alignas(128) Part {
  Tallies tallies{};
  std::vector<Zone> zones;
};

/// Judges one block of rows, rule by rule.
class BlockJudge {
 public:
  BlockJudge(const FacilityColumns& columns, Part& part, std::size_t begin, std::size_t end)
      : c_(columns), part_(part), begin_(begin), end_(end) {}

  void run() {
    judge_marks();
    judge_places();
    judge_staff();
    judge_dates();
    judge_text();
    count_zones();
  }

 private:
  /// Counts what `require` gives for each row of the block.
  template <typename Require>
  void pass(Rule rule, Require require) {
    std::int32_t num_true = 0;
    std::int32_t num_false = 0;
    for (std::size_t row = begin_; row < end_; ++row) {
      const Truth value = require(row);
      num_true += value == kTrue ? 1 : 0;
      num_false += value == kFalse ? 1 : 0;
    }
    count(rule, num_true, num_false, 0);
  }

  template <typename When, typename Require>
  void pass_when(Rule rule, When when, Require require) {
    std::int32_t num_true = 0;
    std::int32_t num_false = 0;
    std::int32_t num_outside = 0;
    for (std::size_t row = begin_; row < end_; ++row) {
      const Truth applies = when(row);
      const Truth value = require(row);
      num_outside += applies == kFalse ? 1 : 0;
      num_true += applies == kTrue && value == kTrue ? 1 : 0;
      num_false += applies == kTrue && value == kFalse ? 1 : 0;
    }
    count(rule, num_true, num_false, num_outside);
  }

  void count(Rule rule, std::int32_t num_true, std::int32_t num_false, std::int32_t num_outside) {
    Tally& tally = part_.tallies[rule];
    tally[kTrue] += num_true;
    tally[kFalse] += num_false;
    tally[kNotApplicable] += num_outside;
    tally[kUnknown] += static_cast<std::int64_t>(end_ - begin_) - num_true - num_false - num_outside;
  }

  void judge_marks() {
    const Mark* const council = c_.council.data();
    const Mark* const coordinator = c_.coordinator.data();
    const Mark* const budget = c_.budget.data();
    pass(kCouncilEstablished, [=](std::size_t i) { return is(council[i], kCircle); });
    pass(kCoordinatorIntended,
         [=](std::size_t i) { return truth_if(coordinator[i] != kNoMark, coordinator[i] != kCross); });
    pass_when(
        kCoordinatorBudget, [=](std::size_t i) { return is(coordinator[i], kCircle); },
        [=](std::size_t i) { return negated(is(budget[i], kCross)); });
    pass(kNothingDone, [=](std::size_t i) {
      return negated(both(is(council[i], kCross), both(is(coordinator[i], kCross), is(budget[i], kCross))));
    });
  }

  void judge_places() {
    const std::int32_t* const capacity = c_.capacity.data();
    const std::int32_t* const users = c_.users.data();
    const std::int32_t* const opened_on = c_.opened_on.data();
    const double* const occupancy = c_.occupancy.data();
    const auto both_answered = [=](std::size_t i) { return (users[i] != kNoNumber) & (capacity[i] != kNoNumber); };
    std::array<double, kBlockRows> ratio{};
    for (std::size_t i = begin_; i < end_; ++i)
      ratio[i - begin_] = static_cast<double>(users[i]) / static_cast<double>(capacity[i]);
    const double* const ratio_at = ratio.data() - begin_;
    pass(kCapacityRange,
         [=](std::size_t i) { return truth_if(capacity[i] != kNoNumber, (capacity[i] >= 5) & (capacity[i] <= 40)); });
    pass(kUsersCapacity, [=](std::size_t i) { return truth_if(both_answered(i), users[i] <= capacity[i]); });
    pass(kOccupancyLimit, [=](std::size_t i) { return truth_if(occupancy[i] != kNoFigure, occupancy[i] <= 1.25); });
    pass(kUsersRatio, [=](std::size_t i) { return truth_if(both_answered(i), ratio_at[i] <= 1.5); });
    pass(kOccupancyAgrees, [=](std::size_t i) {
      return truth_if(both_answered(i) & (occupancy[i] != kNoFigure),
                      (occupancy[i] - ratio_at[i] <= 0.25) & (ratio_at[i] - occupancy[i] <= 0.25));
    });
    pass(kAnswersComplete, [=](std::size_t i) { return truth(both_answered(i) & (opened_on[i] != kNoNumber)); });
  }

  void judge_staff() {
    const std::int32_t* const medical = c_.medical_children.data();
    const std::int32_t* const users = c_.users.data();
    const std::int32_t* const capacity = c_.capacity.data();
    const double* const nurses = c_.nurses.data();
    const std::uint8_t* const has_service = c_.has_service.data();
    const std::uint8_t* const is_home_visit = c_.is_home_visit.data();
    pass_when(
        kNursesRatio, [=](std::size_t i) { return truth_if(medical[i] != kNoNumber, medical[i] > 0); },
        [=](std::size_t i) {
          return truth_if(nurses[i] != kNoFigure, nurses[i] >= static_cast<double>(medical[i]) / 10.0);
        });
    pass(kMedicalUsers, [=](std::size_t i) {
      return truth_if((medical[i] != kNoNumber) & (users[i] != kNoNumber), medical[i] <= users[i]);
    });
    pass(kStaffingService, [=](std::size_t i) {
      const Truth visiting = truth_if(nurses[i] != kNoFigure, nurses[i] >= 1.0);
      const Truth placed = truth_if(capacity[i] != kNoNumber, capacity[i] >= 10);
      return has_service[i] == 0 ? kUnknown : is_home_visit[i] != 0 ? visiting : placed;
    });
  }

  void judge_dates() {
    const std::int32_t* const opened_on = c_.opened_on.data();
    const std::int32_t* const plan_on = c_.plan_on.data();
    pass(kOpenedBefore, [=](std::size_t i) { return truth_if(opened_on[i] != kNoNumber, opened_on[i] <= 20190301); });
    pass(kPlanAfterOpening, [=](std::size_t i) {
      return either(truth(plan_on[i] == kNoNumber), truth_if(opened_on[i] != kNoNumber, plan_on[i] > opened_on[i]));
    });
  }

  void judge_text() {
    const std::string_view* const permit = c_.permit.data();
    const std::string_view* const note = c_.note.data();
    const Mark* const council = c_.council.data();
    const std::int32_t* const plan_on = c_.plan_on.data();
    const auto has_note = [=](std::size_t i) { return truth(!note[i].empty()); };
    pass(kPermitForm, [=](std::size_t i) { return truth_if(!permit[i].empty(), is_permit(permit[i])); });
    pass_when(kNoteDecided, has_note, [=](std::size_t i) { return truth(!note[i].starts_with("未定")); });
    pass_when(kNoteOpen, has_note, [=](std::size_t i) { return truth(!is_open(note[i])); });
    pass_when(
        kCouncilDated, [=](std::size_t i) { return is(council[i], kTriangle); },
        [=](std::size_t i) {
          if (is(council[i], kTriangle) != kTrue || plan_on[i] != kNoNumber) return kTrue;
          return truth_if(!note[i].empty(), names_a_year(note[i]));
        });
    pass(kNoteExplains, [=](std::size_t i) {
      const Truth planned = is(council[i], kTriangle);
      if (planned == kFalse) return kTrue;
      const bool explained = contains(note[i], "調整") || contains(note[i], "予定");
      return either(negated(planned), truth_if(!note[i].empty(), explained));
    });
  }

  void count_zones() {
    for (std::size_t row = begin_; row < end_; ++row) {
      Zone& zone = part_.zones[c_.zone[row]];
      ++zone.members;
      zone.established += c_.council[row] == kCircle ? 1 : 0;
      zone.council_blank += c_.council[row] == kNoMark ? 1 : 0;
      zone.places += c_.capacity[row] == kNoNumber ? 0 : c_.capacity[row];
      zone.intended += c_.coordinator[row] == kCircle ? 1 : 0;
      zone.coordinator_blank += c_.coordinator[row] == kNoMark ? 1 : 0;
    }
  }

  const FacilityColumns& c_;
  Part& part_;
  std::size_t begin_;
  std::size_t end_;
};

void run_range(const FacilityColumns& columns, std::size_t begin, std::size_t end, Part& part) {
  for (const std::string_view name : columns.zone_names) part.zones.push_back({.name = name});
  for (; begin < end; begin += kBlockRows) BlockJudge(columns, part, begin, std::min(begin + kBlockRows, end)).run();
}

}  // namespace

FacilityColumns parse_columns(std::string_view answers) {
  FacilityColumns columns;
  for (const std::string_view records : record_ranges(answers, 1)) {
    FacilityReader reader(records);
    Facility f{};
    while (reader.next(f)) {
      const auto zone = std::find(columns.zone_names.begin(), columns.zone_names.end(), f.zone);
      columns.zone.push_back(static_cast<std::uint8_t>(zone - columns.zone_names.begin()));
      if (zone == columns.zone_names.end()) columns.zone_names.push_back(f.zone);
      columns.council.push_back(f.council);
      columns.coordinator.push_back(f.coordinator);
      columns.budget.push_back(f.budget);
      columns.has_service.push_back(f.has_service ? 1 : 0);
      columns.is_home_visit.push_back(f.is_home_visit ? 1 : 0);
      columns.capacity.push_back(f.capacity);
      columns.users.push_back(f.users);
      columns.medical_children.push_back(f.medical_children);
      columns.nurses.push_back(f.nurses);
      columns.occupancy.push_back(f.occupancy);
      columns.opened_on.push_back(f.opened_on);
      columns.plan_on.push_back(f.plan_on);
      columns.permit.push_back(f.permit);
      const bool in_file = f.note.data() >= answers.data() && f.note.data() <= answers.data() + answers.size();
      columns.note.push_back(in_file || f.note.empty() ? f.note : columns.unquoted.emplace_back(f.note));
    }
  }
  return columns;
}

Tallies run_column_loops(const FacilityColumns& columns, std::size_t num_threads) {
  std::vector<Part> parts(num_threads);
  std::vector<std::thread> threads;
  const std::size_t share = columns.num_rows() / num_threads;
  for (std::size_t i = 1; i < num_threads; ++i) {
    const std::size_t end = i + 1 == num_threads ? columns.num_rows() : (i + 1) * share;
    threads.emplace_back(run_range, std::cref(columns), i * share, end, std::ref(parts[i]));
  }
  run_range(columns, 0, num_threads == 1 ? columns.num_rows() : share, parts[0]);
  for (std::thread& thread : threads) thread.join();
  Zones zones;
  Tallies sum{};
  for (const Part& part : parts) {
    add(sum, part.tallies);
    zones.add(part.zones);
  }
  zones.judge(sum);
  return sum;
}

}  // namespace kijun::bench
