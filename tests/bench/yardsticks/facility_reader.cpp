#include "tests/bench/yardsticks/facility_reader.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace kijun::bench {
namespace {

constexpr std::ptrdiff_t kIdDigits = 8;

/// The first comma at or after `at`, looking at eight bytes at a time, since most cells are shorter than that.
const char* find_comma(const char* at, const char* end) {
  constexpr std::uint64_t kOnes = 0x0101'0101'0101'0101U;
  while (end - at >= 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof(word));
    word ^= kOnes * ',';
    const std::uint64_t zero_bytes = (word - kOnes) & ~word & (kOnes << 7U);
    if (zero_bytes != 0) return at + std::countr_zero(zero_bytes) / 8;
    at += 8;
  }
  return std::find(at, end, ',');
}

const char* find_line_end(const char* at, const char* end) {
  const void* const found = std::memchr(at, '\n', static_cast<std::size_t>(end - at));
  return found == nullptr ? end : static_cast<const char*>(found);
}

std::string_view between(const char* begin, const char* end) { return {begin, static_cast<std::size_t>(end - begin)}; }

/// ○ is E2 97 8B, △ is E2 96 B3, × is C3 97.
Mark parse_mark(std::string_view cell) {
  if (cell.empty()) return kNoMark;
  if (cell.size() == 2) return kCross;
  return static_cast<unsigned char>(cell[1]) == 0x97 ? kCircle : kTriangle;
}

std::int32_t parse_number(std::string_view cell) {
  if (cell.empty()) return kNoNumber;
  std::int32_t number = 0;
  for (const char c : cell) number = number * 10 + (c - '0');
  return number;
}

/// Digits with a point: whole numbers below 2^53 over a power of ten, so the quotient is the nearest double.
double parse_figure(std::string_view cell) {
  if (cell.empty()) return kNoFigure;
  std::int64_t digits = 0;
  std::int64_t scale = 1;
  bool after_point = false;
  for (const char c : cell) {
    if (c == '.') {
      after_point = true;
      continue;
    }
    digits = digits * 10 + (c - '0');
    if (after_point) scale *= 10;
  }
  return static_cast<double>(digits) / static_cast<double>(scale);
}

/// 2019-03-01 as 20190301.
std::int32_t parse_date(std::string_view cell) {
  if (cell.empty()) return kNoNumber;
  std::int32_t number = 0;
  for (const std::size_t digit : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U}) number = number * 10 + (cell[digit] - '0');
  return number;
}

bool begins_a_record(const char* at, const char* end) {
  return end - at > kIdDigits && std::all_of(at, at + kIdDigits, [](char c) { return c >= '0' && c <= '9'; }) &&
         at[kIdDigits] == ',';
}

}  // namespace

/// The content of a quoted cell; `at_` moves to what follows its closing quote.
std::string_view FacilityReader::take_quoted() {
  const char* const begin = ++at_;
  bool has_doubled = false;
  while (true) {
    const void* const found = std::memchr(at_, '"', static_cast<std::size_t>(end_ - at_));
    if (found == nullptr) return between(begin, at_ = end_);
    at_ = static_cast<const char*>(found) + 1;
    if (at_ == end_ || *at_ != '"') break;
    has_doubled = true;
    ++at_;
  }
  const std::string_view content = between(begin, at_ - 1);
  if (!has_doubled) return content;
  unquoted_.clear();
  for (std::size_t i = 0; i < content.size(); ++i) {
    unquoted_ += content[i];
    if (content[i] == '"') ++i;
  }
  return unquoted_;
}

bool FacilityReader::split() {
  if (at_ >= end_) return false;
  for (std::size_t column = 0; column + 1 < kColumns; ++column) {
    if (*at_ == '"') {
      cells_[column] = take_quoted();
    } else {
      const char* const comma = find_comma(at_, end_);
      cells_[column] = between(at_, comma);
      at_ = comma;
    }
    if (++at_ >= end_) return false;
  }
  if (*at_ == '"') {
    cells_.back() = take_quoted();
  } else {
    const char* const line_end = find_line_end(at_, end_);
    cells_.back() = between(at_, line_end);
    at_ = line_end;
  }
  ++at_;
  return true;
}

bool FacilityReader::next(Facility& facility) {
  if (!split()) return false;
  facility.zone = cells_[2];
  facility.council = parse_mark(cells_[3]);
  facility.coordinator = parse_mark(cells_[4]);
  facility.budget = parse_mark(cells_[5]);
  facility.has_service = !cells_[6].empty();
  facility.is_home_visit = cells_[6] == "居宅";
  facility.capacity = parse_number(cells_[7]);
  facility.users = parse_number(cells_[8]);
  facility.medical_children = parse_number(cells_[9]);
  facility.nurses = parse_figure(cells_[10]);
  facility.occupancy = parse_figure(cells_[11]);
  facility.opened_on = parse_date(cells_[12]);
  facility.plan_on = parse_date(cells_[13]);
  facility.permit = cells_[14];
  facility.note = cells_[15];
  return true;
}

std::vector<std::string_view> record_ranges(std::string_view answers, std::size_t count) {
  const char* const end = answers.data() + answers.size();
  const char* begin = std::min(find_line_end(answers.data(), end) + 1, end);
  const std::ptrdiff_t size = (end - begin) / static_cast<std::ptrdiff_t>(count) + 1;
  std::vector<std::string_view> ranges;
  while (begin < end) {
    const char* next = begin + std::min(size, end - begin);
    do next = std::min(find_line_end(next, end) + 1, end);
    while (next < end && !begins_a_record(next, end));
    ranges.push_back(between(begin, next));
    begin = next;
  }
  return ranges;
}

}  // namespace kijun::bench
