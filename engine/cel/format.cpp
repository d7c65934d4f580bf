#include "engine/cel/format.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <string_view>

#include "engine/base/utf8.h"
#include "engine/cel/compare.h"
#include "engine/cel/value_limits.h"
#include "engine/cel/value_text.h"

namespace kijun::cel {
namespace {

constexpr std::size_t kDefaultPrecision = 6;
constexpr std::size_t kMaxPrecision = 1000;  ///< More digits than any double has.

/// Bytes as text: each ill-formed byte becomes U+FFFD.
std::string readable(const std::string& bytes) {
  std::string text;
  for (std::string_view rest = bytes; !rest.empty();) {
    const auto decoded = decode_utf8(rest);
    append_utf8(text, decoded.has_value() ? decoded->code_point : U'\uFFFD');
    rest.remove_prefix(decoded.has_value() ? decoded->num_bytes : 1);
  }
  return text;
}

// Both leave a text that grows too large; the formatter says so.

std::string plain_map_text(const Map& map) {
  std::vector<std::pair<std::string, std::string>> entries;
  std::size_t num_bytes = 0;
  for (const auto& [key, value] : map) {
    if (num_bytes > kMaxTextBytes) break;
    const auto& entry = entries.emplace_back(plain_text(key), plain_text(value));
    num_bytes += entry.first.size() + entry.second.size();
  }
  std::ranges::sort(entries);
  std::string text = "{";
  for (const auto& [key, value] : entries) {
    if (text.size() > 1) text += ", ";
    text += key;
    text += ": ";
    text += value;
  }
  return text + "}";
}

std::string plain_list_text(const List& list) {
  std::string text = "[";
  for (const Value& element : list) {
    if (text.size() > kMaxTextBytes) break;
    if (text.size() > 1) text += ", ";
    text += plain_text(element);
  }
  return text + "]";
}

/// One clause: `%.3f` is verb 'f' with precision 3.
struct Clause {
  char verb = 's';
  std::optional<std::size_t> precision;
};

/// A number in a base of two's powers, with its sign in front.
std::optional<std::string> in_base(const Value& value, int base) {
  const auto text = [base](std::uint64_t magnitude) {
    std::array<char, 64> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), magnitude, base);
    return std::string(buffer.data(), end.ptr);
  };
  if (const auto* number = value.as<std::uint64_t>()) return text(*number);
  const auto* number = value.as<std::int64_t>();
  if (number == nullptr) return std::nullopt;
  const auto bits = static_cast<std::uint64_t>(*number);
  return *number < 0 ? "-" + text(0 - bits) : text(bits);
}

std::string hex_bytes(std::string_view bytes) {
  std::string text;
  for (const char c : bytes) text += fmt::format("{:02x}", static_cast<unsigned char>(c));
  return text;
}

std::optional<std::string> hexadecimal(const Value& value) {
  if (const auto* text = value.as<std::string>()) return hex_bytes(*text);
  if (const auto* bytes = value.as<Bytes>()) return hex_bytes(bytes->data);
  return in_base(value, 16);
}

std::optional<std::string> binary(const Value& value) {
  if (const auto* truth = value.as<bool>()) return *truth ? "1" : "0";
  return in_base(value, 2);
}

std::optional<std::string> decimal(const Value& value) {
  if (const auto* number = value.as<double>()) return double_text(*number);
  if (const auto* number = value.as<Decimal>()) return number->text();
  return in_base(value, 10);
}

/// `%f` and `%e`: exact decimals of the double, rounded half to even.
std::optional<std::string> floating(const Value& value, const Clause& clause) {
  double number = 0;
  if (const auto* as_double = value.as<double>()) {
    number = *as_double;
  } else if (const auto* as_int = value.as<std::int64_t>()) {
    number = static_cast<double>(*as_int);
  } else if (const auto* as_uint = value.as<std::uint64_t>()) {
    number = static_cast<double>(*as_uint);
  } else {
    return std::nullopt;
  }
  if (!std::isfinite(number)) return double_text(number);
  const std::size_t precision = clause.precision.value_or(kDefaultPrecision);
  return clause.verb == 'f' ? fmt::format("{:.{}f}", number, precision) : fmt::format("{:.{}e}", number, precision);
}

std::optional<std::string> upper(std::optional<std::string> text) {
  if (text.has_value()) {
    for (char& c : *text) {
      if (c >= 'a' && c <= 'f') c = static_cast<char>(c - 'a' + 'A');
    }
  }
  return text;
}

/// The argument under a clause, or nothing when the clause does not take its type.
std::optional<std::string> clause_text(const Clause& clause, const Value& value) {
  switch (clause.verb) {
    case 's':
      return plain_text(value);
    case 'd':
      return decimal(value);
    case 'f':
    case 'e':
      return floating(value, clause);
    case 'x':
      return hexadecimal(value);
    case 'X':
      return upper(hexadecimal(value));
    case 'o':
      return in_base(value, 8);
    default:
      return binary(value);  // 'b', the last of the verbs `read_clause` lets through
  }
}

/// Walks a pattern once.
class Formatter {
 public:
  Formatter(std::string_view pattern, const List& arguments) : rest_(pattern), arguments_(arguments) {}

  Value run() {
    while (!rest_.empty() && !error_.has_value()) step();
    return error_.has_value() ? *error_ : Value(std::move(text_));
  }

 private:
  void step() {
    const std::size_t percent = std::min(rest_.find('%'), rest_.size());
    text_ += rest_.substr(0, percent);
    rest_.remove_prefix(percent);
    if (rest_.empty()) return;
    rest_.remove_prefix(1);
    if (rest_.starts_with('%')) {
      rest_.remove_prefix(1);
      text_ += '%';
      return;
    }
    const auto clause = read_clause();
    if (!error_.has_value()) apply(*clause);
  }

  std::optional<Clause> read_clause() {
    Clause clause;
    if (rest_.starts_with('.')) {
      rest_.remove_prefix(1);
      std::size_t precision = 0;
      const auto end = std::from_chars(rest_.data(), rest_.data() + rest_.size(), precision);
      if (end.ec != std::errc() || precision > kMaxPrecision)
        return fail("the format's precision is not a number up to 1000");
      rest_.remove_prefix(static_cast<std::size_t>(end.ptr - rest_.data()));
      clause.precision = precision;
    }
    if (rest_.empty()) return fail("the format ends after `%`");
    clause.verb = rest_.front();
    if (std::string_view("sdfexXob").find(clause.verb) == std::string_view::npos) {
      return fail(fmt::format("unknown format clause `%{}`", clause.verb));
    }
    if (clause.precision.has_value() && clause.verb != 'f' && clause.verb != 'e') {
      return fail(fmt::format("the format clause `%{}` takes no precision", clause.verb));
    }
    rest_.remove_prefix(1);
    return clause;
  }

  void apply(const Clause& clause) {
    if (next_ >= arguments_.size()) {
      fail(fmt::format("the format has no argument {}", next_));
      return;
    }
    const Value& argument = arguments_[next_++];
    const auto text = clause_text(clause, argument);
    if (!text.has_value()) {
      fail(fmt::format("the format clause `%{}` does not take {}", clause.verb,
                       type_value_name(runtime_type(argument))));
      return;
    }
    text_ += *text;
    if (text_.size() > kMaxTextBytes) error_ = text_too_large();
  }

  std::nullopt_t fail(std::string message) {
    error_ = Value::error("invalid_format", std::move(message));
    return std::nullopt;
  }

  std::string_view rest_;
  const List& arguments_;
  std::size_t next_ = 0;
  std::string text_;
  std::optional<Value> error_;
};

}  // namespace

Value format_text(const std::string& pattern, const List& arguments) { return Formatter(pattern, arguments).run(); }

std::string plain_text(const Value& value) {
  if (const auto* text = value.as<std::string>()) return *text;
  if (const auto* bytes = value.as<Bytes>()) return readable(bytes->data);
  if (const auto* number = value.as<std::uint64_t>()) return std::to_string(*number);
  if (const auto* number = value.as<double>()) return double_text(*number);
  if (const auto* timestamp = value.as<Timestamp>()) return timestamp_text(*timestamp);
  if (const auto* duration = value.as<Duration>()) return duration_text(*duration);
  if (const auto* date = value.as<Date>()) return date->iso();
  if (const auto* number = value.as<Decimal>()) return number->text();
  if (const auto* type = value.as<Type>()) return type_value_name(*type);
  if (const List* list = value.as_list()) return plain_list_text(*list);
  if (const Map* map = value.as_map()) return plain_map_text(*map);
  return debug_text(value);
}

}  // namespace kijun::cel
