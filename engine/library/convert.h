#pragma once

#include <kijun/result.h>

#include <chrono>
#include <optional>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/language.h"
#include "engine/base/result.h"
#include "engine/diag/diagnostic.h"

namespace kijun::api {

/// The same for those who know nothing of the engine.
[[nodiscard]] Text to_text(const LocalizedText& text);
[[nodiscard]] std::chrono::year_month_day to_day(Date date);
[[nodiscard]] std::vector<Diagnostic> to_diagnostics(const diag::Sink& sink);

/// The day, or nothing when there is no such day or it is outside the years 1 to 9999.
[[nodiscard]] std::optional<Date> from_day(std::chrono::year_month_day day);

/// The failure of what reported to `sink`: its first error says what, the diagnostics say the rest.
[[nodiscard]] tl::unexpected<Failure> failure_of(const diag::Sink& sink);
/// The failure of a file that cannot be read.
[[nodiscard]] tl::unexpected<Failure> failure_of(const Error& error);
/// A failure that no file is to blame for.
[[nodiscard]] tl::unexpected<Failure> failure_of(const LocalizedText& message);

}  // namespace kijun::api
