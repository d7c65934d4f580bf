// Runs one case folder of tests/golden, tests/diag or tests/cli:
//   kijun_case_runner KIJUN ROOT CASE
// Exits 0 when the program did exactly what the case expects. With KIJUN_UPDATE_GOLDEN=1 in the environment the
// expectation is rewritten instead; read its diff before committing.

#include <cstdlib>
#include <iostream>
#include <string_view>

#include "tests/golden/case.h"

int main(int argc, char** argv) {
  using kijun::golden::Outcome;
  if (argc != 4) {
    std::cerr << "usage: kijun_case_runner KIJUN ROOT CASE\n";
    return 2;
  }
  const kijun::golden::Setting setting{argv[1], argv[2], argv[3]};
  const auto actual = kijun::golden::run_case(setting);
  if (!actual) {
    std::cerr << setting.folder.string() << ": " << actual.error() << '\n';
    return 1;
  }
  const char* update = std::getenv("KIJUN_UPDATE_GOLDEN");
  if (update != nullptr && std::string_view(update) == "1") {
    kijun::golden::write_expected(setting.folder, *actual);
    return 0;
  }
  const Outcome expected = kijun::golden::read_expected(setting.folder);
  if (expected == *actual) {
    return 0;
  }
  std::cerr << setting.folder.string() << ": differs (- expected, + got)\n"
            << kijun::golden::describe_differences(expected, *actual)
            << "KIJUN_UPDATE_GOLDEN=1 rewrites the expectation; read the diff before committing it.\n";
  return 1;
}
