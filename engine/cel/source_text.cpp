#include "engine/cel/source_text.h"

#include <fmt/format.h>

#include <cmath>

#include "engine/cel/compare.h"
#include "engine/cel/value_text.h"

namespace kijun::cel {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\x7F'; }

/// A string literal. Control characters without an escape of their own are written by number.
std::string string_text(std::string_view text) {
  std::string written;
  for (const char c : quoted_text(text)) {
    written += is_control(c) ? fmt::format("\\u{:04x}", static_cast<unsigned char>(c)) : std::string(1, c);
  }
  return written;
}

/// A bytes literal: whatever is no printable ASCII by number.
std::string bytes_text(std::string_view data) {
  std::string written;
  for (const char c : quoted_text(data)) {
    const bool is_plain = !is_control(c) && static_cast<unsigned char>(c) < 0x80;
    written += is_plain ? std::string(1, c) : fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
  }
  return "b" + written;
}

std::string number_text(double value) {
  const std::string text = double_text(value);
  if (!std::isfinite(value)) return fmt::format("double(\"{}\")", text);
  return text.find_first_not_of("-0123456789") == std::string::npos ? text + ".0" : text;
}

struct SourceWriter {
  std::string operator()(std::monostate) const { return "null"; }
  std::string operator()(bool value) const { return value ? "true" : "false"; }
  std::string operator()(std::int64_t value) const { return fmt::format("{}", value); }
  std::string operator()(std::uint64_t value) const { return fmt::format("{}u", value); }
  std::string operator()(double value) const { return number_text(value); }
  std::string operator()(const std::string& value) const { return string_text(value); }
  std::string operator()(const Bytes& value) const { return bytes_text(value.data); }
  std::string operator()(const Timestamp& value) const {
    return fmt::format("timestamp(\"{}\")", timestamp_text(value));
  }
  std::string operator()(const Duration& value) const { return fmt::format("duration(\"{}\")", duration_text(value)); }
  std::string operator()(const Date& value) const { return fmt::format("date(\"{}\")", value.iso()); }
  std::string operator()(const Decimal& value) const { return fmt::format("decimal(\"{}\")", value.text()); }
  std::string operator()(const Type& value) const { return type_value_name(value); }
  std::string operator()(const std::shared_ptr<const List>& value) const {
    std::string text;
    for (const Value& element : *value) text += (text.empty() ? "" : ", ") + source_text(element);
    return "[" + text + "]";
  }
  std::string operator()(const std::shared_ptr<const Map>& value) const {
    std::string text;
    for (const auto& [key, entry] : *value)
      text += (text.empty() ? "" : ", ") + source_text(key) + ": " + source_text(entry);
    return "{" + text + "}";
  }
  std::string operator()(const Optional& value) const {
    return value.value == nullptr ? "optional.none()" : fmt::format("optional.of({})", source_text(*value.value));
  }
  std::string operator()(const RecordRef& /*value*/) const { return "self"; }
  std::string operator()(const Unknown& /*value*/) const { return "unknown"; }
  std::string operator()(const NotApplicable& /*value*/) const { return "not applicable"; }
  std::string operator()(const EvalError& value) const { return "error: " + value.message; }
};

}  // namespace

std::string source_text(const Value& value) { return std::visit(SourceWriter{}, value.data()); }

}  // namespace kijun::cel
