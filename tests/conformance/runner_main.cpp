// Runs the cases of the CEL conformance suite: kijun_conformance CASES.jsonl SKIP.txt
//
// Every failing case is printed with what it demands and what came. Exit 0: all passed or skipped; 1: some failed;
// 2: an input is wrong, which includes a skip entry that no case needs.

#include <algorithm>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/conformance/case_reader.h"
#include "tests/conformance/case_runner.h"

namespace kijun::conformance {
namespace {

/// What is left out, and how many cases that were.
struct Skip {
  std::string prefix;
  std::string reason;
  std::size_t num_cases = 0;
};

struct Tally {
  std::size_t passed = 0;
  std::size_t failed = 0;
  std::size_t skipped = 0;
};

std::string expected_text(const Expectation& expect) {
  std::string text = expect.error ? "an error" : "";
  if (expect.value) text = cel::debug_text(*expect.value);
  if (expect.type) text += (text.empty() ? "type " : ", type ") + cel::to_string(*expect.type);
  return text;
}

bool read_skips(std::istream& in, std::vector<Skip>& skips) {
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    std::istringstream words(line);
    Skip skip;
    words >> skip.prefix >> std::ws;
    std::getline(words, skip.reason);
    if (skip.reason.empty()) {
      std::cerr << "skip entry without a reason: " << line << '\n';
      return false;
    }
    skips.push_back(std::move(skip));
  }
  return true;
}

void run_or_skip(const Case& test, std::vector<Skip>& skips, Tally& tally) {
  const auto skip =
      std::find_if(skips.begin(), skips.end(), [&](const Skip& entry) { return test.name.starts_with(entry.prefix); });
  if (skip != skips.end()) {
    ++skip->num_cases;
    ++tally.skipped;
    return;
  }
  const auto actual = run_case(test);
  ++(actual ? tally.failed : tally.passed);
  if (actual)
    std::cout << "FAILED " << test.name << "\n  expression: " << test.expr
              << "\n  expected:   " << expected_text(test.expect) << "\n  actual:     " << *actual << '\n';
}

bool run_cases(std::istream& in, std::vector<Skip>& skips, Tally& tally) {
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const Result<Case> test = read_case(line);
    if (!test) {
      std::cerr << "line " << number << ": " << test.error().message << '\n';
      return false;
    }
    run_or_skip(*test, skips, tally);
  }
  if (number == 0) std::cerr << "there is no case\n";
  return number > 0;
}

bool report_skips(const std::vector<Skip>& skips) {
  bool all_needed = true;
  for (const Skip& skip : skips) {
    std::cout << "skipped " << skip.num_cases << ": " << skip.prefix << " (" << skip.reason << ")\n";
    all_needed = all_needed && skip.num_cases > 0;
  }
  if (!all_needed) std::cerr << "a skip entry fits no case\n";
  return all_needed;
}

int run(const std::string& cases_path, const std::string& skip_path) {
  std::ifstream cases(cases_path);
  std::ifstream skip_file(skip_path);
  if (!cases || !skip_file) {
    std::cerr << "cannot read " << (cases ? skip_path : cases_path) << '\n';
    return 2;
  }
  std::vector<Skip> skips;
  Tally tally;
  if (!read_skips(skip_file, skips) || !run_cases(cases, skips, tally) || !report_skips(skips)) return 2;
  std::cout << tally.passed << " passed, " << tally.failed << " failed, " << tally.skipped << " skipped\n";
  return tally.failed == 0 ? 0 : 1;
}

}  // namespace
}  // namespace kijun::conformance

int main(int argc, char** argv) {
  if (argc != 3) {
    std::cerr << "usage: " << argv[0] << " CASES.jsonl SKIP.txt\n";
    return 2;
  }
  return kijun::conformance::run(argv[1], argv[2]);
}
