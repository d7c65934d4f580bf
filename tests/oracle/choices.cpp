#include "tests/oracle/choices.h"

#include <random>

namespace kijun::oracle {

Choices seeded_choices(std::uint32_t seed, std::size_t length) {
  std::mt19937 random(seed);
  std::vector<std::uint32_t> tape(length);
  for (std::uint32_t& number : tape) number = static_cast<std::uint32_t>(random());
  return Choices(std::move(tape));
}

}  // namespace kijun::oracle
