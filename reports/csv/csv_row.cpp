#include "reports/csv/csv_row.h"

#include "reports/escape/csv_text.h"

namespace kijun::reports {

void CsvRow::add(std::string_view text) {
  if (!first_) out_ << ',';
  out_ << csv_cell(text, formula_safe_);
  first_ = false;
}

void CsvRow::finish() {
  out_ << "\r\n";
  first_ = true;
}

}  // namespace kijun::reports
