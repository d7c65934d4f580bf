// kijun_bench_survey FOLDER RECORDS [SEED]: a survey of that many facilities of 架空県 and the packs to check it with.

#include <fmt/format.h>

#include <cstdlib>

#include "tests/bench/generate/survey_folder.h"

int main(int argc, char** argv) {
  if (argc < 3) {
    fmt::print(stderr, "usage: kijun_bench_survey FOLDER RECORDS [SEED]\n");
    return 2;
  }
  const auto num_records = static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 10));
  const auto seed = static_cast<std::uint32_t>(argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 1);
  const std::string folder = argv[1];
  const std::string survey = kijun::bench::write_survey(folder + "/kakuu", num_records);
  if (survey.empty() || !kijun::bench::write_packs(folder + "/packs", seed)) return 2;
  fmt::print("kijun audit {} --rules {}/packs/fixed\n", survey, folder);
  return 0;
}
