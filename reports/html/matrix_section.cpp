#include "reports/escape/html_text.h"
#include "reports/html/sections.h"
#include "reports/words/record_words.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {
namespace {

void write_matrix_head(const Page& page) {
  const Matrix& matrix = page.report.matrix;
  const auto head = page.html.element("thead");
  {
    const auto row = page.html.element("tr", {{"class", "topic-row"}});
    page.html.leaf("th", {{"scope", "col"}, {"rowspan", "2"}, {"class", "corner"}},
                   record_heading(page.result().run()));
    for (const MatrixTopic& topic : matrix.topics) {
      page.html.leaf("th", {{"scope", "colgroup"}, {"colspan", std::to_string(topic.num_columns)}}, topic.title);
    }
  }
  const auto row = page.html.element("tr");
  for (const MatrixColumn& column : matrix.columns) {
    const auto cell = page.html.element("th", {{"scope", "col"}, {"class", "rule"}});
    write_link(page, "r-" + column.rule->id, column.title);
  }
}

void write_cell(const Page& page, const MatrixCell& cell) {
  if (!cell.asked) {
    page.html.leaf("td", {{"class", "none"}}, "");
    return;
  }
  const auto box = page.html.element("td");
  if (cell.finding == MatrixCell::kNone) {
    write_mark(page, cell.verdict);
    return;
  }
  const Finding& finding = page.report.findings[cell.finding];
  const auto link =
      page.html.element("a", {{"href", "#" + html_id(finding.anchor)}, {"class", finding.draft ? "draft" : "kept"}});
  write_mark(page, cell.verdict);
}

void write_group(const Page& page, const GroupResults& group, std::vector<bool>& has_target) {
  page.html.leaf("h3", {}, group.title);
  const auto wrapper = page.html.element("div", {{"class", "scroll"}});
  const auto table = page.html.element("table", {{"class", "group"}});
  write_caption(page, fill(Word::kGroupCaption, {{"group", group.title}}));
  write_head(page, {word(Word::kSubject), word(Word::kRule), word(Word::kVerdict), word(Word::kWhatItSays)});
  const auto body = page.html.element("tbody");
  for (const GroupResult& result : group.results) {
    const SubjectView& subject = page.subject(result.subject);
    const bool is_first = !has_target[result.subject] && subject.info.name.kind != "zone";
    has_target[result.subject] = true;
    const auto row = is_first ? page.html.element("tr", {{"id", html_id(subject.anchor)}}) : page.html.element("tr");
    page.html.leaf("th", {{"scope", "row"}}, subject.name);
    {
      const auto cell = page.html.element("td");
      write_link(page, "r-" + result.rule->id, result.title);
    }
    {
      const auto cell = page.html.element("td");
      write_verdict(page, result.verdict);
    }
    const auto cell = page.html.element("td");
    if (result.finding != MatrixCell::kNone) {
      write_finding(page, page.report.findings[result.finding], true);
    }
  }
}

}  // namespace

void write_matrix_section(const Page& page) {
  const Section section(page, "matrix", Word::kMatrix, "wide");
  if (!page.report.has_details) {
    write_paragraph(page, Word::kCanvasPlain, "hint plain");
    page.html.leaf("div", {{"id", "drawn-matrix"}}, "");
    return;
  }
  write_paragraph(page, Word::kMatrixNote, "hint");
  const auto wrapper = page.html.element(
      "div", {{"class", "scroll tall"}, {"tabindex", "0"}, {"role", "group"}, {"aria-labelledby", "h-matrix"}});
  const auto table = page.html.element("table", {{"class", "matrix"}});
  write_caption(page, word_for(page.result().run(), Word::kMatrixCaption));
  write_matrix_head(page);
  const auto body = page.html.element("tbody");
  for (std::size_t at = 0; at < page.report.matrix.subjects.size(); ++at) {
    const auto row = page.html.element("tr");
    {
      const auto name = page.html.element("th", {{"scope", "row"}});
      const SubjectView& subject = page.subject(page.report.matrix.subjects[at]);
      write_link(page, subject.anchor, subject.name);
    }
    for (const MatrixCell& cell : page.report.matrix.cells[at]) {
      write_cell(page, cell);
    }
  }
}

void write_group_section(const Page& page) {
  const Section section(page, "groups", Word::kGroupResults);
  write_paragraph(page, Word::kGroupsNote, "hint");
  std::vector<bool> has_target(page.report.subjects.size(), false);
  for (const GroupResults& group : page.report.groups) {
    write_group(page, group, has_target);
  }
}

}  // namespace kijun::reports
