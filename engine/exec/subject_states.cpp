#include "engine/exec/subject_states.h"

#include <algorithm>

#include "engine/base/assert.h"

namespace kijun::exec {

SubjectStates::SubjectStates(std::size_t size, std::size_t range_size) : size_(size), range_size_(range_size) {
  KIJUN_ASSERT(range_size > 0 && range_size % StatePlanes::kWordBits == 0);
  for (std::size_t first = 0; first < size; first += range_size)
    ranges_.emplace_back(std::min(range_size, size - first));
}

SubjectStates SubjectStates::constant(std::size_t size, cel::State state) {
  SubjectStates states;
  states.size_ = size;
  states.is_constant_ = true;
  states.ranges_.emplace_back().fill(StatePlanes::kWordBits, state);
  return states;
}

std::size_t SubjectStates::count(cel::State state) const {
  if (is_constant_) return get(0) == state ? size_ : 0;
  std::size_t total = 0;
  for (const StatePlanes& planes : ranges_) total += planes.count(state);
  return total;
}

bool SubjectStates::has(StatePlanes::PlaneIndex plane) const {
  return std::ranges::any_of(ranges_, [plane](const StatePlanes& planes) { return planes.has(plane); });
}

void SubjectStates::write(std::size_t first, const StatePlanes& part) {
  if (part.size() > 0) ranges_[first / range_size_].write(first % range_size_, part);
}

void SubjectStates::read(std::size_t first, std::size_t size, StatePlanes& part) const {
  part.read(ranges_[first / range_size_], first % range_size_, size);
}

}  // namespace kijun::exec
