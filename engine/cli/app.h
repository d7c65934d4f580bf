#pragma once

#include <memory>
#include <ostream>
#include <string>
#include <vector>

#include "engine/cli/installation.h"
#include "engine/cli/session.h"

namespace kijun::cli {

/// What is known of the terminal behind the streams, and of what is around it.
struct Terminal {
  bool out_is_terminal = false;
  bool err_is_terminal = false;
  std::string no_color;                 ///< The variable NO_COLOR; counts when not empty.
  std::string term;                     ///< The variable TERM.
  std::string working_directory = "/";  ///< Absolute.
  std::string step_summary = {};        ///< The variable GITHUB_STEP_SUMMARY.
  PdfPrinter* pdf_printer = nullptr;    ///< Prints pages; null: nothing does.
};

/// Runs kijun on arguments without the program's name. Everything it reads or writes goes through `files` and the two
/// streams; no exception leaves it. Without an installation it finds no packs but those it is told of.
[[nodiscard]] ExitCode run(std::vector<std::string> arguments, FileSystem& files, const Terminal& terminal,
                           std::ostream& out, std::ostream& err, const Installation& installation = {});

}  // namespace kijun::cli
