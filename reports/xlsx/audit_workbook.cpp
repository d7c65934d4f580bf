#include "reports/xlsx/audit_workbook.h"

#include "reports/xlsx/book_sheets.h"

namespace kijun::reports {
namespace {

constexpr std::size_t kMaxResults = 1'000'000;

std::vector<MadeSheet> make_sheets(const Book& book) {
  std::vector<MadeSheet> sheets;
  const auto add = [&](BookSheet which, Sheet sheet) { sheets.push_back({which, std::move(sheet), std::nullopt}); };
  const auto add_list = [&](BookSheet which, Sheet sheet) {
    const std::size_t num_rows = sheet.rows.size();
    sheets.push_back({which, std::move(sheet), num_rows});
  };
  add(BookSheet::kSummary, summary_sheet(book));
  add_list(BookSheet::kTasks, task_sheet(book));
  add_list(BookSheet::kMatrix, matrix_sheet(book));
  add(BookSheet::kZones, zone_sheet(book));
  add_list(BookSheet::kEarlier, earlier_sheet(book));
  add_list(BookSheet::kQuestions, question_sheet(book));
  add_list(BookSheet::kNotes, note_sheet(book));
  add_list(BookSheet::kRules, rule_sheet(book));
  add_list(BookSheet::kBases, basis_sheet(book));
  add(BookSheet::kResults, result_sheet(book));
  sheets.back().num_rows = count_listed(book.result(), book.options().results);
  add_list(BookSheet::kCodes, code_sheet(book));
  return sheets;
}

}  // namespace

std::optional<Refusal> refuse_xlsx(const audit::ResultModel& model, const ReportOptions& options) {
  const std::size_t num_results = count_listed(model, options.results);
  if (num_results <= kMaxResults) return std::nullopt;
  return Refusal{fill(Word::kBookTooLarge, {{"n", num_results}, {"max", kMaxResults}}), word(Word::kBookTooLargeHint)};
}

void write_xlsx(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  const GapReport report = build_gap_report(model);
  const Book book(report, options);
  const audit::RunInfo& run = model.run();
  std::vector<MadeSheet> sheets = make_sheets(book);
  Workbook workbook;
  workbook.title = book.say(fill(Word::kPageTitle, {{"survey", run.survey_title}}));
  workbook.author = "kijun " + run.tool_version;
  workbook.description = book.say(word(Word::kBookDescription));
  workbook.running_head = book.say(fill(Word::kBookRunningHead, {{"answers", in_both(run.answers_as_of.iso())},
                                                                 {"date", in_both(run.as_of.iso())},
                                                                 {"pack", run.pack_id + " " + run.pack_version}}));
  workbook.created = options.created;
  workbook.language = options.language;
  workbook.sheets.push_back(cover_sheet(book, sheets));
  for (MadeSheet& made : sheets) workbook.sheets.push_back(std::move(made.sheet));
  const Result<std::string> bytes = workbook_bytes(workbook);
  if (!bytes) return out.setstate(std::ios::failbit);
  out.write(bytes->data(), static_cast<std::streamsize>(bytes->size()));
}

}  // namespace kijun::reports
