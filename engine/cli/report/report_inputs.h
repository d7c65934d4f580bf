#pragma once

#include <optional>
#include <string>

#include "engine/base/date.h"
#include "engine/cli/inputs.h"
#include "engine/cli/option_adder.h"

namespace kijun::cli {

/// What every paper of `report` is made from, as it was asked for.
struct ReportInputs {
  InputPaths paths;
  std::string as_of;
  std::string created;
};

/// Adds the survey, `--rules` and `--as-of` to a command.
void add_report_inputs(const OptionAdder& option, ReportInputs& inputs);

/// The day that was given for `option`, if any; false after a usage error.
[[nodiscard]] bool parse_given_day(std::string_view option, const std::string& text, std::optional<Date>& day,
                                   Session& session);

}  // namespace kijun::cli
