// Any bytes as choices of the oracle's generators: one rule over one of a few surveys, by both evaluators. A difference
// is a crash; before it the case is printed as a file that the oracle replays.

#include <iostream>
#include <vector>

#include "engine/base/assert.h"
#include "tests/oracle/case_file.h"
#include "tests/oracle/evaluator_difference.h"

namespace kijun::fuzz {
namespace {

using oracle::OracleCase;

constexpr std::size_t kNumSurveys = 16;
constexpr std::size_t kMaxBytes = 300;
/// Quick enough to try many rules on.
constexpr std::size_t kMostRows = 9;

std::vector<OracleCase> make_surveys() {
  std::vector<OracleCase> surveys;
  for (std::uint32_t seed = 0; surveys.size() < kNumSurveys; ++seed) {
    OracleCase made = oracle::generate_evaluator_survey(seed);
    if (made.survey->rows.size() <= kMostRows) surveys.push_back(std::move(made));
  }
  return surveys;
}

void compare(const std::uint8_t* data, std::size_t size) {
  static std::vector<OracleCase> surveys = make_surveys();
  oracle::Choices choices(std::vector<std::uint32_t>(data, data + size));
  OracleCase& made = choices.of_mutable(surveys);
  made.rules.clear();
  made.rules = oracle::generate_rules(made, choices, 1);
  const std::string difference = oracle::evaluator_difference(made);
  if (!difference.empty()) std::cerr << difference << "\n\n" << oracle::case_text(made);
  KIJUN_ASSERT(difference.empty());
}

}  // namespace
}  // namespace kijun::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size <= kijun::fuzz::kMaxBytes) kijun::fuzz::compare(data, size);
  return 0;
}
