#include "engine/survey/cell_parser.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>

#include "engine/base/ascii.h"
#include "engine/base/assert.h"
#include "engine/survey/column_writer.h"
#include "engine/survey/short_text.h"

namespace kijun::survey {
namespace {

using table::FieldType;
using table::MissingReason;

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
constexpr unsigned kFirstTableYear = 1900;
constexpr unsigned kEndTableYear = 2200;
constexpr unsigned kMonths = 12;

/// The days of a month: those of the epoch before it, and how many it has.
struct Month {
  std::int32_t days_before = 0;
  std::uint32_t num_days = 0;
};
using Months = std::array<Month, (kEndTableYear - kFirstTableYear) * kMonths>;

Months find_months() {
  Months months;
  for (unsigned i = 0; i < months.size(); ++i) {
    const auto first_of = [](unsigned month) {
      const std::optional<Date> date =
          Date::from_ymd(static_cast<int>(kFirstTableYear + month / kMonths), month % kMonths + 1, 1);
      return static_cast<std::int32_t>(date->days());
    };
    months[i].days_before = first_of(i) - 1;
    months[i].num_days = static_cast<std::uint32_t>(first_of(i + 1) - first_of(i));
  }
  return months;
}

/// `2019-03-31`.
bool read_day(std::string_view text, std::int64_t& days) {
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
  if (text[4] != '-' || text[7] != '-' || year - kFirstTableYear >= kEndTableYear - kFirstTableYear || month >= kMonths)
    return false;
  const Month& found = kTable[(year - kFirstTableYear) * kMonths + month];
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

/// Keeps nothing of the answers.
struct KeepNothing {
  static constexpr bool kWantsTexts = false;
  std::deque<std::string>& texts;  ///< Of the cell at hand.

  void mark(std::uint32_t /*row*/, std::uint32_t /*value*/, MissingReason /*missing*/) {}
  template <class Number>
  void number(std::uint32_t /*row*/, Number /*value*/, MissingReason /*missing*/) {}
  void answer(const ParsedAnswer& /*answer*/, std::string_view /*text*/) { texts.clear(); }
};

/// Keeps the answers of consecutive rows at the end of a column. Rows count from the first of them.
class KeepColumn {
 public:
  static constexpr bool kWantsTexts = true;
  std::deque<std::string>& texts;  ///< Those that stand in no file.

  KeepColumn(table::Column& column, std::deque<std::string>& kept_texts) : texts(kept_texts), column_(column) {}

  /// Makes room for rows that all have a value or a reason in the end. `answer` appends and needs none.
  void make_room(std::uint32_t num_rows) {
    missing_ = grow(column_.missing, num_rows);
    if (column_.type == FieldType::kEnum)
      codes_ = grow(column_.codes, num_rows);
    else if (column_.type == FieldType::kDouble)
      doubles_ = grow(column_.doubles, num_rows);
    else if (column_.type == FieldType::kString)
      strings_ = grow(column_.strings, num_rows);
    else
      ints_ = grow(column_.ints, num_rows);
  }
  void mark(std::uint32_t row, std::uint32_t value, MissingReason missing) {
    missing_[row] = missing;
    if (codes_ != nullptr)
      codes_[row] = value;
    else
      ints_[row] = value;
  }
  void number(std::uint32_t row, std::int64_t value, MissingReason missing) {
    missing_[row] = missing;
    ints_[row] = value;
  }
  void number(std::uint32_t row, double value, MissingReason missing) {
    missing_[row] = missing;
    doubles_[row] = value;
  }
  void text(std::uint32_t row, std::string_view value, MissingReason missing) {
    missing_[row] = missing;
    strings_[row] = value;
  }
  void answer(const ParsedAnswer& answer, std::string_view text) { append_answer(column_, answer, text, texts); }

 private:
  template <class T>
  static T* grow(std::vector<T>& values, std::uint32_t num_rows) {
    const std::size_t size = values.size();
    values.resize(size + num_rows);
    return values.data() + size;
  }

  table::Column& column_;
  MissingReason* missing_ = nullptr;
  std::uint32_t* codes_ = nullptr;
  std::int64_t* ints_ = nullptr;
  double* doubles_ = nullptr;
  std::string_view* strings_ = nullptr;
};

/// The number or day of an answer, zero when it has none.
template <class Number>
Number number_in(const ParsedAnswer& answer) {
  if (!answer.value) return Number{};
  if (const Date* date = std::get_if<Date>(&*answer.value)) return static_cast<Number>(date->days());
  return std::get<Number>(*answer.value);
}

void note_odd(std::uint32_t row, const ParsedAnswer& answer, OddCells* odd) {
  if (odd == nullptr) return;
  if (answer.missing == MissingReason::kUnreadable) odd->unreadable.push_back(row);
  if (!answer.normalised.empty()) ++odd->num_normalised;
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
  mark.is_odd = mark.normalised || mark.missing == MissingReason::kUnreadable;
  if (mark.normalised) folded_[number].read = answer.normalised;
  if (mark.missing == MissingReason::kNone)
    mark.value = field_.type == FieldType::kBool ? (std::get<bool>(*answer.value) ? 1U : 0U) : answer.code;
}

void CellParser::note_odd_mark(std::uint32_t number, diag::Span place, std::uint32_t row, OddCells& odd) {
  if (marks_[number].missing == MissingReason::kUnreadable) odd.unreadable.push_back(row);
  if (!marks_[number].normalised) return;
  ++odd.num_normalised;
  Folded& folded = folded_[number];
  if (folded.count++ == 0) folded.first = place;
}

template <class Keep>
void CellParser::read_marks(const SplitBlock& block, std::size_t cell, RowRange rows, OddCells* odd, Keep& keep) {
  for (std::uint32_t i = 0; i < rows.count; ++i) {
    const std::uint32_t row = rows.first + i;
    const std::uint32_t number = number_of(block.written(row, cell), block.readable_end());
    const Mark& mark = marks_[number];
    keep.mark(i, mark.value, mark.missing);
    if (mark.is_odd && odd != nullptr) note_odd_mark(number, block.span(row, cell), row, *odd);
  }
}

template <class Number, class ReadPlain, class Keep>
void CellParser::read_numbers(const SplitBlock& block, std::size_t cell, RowRange rows, OddCells* odd,
                              ReadPlain read_plain, Keep& keep) const {
  for (std::uint32_t i = 0; i < rows.count; ++i) {
    const std::string_view written = block.written(rows.first + i, cell);
    Number value{};
    if (written.empty()) {
      keep.number(i, value, MissingReason::kBlank);
    } else if (read_plain(written, block.readable_end(), value)) {
      keep.number(i, value, MissingReason::kNone);
    } else {
      const ParsedAnswer answer = parse(written);
      keep.number(i, number_in<Number>(answer), answer.missing);
      note_odd(rows.first + i, answer, odd);
    }
  }
}

template <class Keep>
void CellParser::read_texts(const SplitBlock& block, std::size_t cell, RowRange rows, Keep& keep) const {
  for (std::uint32_t i = 0; i < rows.count; ++i) {
    const std::string_view written = block.written(rows.first + i, cell);
    const bool quoted = !written.empty() && written.front() == '"';
    const std::string_view text = quoted ? cell_text(written, keep.texts) : written;
    if (text.empty() || (!surely_not_blank(text) && is_blank(text)))
      keep.text(i, {}, MissingReason::kBlank);
    else
      keep.text(i, text, MissingReason::kNone);
  }
}

template <class Keep>
void CellParser::read_others(const SplitBlock& block, std::size_t cell, RowRange rows, OddCells* odd,
                             Keep& keep) const {
  for (std::uint32_t i = 0; i < rows.count; ++i) {
    const std::string_view text = cell_text(block.written(rows.first + i, cell), keep.texts);
    const ParsedAnswer answer = parse_answer(field_, legend_, text);
    note_odd(rows.first + i, answer, odd);
    keep.answer(answer, text);
  }
}

template <class Keep>
void CellParser::read(const SplitBlock& block, std::size_t cell, RowRange rows, OddCells* odd, Keep keep) {
  switch (form_) {
    case Form::kMark:
      return read_marks(block, cell, rows, odd, keep);
    case Form::kInt:
      return read_numbers<std::int64_t>(
          block, cell, rows, odd, [](auto text, auto* end, auto& value) { return read_int(text, end, value); }, keep);
    case Form::kDouble:
      return read_numbers<double>(
          block, cell, rows, odd, [](auto text, auto* end, auto& value) { return read_double(text, end, value); },
          keep);
    case Form::kDate:
      return read_numbers<std::int64_t>(
          block, cell, rows, odd, [](auto text, auto* /*end*/, auto& value) { return read_day(text, value); }, keep);
    case Form::kText:
      if constexpr (Keep::kWantsTexts) read_texts(block, cell, rows, keep);  // else: any text is an answer
      return;
    case Form::kOther:
      return read_others(block, cell, rows, odd, keep);
  }
}

void CellParser::append(const SplitBlock& block, std::size_t cell, RowRange rows, table::Column& column,
                        std::deque<std::string>& texts, OddCells* odd) {
  KeepColumn keep(column, texts);
  if (form_ != Form::kOther) keep.make_room(rows.count);
  read(block, cell, rows, odd, keep);
}

void CellParser::check(const SplitBlock& block, std::size_t cell, RowRange rows, OddCells& odd) {
  std::deque<std::string> texts;
  read(block, cell, rows, &odd, KeepNothing{texts});
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
