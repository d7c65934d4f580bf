#include "reports/xlsx/audit_workbook.h"

#include <fmt/format.h>

#include "reports/model/trend_words.h"
#include "reports/xlsx/book_sheets.h"

namespace kijun::reports {
namespace {

constexpr std::size_t kMaxResults = 1'000'000;

/// Makes the sheets behind the cover.
class SheetMaker {
 public:
  explicit SheetMaker(const Book& book) : book_(book) {}

  std::vector<MadeSheet> make() {
    add(BookSheet::kSummary, summary_sheet(book_));
    add_list(BookSheet::kTasks, task_sheet(book_));
    add_list(BookSheet::kMatrix, matrix_sheet(book_));
    add_map();
    add(BookSheet::kZones, zone_sheet(book_));
    add_earlier();
    add_changes();
    add_trend();
    add_list(BookSheet::kQuestions, question_sheet(book_));
    add_list(BookSheet::kNotes, note_sheet(book_));
    add_list(BookSheet::kRules, rule_sheet(book_));
    add_list(BookSheet::kBases, basis_sheet(book_));
    add(BookSheet::kResults, result_sheet(book_));
    sheets_.back().num_rows = count_listed(book_.result(), book_.options().results);
    add_list(BookSheet::kCodes, code_sheet(book_, data_of_years_));
    return std::move(sheets_);
  }

 private:
  void add(BookSheet which, Sheet sheet) { sheets_.push_back({which, std::move(sheet), std::nullopt, {}}); }
  void add_list(BookSheet which, Sheet sheet) {
    const std::size_t num_rows = sheet.rows.size();
    sheets_.push_back({which, std::move(sheet), num_rows, {}});
  }
  void add_none(BookSheet which, LocalizedText why) { sheets_.push_back({which, {}, std::nullopt, std::move(why)}); }

  void add_map() {
    const TileMap map = build_tile_map(book_.report());
    if (map.tiles.empty()) return add_none(BookSheet::kMap, fill(Word::kNoMap, {{"max", kMaxTiles}}));
    add(BookSheet::kMap, map_sheet(book_, map));
  }

  void add_earlier() {
    const std::vector<EarlierAnswer> answers = earlier_answers(book_.report());
    if (book_.comparison() == nullptr && answers.empty()) return add_none(BookSheet::kEarlier, why_no_earlier());
    add_list(BookSheet::kEarlier, earlier_sheet(book_, answers));
  }

  /// Neither a comparison nor a finding that rests on earlier years.
  [[nodiscard]] LocalizedText why_no_earlier() const {
    const audit::RunInfo& run = book_.result().run();
    const YearsBefore* earlier = book_.options().earlier;
    if (run.earlier_surveys.empty())
      return earlier != nullptr ? earlier->why_none : fill(Word::kBookNoEarlier, {{"series", run.series}});
    LocalizedText why =
        fill(Word::kBookNothingEarlier, {{"surveys", fmt::format("{}", fmt::join(run.earlier_surveys, ", "))}});
    if (earlier != nullptr) append(why, earlier->why_none, {"", " "});
    return why;
  }

  void add_changes() {
    if (book_.options().earlier == nullptr) return;
    const CompareReport* comparison = book_.comparison();
    if (comparison == nullptr) return add_none(BookSheet::kChanges, book_.options().earlier->why_none);
    if (comparison->groups.empty()) return add_none(BookSheet::kChanges, word(Word::kNoChanges));
    add_list(BookSheet::kChanges, change_sheet(book_, *comparison));
    data_of_years_.push_back(BookSheet::kChanges);
  }

  void add_trend() {
    const YearsBefore* earlier = book_.options().earlier;
    if (earlier == nullptr || earlier->results == nullptr) return;
    if (earlier->results->empty()) return add_none(BookSheet::kTrend, word(Word::kNoTrend));
    const std::vector<TrendLine> lines = build_trend(book_.report(), *earlier->results);
    if (lines.empty()) return add_none(BookSheet::kTrend, years_without_trend(*earlier->results, lines));
    add_list(BookSheet::kTrend, trend_sheet(book_, lines));
    data_of_years_.push_back(BookSheet::kTrend);
  }

  const Book& book_;
  std::vector<MadeSheet> sheets_;
  std::vector<BookSheet> data_of_years_;  ///< Those of them that are there.
};

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
  std::vector<MadeSheet> sheets = SheetMaker(book).make();
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
  for (MadeSheet& made : sheets)
    if (made.why_none.empty()) workbook.sheets.push_back(std::move(made.sheet));
  const Result<std::string> bytes = workbook_bytes(workbook);
  if (!bytes) return out.setstate(std::ios::failbit);
  out.write(bytes->data(), static_cast<std::streamsize>(bytes->size()));
}

}  // namespace kijun::reports
