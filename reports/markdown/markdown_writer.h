#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/language.h"
#include "reports/model/format.h"
#include "reports/model/gap_report.h"
#include "reports/words/data_text.h"
#include "reports/words/words.h"

namespace kijun::reports {

/// Writes GitHub Flavored Markdown in one language. Text is always escaped; only the structure is markup.
class MarkdownWriter {
 public:
  MarkdownWriter(std::ostream& out, const GapReport& report, const ReportOptions& options)
      : out_(out), report_(report), options_(options) {}

  /// `level` 1 to 4; blank lines around it.
  void heading(int level, const LocalizedText& text);
  void heading(int level, Word text) { heading(level, word_for(result().run(), text)); }
  void paragraph(const LocalizedText& text);
  void paragraph(Word text) { paragraph(word_for(result().run(), text)); }
  /// A note as it was given, as a block quote.
  void quote(std::string_view raw);
  /// Starts a table; every row has as many cells as the heading. Cells are escaped markup made by `cell`.
  void table_head(const std::vector<LocalizedText>& headings);
  void table_row(const std::vector<std::string>& cells);
  void end_table();
  /// One list item; `markup` is made by `cell`. Continuation lines are indented.
  void item(std::string_view markup, std::size_t depth = 0);
  void blank_line();

  /// Escaped text in the report's language.
  [[nodiscard]] std::string cell(const LocalizedText& text) const;
  /// Verdict as mark and word.
  [[nodiscard]] std::string verdict(audit::Verdict verdict) const;
  /// An answer quoted as it was given.
  [[nodiscard]] std::string raw(const std::string& text) const;
  /// Names of subjects.
  [[nodiscard]] std::string names(const std::vector<std::size_t>& subjects) const;

  [[nodiscard]] const GapReport& report() const { return report_; }
  [[nodiscard]] const audit::ResultModel& result() const { return *report_.result; }
  [[nodiscard]] const ReportOptions& options() const { return options_; }
  [[nodiscard]] const SubjectView& subject(std::size_t at) const { return report_.subjects[at]; }

 private:
  std::ostream& out_;
  const GapReport& report_;
  const ReportOptions& options_;
};

}  // namespace kijun::reports
