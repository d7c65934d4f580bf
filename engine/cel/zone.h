#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace kijun::cel {

/// Seconds east of UTC that a zone's clocks showed at an instant (seconds since 1970 UTC). A zone is an IANA name
/// ("Asia/Tokyo"), "UTC", or an offset ("+09:00", "-02:30", "02:00"). Nothing when there is no such zone. Names are
/// looked up in the machine's zone files, but for "Asia/Tokyo" since 1952, which needs none.
[[nodiscard]] std::optional<std::int64_t> zone_offset(const std::string& zone, std::int64_t seconds);

/// The IANA names the machine's zone files have; none when there are no such files.
[[nodiscard]] std::vector<std::string> zone_names();

}  // namespace kijun::cel
