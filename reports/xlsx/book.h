#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reports/model/compare_report.h"
#include "reports/model/format.h"
#include "reports/model/gap_report.h"
#include "reports/words/words.h"
#include "reports/xlsx/workbook.h"

namespace kijun::reports {

/// The sheets of an audit's workbook, in their order.
enum class BookSheet : std::uint8_t {
  kCover,
  kSummary,
  kTasks,
  kMatrix,
  kMap,
  kZones,
  kEarlier,
  kChanges,
  kTrend,
  kQuestions,
  kNotes,
  kRules,
  kBases,
  kResults,
  kCodes,
};

/// 表紙 総括 …, each fit for a sheet name.
[[nodiscard]] LocalizedView sheet_name(BookSheet sheet);

/// A column of a table. An empty heading is that of codes: 団体コード, or コード where the survey lists other things.
struct BookColumn {
  LocalizedView heading;
  std::size_t width = 10;      ///< At most, in half-width characters.
  LocalizedView meaning = {};  ///< For the table of codes.
};

/// What every sheet of an audit's workbook is made of, in one language. It borrows the report and the options.
class Book {
 public:
  Book(const GapReport& report, const ReportOptions& options);

  [[nodiscard]] const GapReport& report() const { return report_; }
  [[nodiscard]] const audit::ResultModel& result() const { return *report_.result; }
  [[nodiscard]] const ReportOptions& options() const { return options_; }
  [[nodiscard]] Language language() const { return options_.language; }
  [[nodiscard]] const SubjectView& subject(std::size_t at) const { return report_.subjects[at]; }
  /// The place in `GapReport::subjects` of a subject that the report lists.
  [[nodiscard]] std::size_t subject_at(table::SubjectRef ref) const { return subject_of_.at(ref); }
  /// What a sheet holds, in a sentence.
  [[nodiscard]] LocalizedText content(BookSheet sheet) const;
  /// What changed since the survey before; null where nothing is compared.
  [[nodiscard]] const CompareReport* comparison() const;
  /// The name of a zone id; empty for none.
  [[nodiscard]] LocalizedText zone_name(const std::string& zone) const;

  /// Whether what a rule rests on was compared with its text: 確認済み, 根拠要確認, or that it names no basis.
  [[nodiscard]] LocalizedText basis_status(const policy::Rule& rule) const;

  [[nodiscard]] const std::string& say(const LocalizedText& text) const { return text.in(language()); }
  [[nodiscard]] std::string say(LocalizedView text) const { return std::string(text.in(language())); }
  /// An entry of the catalogue, about what this run counts.
  [[nodiscard]] std::string say(Word id) const;

  /// Cells. A text that is longer than a cell takes is cut and says so.
  [[nodiscard]] SheetCell text(const std::string& text, CellStyle style = CellStyle::kPlain) const;
  [[nodiscard]] SheetCell text(const LocalizedText& text, CellStyle style = CellStyle::kPlain) const;
  [[nodiscard]] SheetCell heading(Word id) const;
  [[nodiscard]] static SheetCell count(std::size_t number);
  [[nodiscard]] static SheetCell year(int year);
  /// Of the digits of a number; blank for none.
  [[nodiscard]] static SheetCell amount(const std::string& digits);
  /// Of tenths of a percent, as reports print them.
  [[nodiscard]] static SheetCell share(std::size_t tenths);
  /// The same of a part; blank where there is no whole.
  [[nodiscard]] static SheetCell share_of(std::size_t part, std::size_t whole);
  [[nodiscard]] static SheetCell day(const std::optional<Date>& day);

  /// A row that says something over `num_columns` columns.
  [[nodiscard]] std::vector<SheetCell> sentence(const LocalizedText& text, std::uint16_t num_columns) const;
  [[nodiscard]] std::vector<SheetCell> section(const LocalizedText& title) const;

  /// A sheet of these columns, without rows.
  [[nodiscard]] Sheet table(BookSheet which, std::span<const BookColumn> columns) const;

 private:
  const GapReport& report_;
  const ReportOptions& options_;
  std::map<table::SubjectRef, std::size_t> subject_of_;
};

}  // namespace kijun::reports
