#pragma once

#include <initializer_list>
#include <vector>

#include "reports/html/html_writer.h"
#include "reports/model/format.h"
#include "reports/model/gap_report.h"
#include "reports/words/record_words.h"
#include "reports/words/words.h"

namespace kijun::reports {

/// What every section of the page is written with.
struct Page {
  HtmlWriter& html;
  const GapReport& report;
  const ReportOptions& options;
  bool is_sheet = false;   ///< Of one record, without the sections that links lead to: what would be one is text.
  bool is_folded = false;  ///< What is large and stands elsewhere in short is folded (`folded_part.h`).

  [[nodiscard]] const audit::ResultModel& result() const { return *report.result; }
  [[nodiscard]] const SubjectView& subject(std::size_t at) const { return report.subjects[at]; }
};

/// A section with its heading; the id is what links lead to. Where scripts run the page shows one view at a time: the
/// sections that name it, by default each its own. Closes with its scope.
class Section {
 public:
  Section(HtmlWriter& html, std::string_view id, const LocalizedText& heading, std::string_view css_class = "block",
          std::string_view view = {});
  Section(const Page& page, std::string_view id, Word heading, std::string_view css_class = "block",
          std::string_view view = {})
      : Section(page.html, id, word_for(page.result().run(), heading), css_class, view) {}

 private:
  HtmlWriter::Element element_;
};

/// A paragraph of a catalogue entry.
void write_paragraph(const Page& page, Word text, std::string_view css_class);
/// Caption of a table.
void write_caption(const Page& page, const LocalizedText& caption);
/// Sentences in a box, the first of them the lead.
void write_headline(HtmlWriter& html, const std::vector<LocalizedText>& sentences);
/// The head of a table with one row of column headings.
void write_head(HtmlWriter& html, const std::vector<LocalizedText>& headings);
inline void write_head(const Page& page, const std::vector<LocalizedText>& headings) {
  write_head(page.html, headings);
}
/// The compact mark, which the style draws; its text, read out and copied, is the word.
void write_mark(const Page& page, audit::Verdict verdict);
/// The compact mark for those who see it; the word has to stand beside it.
void write_verdict_mark(HtmlWriter& html, audit::Verdict verdict);
/// Mark and word side by side.
void write_verdict(const Page& page, audit::Verdict verdict);
/// Counts by verdict, each as mark, word and number; zeros are left out.
void write_counts(const Page& page, const std::array<std::size_t, 8>& by_verdict);
/// A table cell with a count, quieter for none.
void write_number(const Page& page, std::size_t number);
/// A term and what it is, in a list of such.
void write_fact(const Page& page, Word label, const LocalizedText& value);
/// Link to a place in the page.
void write_link(const Page& page, const std::string& anchor, const LocalizedText& text);
/// Links to subjects, separated by commas.
void write_subjects(const Page& page, const std::vector<std::size_t>& subjects);
/// An answer or note exactly as it was given, marked as Japanese; 「（空欄）」 for an empty cell.
void write_raw(const Page& page, const std::string& raw);
/// A note as a block quote, its line breaks kept.
void write_note(const Page& page, const std::string& raw);
/// Why somebody concluded something, who and when.
void write_decision_reason(const Page& page, const audit::DecisionView& decision);
/// One finding: verdict, rule, message, advice and date. Where links to it lead (`is_target`) also what is required
/// beside what was found, the basis and the answers it rests on; elsewhere the rule's link leads to the basis.
void write_finding(const Page& page, const Finding& finding, bool is_target);

}  // namespace kijun::reports
