#include "tests/bench/generate/rule_texts.h"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <random>
#include <span>
#include <string_view>

namespace kijun::bench {
namespace {

constexpr std::size_t kNumRules = 23;
constexpr std::size_t kNumZoneRules = 2;

constexpr std::string_view kHead = R"toml([ruleset]
id = "bench-1"
title = { ja = "架空県事業所調査", en = "Facilities in Kakuu" }
fiscal_years = { from = 2018, to = 2020 }

[[basis]]
id = "invented"
title = { ja = "架空県要綱", en = "Rules of Kakuu" }
law = "架空県要綱"
article = "第1条"
status = "confirmed"

[[topic]]
id = "facility"
title = { ja = "事業所", en = "Facilities" }

[[actor]]
id = "facility"
title = { ja = "事業所", en = "facility" }
)toml";

constexpr std::string_view kRule = R"toml(
[[rule]]
id = "rule.{0}"
title = {{ ja = "基準{0}", en = "Rule {0}" }}
kind = "policy"
topic = "facility"
actor = "facility"
for_each = "{1}"
severity = "warning"
basis = ["invented"]
message = {{ ja = "{{name}}：基準{0}", en = "{{name}}: rule {0}" }}
require = '{2}'
)toml";

/// Conditions drawn from a seed, the same ones on every machine.
class ConditionGenerator {
 public:
  explicit ConditionGenerator(std::uint32_t seed) : generator_(seed) {}

  /// A condition about one record, of `depth` levels of `&& || ! ?:`; `of` is what stands before a field's name.
  std::string condition(int depth, const std::string& of) {
    if (depth == 0) return comparison(of);
    switch (below(5)) {
      case 0:
        return fmt::format("({} && {})", condition(depth - 1, of), condition(depth - 1, of));
      case 1:
        return fmt::format("({} || {})", condition(depth - 1, of), condition(depth - 1, of));
      case 2:
        return fmt::format("!({})", condition(depth - 1, of));
      case 3:
        return fmt::format("({} ? {} : {})", comparison(of), condition(depth - 1, of), condition(depth - 1, of));
      default:
        return comparison(of);
    }
  }

  std::string zone_condition() {
    switch (below(3)) {
      case 0:
        return fmt::format("zone.members.share(m, {}) >= 0.{}", comparison("m."), 1 + below(9));
      case 1:
        return fmt::format("zone.members.count(m, {}) > {}", condition(1, "m."), below(60));
      default: {
        const std::string field = "m." + any_of(kNumbers);
        return fmt::format("zone.members.filter(m, answered({0})).sum(m, {0}) >= {1} * size(zone.members)", field,
                           1 + below(30));
      }
    }
  }

  int below(int limit) {
    return static_cast<int>((std::uint64_t{generator_()} * static_cast<std::uint64_t>(limit)) >> 32U);
  }

 private:
  struct Enum {
    std::string_view field;
    std::array<std::string_view, 3> values;
  };

  static constexpr std::array<Enum, 4> kEnums{{
      {"council", {"established", "planned", "none"}},
      {"coordinator", {"intended", "considering", "none"}},
      {"budget", {"secured", "considering", "none"}},
      {"service", {"day_care", "home_visit", "short_stay"}},
  }};
  static constexpr std::array<std::string_view, 3> kNumbers{"capacity", "users", "medical_children"};
  static constexpr std::array<std::string_view, 2> kDates{"opened_on", "plan_on"};
  static constexpr std::array<std::string_view, 6> kTests{"note.startsWith(\"未定\")",
                                                          "note.contains(\"調整\")",
                                                          "note.contains(\"予定\")",
                                                          "note.matches(\"平成3[0-9]年度\")",
                                                          "note.matches(\"(検討|未定|不明)$\")",
                                                          "permit.matches(\"^[A-C]-[0-9]{4}$\")"};
  static constexpr std::array<std::string_view, 4> kOrders{"<", "<=", ">", ">="};

  std::string any_of(std::span<const std::string_view> words) {
    return std::string(words[static_cast<std::size_t>(below(static_cast<int>(words.size())))]);
  }

  std::string comparison(const std::string& of) {
    switch (below(9)) {
      case 0:
      case 1:
        return enum_test(of);
      case 2:
        return fmt::format("{}{} {} {}", of, any_of(kNumbers), any_of(kOrders), below(40));
      case 3:
        return fmt::format("{0}users {1} {0}{2}", of, any_of(kOrders), any_of(kNumbers));
      case 4:
        return fmt::format("{}occupancy {} 0.{}", of, any_of(kOrders), below(100));
      case 5:
        return fmt::format("double({0}users) / double({0}capacity) {1} {2}.5", of, any_of(kOrders), below(2));
      case 6:
        return fmt::format("{}{} {} date(\"20{}-04-01\")", of, any_of(kDates), any_of(kOrders), 10 + below(11));
      case 7:
        return fmt::format("answered({}{})", of, any_of(kNumbers));
      default:
        return of + any_of(kTests);
    }
  }

  std::string enum_test(const std::string& of) {
    const Enum& drawn = kEnums[static_cast<std::size_t>(below(static_cast<int>(kEnums.size())))];
    if (below(3) == 0)
      return fmt::format("{}{} in [\"{}\", \"{}\"]", of, drawn.field, drawn.values[0], drawn.values[1]);
    return fmt::format("{}{} {} \"{}\"", of, drawn.field, below(2) == 0 ? "==" : "!=", any_of(drawn.values));
  }

  std::mt19937 generator_;
};

}  // namespace

std::vector<RuleText> all_fail_rules() {
  constexpr std::array<std::string_view, 10> kNever{
      "answered(council) && council != \"established\" && council != \"planned\" && council != \"none\"",
      "answered(capacity) && capacity > 100000",
      "answered(users) && (users < 0 || users > 100000)",
      "answered(occupancy) && occupancy > 1000.0",
      "answered(nurses) && nurses < -1.0",
      "answered(opened_on) && opened_on > date(\"2100-01-01\")",
      "answered(permit) && permit.matches(\"^[X-Z]-[0-9]{9}$\")",
      "answered(note) && note.contains(\"架空\")",
      "answered(note) && note.startsWith(\"架空\")",
      "answered(service) && service in [\"home_visit\"] && service == \"day_care\"",
  };
  std::vector<RuleText> rules;
  for (std::size_t i = 0; i + kNumZoneRules < kNumRules; ++i)
    rules.push_back({"facility", "", std::string(kNever[i % kNever.size()])});
  rules.push_back({"zone", "", "zone.members.share(m, answered(m.capacity) && m.capacity > 100000) >= 0.5"});
  rules.push_back({"zone", "", "zone.members.filter(m, answered(m.users)).sum(m, m.users) < 0"});
  return rules;
}

std::vector<RuleText> seeded_rules(std::uint32_t seed) {
  ConditionGenerator draw(seed);
  std::vector<RuleText> rules;
  for (std::size_t i = 0; i + kNumZoneRules + 1 < kNumRules; ++i)
    rules.push_back({"facility", draw.below(4) == 0 ? draw.condition(0, "") : "", draw.condition(2, "")});
  for (std::size_t i = 0; i < kNumZoneRules; ++i) rules.push_back({"zone", "", draw.zone_condition()});
  rules.push_back({"facility", "", draw.condition(0, "") + " || " + draw.zone_condition()});
  return rules;
}

std::string ruleset(const std::vector<RuleText>& rules) {
  std::string text(kHead);
  for (std::size_t i = 0; i < rules.size(); ++i) {
    fmt::format_to(std::back_inserter(text), kRule, i + 1, rules[i].for_each, rules[i].require);
    if (!rules[i].when.empty()) fmt::format_to(std::back_inserter(text), "when = '{}'\n", rules[i].when);
  }
  return text;
}

}  // namespace kijun::bench
