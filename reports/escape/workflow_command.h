#pragma once

#include <string>
#include <string_view>

namespace kijun::reports {

/// `text` as the message of a GitHub workflow command: one line, in which `%` and line ends are percent escapes, and
/// controls visible.
[[nodiscard]] std::string escape_command_message(std::string_view text);

/// `text` as the value of a property of one: `:` and `,` are escaped, too.
[[nodiscard]] std::string escape_command_property(std::string_view text);

}  // namespace kijun::reports
