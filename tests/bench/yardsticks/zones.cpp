#include "tests/bench/yardsticks/zones.h"

#include <algorithm>
#include <cstring>

namespace kijun::bench {
namespace {

/// `share(…) >= numerator / denominator` of a zone in which `yes` members say so and `open` have not answered.
Truth share_reaches(std::int64_t yes, std::int64_t open, std::int64_t of, std::int64_t numerator,
                    std::int64_t denominator) {
  if (yes * denominator >= numerator * of) return kTrue;
  return (yes + open) * denominator < numerator * of ? kFalse : kUnknown;
}

std::size_t hash(std::string_view name) {
  std::uint64_t key = 0;
  std::memcpy(&key, name.data(), std::min(name.size(), sizeof(key)));
  return (key * 0x9E37'79B9'7F4A'7C15U) >> 56U;
}

}  // namespace

Zone& Zones::at(std::string_view name) {
  std::size_t slot = hash(name);
  while (slots_[slot] != kFree) {
    Zone& zone = zones_[slots_[slot]];
    if (zone.name == name) return zone;
    slot = (slot + 1) % kSlots;
  }
  slots_[slot] = static_cast<std::uint8_t>(zones_.size());
  zones_.push_back({.name = name});
  return zones_.back();
}

void Zones::add(const std::vector<Zone>& parts) {
  for (const Zone& part : parts) {
    Zone& zone = at(part.name);
    zone.members += part.members;
    zone.established += part.established;
    zone.council_blank += part.council_blank;
    zone.places += part.places;
    zone.intended += part.intended;
    zone.coordinator_blank += part.coordinator_blank;
  }
}

void Zones::judge(Tallies& tallies) const {
  for (const Zone& zone : zones_) {
    ++tallies[kZoneCouncils][share_reaches(zone.established, zone.council_blank, zone.members, 1, 2)];
    ++tallies[kZonePlaces][truth(zone.places >= 20 * zone.members)];
    const Truth placed = share_reaches(zone.intended, zone.coordinator_blank, zone.members, 3, 8);
    Tally& tally = tallies[kZoneCoordinator];
    tally[kTrue] += zone.intended;
    tally[either(kUnknown, placed)] += zone.coordinator_blank;
    tally[placed] += zone.members - zone.intended - zone.coordinator_blank;
  }
}

}  // namespace kijun::bench
