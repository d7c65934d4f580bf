// kijun_end_to_end [--quick] [--seed N]
//
// Generates the surveys and packs below build/bench/, runs kijun, the yardsticks and the rivals over them, checks that
// all count the same, prints a table for each survey and writes build/bench/results.json. Exit code 1 when a contender
// ended badly or counted otherwise than the others. `--quick` is two small surveys once: what the test suite runs.

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/end_to_end/contenders.h"
#include "tests/bench/end_to_end/report.h"
#include "tests/bench/generate/survey_folder.h"

namespace kijun::bench {
namespace {

struct Arguments {
  bool is_quick = false;
  std::uint32_t seed = 1;
};

struct Size {
  std::uint32_t num_records;
  int rounds;
};

const std::vector<Size> kQuickSizes{{1'788, 1}, {20'000, 1}};
const std::vector<Size> kSizes{{34, 15}, {1'788, 15}, {100'000, 7}, {1'000'000, 5}, {5'000'000, 3}};

class EndToEnd {
 public:
  EndToEnd(Arguments arguments, Places places, std::string folder)
      : arguments_(arguments), places_(std::move(places)), folder_(std::move(folder)) {}

  /// True when all figures can be believed.
  bool run() {
    if (!write_packs(places_.packs, arguments_.seed)) return false;
    for (const Size& size : arguments_.is_quick ? kQuickSizes : kSizes)
      if (!run_size(size)) return false;
    run_packs();
    fmt::print("{}{}", to_table(result_.packs), to_ratios(result_));
    const std::string path = folder_ + "/results.json";
    std::ofstream(path) << to_json(result_);
    fmt::print("\n{}\n", path);
    const std::string wrong = problems(result_);
    if (!wrong.empty()) fmt::print(stderr, "\nthe figures are worthless:\n{}", wrong);
    return wrong.empty();
  }

 private:
  bool run_size(const Size& size) {
    SurveyResult result;
    result.survey = {write_survey(folder_ + "/kakuu", size.num_records), size.num_records, 0};
    if (result.survey.folder.empty()) return false;
    result.survey.num_bytes = std::filesystem::file_size(result.survey.answers());
    for (const Contender& contender : contenders(places_))
      if (size.num_records <= contender.max_records)
        result.measurements.push_back(measure(contender, result.survey, size.rounds));
    fmt::print("{}", to_table(result));
    std::fflush(stdout);
    result_.surveys.push_back(std::move(result));
    return true;
  }

  /// The packs over the largest survey of at most a million records.
  void run_packs() {
    const Size size = arguments_.is_quick ? kQuickSizes.back() : kSizes[3];
    const auto same_size = [&](const SurveyResult& result) { return result.survey.num_records == size.num_records; };
    const BenchSurvey survey = std::find_if(result_.surveys.begin(), result_.surveys.end(), same_size)->survey;
    for (const char* const pack : {kFixedPack, "seeded", "all-fail"})
      result_.packs.push_back({pack, survey, measure(kijun(places_, pack, 2), survey, size.rounds),
                               measure(evaluation(places_, pack, 1), survey, size.rounds)});
  }

  Arguments arguments_;
  Places places_;
  std::string folder_;
  BenchResult result_;
};

int run(int argc, char** argv) {
  Arguments arguments;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--quick") {
      arguments.is_quick = true;
    } else if (argument == "--seed" && i + 1 < argc) {
      arguments.seed = static_cast<std::uint32_t>(std::strtoul(argv[++i], nullptr, 10));
    } else {
      fmt::print(stderr, "usage: kijun_end_to_end [--quick] [--seed N]\n");
      return 2;
    }
  }
  const std::string build = std::string(KIJUN_SOURCE_DIR) + "/build";
  const std::string folder = build + "/bench";
  const std::string programs = std::filesystem::canonical("/proc/self/exe").parent_path().string();
  return EndToEnd(arguments, {programs, build, folder + "/packs"}, folder).run() ? 0 : 1;
}

}  // namespace
}  // namespace kijun::bench

int main(int argc, char** argv) { return kijun::bench::run(argc, argv); }
