#include "tests/oracle/property_check.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <random>

#include "tests/oracle/case_file.h"
#include "tests/oracle/case_reducer.h"

namespace kijun::oracle {
namespace {

/// Cases between two looks at the clock.
constexpr int kCasesPerSeed = 20;

/// A short run over the same cases every time, unless RC_PARAMS says otherwise: no change is refused for what it did not
/// do. Fresh cases are for `./dev oracle`.
class ShortRun : public testing::Environment {
 public:
  void SetUp() override { setenv("RC_PARAMS", "max_success=25 seed=1", 0); }
};
[[maybe_unused]] const testing::Environment* const kShortRun = testing::AddGlobalTestEnvironment(new ShortRun);

rc::Gen<std::vector<std::uint32_t>> tapes() {
  return rc::gen::resize(400, rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange<std::uint32_t>(0, 5040)));
}

std::string save(const Property& property, const OracleCase& failing) {
  const auto folder = std::filesystem::path(KIJUN_SOURCE_DIR) / "build/oracle";
  std::filesystem::create_directories(folder);
  const auto path = folder / (property.name + ".jsonl");
  std::ofstream(path) << case_text(failing);
  return path.string();
}

/// One property over many cases; keeps the last failing one, which is the smallest that RapidCheck's shrinking found.
class Run {
 public:
  explicit Run(const Property& property) : property_(property) {}

  bool check(const rc::detail::TestParams& params) {
    rc::detail::TestMetadata metadata;
    metadata.id = property_.name;
    metadata.description = property_.name;
    const auto result = rc::detail::checkTestable([this] { check_one(); }, metadata, params);
    const bool passed = result.template is<rc::detail::SuccessResult>();
    if (!passed) rc::detail::printResultMessage(result, std::cerr);
    return passed;
  }

  void report(std::uint64_t seed) {
    if (!failing_.survey) {
      ADD_FAILURE() << property_.name << " stopped, seed " << seed;
      return;
    }
    const auto fails = [this](const OracleCase& made) { return !property_.difference(made).empty(); };
    const OracleCase small = reduced(std::move(failing_), fails);
    ADD_FAILURE() << property_.name << ", seed " << seed << ": " << property_.difference(small)
                  << "\nreplay: KIJUN_ORACLE_REPLAY=" << save(property_, small)
                  << " kijun_oracle_test --gtest_filter=SavedCasesTest.*";
  }

  [[nodiscard]] std::size_t num_cases() const { return num_cases_; }

 private:
  void check_one() {
    const auto seed = *rc::gen::noShrink(rc::gen::arbitrary<std::uint32_t>());
    Choices choices(*tapes());
    OracleCase made = property_.generate(seed, choices);
    const std::string found = property_.difference(made);
    ++num_cases_;
    if (found.empty()) return;
    failing_ = std::move(made);
    RC_FAIL(found);
  }

  const Property& property_;
  OracleCase failing_;
  std::size_t num_cases_ = 0;
};

/// That of a former run when it is given, to see that run again.
std::uint64_t first_seed() {
  if (const char* given = std::getenv("KIJUN_ORACLE_SEED")) return std::strtoull(given, nullptr, 10);
  return (std::uint64_t{std::random_device()()} << 32U) + std::random_device()();
}

void check_for(const Property& property, std::chrono::seconds time) {
  Run run(property);
  rc::detail::TestParams params;
  const std::uint64_t first = first_seed();
  params.seed = first;
  params.maxSuccess = kCasesPerSeed;
  const auto end = std::chrono::steady_clock::now() + time;
  std::cout << property.name << ": seeds from " << first << std::endl;
  for (; std::chrono::steady_clock::now() < end; ++params.seed) {
    if (run.check(params)) continue;
    run.report(params.seed);
    break;
  }
  std::cout << property.name << ": " << run.num_cases() << " cases, last seed " << params.seed - 1 << std::endl;
}

}  // namespace

void check_property(const Property& property) {
  if (const char* seconds = std::getenv("KIJUN_ORACLE_SECONDS"))
    return check_for(property, std::chrono::seconds(std::atol(seconds)));
  Run run(property);
  const rc::detail::TestParams params = rc::detail::configuration().testParams;
  if (!run.check(params)) run.report(params.seed);
  std::cout << property.name << ": " << run.num_cases() << " cases, seed " << params.seed << std::endl;
}

}  // namespace kijun::oracle
