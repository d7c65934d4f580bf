#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "reports/markdown/markdown_document.h"
#include "reports/model/format.h"
#include "reports/model/gap_report.h"
#include "reports/words/record_words.h"
#include "reports/words/words.h"

namespace kijun::reports {

/// Writes a gap report as Markdown.
class MarkdownWriter : public MarkdownDocument {
 public:
  MarkdownWriter(std::ostream& out, const GapReport& report, const ReportOptions& options)
      : MarkdownDocument(out, options.language), report_(report), options_(options) {}

  using MarkdownDocument::heading;
  using MarkdownDocument::paragraph;
  void heading(int level, Word text) { heading(level, word_for(result().run(), text)); }
  void paragraph(Word text) { paragraph(word_for(result().run(), text)); }

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
  const GapReport& report_;
  const ReportOptions& options_;
};

}  // namespace kijun::reports
