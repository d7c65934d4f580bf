#include <gtest/gtest.h>

#include "tests/unit/cel/eval_support.h"

namespace kijun::cel {
namespace {

TEST(FunctionsTimeTest, ReadsTimestamps) {
  constexpr EvalCase kCases[] = {
      {"timestamp('2019-03-31T09:00:00+09:00')", "timestamp(2019-03-31T00:00:00Z)"},
      {"timestamp('2019-03-31T00:00:00.1234567899Z')", "timestamp(2019-03-31T00:00:00.123456789Z)"},
      {"timestamp('1969-12-31T23:59:59.5Z')", "timestamp(1969-12-31T23:59:59.5Z)"},
      {"timestamp('2019-03-31')", "error(invalid_conversion)"},
      {"timestamp('2019-02-29T00:00:00Z')", "error(invalid_conversion)"},
      {"timestamp('2019-03-31T24:00:00Z')", "error(invalid_conversion)"},
      {"timestamp('2019-03-31T00:00:00')", "error(invalid_conversion)"},
      {"timestamp('0001-01-01T00:00:00+00:01')", "error(invalid_conversion)"},
      {"timestamp(253402300800)", "error(range)"},
      {"timestamp(-62135596801)", "error(range)"},
      {"int(timestamp('1969-12-31T23:59:59Z'))", "-1"},
  };
  expect_all(kCases);
}

TEST(FunctionsTimeTest, ReadsDurations) {
  constexpr EvalCase kCases[] = {
      {"duration('1h45m47s')", "duration(6347s)"},
      {"duration('-1.5s')", "duration(-1.5s)"},
      {"duration('1.5h')", "duration(5400s)"},
      {"duration('100ms') + duration('1us') + duration('1ns')", "duration(0.100001001s)"},
      {"duration('0')", "duration(0s)"},
      {"duration('5d')", "error(invalid_conversion)"},
      {"duration('')", "error(invalid_conversion)"},
      {"duration('-')", "error(invalid_conversion)"},
      {"duration('320000000000s')", "error(invalid_conversion)"},
  };
  expect_all(kCases);
}

TEST(FunctionsTimeTest, CalculatesWithinTheRange) {
  constexpr EvalCase kCases[] = {
      {"timestamp('2019-03-31T00:00:00Z') - timestamp('2019-03-30T23:59:59.5Z')", "duration(0.5s)"},
      {"timestamp('1970-01-01T00:00:00Z') - duration('0.5s')", "timestamp(1969-12-31T23:59:59.5Z)"},
      {"duration('1s') + timestamp('1970-01-01T00:00:00Z')", "timestamp(1970-01-01T00:00:01Z)"},
      {"timestamp('9999-12-31T23:59:59Z') - timestamp('2019-03-31T00:00:00Z')", "error(range)"},
      {"timestamp('9999-12-31T23:59:59Z') + duration('1s')", "error(range)"},
      {"duration('200000000000s')", "error(invalid_conversion)"},
      {"duration('9000000000s') + duration('9000000000s')", "error(range)"},
  };
  expect_all(kCases);
}

TEST(FunctionsTimeTest, ReadsPartsOnTheClockOfAZone) {
  constexpr EvalCase kCases[] = {
      {"timestamp('2019-03-31T15:30:00Z').getDate('Asia/Tokyo')", "1"},
      {"timestamp('2019-03-31T15:30:00Z').getMonth('Asia/Tokyo')", "3"},
      {"timestamp('2019-03-31T15:30:00Z').getMonth()", "2"},
      {"timestamp('2019-03-31T15:30:00Z').getDayOfMonth()", "30"},
      {"timestamp('2019-03-31T15:30:00Z').getDayOfYear()", "89"},
      {"timestamp('2019-03-31T15:30:00Z').getDayOfWeek()", "0"},
      {"timestamp('1969-12-31T00:00:00Z').getDayOfWeek()", "3"},
      {"timestamp('2019-03-31T15:30:00Z').getHours('-02:30')", "13"},
      {"timestamp('2019-03-31T15:30:00Z').getMinutes('+05:45')", "15"},
      // Summer time began on 10 March 2019 at 10:00 UTC.
      {"timestamp('2019-03-10T09:59:00Z').getHours('America/Los_Angeles')", "1"},
      {"timestamp('2019-03-10T10:00:00Z').getHours('America/Los_Angeles')", "3"},
      {"timestamp('2019-03-31T15:30:00Z').getHours('Asia/Edo')", "error(invalid_time_zone)"},
      {"timestamp('2019-03-31T15:30:00Z').getHours('+9:00')", "error(invalid_time_zone)"},
      {"timestamp('0001-01-01T00:00:00Z').getFullYear('-01:00')", "error(range)"},
  };
  expect_all(kCases);
}

TEST(FunctionsTimeTest, KnowsZonesByNameAndByOffset) {
  constexpr EvalCase kCases[] = {
      {"timestamp('2019-03-31T15:30:00Z').getHours('UTC')", "15"},
      {"timestamp('2019-03-31T15:30:00Z').getHours('US/Central')", "10"},  // a legacy name, in summer time
      {"timestamp('2019-03-31T15:30:00Z').getHours('09:00')", "0"},        // without a sign, as the suite has it
      {"timestamp('2019-03-31T15:30:00Z').getMinutes('-00:45')", "45"},
      {"timestamp('2019-03-31T15:30:00Z').getHours('+23:59')", "15"},
      {"timestamp('2019-03-31T15:30:00Z').getDayOfYear('+14:00')", "90"},
      {"timestamp('2019-12-31T15:30:00Z').getFullYear('Asia/Tokyo')", "2020"},
      {"timestamp('2020-02-28T15:00:00Z').getDate('Asia/Tokyo')", "29"},
      // Europe: the hour between 01:00 and 02:00 UTC on 27 October 2019 comes twice on the clock.
      {"timestamp('2019-10-27T00:30:00Z').getHours('Europe/Berlin')", "2"},
      {"timestamp('2019-10-27T01:30:00Z').getHours('Europe/Berlin')", "2"},
      // Japan had summer time from 1948 to 1951 (昭和23年法律第29号).
      {"timestamp('1950-07-01T00:00:00Z').getHours('Asia/Tokyo')", "10"},
      {"timestamp('1952-07-01T00:00:00Z').getHours('Asia/Tokyo')", "9"},
      {"timestamp('2019-03-31T15:30:00.5Z').getSeconds('Asia/Tokyo')", "0"},
      {"timestamp('2019-03-31T15:30:00.5Z').getMilliseconds('Asia/Tokyo')", "500"},
  };
  expect_all(kCases);
  for (const char* zone : {"", " ", "JST", "Tokyo", "Asia", "Asia/", "+24:00", "+09:60", "+9:00", "+0900", "+09",
                           "+09:00:00", "++9:00", "9:00", "../../etc/passwd", "/etc/localtime"}) {
    EXPECT_EQ(eval_plain("timestamp('2019-03-31T15:30:00Z').getHours('" + std::string(zone) + "')"),
              "error(invalid_time_zone)")
        << zone;
  }
}

TEST(FunctionsTimeTest, ConvertsWholeDurations) {
  constexpr EvalCase kCases[] = {
      {"duration('3730s').getHours()", "1"},
      {"duration('3730s').getMinutes()", "62"},
      {"duration('-3730.9s').getSeconds()", "-3730"},
      {"duration('123.321456789s').getMilliseconds()", "321"},
  };
  expect_all(kCases);
}

}  // namespace
}  // namespace kijun::cel
