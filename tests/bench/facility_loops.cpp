#include "tests/bench/facility_loops.h"

#include <algorithm>
#include <string_view>

namespace kijun::bench {
namespace {

bool has_permit_form(std::string_view text) {
  if (text.size() != 6 || text[0] < 'A' || text[0] > 'C' || text[1] != '-') return false;
  return std::all_of(text.begin() + 2, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// 平成3[0-9]年度
bool names_year(std::string_view text) {
  constexpr std::string_view kBefore = "平成3";
  constexpr std::string_view kAfter = "年度";
  for (std::size_t at = text.find(kBefore); at != std::string_view::npos; at = text.find(kBefore, at + 1)) {
    const std::size_t digit = at + kBefore.size();
    if (digit < text.size() && text[digit] >= '0' && text[digit] <= '9' && text.substr(digit + 1).starts_with(kAfter))
      return true;
  }
  return false;
}

bool is_open(std::string_view text) {
  return text.ends_with("検討") || text.ends_with("未定") || text.ends_with("不明");
}

}  // namespace

/// The loops over one block.
class FacilityLoops::BlockLoops {
 public:
  BlockLoops(FacilityLoops& all, const table::Block& block, std::uint32_t num_rows)
      : all_(all), block_(block), num_rows_(num_rows), states_(num_rows) {}

  void run() {
    const auto* council = codes(kCouncil);
    const auto* coordinator = codes(kCoordinator);
    const auto* budget = codes(kBudget);
    const auto* capacity = ints(kCapacity);
    const auto* users = ints(kUsers);
    const auto* medical = ints(kMedicalChildren);
    const auto* nurses = doubles(kNurses);
    const auto* occupancy = doubles(kOccupancy);
    const auto* opened = ints(kOpenedOn);
    const auto* plan = ints(kPlanOn);
    const auto ratio = [=](auto i) { return static_cast<double>(users[i]) / static_cast<double>(capacity[i]); };
    rule(0, [&](auto i) { return test({kCouncil}, i, council[i] == 0); });
    rule(1, [&](auto i) {
      const State early = either(test({kCouncil}, i, council[i] != 1), truth(answered(kPlanOn, i)));
      return early == State::kTrue ? early : either(early, note(i, names_year));
    });
    rule(2, [&](auto i) { return test({kCoordinator}, i, coordinator[i] < 2); });
    rule(3, [&](auto i) {
      return either(test({kCoordinator}, i, coordinator[i] != 0), test({kBudget}, i, budget[i] != 2));
    });
    rule(4, [&](auto i) { return test({kCapacity}, i, capacity[i] >= 5 && capacity[i] <= 40); });
    rule(5, [&](auto i) { return test({kUsers, kCapacity}, i, users[i] <= capacity[i]); });
    rule(6, [&](auto i) { return test({kOccupancy}, i, occupancy[i] <= 1.25); });
    rule(7, [&](auto i) { return test({kUsers, kCapacity}, i, ratio(i) <= 1.5); });
    rule(8, [&](auto i) {
      return either(test({kMedicalChildren}, i, medical[i] == 0),
                    test({kMedicalChildren, kNurses}, i, nurses[i] >= static_cast<double>(medical[i]) / 10.0));
    });
    rule(9, [&](auto i) { return test({kMedicalChildren, kUsers}, i, medical[i] <= users[i]); });
    rule(10, [&](auto i) {
      const double difference = occupancy[i] - ratio(i);
      return test({kOccupancy, kUsers, kCapacity}, i, difference <= 0.25 && -difference <= 0.25);
    });
    rule(11, [&](auto i) { return test({kOpenedOn}, i, opened[i] <= 17'956); });
    rule(12, [&](auto i) { return either(truth(!answered(kPlanOn, i)), truth(plan[i] > opened[i])); });
    rule(13, [&](auto i) { return test({kPermit}, i, has_permit_form(text(kPermit, i))); });
    rule(14, [&](auto i) { return truth(!answered(kNote, i) || !text(kNote, i).starts_with("未定")); });
    rule(15, [&](auto i) {
      const State early = test({kCouncil}, i, council[i] != 1);
      if (early == State::kTrue) return early;
      return either(early, note(i, [](std::string_view words) {
                      return words.find("調整") != words.npos || words.find("予定") != words.npos;
                    }));
    });
    rule(16, [&](auto i) { return truth(!answered(kNote, i) || !is_open(text(kNote, i))); });
    rule(17, [&](auto i) { return truth(answered(kCapacity, i) && answered(kUsers, i) && answered(kOpenedOn, i)); });
    rule(18, [&](auto i) {
      return codes(kService)[i] == 2 ? test({kNurses}, i, nurses[i] >= 1.0) : test({kCapacity}, i, capacity[i] >= 10);
    });
    rule(19, [&](auto i) {
      return either(test({kCouncil}, i, council[i] != 2),
                    either(test({kCoordinator}, i, coordinator[i] != 2), test({kBudget}, i, budget[i] != 2)));
    });
    fold(council, coordinator, capacity);
  }

 private:
  const std::uint32_t* codes(FacilityField field) const { return block_.columns[field].codes.data(); }
  const std::int64_t* ints(FacilityField field) const { return block_.columns[field].ints.data(); }
  const double* doubles(FacilityField field) const { return block_.columns[field].doubles.data(); }
  std::string_view text(FacilityField field, std::size_t i) const { return block_.columns[field].strings[i]; }
  bool answered(FacilityField field, std::size_t i) const {
    return block_.columns[field].missing[i] == table::MissingReason::kNone;
  }
  static State truth(bool value) { return value ? State::kTrue : State::kFalse; }
  static State either(State a, State b) {
    if (a == State::kTrue || b == State::kTrue) return State::kTrue;
    return a == State::kUnknown || b == State::kUnknown ? State::kUnknown : State::kFalse;
  }
  State test(std::initializer_list<FacilityField> fields, std::size_t i, bool value) const {
    for (const FacilityField field : fields) {
      if (!answered(field, i)) return State::kUnknown;
    }
    return truth(value);
  }
  template <class Test>
  State note(std::size_t i, Test&& holds) const {
    return answered(kNote, i) ? truth(holds(text(kNote, i))) : State::kUnknown;
  }
  template <class Rule>
  void rule(std::size_t number, Rule&& decide) {
    for (std::size_t i = 0; i < num_rows_; ++i) states_[i] = decide(i);
    all_.keep(number, states_);
  }
  void fold(const std::uint32_t* council, const std::uint32_t* coordinator, const std::int64_t* capacity) {
    const std::vector<std::uint32_t>& zones = block_.group_columns[0];
    for (std::size_t i = 0; i < num_rows_; ++i) {
      Zone& zone = all_.zones_[zones[i]];
      const State intended = test({kCoordinator}, i, coordinator[i] == 0);
      ++zone.council[static_cast<std::size_t>(test({kCouncil}, i, council[i] == 0))];
      ++zone.coordinator[static_cast<std::size_t>(intended)];
      if (answered(kCapacity, i)) zone.places += capacity[i];
      ++zone.size;
      all_.waiting_.push_back(intended);
      all_.zone_of_.push_back(zones[i]);
    }
  }

  FacilityLoops& all_;
  const table::Block& block_;
  std::size_t num_rows_;
  std::vector<State> states_;
};

FacilityLoops::FacilityLoops(std::uint32_t num_rows, std::uint32_t num_zones)
    : counts_(facility_rules().size()), zones_(num_zones) {
  waiting_.reserve(num_rows);
  zone_of_.reserve(num_rows);
}

void FacilityLoops::keep(std::size_t rule, std::span<const State> states) {
  for (const State state : states) {
    counts_[rule].is_true += state == State::kTrue ? 1 : 0;
    counts_[rule].unknown += state == State::kUnknown ? 1 : 0;
  }
}

void FacilityLoops::run(std::span<const table::Block> blocks, std::uint32_t num_rows) {
  std::size_t turn = 0;
  for (std::uint32_t done = 0; done < num_rows; done += table::kBlockRows)
    BlockLoops(*this, blocks[turn++ % blocks.size()], std::min(table::kBlockRows, num_rows - done)).run();
}

void FacilityLoops::merge(const FacilityLoops& other) {
  for (std::size_t i = 0; i < counts_.size(); ++i) {
    counts_[i].is_true += other.counts_[i].is_true;
    counts_[i].unknown += other.counts_[i].unknown;
  }
  for (std::size_t i = 0; i < zones_.size(); ++i) {
    for (std::size_t state = 0; state < 3; ++state) {
      zones_[i].council[state] += other.zones_[i].council[state];
      zones_[i].coordinator[state] += other.zones_[i].coordinator[state];
    }
    zones_[i].places += other.zones_[i].places;
    zones_[i].size += other.zones_[i].size;
  }
  waiting_.insert(waiting_.end(), other.waiting_.begin(), other.waiting_.end());
  zone_of_.insert(zone_of_.end(), other.zone_of_.begin(), other.zone_of_.end());
}

void FacilityLoops::finish() {
  const auto share = [](const std::array<std::uint32_t, 3>& states, double size, double limit) {
    const double low = states[1];
    const double high = states[1] + states[2];
    if (size == 0.0) return State::kUnknown;
    if (low / size >= limit) return State::kTrue;
    return high / size >= limit ? State::kUnknown : State::kFalse;
  };
  std::vector<State> coordinators;
  for (const Zone& zone : zones_) {
    const State council = share(zone.council, zone.size, 0.5);
    keep(20, std::span(&council, 1));
    const State places = zone.places >= std::int64_t{20} * zone.size ? State::kTrue : State::kFalse;
    keep(21, std::span(&places, 1));
    coordinators.push_back(share(zone.coordinator, zone.size, 0.375));
  }
  for (std::size_t row = 0; row < waiting_.size(); ++row) {
    State& state = waiting_[row];
    const State zone = coordinators[zone_of_[row]];
    if (state == State::kTrue || zone == State::kTrue) {
      state = State::kTrue;
    } else if (zone == State::kUnknown) {
      state = State::kUnknown;
    }
  }
  keep(22, waiting_);
}

}  // namespace kijun::bench
