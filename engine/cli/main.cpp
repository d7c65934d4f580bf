#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <system_error>
#include <vector>

#include "engine/base/pdf_printer.h"
#include "engine/base/program_path.h"
#include "engine/cli/app.h"

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const std::unique_ptr<kijun::FileSystem> files = kijun::open_file_system();
  const auto variable = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value == nullptr ? "" : value);
  };
  std::error_code unknown;  // a working directory that was removed: paths stay as they are given
  const std::string directory = std::filesystem::current_path(unknown).string();
  const std::unique_ptr<kijun::PdfPrinter> pdf_printer = kijun::browser_printer(variable("PATH"));
  const kijun::cli::Terminal terminal{
      isatty(STDOUT_FILENO) != 0, isatty(STDERR_FILENO) != 0,      variable("NO_COLOR"), variable("TERM"),
      unknown ? "/" : directory,  variable("GITHUB_STEP_SUMMARY"), pdf_printer.get()};
  const kijun::cli::Installation installation = kijun::cli::find_installation(kijun::program_path(), *files);
  return static_cast<int>(kijun::cli::run(std::move(arguments), *files, terminal, std::cout, std::cerr, installation));
}
