#include "reports/escape/workflow_command.h"

#include "engine/base/unicode.h"

namespace kijun::reports {
namespace {

std::string escape(std::string_view text, bool is_property) {
  std::string out;
  for (const char byte : escape_controls(text)) {
    if (byte == '%')
      out += "%25";
    else if (byte == '\n')
      out += "%0A";
    else if (byte == ':' && is_property)
      out += "%3A";
    else if (byte == ',' && is_property)
      out += "%2C";
    else
      out += byte;
  }
  return out;
}

}  // namespace

std::string escape_command_message(std::string_view text) { return escape(text, false); }

std::string escape_command_property(std::string_view text) { return escape(text, true); }

}  // namespace kijun::reports
