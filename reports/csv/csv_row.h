#pragma once

#include <ostream>
#include <string_view>

namespace kijun::reports {

/// Writes cells one after the other, escaped as the flavour demands, and ends rows with CRLF.
class CsvRow {
 public:
  CsvRow(std::ostream& out, bool formula_safe) : out_(out), formula_safe_(formula_safe) {}
  void add(std::string_view text);
  void finish();

 private:
  std::ostream& out_;
  bool formula_safe_;
  bool first_ = true;
};

}  // namespace kijun::reports
