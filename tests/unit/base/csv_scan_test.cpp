#include "engine/base/csv_scan.h"

#include <gtest/gtest.h>

#include <optional>
#include <random>
#include <string>

namespace kijun {
namespace {

constexpr std::uint32_t kEvery = 64;

/// What a text says, found byte by byte.
struct Slow {
  std::vector<std::uint32_t> ends;
  std::vector<std::uint64_t> offsets;
  std::uint64_t num_records = 0;
};

/// A plain text (csv_scan.h) read the simplest way; nothing when it is not plain.
std::optional<Slow> read_slowly(std::string_view text) {
  Slow slow;
  std::size_t at = 0;
  while (at < text.size()) {
    if (slow.num_records % kEvery == 0) slow.offsets.push_back(at);
    ++slow.num_records;
    for (bool in_record = true; in_record;) {
      if (at < text.size() && text[at] == '"') {
        for (++at;; ++at) {
          at = text.find('"', at);
          if (at == std::string_view::npos) return std::nullopt;
          if (text.substr(at + 1, 1) != "\"") break;
          ++at;
        }
        ++at;
      } else {
        while (at < text.size() && text[at] != ',' && text[at] != '\n' && text[at] != '\r') {
          if (text[at] == '"') return std::nullopt;
          ++at;
        }
      }
      if (at < text.size() && text[at] == '\r' && text.substr(at + 1, 1) == "\n") ++at;
      if (at < text.size() && text[at] != ',' && text[at] != '\n') return std::nullopt;
      slow.ends.push_back(static_cast<std::uint32_t>(at));
      in_record = at < text.size() && text[at] == ',';
      ++at;
    }
  }
  return slow;
}

void expect_same(const CsvScanner& scanner, std::string_view text) {
  SCOPED_TRACE(std::string(scanner.name) + ": " + std::string(text));
  const std::optional<Slow> slow = read_slowly(text);
  const RecordScan records = scanner.records(text, kEvery);
  std::vector<std::uint32_t> ends(text.size() + 65);
  const std::size_t num_ends = scanner.cells(text, ends);
  EXPECT_EQ(records.plain, slow.has_value());
  EXPECT_EQ(num_ends != kNotPlain, slow.has_value());
  if (!slow || num_ends == kNotPlain) return;
  EXPECT_EQ(records.num_records, slow->num_records);
  EXPECT_EQ(records.offsets, slow->offsets);
  EXPECT_EQ(std::vector(ends.begin(), ends.begin() + static_cast<std::ptrdiff_t>(num_ends)), slow->ends);
  // Exactly as much room as there are ends, and one too few.
  std::vector<std::uint32_t> exact(slow->ends.size());
  EXPECT_EQ(scanner.cells(text, exact), exact.size());
  EXPECT_EQ(exact, slow->ends);
  if (exact.empty()) return;
  exact.pop_back();
  EXPECT_EQ(scanner.cells(text, exact), kNotPlain);
}

TEST(CsvScanTest, FindsRecordsAndCells) {
  for (const CsvScanner& scanner : csv_scanners()) {
    SCOPED_TRACE(scanner.name);
    const std::string_view text = "a,\"b,\"\"\n\",c\r\nd,,f";
    std::vector<std::uint32_t> ends(64);
    ASSERT_EQ(scanner.cells(text, ends), 6U);
    EXPECT_EQ(std::vector(ends.begin(), ends.begin() + 6), (std::vector<std::uint32_t>{1, 9, 12, 14, 15, 17}));
    const RecordScan records = scanner.records(text, kEvery);
    EXPECT_TRUE(records.plain);
    EXPECT_EQ(records.num_records, 2U);
    EXPECT_EQ(records.offsets, std::vector<std::uint64_t>{0});
  }
}

TEST(CsvScanTest, LeavesOddTextToOthers) {
  const std::string_view cases[] = {"a\"b",     "\"a",       "\"a\"b",     "a\rb",        "a\r",       "\"a\" ,b",
                                    "a,b\"\n",  "\"a\"\r b", "\"\"\"",     " \"a\"",      "\r\r\n",    "a,\"",
                                    "\"a\"\"b", "x\n\"",     "\"a\r\"\rb", "\"\"a\"\"\n", "a\n\rb\r\n"};
  for (const CsvScanner& scanner : csv_scanners())
    for (const std::string_view text : cases) {
      SCOPED_TRACE(text);
      EXPECT_FALSE(scanner.records(text, kEvery).plain);
      std::vector<std::uint32_t> ends(64);
      EXPECT_EQ(scanner.cells(text, ends), kNotPlain);
      expect_same(scanner, text);
    }
}

TEST(CsvScanTest, SeesNul) {
  for (const CsvScanner& scanner : csv_scanners()) {
    std::string text(100, 'a');
    EXPECT_FALSE(scanner.records(text, kEvery).has_nul);
    text[99] = '\0';
    EXPECT_TRUE(scanner.records(text, kEvery).has_nul);
    text[99] = 'a';
    text[7] = '\0';
    EXPECT_TRUE(scanner.records(text, kEvery).has_nul);
  }
}

TEST(CsvScanTest, AgreesWithASimpleReaderOnAnyText) {
  std::mt19937 random(20261126);  // NOLINT: the same texts in every run
  // Mostly sound cells, so that plain texts come about; sometimes a byte out of place.
  const std::string_view parts[] = {"a",
                                    "あい",
                                    "\"q\"",
                                    "\"a,b\"",
                                    "\"\"",
                                    "\"x\"\"y\"",
                                    "\"l\nl\"",
                                    "\"c\r\nd\"",
                                    "",
                                    "",
                                    "12",
                                    "2018-04-01",
                                    "長い備考がここに続いてひと語を越えてゆきます、まだ続く"};
  const std::string_view odd[] = {"\"", "\r", "\n", "x\"", "\"z\"z"};
  std::size_t num_plain = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    const bool sound = round % 2 == 0;
    const std::size_t num_cells = random() % 200;
    for (std::size_t cell = 0; cell < num_cells; ++cell) {
      text += parts[random() % std::size(parts)];
      if (!sound && random() % 100 == 0) text += odd[random() % std::size(odd)];
      const std::size_t choice = random() % 8;
      if (choice == 0) text += "\n";
      if (choice == 1) text += "\r\n";
      if (choice > 1) text += ",";
    }
    if (read_slowly(text)) ++num_plain;
    for (const CsvScanner& scanner : csv_scanners()) expect_same(scanner, text);
  }
  EXPECT_GT(num_plain, 2000U);
  EXPECT_LT(num_plain, 3900U);
}

TEST(CsvScanTest, ThreadsFindTheRecordsThatOneFinds) {
  std::mt19937 random(20261127);  // NOLINT: the same texts in every run
  const std::string_view records[] = {"a,b\n", "あい,\"c\nd\"\r\n", "\"\n\"\"\n\",\n", "\n", "\"\n\n\n\n\",12\n"};
  std::size_t num_plain = 0;
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (std::size_t left = random() % 900; left > 0; --left) text += records[random() % std::size(records)];
    if (round % 4 == 1) text += "\"end";
    if (round % 4 == 2) text += "no line end";
    if (round % 4 == 3) text += std::string_view("\0\n", 2);
    for (const std::uint32_t every : {kEvery, 4 * kEvery}) {
      const RecordScan one = csv_scanners().front().records(text, every);
      for (const std::uint32_t threads : {1U, 2U, 3U, 8U}) {
        const RecordScan several = scan_records(text, every, threads);
        ASSERT_EQ(several.plain, one.plain);
        ASSERT_EQ(several.has_nul, one.has_nul);
        if (!one.plain) continue;
        ASSERT_EQ(several.num_records, one.num_records);
        ASSERT_EQ(several.offsets, one.offsets);
        ++num_plain;
      }
    }
  }
  EXPECT_GT(num_plain, 2000U);
}

}  // namespace
}  // namespace kijun
