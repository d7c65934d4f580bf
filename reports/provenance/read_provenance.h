#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>

#include "reports/provenance/provenance.h"

namespace kijun::reports {

/// Why a report says nothing of what it was made from.
enum class Unreadable : std::uint8_t {
  kNoReport,      ///< It is none of JSON, HTML and SARIF as kijun writes them.
  kCut,           ///< Its end is missing, and the provenance with it.
  kNoProvenance,  ///< It is whole and has none.
  kUnknownForm,   ///< The provenance has a form that this version does not know.
  kBroken,        ///< A member of it is missing or is not what it should be.
};

/// Where and why.
struct ReadFailure {
  Unreadable reason = Unreadable::kNoReport;
  std::string detail;     ///< The form, or the member.
  std::size_t begin = 0;  ///< The provenance in the report.
  std::size_t end = 0;
};

/// Reads the provenance out of the whole text of a report. What stands around it need not be sound, so that a report that
/// somebody changed still says what it was made from; but it stands where kijun writes it.
[[nodiscard]] tl::expected<Provenance, ReadFailure> read_provenance(std::string_view report);

}  // namespace kijun::reports
