#include "reports/xlsx/book.h"

#include <algorithm>
#include <string>

#include "engine/base/utf8.h"
#include "reports/escape/visible_text.h"
#include "reports/words/record_words.h"
#include "reports/xlsx/sheet_layout.h"

namespace kijun::reports {
namespace {

/// As Excel counts them: a character beyond U+FFFF is two.
std::size_t count_cell_characters(std::string_view text) {
  constexpr unsigned char kFirstOfFour = 0xF0;
  const auto is_wide = [](char byte) { return static_cast<unsigned char>(byte) >= kFirstOfFour; };
  return count_code_points(text) + static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_wide));
}

/// The text, or what of it a cell takes with a remark on what is left out.
LocalizedText fit_cell(const std::string& given) {
  constexpr std::size_t kForRemark = 200;
  if (count_cell_characters(written_text(given)) <= kMaxCellCharacters) return in_both(given);
  const std::string text = visible_text(given);
  // At most twice as many are written as stand here.
  const std::string_view kept = first_code_points(text, (kMaxCellCharacters - kForRemark) / 2);
  return fill(Word::kBookCut, {{"text", std::string(kept)}, {"n", count_code_points(text) - count_code_points(kept)}});
}

Word content_word(BookSheet sheet) {
  switch (sheet) {
    case BookSheet::kCover:
      return Word::kBookCover;
    case BookSheet::kSummary:
      return Word::kBookSummary;
    case BookSheet::kTasks:
      return Word::kBookTasks;
    case BookSheet::kMatrix:
      return Word::kBookMatrix;
    case BookSheet::kMap:
      return Word::kBookMap;
    case BookSheet::kZones:
      return Word::kBookZones;
    case BookSheet::kEarlier:
      return Word::kBookEarlier;
    case BookSheet::kChanges:
      return Word::kBookChanges;
    case BookSheet::kTrend:
      return Word::kBookTrend;
    case BookSheet::kQuestions:
      return Word::kBookQuestions;
    case BookSheet::kNotes:
      return Word::kBookNotes;
    case BookSheet::kRules:
      return Word::kBookRules;
    case BookSheet::kBases:
      return Word::kBookBases;
    case BookSheet::kResults:
      return Word::kBookResults;
    case BookSheet::kCodes:
      return Word::kBookCodes;
  }
  return {};
}

}  // namespace

LocalizedView sheet_name(BookSheet sheet) {
  switch (sheet) {
    case BookSheet::kCover:
      return {"表紙", "Cover"};
    case BookSheet::kSummary:
      return {"総括", "Summary"};
    case BookSheet::kTasks:
      return {"対応一覧", "What to do"};
    case BookSheet::kMatrix:
      return {"マトリクス", "Matrix"};
    case BookSheet::kMap:
      return {"地図", "Map"};
    case BookSheet::kZones:
      return {"圏域別", "Zones"};
    case BookSheet::kEarlier:
      return {"前年度比較", "Earlier years"};
    case BookSheet::kChanges:
      return {"判定の変化", "Changes"};
    case BookSheet::kTrend:
      return {"推移", "Trend"};
    case BookSheet::kQuestions:
      return {"照会事項", "Questions"};
    case BookSheet::kNotes:
      return {"備考読取表", "Notes"};
    case BookSheet::kRules:
      return {"規則一覧", "Rules"};
    case BookSheet::kBases:
      return {"根拠一覧", "Bases"};
    case BookSheet::kResults:
      return {"結果データ", "Results"};
    case BookSheet::kCodes:
      return {"コード表", "Codes"};
  }
  return {};
}

Book::Book(const GapReport& report, const ReportOptions& options) : report_(report), options_(options) {
  for (std::size_t at = 0; at < report.subjects.size(); ++at) subject_of_.emplace(report.subjects[at].ref, at);
}

const CompareReport* Book::comparison() const {
  return options_.earlier == nullptr ? nullptr : options_.earlier->comparison;
}

LocalizedText Book::content(BookSheet sheet) const {
  const bool is_answers_only = sheet == BookSheet::kEarlier && comparison() == nullptr;
  return word_for(result().run(), is_answers_only ? Word::kBookEarlierAnswers : content_word(sheet));
}

LocalizedText Book::zone_name(const std::string& zone) const {
  for (const std::size_t at : report_.zones)
    if (subject(at).info.name.code == zone) return subject(at).name;
  return {};
}

LocalizedText Book::basis_status(const policy::Rule& rule) const {
  if (rule.basis.empty()) return word(Word::kBookNoBasis);
  return word(result().ruleset().has_unconfirmed_basis(rule) ? Word::kBasisUnconfirmed : Word::kBasisConfirmed);
}

std::string Book::say(Word id) const { return say(word_for(result().run(), id)); }

SheetCell Book::text(const std::string& text, CellStyle style) const { return {say(fit_cell(text)), style}; }

SheetCell Book::text(const LocalizedText& text, CellStyle style) const { return this->text(say(text), style); }

SheetCell Book::heading(Word id) const { return {say(id), CellStyle::kHeading}; }

SheetCell Book::count(std::size_t number) { return {"", CellStyle::kCount, static_cast<double>(number)}; }

SheetCell Book::year(int year) { return {"", CellStyle::kYear, static_cast<double>(year)}; }

SheetCell Book::amount(const std::string& digits) {
  if (digits.empty()) return {};
  return {"", CellStyle::kAmount, std::stod(digits)};
}

SheetCell Book::share(std::size_t tenths) {
  constexpr double kTenthsOfWhole = 1000.0;
  return {"", CellStyle::kShare, static_cast<double>(tenths) / kTenthsOfWhole};
}

SheetCell Book::share_of(std::size_t part, std::size_t whole) {
  return whole == 0 ? SheetCell{} : share(per_mille(part, whole));
}

SheetCell Book::day(const std::optional<Date>& day) {
  if (!day) return {"", CellStyle::kDay};
  return {"", CellStyle::kDay, day_number(*day)};
}

std::vector<SheetCell> Book::sentence(const LocalizedText& text, std::uint16_t num_columns) const {
  SheetCell cell = this->text(text, CellStyle::kSentence);
  cell.span = num_columns;
  return {cell};
}

std::vector<SheetCell> Book::section(const LocalizedText& title) const { return {text(title, CellStyle::kSection)}; }

Sheet Book::table(BookSheet which, std::span<const BookColumn> columns) const {
  Sheet sheet;
  sheet.name = say(sheet_name(which));
  for (const BookColumn& column : columns) {
    sheet.columns.push_back({column.width});
    const bool is_code = column.heading.ja.empty();
    sheet.headings.push_back(is_code ? say(code_heading(result().run().record_kinds)) : say(column.heading));
  }
  return sheet;
}

}  // namespace kijun::reports
