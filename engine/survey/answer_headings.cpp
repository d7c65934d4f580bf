#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "engine/diag/suggestion.h"
#include "engine/survey/answer_parser.h"
#include "engine/survey/answer_rows.h"
#include "engine/survey/file_diagnostics.h"
#include "engine/survey/name_key.h"
#include "engine/survey/row_diagnostics.h"

namespace kijun::survey {
namespace {

/// One column's heading: the cells of all heading rows, joined by `_`.
struct Heading {
  std::string text;
  diag::Span span;  ///< Of the lowest cell with text.
};

std::vector<Heading> read_heading_rows(CsvReader& reader, std::uint32_t num_rows) {
  std::vector<Heading> headings;
  CsvRecord record;
  for (std::uint32_t row = 0; row < num_rows && reader.next(record); ++row) {
    headings.resize(record.cells.size());
    for (std::size_t i = 0; i < record.cells.size(); ++i) {
      const CsvCell& cell = record.cells[i];
      if (is_blank(cell.text)) continue;
      if (!headings[i].text.empty()) headings[i].text += '_';
      headings[i].text += cell.text;
      headings[i].span = cell.span;
    }
  }
  return headings;
}

/// Finds columns among the headings and remembers which were asked for.
class ColumnFinder {
 public:
  ColumnFinder(const std::vector<Heading>& headings, const diag::Source& source, diag::Sink& sink)
      : headings_(headings), source_(source), sink_(sink), used_(headings.size(), false) {}

  std::optional<std::size_t> find(const ColumnName& name) {
    const std::vector<std::size_t> found = name.header.empty() ? at_index(name.index) : with_text(name.header);
    for (const std::size_t i : found)
      if (i < used_.size()) used_[i] = true;
    if (found.size() == 1) return found.front();
    if (found.empty()) {
      report_missing(name);
    } else {
      auto& diagnostic = sink_.report(kDuplicateHeader, name.span, name.header);
      for (const std::size_t i : found)
        diagnostic.notes.push_back(
            {headings_[i].span, {fmt::format("{}列目", i + 1), fmt::format("column {}", i + 1)}});
    }
    return std::nullopt;
  }

  void notice_unused() const {
    for (std::size_t i = 0; i < headings_.size(); ++i)
      if (!used_[i] && !headings_[i].text.empty()) sink_.report(kUnmappedHeader, headings_[i].span, headings_[i].text);
  }

 private:
  [[nodiscard]] std::vector<std::size_t> at_index(std::uint32_t index) const {
    // Without heading rows the number of columns is not known yet; the records have to have them.
    const bool exists = headings_.empty() || index <= headings_.size();
    return exists ? std::vector<std::size_t>{index - 1} : std::vector<std::size_t>{};
  }

  [[nodiscard]] std::vector<std::size_t> with_text(const std::string& text) const {
    std::vector<std::size_t> exact;
    std::vector<std::size_t> folded;
    const std::string key = exact_key(text);
    for (std::size_t i = 0; i < headings_.size(); ++i) {
      if (headings_[i].text == text) exact.push_back(i);
      if (exact_key(headings_[i].text) == key) folded.push_back(i);
    }
    return exact.empty() ? folded : exact;
  }

  void report_missing(const ColumnName& name) {
    if (name.header.empty()) {
      sink_.report(kMissingColumn, name.span, fmt::format("{}", name.index), source_.path(), "", "");
      return;
    }
    std::vector<std::string> texts;
    for (const Heading& heading : headings_) texts.push_back(heading.text);
    const LocalizedText hint = diag::did_you_mean_first(diag::suggest(name.header, texts));
    sink_.report(kMissingColumn, name.span, fmt::format("`{}`", name.header), source_.path(), hint.ja, hint.en);
  }

  const std::vector<Heading>& headings_;
  const diag::Source& source_;
  diag::Sink& sink_;
  std::vector<bool> used_;
};

}  // namespace

std::optional<AnswerLayout> read_headings(CsvReader& reader, const diag::Source& source, const Manifest& manifest,
                                          diag::Sink& sink) {
  const std::size_t errors_before = sink.num_errors();
  const std::vector<Heading> headings = read_heading_rows(reader, manifest.header_rows);
  if (manifest.header_rows > 0 && headings.empty()) {
    if (sink.num_errors() == errors_before) sink.report(kEmptyFile, {&source, 0, 0});
    return std::nullopt;
  }
  ColumnFinder finder(headings, source, sink);
  AnswerLayout layout;
  layout.subject.code = finder.find(manifest.subject_column).value_or(0);
  if (manifest.name_column) layout.subject.name = finder.find(*manifest.name_column);
  if (manifest.zone_column) layout.subject.zone = finder.find(*manifest.zone_column);
  for (const ColumnMapping& mapping : manifest.columns)
    layout.fields.push_back(finder.find(mapping.column).value_or(0));
  finder.notice_unused();
  if (sink.num_errors() > errors_before) return std::nullopt;
  return layout;
}

}  // namespace kijun::survey
