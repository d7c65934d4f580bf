#pragma once

#include <optional>
#include <string_view>

#include "engine/base/date.h"
#include "engine/diag/diagnostic.h"
#include "engine/survey/register.h"

namespace kijun::survey {

/// Resolves the subjects that an answer file names, as of the day of the answers. Names and codes that lead nowhere, to
/// several records or to one not valid that day are reported at their cell.
class SubjectFinder {
 public:
  SubjectFinder(const Register& reg, Date on, diag::Sink& sink) : reg_(reg), on_(on), sink_(sink) {}

  /// By name (KJ4102, KJ4203, KJ4204; KJ4205 as a notice when the register writes it otherwise).
  [[nodiscard]] std::optional<RegisterIndex> by_name(std::string_view name, diag::Span place);
  /// By code of five or six digits (KJ4101, KJ4102, KJ4103, KJ4203).
  [[nodiscard]] std::optional<RegisterIndex> by_code(std::string_view code, diag::Span place);
  /// Reports a name that is not that of `index` (KJ4206).
  void compare_name(RegisterIndex index, std::string_view name, diag::Span place);

 private:
  [[nodiscard]] std::optional<RegisterIndex> valid(RegisterIndex index, diag::Span place);
  void report_code(std::string_view code, diag::Span place);

  const Register& reg_;
  Date on_;
  diag::Sink& sink_;
};

}  // namespace kijun::survey
