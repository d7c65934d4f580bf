#include "reports/words/data_text.h"
#include "reports/words/join_words.h"
#include "reports/words/readership_words.h"
#include "reports/words/record_words.h"
#include "reports/words/verdict_words.h"
#include "reports/xlsx/book_sheets.h"

namespace kijun::reports {
namespace {

constexpr std::uint16_t kNumCoverColumns = 3;
constexpr std::size_t kLabelWidth = 22;
constexpr std::size_t kMiddleWidth = 30;
constexpr std::size_t kCoverTextWidth = 90;

class Cover {
 public:
  explicit Cover(const Book& book) : book_(book) {}

  Sheet make(const std::vector<MadeSheet>& others) {
    sheet_.name = book_.say(sheet_name(BookSheet::kCover));
    sheet_.columns = {{kLabelWidth}, {kMiddleWidth}, {kCoverTextWidth}};
    sheet_.marks = mark_colours(book_.language());
    add_title();
    add_facts();
    add_headline();
    add_contents(others);
    add_legend();
    add_inputs();
    return std::move(sheet_);
  }

 private:
  void add(std::vector<SheetCell> cells) { sheet_.preface.push_back(std::move(cells)); }
  void add_sentence(const LocalizedText& text) { add(book_.sentence(text, kNumCoverColumns)); }
  void add_section(Word title) {
    add({});
    add(book_.section(word_for(book_.result().run(), title)));
  }

  void add_title() {
    const audit::RunInfo& run = book_.result().run();
    add({book_.text(word(Word::kReportTitle), CellStyle::kTitle)});
    add(book_.section(run.survey_title));
    add({book_.text(fill(Word::kKicker, {{"prefecture", run.prefecture},
                                         {"year", fiscal_year_text(run.fiscal_year)},
                                         {"status", word(run.final_status ? Word::kFinal : Word::kPreliminary)}}),
                    CellStyle::kNote)});
    if (const LocalizedText sentence = readership_sentence(run); !sentence.empty()) add_sentence(sentence);
    for (const std::string& narrowed : run.narrowed) add_sentence(fill(Word::kNarrowed, {{"how", narrowed}}));
    add({});
  }

  void add_fact(Word label, const LocalizedText& value) {
    if (value.empty()) return;
    SheetCell cell = book_.text(value);
    cell.span = kNumCoverColumns - 1;
    add({book_.heading(label), cell});
  }

  void add_facts() {
    const audit::RunInfo& run = book_.result().run();
    const policy::Ruleset& ruleset = book_.result().ruleset();
    const std::optional<Date>& created = book_.options().created;
    add_fact(Word::kAnswersAsOf, date_text(run.answers_as_of));
    add_fact(Word::kAnswersAsOfBasis, run.answers_as_of_basis);
    add_fact(Word::kAsOf, date_text(run.as_of));
    add_fact(Word::kCreated, created ? date_text(*created) : word(Word::kCreatedNotGiven));
    add_fact(Word::kRuleset, ruleset.title);
    add_fact(Word::kRulesetId, in_both(ruleset.id + " (" + run.pack_id + " " + run.pack_version + ")"));
    add_fact(Word::kRulesetHash, in_both(ruleset.hash));
    add_fact(Word::kApproval, approval_text(ruleset));
    add_fact(Word::kSource, run.source_title);
    add_fact(Word::kPublisher, run.source_publisher);
    add_fact(Word::kSurveyId, in_both(run.survey_id));
    add_fact(Word::kSeriesJoins, join_sentences(run));
    add_fact(Word::kTool, in_both("kijun " + run.tool_version));
  }

  void add_headline() {
    const audit::Summary& summary = book_.result().summary();
    add_section(Word::kSummary);
    for (const LocalizedText& sentence : book_.report().headline) add_sentence(sentence);
    add_sentence(fill(Word::kRunCounts, {{"who", num_records_text(book_.result().run(), summary)},
                                         {"rules", summary.num_rules},
                                         {"results", summary.num_results},
                                         {"readings", summary.num_verdicts_on_readings},
                                         {"folded", summary.num_folded_marks}}));
  }

  void add_contents(const std::vector<MadeSheet>& others) {
    add_section(Word::kContents);
    add({book_.heading(Word::kBookSheet), book_.heading(Word::kBookNumRows), book_.heading(Word::kWhatItSays)});
    for (const MadeSheet& other : others) {
      if (!other.why_none.empty()) {
        add({book_.text(book_.say(sheet_name(other.which))), SheetCell{}, book_.text(other.why_none)});
        continue;
      }
      SheetCell link{other.sheet.name, CellStyle::kLink};
      link.sheet = other.sheet.name;
      add({link, other.num_rows ? Book::count(*other.num_rows) : SheetCell{}, book_.text(book_.content(other.which))});
    }
  }

  void add_legend() {
    add_section(Word::kLegend);
    add({book_.heading(Word::kBookMark), book_.heading(Word::kVerdict), book_.heading(Word::kMeaning)});
    for (const audit::Verdict verdict : kVerdictOrder)
      add({book_.text(verdict_mark(verdict), CellStyle::kMark), book_.text(verdict_word(verdict)),
           book_.text(verdict_meaning(verdict))});
    for (const Word note : {Word::kLegendMarks, Word::kLegendInterval, Word::kLegendDraft, Word::kLegendUnconfirmed,
                            Word::kLegendOrder, Word::kNotJudgedNote})
      add_sentence(word_for(book_.result().run(), note));
  }

  void add_inputs() {
    add_section(Word::kProvenance);
    add({book_.heading(Word::kKind), book_.heading(Word::kFile), book_.heading(Word::kSha256)});
    for (const audit::InputFile& input : book_.result().run().inputs)
      add({book_.text(input_role_word(input.role)), book_.text(input.path), book_.text(input.sha256.hex())});
    add_sentence(word(Word::kProvenanceNote));
  }

  const Book& book_;
  Sheet sheet_;
};

}  // namespace

Sheet cover_sheet(const Book& book, const std::vector<MadeSheet>& others) { return Cover(book).make(others); }

}  // namespace kijun::reports
