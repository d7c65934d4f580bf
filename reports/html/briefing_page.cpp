#include "reports/html/briefing_page.h"

#include "reports/escape/css_string.h"
#include "reports/html/assets.h"
#include "reports/html/components.h"
#include "reports/html/page_frame.h"
#include "reports/words/data_text.h"

namespace kijun::reports {
namespace {

class BriefingWriter {
 public:
  BriefingWriter(const Page& page, const BriefingPage& content) : page_(page), html_(page.html), content_(content) {}

  void write_masthead() {
    const auto header = html_.element("header", {{"class", "masthead"}});
    html_.leaf("p", {{"class", "kicker"}}, content_.kicker);
    {
      const auto title = html_.element("h1");
      html_.leaf("span", {{"class", "doc"}}, word(Word::kBriefingTitle));
      html_.text(page_.result().run().survey_title);
    }
    const auto list = html_.element("dl", {{"class", "briefing-facts"}});
    for (const BriefingFact& fact : content_.facts) {
      const auto item = html_.element("div");
      html_.leaf("dt", {}, fact.label);
      html_.leaf("dd", {}, fact.value);
    }
  }

  void write_main() {
    const auto main = html_.element("main", {{"id", "main"}});
    if (!content_.statements.empty()) {
      const auto box = html_.element("div", {{"class", "headline"}});
      for (const LocalizedText& statement : content_.statements) html_.leaf("p", {{"class", "also"}}, statement);
    }
    write_table("indicators", content_.indicators);
    write_table("zones", content_.zones);
    write_doubtful();
  }

 private:
  void write_table(std::string_view id, const BriefingTable& table) {
    if (table.rows.empty()) return;
    const Section section(html_, id, table.title);
    {
      const auto wrapper = html_.element("div", {{"class", "scroll"}});
      const auto element = html_.element("table", {{"class", "briefing-" + std::string(id)}});
      write_heads(table);
      const auto body = html_.element("tbody");
      for (const std::vector<LocalizedText>& row : table.rows) write_row(table, row);
    }
    write_notes(table.notes);
  }

  void write_heads(const BriefingTable& table) {
    const auto head = html_.element("thead");
    const auto row = html_.element("tr");
    for (const BriefingColumn& column : table.columns)
      html_.leaf("th", {{"scope", "col"}, {"class", column.is_figure ? "num" : ""}}, column.heading);
  }

  void write_row(const BriefingTable& table, const std::vector<LocalizedText>& cells) {
    const auto row = html_.element("tr");
    for (std::size_t at = 0; at < cells.size(); ++at) {
      if (at == 0)
        html_.leaf("th", {{"scope", "row"}}, cells[at]);
      else
        html_.leaf("td", {{"class", table.columns[at].is_figure ? "num" : ""}}, cells[at]);
    }
  }

  void write_notes(const std::vector<LocalizedText>& notes) {
    for (const LocalizedText& note : notes) html_.leaf("p", {{"class", "hint"}}, note);
  }

  void write_doubtful() {
    const Section section(html_, "doubtful", word(Word::kBriefingDoubtful));
    if (!content_.doubtful.empty()) {
      const auto wrapper = html_.element("div", {{"class", "scroll"}});
      const auto table = html_.element("table", {{"class", "briefing-doubtful"}});
      write_head(html_, doubtful_headings(page_.report));
      const auto body = html_.element("tbody");
      for (const DoubtfulAnswer& doubt : content_.doubtful) write(doubt);
    }
    write_notes(content_.doubtful_notes);
  }

  void write(const DoubtfulAnswer& doubt) {
    const auto row = html_.element("tr");
    html_.leaf("th", {{"scope", "row"}}, doubt.subject);
    {
      const auto cell = html_.element("td");
      for (const GivenAnswer& given : doubt.answers) {
        const auto line = html_.element("p", {{"class", "given"}});
        html_.leaf("span", {{"class", "key"}}, given.label);
        html_.text(" ");
        write_raw(page_, given.raw);
      }
    }
    {
      const auto cell = html_.element("td");
      for (const GivenAnswer& given : doubt.notes) {
        const auto line = html_.element("p", {{"class", "given"}});
        write_raw(page_, given.raw);
      }
    }
    const auto cell = html_.element("td");
    for (const LocalizedText& reason : doubt.reasons) html_.leaf("p", {}, reason);
  }

  const Page& page_;
  HtmlWriter& html_;
  const BriefingPage& content_;
};

}  // namespace

void write_briefing_page(const BriefingPage& page, Language language, std::ostream& out) {
  HtmlWriter html(out);
  ReportOptions options;
  options.language = language;
  const Page frame{html, *page.report, options};
  const LocalizedText title = fill(Word::kBriefingPageTitle, {{"survey", page.report->result->run().survey_title}});
  write_page(html, title, std::string(kBriefingStyle), language, [&] {
    BriefingWriter content(frame, page);
    content.write_masthead();
    content.write_main();
  });
}

}  // namespace kijun::reports
