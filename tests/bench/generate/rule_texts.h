#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace kijun::bench {

/// What differs between the rules of a generated ruleset.
struct RuleText {
  std::string for_each;
  std::string when;  ///< Empty when the rule always applies.
  std::string require;
};

/// Twenty-three rules that every record, and every zone, fails whatever it answers.
[[nodiscard]] std::vector<RuleText> all_fail_rules();

/// Twenty-three well-typed rules over the fields of tests/bench/pack, three of them about zones, drawn from `seed`.
[[nodiscard]] std::vector<RuleText> seeded_rules(std::uint32_t seed);

/// The ruleset file that holds `rules`, with ids `rule.1`, `rule.2`, ….
[[nodiscard]] std::string ruleset(const std::vector<RuleText>& rules);

}  // namespace kijun::bench
