#include "tests/bench/yardsticks/fused_loop.h"

#include <thread>
#include <vector>

#include "tests/bench/yardsticks/facility_reader.h"
#include "tests/bench/yardsticks/text_rules.h"
#include "tests/bench/yardsticks/zones.h"

namespace kijun::bench {
namespace {

/// The result of one thread. On its own cache lines, so that threads do not write to each other's.
struct alignas(128) ThreadPart {
  Tallies tallies{};
  Zones zones;
};

class Judge {
 public:
  Judge(const Facility& facility, ThreadPart& part) : facility_(facility), part_(part) {}

  void run() {
    judge_marks();
    judge_places();
    judge_staff();
    judge_dates();
    judge_text();
    count_zone();
  }

 private:
  void pass(Rule rule, Truth require) { ++part_.tallies[rule][require]; }
  void pass_when(Rule rule, Truth when, Truth require) {
    ++part_.tallies[rule][when == kFalse ? kNotApplicable : when == kUnknown ? kUnknown : require];
  }

  void judge_marks() {
    const Facility& f = facility_;
    pass(kCouncilEstablished, is(f.council, kCircle));
    pass(kCoordinatorIntended, truth_if(f.coordinator != kNoMark, f.coordinator != kCross));
    pass_when(kCoordinatorBudget, is(f.coordinator, kCircle), negated(is(f.budget, kCross)));
    pass(kNothingDone, negated(both(is(f.council, kCross), both(is(f.coordinator, kCross), is(f.budget, kCross)))));
  }

  void judge_places() {
    const Facility& f = facility_;
    const bool has_capacity = f.capacity != kNoNumber;
    const bool has_users = f.users != kNoNumber;
    const bool has_occupancy = f.occupancy != kNoFigure;
    const double ratio = static_cast<double>(f.users) / static_cast<double>(f.capacity);
    pass(kCapacityRange, truth_if(has_capacity, f.capacity >= 5 && f.capacity <= 40));
    pass(kUsersCapacity, truth_if(has_users && has_capacity, f.users <= f.capacity));
    pass(kOccupancyLimit, truth_if(has_occupancy, f.occupancy <= 1.25));
    pass(kUsersRatio, truth_if(has_users && has_capacity, ratio <= 1.5));
    pass(kOccupancyAgrees, truth_if(has_users && has_capacity && has_occupancy,
                                    f.occupancy - ratio <= 0.25 && ratio - f.occupancy <= 0.25));
    pass(kAnswersComplete, truth(has_capacity && has_users && f.opened_on != kNoNumber));
  }

  void judge_staff() {
    const Facility& f = facility_;
    const bool has_medical = f.medical_children != kNoNumber;
    const bool has_nurses = f.nurses != kNoFigure;
    pass_when(kNursesRatio, truth_if(has_medical, f.medical_children > 0),
              truth_if(has_nurses, f.nurses >= static_cast<double>(f.medical_children) / 10.0));
    pass(kMedicalUsers, truth_if(has_medical && f.users != kNoNumber, f.medical_children <= f.users));
    const Truth enough =
        f.is_home_visit ? truth_if(has_nurses, f.nurses >= 1.0) : truth_if(f.capacity != kNoNumber, f.capacity >= 10);
    pass(kStaffingService, f.has_service ? enough : kUnknown);
  }

  void judge_dates() {
    const Facility& f = facility_;
    const bool has_opened = f.opened_on != kNoNumber;
    pass(kOpenedBefore, truth_if(has_opened, f.opened_on <= 20190301));
    pass(kPlanAfterOpening, f.plan_on == kNoNumber ? kTrue : truth_if(has_opened, f.plan_on > f.opened_on));
  }

  void judge_text() {
    const Facility& f = facility_;
    const bool has_note = !f.note.empty();
    pass(kPermitForm, truth_if(!f.permit.empty(), is_permit(f.permit)));
    ++part_.tallies[kNoteDecided][has_note ? truth(!f.note.starts_with("未定")) : kNotApplicable];
    ++part_.tallies[kNoteOpen][has_note ? truth(!is_open(f.note)) : kNotApplicable];
    const Truth planned = is(f.council, kTriangle);
    if (planned == kFalse) {
      ++part_.tallies[kCouncilDated][kNotApplicable];
      pass(kNoteExplains, kTrue);
      return;
    }
    const bool is_dated = f.plan_on != kNoNumber;
    pass_when(kCouncilDated, planned, is_dated ? kTrue : truth_if(has_note, names_a_year(f.note)));
    const Truth explained = truth_if(has_note, contains(f.note, "調整") || contains(f.note, "予定"));
    pass(kNoteExplains, either(negated(planned), explained));
  }

  void count_zone() {
    const Facility& f = facility_;
    Zone& zone = part_.zones.at(f.zone);
    ++zone.members;
    zone.established += f.council == kCircle ? 1 : 0;
    zone.council_blank += f.council == kNoMark ? 1 : 0;
    zone.places += f.capacity == kNoNumber ? 0 : f.capacity;
    zone.intended += f.coordinator == kCircle ? 1 : 0;
    zone.coordinator_blank += f.coordinator == kNoMark ? 1 : 0;
  }

  const Facility& facility_;
  ThreadPart& part_;
};

void judge_range(std::string_view records, ThreadPart& part) {
  FacilityReader reader(records);
  Facility facility{};
  while (reader.next(facility)) Judge(facility, part).run();
}

}  // namespace

Tallies run_fused_loop(std::string_view answers, std::size_t num_threads) {
  const std::vector<std::string_view> ranges = record_ranges(answers, num_threads);
  std::vector<ThreadPart> parts(ranges.size());
  std::vector<std::thread> threads;
  for (std::size_t i = 1; i < ranges.size(); ++i) threads.emplace_back(judge_range, ranges[i], std::ref(parts[i]));
  judge_range(ranges[0], parts[0]);
  for (std::thread& thread : threads) thread.join();
  for (std::size_t i = 1; i < parts.size(); ++i) {
    add(parts[0].tallies, parts[i].tallies);
    parts[0].zones.add(parts[i].zones.all());
  }
  parts[0].zones.judge(parts[0].tallies);
  return parts[0].tallies;
}

}  // namespace kijun::bench
