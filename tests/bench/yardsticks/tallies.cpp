#include "tests/bench/yardsticks/tallies.h"

#include <fmt/format.h>

#include <iterator>

namespace kijun::bench {

void add(Tallies& sum, const Tallies& part) {
  for (std::size_t rule = 0; rule < sum.size(); ++rule)
    for (std::size_t outcome = 0; outcome < sum[rule].size(); ++outcome) sum[rule][outcome] += part[rule][outcome];
}

std::string to_text(const Tallies& tallies, double wall_seconds, double cpu_seconds) {
  std::string text = fmt::format("seconds {:.6f} {:.6f}\n", wall_seconds, cpu_seconds);
  for (std::size_t rule = 0; rule < tallies.size(); ++rule) {
    const Tally& tally = tallies[rule];
    fmt::format_to(std::back_inserter(text), "{} {} {} {} {}\n", kRuleIds[rule], tally[kTrue], tally[kFalse],
                   tally[kUnknown], tally[kNotApplicable]);
  }
  return text;
}

}  // namespace kijun::bench
