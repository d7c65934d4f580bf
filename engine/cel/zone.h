#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace kijun::cel {

/// Seconds east of UTC that a zone's clocks showed at an instant (seconds since 1970 UTC). A zone is an IANA name
/// ("Asia/Tokyo"), "UTC", or an offset ("+09:00", "-02:30", "02:00"). Nothing when there is no such zone. Names are
/// looked up in the machine's zone files.
[[nodiscard]] std::optional<std::int64_t> zone_offset(const std::string& zone, std::int64_t seconds);

}  // namespace kijun::cel
