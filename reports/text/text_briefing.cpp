#include "reports/text/text_briefing.h"

#include <string>

#include "reports/escape/visible_text.h"
#include "reports/words/data_text.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

class BriefingText {
 public:
  BriefingText(const BriefingPage& page, Language language, std::ostream& out)
      : page_(page), language_(language), out_(out) {}

  void write() {
    line(fill(Word::kBriefingPageTitle, {{"survey", page_.report->result->run().survey_title}}));
    line(page_.kicker);
    for (const BriefingFact& fact : page_.facts)
      line(fill(Word::kGivenAs, {{"label", fact.label}, {"raw", fact.value}}));
    out_ << '\n';
    for (const LocalizedText& statement : page_.statements) line(statement);
    write_table(page_.indicators);
    write_table(page_.zones);
    write_doubtful();
  }

 private:
  [[nodiscard]] std::string separator() const { return word(Word::kListSeparator).in(language_); }

  /// A line break within a note stays, and what follows is indented: nothing that was quoted looks like a line of the page.
  void line(const LocalizedText& text) { line(text.in(language_)); }
  void line(const std::string& text) {
    for (const char c : visible_text(text)) {
      out_ << c;
      if (c == '\n') out_ << "　　";
    }
    out_ << '\n';
  }

  void write_heading(const LocalizedText& title) {
    out_ << '\n';
    line(fill(Word::kHeadingOfText, {{"title", title}}));
  }

  void write_table(const BriefingTable& table) {
    if (table.rows.empty()) return;
    write_heading(table.title);
    std::vector<LocalizedText> columns;
    for (const BriefingColumn& column : table.columns) columns.push_back(column.heading);
    line(read_in_order(table.title, columns));
    for (const std::vector<LocalizedText>& row : table.rows) {
      std::string text;
      for (const LocalizedText& cell : row) text += (text.empty() ? "" : separator()) + cell.in(language_);
      line(text);
    }
    for (const LocalizedText& note : table.notes) line(note);
  }

  void write_doubtful() {
    write_heading(word(Word::kBriefingDoubtful));
    if (!page_.doubtful.empty()) line(read_in_order(word(Word::kBriefingDoubtful), doubtful_headings(*page_.report)));
    for (const DoubtfulAnswer& doubt : page_.doubtful) {
      std::string text = doubt.subject.in(language_);
      for (const std::vector<GivenAnswer>* list : {&doubt.answers, &doubt.notes})
        for (const GivenAnswer& given : *list) text += separator() + quoted(given);
      for (const LocalizedText& reason : doubt.reasons) text += separator() + reason.in(language_);
      line(text);
    }
    for (const LocalizedText& note : page_.doubtful_notes) line(note);
  }

  [[nodiscard]] std::string quoted(const GivenAnswer& given) const { return quoted_answer(given).in(language_); }

  const BriefingPage& page_;
  Language language_;
  std::ostream& out_;
};

}  // namespace

void write_text_briefing(const BriefingPage& page, Language language, std::ostream& out) {
  BriefingText(page, language, out).write();
}

}  // namespace kijun::reports
