#include "reports/markdown/markdown_briefing.h"

#include "reports/markdown/markdown_document.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

class BriefingDocument {
 public:
  BriefingDocument(const BriefingPage& page, Language language, std::ostream& out) : page_(page), out_(out, language) {}

  void write() {
    out_.heading(1, fill(Word::kBriefingPageTitle, {{"survey", page_.report->result->run().survey_title}}));
    out_.paragraph(page_.kicker);
    for (const BriefingFact& fact : page_.facts)
      out_.item("**" + out_.cell(fact.label) + "** " + out_.cell(fact.value));
    out_.blank_line();
    for (const LocalizedText& statement : page_.statements) out_.paragraph(statement);
    write_table(page_.indicators);
    write_table(page_.zones);
    write_doubtful();
  }

 private:
  void write_table(const BriefingTable& table) {
    if (table.rows.empty()) return;
    out_.heading(2, table.title);
    std::vector<LocalizedText> headings;
    for (const BriefingColumn& column : table.columns) headings.push_back(column.heading);
    out_.table_head(headings);
    for (const std::vector<LocalizedText>& row : table.rows) {
      std::vector<std::string> cells;
      for (const LocalizedText& cell : row) cells.push_back(out_.cell(cell));
      out_.table_row(cells);
    }
    out_.end_table();
    write_notes(table.notes);
  }

  void write_notes(const std::vector<LocalizedText>& notes) {
    for (const LocalizedText& note : notes) out_.item(out_.cell(note));
    out_.blank_line();
  }

  void write_doubtful() {
    out_.heading(2, word(Word::kBriefingDoubtful));
    if (!page_.doubtful.empty()) {
      out_.table_head(doubtful_headings(*page_.report));
      for (const DoubtfulAnswer& doubt : page_.doubtful)
        out_.table_row({out_.cell(doubt.subject), quotes(doubt.answers), quotes(doubt.notes), lines(doubt.reasons)});
      out_.end_table();
    }
    write_notes(page_.doubtful_notes);
  }

  [[nodiscard]] std::string quotes(const std::vector<GivenAnswer>& list) const {
    std::vector<LocalizedText> texts;
    for (const GivenAnswer& given : list) texts.push_back(quoted_answer(given));
    return lines(texts);
  }

  [[nodiscard]] std::string lines(const std::vector<LocalizedText>& texts) const {
    std::string all;
    for (const LocalizedText& text : texts) all += (all.empty() ? "" : "<br>") + out_.cell(text);
    return all;
  }

  const BriefingPage& page_;
  MarkdownDocument out_;
};

}  // namespace

void write_markdown_briefing(const BriefingPage& page, Language language, std::ostream& out) {
  BriefingDocument(page, language, out).write();
}

}  // namespace kijun::reports
