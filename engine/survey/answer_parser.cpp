#include "engine/survey/answer_parser.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "engine/base/ascii.h"
#include "engine/base/decimal.h"
#include "engine/base/era.h"
#include "engine/base/unicode.h"

namespace kijun::survey {
namespace {

using table::FieldType;
using table::MissingReason;

// Longest text tried as a number; longer ones are no numbers and would only cost time.
constexpr std::size_t kLongestNumber = 64;

/// The integer part without its thousands commas, or nothing when a comma stands where none can.
std::optional<std::string> without_commas(std::string_view digits) {
  if (digits.find(',') == std::string_view::npos) return std::string(digits);
  std::string plain;
  std::size_t group = 0;
  bool first_group = true;
  for (const char c : digits) {
    if (c != ',') {
      plain += c;
      ++group;
      continue;
    }
    if (group == 0 || group > 3 || (!first_group && group != 3)) return std::nullopt;
    first_group = false;
    group = 0;
  }
  return group == 3 ? std::optional(plain) : std::nullopt;
}

/// A plain decimal number (`-1,234.5`) as ASCII digits without commas, or nothing. Units, exponents and signs other than
/// a leading minus make it no number.
std::optional<std::string> plain_number(std::string_view text, bool fraction_allowed) {
  const std::string normal = nfkc(text);
  std::string_view rest = trimmed(normal);
  if (rest.empty() || rest.size() > kLongestNumber) return std::nullopt;
  std::string sign;
  if (rest.front() == '-') {
    sign = "-";
    rest.remove_prefix(1);
  }
  const std::size_t point = rest.find('.');
  const std::string_view whole = rest.substr(0, point);
  const std::string_view fraction = point == std::string_view::npos ? std::string_view() : rest.substr(point + 1);
  const bool has_fraction = point != std::string_view::npos;
  const auto digits_or_commas = [](char c) { return is_digit(c) || c == ','; };
  if (whole.empty() || !std::all_of(whole.begin(), whole.end(), digits_or_commas)) return std::nullopt;
  if (has_fraction && (!fraction_allowed || fraction.empty())) return std::nullopt;
  if (!std::all_of(fraction.begin(), fraction.end(), is_digit)) return std::nullopt;
  const std::optional<std::string> plain = without_commas(whole);
  if (!plain) return std::nullopt;
  return sign + *plain + (has_fraction ? "." + std::string(fraction) : std::string());
}

ParsedAnswer unreadable() {
  ParsedAnswer answer;
  answer.missing = MissingReason::kUnreadable;
  return answer;
}

ParsedAnswer found(table::FieldValue value, std::string_view text, const std::string& read_as) {
  ParsedAnswer answer;
  answer.value = std::move(value);
  if (text != read_as) answer.normalised = read_as;
  return answer;
}

ParsedAnswer from_mark(const table::Field& field, const MarkMatch& match) {
  ParsedAnswer answer;
  if (match.folded) answer.normalised = match.mark;
  answer.missing = match.missing;
  if (match.missing != MissingReason::kNone) return answer;
  if (field.type == FieldType::kBool) {
    answer.value = match.value != 0;
  } else {
    answer.code = match.value;
    answer.value = field.values[match.value].id;
  }
  return answer;
}

ParsedAnswer parse_number(FieldType type, std::string_view text) {
  const std::optional<std::string> digits = plain_number(text, type != FieldType::kInt);
  if (!digits) return unreadable();
  if (type == FieldType::kDecimal) return Decimal::parse(*digits) ? found(*digits, text, *digits) : unreadable();
  if (type == FieldType::kInt) {
    const auto number = to_number<std::int64_t>(*digits);
    return number ? found(*number, text, *digits) : unreadable();
  }
  const auto number = to_number<double>(*digits);
  return number ? found(*number, text, *digits) : unreadable();
}

ParsedAnswer parse_date(std::string_view text) {
  const std::optional<ReadDate> read = read_date(text);
  return read ? found(read->date, text, read->date.iso()) : unreadable();
}

std::vector<std::string_view> split_entries(std::string_view text) {
  constexpr std::string_view kSeparators[] = {";", "；", "、", "，", ",", "\n", "\r"};
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at <= text.size();) {
    const auto* separator = std::find_if(std::begin(kSeparators), std::end(kSeparators),
                                         [&](std::string_view s) { return text.substr(at).starts_with(s); });
    if (at < text.size() && separator == std::end(kSeparators)) {
      ++at;
      continue;
    }
    if (const std::string_view part = text.substr(begin, at - begin); !is_blank(part)) parts.push_back(trimmed(part));
    at += at < text.size() ? separator->size() : 1;
    begin = at;
  }
  return parts;
}

ParsedAnswer parse_list(const table::Field& field, const Legend& legend, std::string_view text) {
  std::vector<std::string> elements;
  for (const std::string_view part : split_entries(text)) {
    if (field.element != FieldType::kEnum) {
      elements.emplace_back(part);
      continue;
    }
    const std::optional<MarkMatch> match = match_mark(legend, part);
    if (!match || match->missing != MissingReason::kNone) return unreadable();
    elements.push_back(field.values[match->value].id);
  }
  ParsedAnswer answer;
  answer.value = std::move(elements);
  return answer;
}

}  // namespace

bool is_blank(std::string_view text) {
  constexpr std::string_view kIdeographicSpace = "\xE3\x80\x80";
  constexpr std::string_view kNoBreakSpace = "\xC2\xA0";
  while (!text.empty()) {
    if (text.starts_with(kIdeographicSpace)) {
      text.remove_prefix(kIdeographicSpace.size());
    } else if (text.starts_with(kNoBreakSpace)) {
      text.remove_prefix(kNoBreakSpace.size());
    } else if (text.front() == ' ' || text.front() == '\t' || text.front() == '\n' || text.front() == '\r') {
      text.remove_prefix(1);
    } else {
      return false;
    }
  }
  return true;
}

ParsedAnswer parse_answer(const table::Field& field, const Legend& legend, std::string_view text) {
  if (is_blank(text)) {
    ParsedAnswer answer;
    answer.missing = MissingReason::kBlank;
    return answer;
  }
  if (field.type != FieldType::kList) {
    if (const std::optional<MarkMatch> match = match_mark(legend, text)) return from_mark(field, *match);
  } else if (const auto match = match_mark(legend, text); match && match->missing != MissingReason::kNone) {
    return from_mark(field, *match);
  }
  switch (field.type) {
    case FieldType::kEnum:
    case FieldType::kBool:
      return unreadable();
    case FieldType::kInt:
    case FieldType::kDouble:
    case FieldType::kDecimal:
      return parse_number(field.type, text);
    case FieldType::kDate:
      return parse_date(text);
    case FieldType::kString: {
      ParsedAnswer answer;
      answer.value = std::string(text);
      return answer;
    }
    case FieldType::kList:
      return parse_list(field, legend, text);
  }
  return unreadable();
}

}  // namespace kijun::survey
