#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "tests/bench/yardsticks/tallies.h"

namespace kijun::bench {

/// What the rules about zones need to know of one zone. `zone.coordinator` is also judged for each member, from the
/// same numbers: its own part is true for `intended`, unknown without an answer and false for the others.
struct Zone {
  std::string_view name;
  std::int64_t members = 0;
  std::int64_t established = 0;
  std::int64_t council_blank = 0;
  std::int64_t places = 0;
  std::int64_t intended = 0;
  std::int64_t coordinator_blank = 0;
};

/// Zones by name, in a small open hash table over the first eight bytes of the name.
class Zones {
 public:
  Zones() : slots_(kSlots, kFree) {}

  /// The zone of that name, new if need be. The reference is good until the next new zone.
  Zone& at(std::string_view name);

  void add(const std::vector<Zone>& parts);
  [[nodiscard]] const std::vector<Zone>& all() const { return zones_; }
  /// Judges the three rules about zones.
  void judge(Tallies& tallies) const;

 private:
  static constexpr std::size_t kSlots = 256;
  static constexpr std::uint8_t kFree = 255;

  std::vector<std::uint8_t> slots_;
  std::vector<Zone> zones_;
};

}  // namespace kijun::bench
