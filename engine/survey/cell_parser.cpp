#include "engine/survey/cell_parser.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "engine/base/assert.h"
#include "engine/survey/column_writer.h"
#include "engine/survey/short_text.h"

namespace kijun::survey {
namespace {

using table::FieldType;
using table::MissingReason;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// Integers of so many digits are exact in 64 bits; in a double when they are fewer (10^15 < 2^53).
constexpr std::size_t kIntDigits = 18;
constexpr std::size_t kDoubleDigits = 15;

/// Reads the digits at the front of `text` and takes them away; `most` of them at most.
std::int64_t take_digits(std::string_view& text, std::size_t most) {
  std::int64_t value = 0;
  std::size_t size = 0;
  for (; size < text.size() && size < most && is_digit(text[size]); ++size) value = value * 10 + (text[size] - '0');
  text.remove_prefix(size);
  return value;
}

/// `-12`: what `parse_answer` takes for an integer as written.
bool read_any_int(std::string_view text, std::int64_t& value) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > kIntDigits) return false;
  value = take_digits(text, kIntDigits);
  if (negative) value = -value;
  return text.empty();
}

bool read_int(std::string_view text, const char* readable_end, std::int64_t& value) {
  if (text.size() > kShortText) return read_any_int(text, value);
  const std::uint64_t digits = with_zeros_before(short_text(text, readable_end), text.size());
  if (!are_digits(digits)) return read_any_int(text, value);
  value = digits_value(digits);
  return true;
}

constexpr std::array<double, kDoubleDigits + 1> kPowers{1e0, 1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                                        1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};

/// `-12.25`. With few digits, numerator and power of ten are exact, and their quotient is rounded once, which makes it the
/// double nearest to the decimal (Clinger, "How to Read Floating Point Numbers Accurately", 1990).
bool read_any_double(std::string_view text, double& value) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > kDoubleDigits + 1) return false;
  const std::size_t size = text.size();
  std::int64_t number = take_digits(text, kDoubleDigits);
  if (text.size() == size) return false;
  double power = 1.0;
  if (!text.empty() && text.front() == '.') {
    text.remove_prefix(1);
    const std::size_t fraction = text.size();
    if (fraction == 0) return false;
    for (const char c : text) {
      if (!is_digit(c)) return false;
      number = number * 10 + (c - '0');
    }
    power = kPowers[fraction];
    text = {};
  }
  const double magnitude = static_cast<double>(number) / power;
  value = negative ? -magnitude : magnitude;
  return text.empty();
}

/// The place of the first point among eight bytes, 8 for none.
unsigned point_place(std::uint64_t bytes) {
  constexpr std::uint64_t kPoints = 0x2E2E2E2E2E2E2E2EU;
  constexpr std::uint64_t kOnes = 0x0101010101010101U;
  constexpr std::uint64_t kHighBits = 0x8080808080808080U;
  const std::uint64_t others = bytes ^ kPoints;
  return static_cast<unsigned>(std::countr_zero((others - kOnes) & ~others & kHighBits)) / 8;
}

bool read_double(std::string_view text, const char* readable_end, double& value) {
  if (text.size() > kShortText) return read_any_double(text, value);
  const std::uint64_t bytes = short_text(text, readable_end);
  const std::size_t point = point_place(bytes);
  if (point == kShortText) {
    const std::uint64_t digits = with_zeros_before(bytes, text.size());
    if (!are_digits(digits)) return read_any_double(text, value);
    value = digits_value(digits);
    return true;
  }
  if (point == 0 || point + 1 >= text.size()) return read_any_double(text, value);
  const std::uint64_t whole = bytes & ((std::uint64_t{1} << (8 * point)) - 1);
  const std::uint64_t fraction = (bytes >> (8 * point)) >> 8;
  const std::uint64_t digits = with_zeros_before(whole | fraction << (8 * point), text.size() - 1);
  if (!are_digits(digits)) return read_any_double(text, value);
  value = digits_value(digits) / kPowers[text.size() - 1 - point];
  return true;
}

// The years that `2019-03-31` is read for here; any form means one of them.
constexpr unsigned kFirstYear = 1900;
constexpr unsigned kEndYear = 2200;
constexpr unsigned kMonths = 12;

/// The days of a month: those of the epoch before it, and how many it has.
struct Month {
  std::int32_t days_before = 0;
  std::uint32_t num_days = 0;
};
using Months = std::array<Month, (kEndYear - kFirstYear) * kMonths>;

Months find_months() {
  Months months;
  for (unsigned i = 0; i < months.size(); ++i) {
    const auto first_of = [](unsigned month) {
      const std::optional<Date> date =
          Date::from_ymd(static_cast<int>(kFirstYear + month / kMonths), month % kMonths + 1, 1);
      return static_cast<std::int32_t>(date->days());
    };
    months[i].days_before = first_of(i) - 1;
    months[i].num_days = static_cast<std::uint32_t>(first_of(i + 1) - first_of(i));
  }
  return months;
}

/// `2019-03-31`.
bool read_day(std::string_view text, const char* /*readable_end*/, std::int64_t& days) {
  static const Months kTable = find_months();
  constexpr std::size_t kSize = 10;
  constexpr std::uint64_t kDashes = std::uint64_t{'-' ^ '0'} << 32 | std::uint64_t{'-' ^ '0'} << 56;
  if (text.size() != kSize) return false;
  std::uint64_t front = 0;  // 2019-03-
  std::uint16_t back = 0;   // 31
  std::memcpy(&front, text.data(), sizeof(front));
  std::memcpy(&back, text.data() + sizeof(front), sizeof(back));
  front ^= kDashes;
  const std::uint64_t day_digits = with_zeros_before(back, 2);
  if (!are_digits(front) || !are_digits(day_digits)) return false;
  const std::uint32_t number = digits_value(front);  // 20190030, if the dashes were there
  const std::uint32_t year = number / 10000;
  const std::uint32_t month = number / 10 % 1000 - 1;
  const std::uint32_t day = digits_value(day_digits);
  if (text[4] != '-' || text[7] != '-' || year - kFirstYear >= kEndYear - kFirstYear || month >= kMonths) return false;
  const Month& found = kTable[(year - kFirstYear) * kMonths + month];
  if (day - 1 >= found.num_days) return false;
  days = found.days_before + static_cast<std::int64_t>(day);
  return true;
}

/// A text that is surely not blank: it begins neither with ASCII white space nor with the lead bytes of U+3000 and U+00A0.
bool surely_not_blank(std::string_view text) {
  const auto first = static_cast<unsigned char>(text.front());
  return first > ' ' && first != 0xE3 && first != 0xC2;
}

/// True when a mark could be written like a plain number or day.
bool looks_like_number(std::string_view mark) {
  return std::all_of(mark.begin(), mark.end(), [](char c) { return is_digit(c) || c == '-' || c == '.'; });
}

}  // namespace

CellParser::CellParser(const table::Field& field, const Legend& legend)
    : field_(field), legend_(legend), form_(form_of(field, legend)) {}

CellParser::Form CellParser::form_of(const table::Field& field, const Legend& legend) {
  // A legend may say that `0` or `999` means something else than the number.
  const bool numbers_are_marks = std::any_of(legend.begin(), legend.end(), [](const LegendEntry& entry) {
    return looks_like_number(entry.mark) || looks_like_number(canonical_mark(entry.mark));
  });
  switch (field.type) {
    case FieldType::kEnum:
    case FieldType::kBool:
      return Form::kMark;
    case FieldType::kInt:
      return numbers_are_marks ? Form::kOther : Form::kInt;
    case FieldType::kDouble:
      return numbers_are_marks ? Form::kOther : Form::kDouble;
    case FieldType::kDate:
      return numbers_are_marks ? Form::kOther : Form::kDate;
    case FieldType::kString:
      return legend.empty() ? Form::kText : Form::kOther;
    case FieldType::kDecimal:
    case FieldType::kList:
      return Form::kOther;
  }
  return Form::kOther;
}

ParsedAnswer CellParser::parse(std::string_view written) const {
  std::deque<std::string> texts;
  return parse_answer(field_, legend_, cell_text(written, texts));
}

void CellParser::add_mark(std::string_view written) {
  const auto number = static_cast<std::uint32_t>(marks_.size());
  const ParsedAnswer answer = parse(written);
  Mark& mark = marks_.emplace_back();
  mark.missing = answer.missing;
  mark.normalised = !answer.normalised.empty();
  if (mark.normalised) folded_[number].read = answer.normalised;
  if (mark.missing == MissingReason::kNone)
    mark.value = field_.type == FieldType::kBool ? (std::get<bool>(*answer.value) ? 1U : 0U) : answer.code;
}

void CellParser::append_marks(const SplitBlock& block, std::size_t cell, RowRange rows, table::Column& column) {
  const std::size_t begin = column.missing.size();
  column.missing.resize(begin + rows.count);
  const auto read = [&](auto& values) {
    values.resize(begin + rows.count);
    for (std::uint32_t i = 0; i < rows.count; ++i) {
      const Mark mark = marks_[number_of(block.written(rows.first + i, cell), block.readable_end())];
      column.missing[begin + i] = mark.missing;
      values[begin + i] = mark.value;
    }
  };
  if (field_.type == FieldType::kBool)
    read(column.ints);
  else
    read(column.codes);
}

template <class Number, class Read>
void CellParser::append_numbers(const SplitBlock& block, std::size_t cell, RowRange rows, table::Column& column,
                                std::vector<Number>& values, Read read) const {
  const std::size_t begin = values.size();
  column.missing.resize(begin + rows.count);
  values.resize(begin + rows.count);
  for (std::uint32_t i = 0; i < rows.count; ++i) {
    const std::string_view written = block.written(rows.first + i, cell);
    if (written.empty()) {
      column.missing[begin + i] = MissingReason::kBlank;
    } else if (!read(written, block.readable_end(), values[begin + i])) {
      const ParsedAnswer answer = parse(written);
      values[begin + i] = Number{};
      column.missing[begin + i] = answer.missing;
      if (answer.value) set_value(column, static_cast<std::uint32_t>(begin + i), field_, *answer.value);
    }
  }
}

void CellParser::append_texts(const SplitBlock& block, std::size_t cell, RowRange rows, table::Column& column,
                              std::deque<std::string>& texts) const {
  const std::size_t begin = column.missing.size();
  column.missing.resize(begin + rows.count);
  column.strings.resize(begin + rows.count);
  for (std::uint32_t i = 0; i < rows.count; ++i) {
    const std::string_view written = block.written(rows.first + i, cell);
    if (written.empty()) {
      column.missing[begin + i] = MissingReason::kBlank;
      continue;
    }
    const std::string_view text = written.front() == '"' ? cell_text(written, texts) : written;
    if (text.empty() || (!surely_not_blank(text) && is_blank(text)))
      column.missing[begin + i] = MissingReason::kBlank;
    else
      column.strings[begin + i] = text;
  }
}

void CellParser::append(const SplitBlock& block, std::size_t cell, RowRange rows, table::Column& column,
                        std::deque<std::string>& texts) {
  switch (form_) {
    case Form::kMark:
      append_marks(block, cell, rows, column);
      return;
    case Form::kInt:
      append_numbers(
          block, cell, rows, column, column.ints,
          [](std::string_view text, const char* end, std::int64_t& value) { return read_int(text, end, value); });
      return;
    case Form::kDouble:
      append_numbers(
          block, cell, rows, column, column.doubles,
          [](std::string_view text, const char* end, double& value) { return read_double(text, end, value); });
      return;
    case Form::kDate:
      append_numbers(
          block, cell, rows, column, column.ints,
          [](std::string_view text, const char* end, std::int64_t& value) { return read_day(text, end, value); });
      return;
    case Form::kText:
      append_texts(block, cell, rows, column, texts);
      return;
    case Form::kOther:
      break;
  }
  for (std::uint32_t i = 0; i < rows.count; ++i) {
    const std::string_view text = cell_text(block.written(rows.first + i, cell), texts);
    append_answer(column, parse_answer(field_, legend_, text), text, texts);
  }
}

void CellParser::check_marks(const SplitBlock& block, std::size_t cell, RowRange rows, OddCells& odd) {
  for (std::uint32_t row = rows.first; row < rows.first + rows.count; ++row) {
    const std::uint32_t number = number_of(block.written(row, cell), block.readable_end());
    const Mark mark = marks_[number];
    if (mark.missing == MissingReason::kUnreadable) odd.unreadable.push_back(row);
    if (!mark.normalised) continue;
    ++odd.num_normalised;
    Folded& folded = folded_[number];
    if (folded.count++ == 0) folded.first = block.span(row, cell);
  }
}

template <class Plain>
void CellParser::check_others(const SplitBlock& block, std::size_t cell, RowRange rows, OddCells& odd,
                              Plain plain) const {
  for (std::uint32_t row = rows.first; row < rows.first + rows.count; ++row) {
    const std::string_view written = block.written(row, cell);
    if (written.empty() || plain(written)) continue;
    const ParsedAnswer answer = parse(written);
    if (answer.missing == MissingReason::kUnreadable) odd.unreadable.push_back(row);
    if (!answer.normalised.empty()) ++odd.num_normalised;
  }
}

void CellParser::check(const SplitBlock& block, std::size_t cell, RowRange rows, OddCells& odd) {
  std::int64_t number = 0;
  double real = 0.0;
  const char* const end = block.readable_end();
  switch (form_) {
    case Form::kMark:
      return check_marks(block, cell, rows, odd);
    case Form::kInt:
      return check_others(block, cell, rows, odd, [&](std::string_view text) { return read_int(text, end, number); });
    case Form::kDouble:
      return check_others(block, cell, rows, odd, [&](std::string_view text) { return read_double(text, end, real); });
    case Form::kDate:
      return check_others(block, cell, rows, odd, [&](std::string_view text) { return read_day(text, end, number); });
    case Form::kText:
      return;  // any text is an answer
    case Form::kOther:
      return check_others(block, cell, rows, odd, [](std::string_view) { return false; });
  }
}

std::vector<FoldedMark> CellParser::folded_marks() const {
  std::vector<FoldedMark> marks;
  for (const auto& [number, folded] : folded_) {
    if (folded.count == 0) continue;
    std::deque<std::string> texts;
    marks.push_back({std::string(cell_text(written_.texts()[number], texts)), folded.read, folded.first, folded.count});
  }
  return marks;
}

}  // namespace kijun::survey
