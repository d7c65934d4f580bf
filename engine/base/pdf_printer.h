#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "engine/base/result.h"

namespace kijun {

/// Prints pages of HTML to PDF.
class PdfPrinter {
 public:
  virtual ~PdfPrinter() = default;

  /// The bytes of a PDF of a whole page of HTML that loads nothing, printed as its print style says and without running its
  /// scripts. They hold the time of printing: the same page gives other bytes each time. Fails where nothing on the machine
  /// prints, and where printing does not end well within two minutes.
  [[nodiscard]] virtual Result<std::string> print(std::string_view html) = 0;
};

/// Prints by the first Chromium (or browser made of it) on a search path such as the variable PATH, which runs without a
/// window, a profile of its own, and the network of no page that loads nothing.
[[nodiscard]] std::unique_ptr<PdfPrinter> browser_printer(std::string search_path);

}  // namespace kijun
