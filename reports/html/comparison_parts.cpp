#include "reports/html/comparison_parts.h"

#include <string>

#include "reports/html/components.h"

namespace kijun::reports {
namespace {

using audit::ChangeClass;

/// A part with its heading. Closes with its scope.
class Block {
 public:
  Block(HtmlWriter& html, ComparisonIn of, const std::string& id, const LocalizedText& heading)
      : element_(of == ComparisonIn::kReport
                     ? html.element("div", {{"id", "compare-" + id}})
                     : html.element("section", {{"id", id}, {"class", "block"}, {"aria-labelledby", "h-" + id}})) {
    if (of == ComparisonIn::kReport)
      html.leaf("h3", {}, heading);
    else
      html.leaf("h2", {{"id", "h-" + id}}, heading);
  }

 private:
  HtmlWriter::Element element_;
};

/// Writes the parts of one comparison.
class PartsWriter {
 public:
  PartsWriter(const CompareReport& report, ComparisonIn of, HtmlWriter& html) : report_(report), of_(of), html_(html) {}

  void write() {
    write_changes();
    write_counts("by-rule", word(Word::kByRule), report_.by_rule);
    write_counts("by-zone", word(Word::kByZone), report_.by_zone);
    write_counts("by-municipality", report_.by_member_heading, report_.by_member);
    write_rates();
    write_joins();
  }

 private:
  [[nodiscard]] HtmlWriter::Element table_of(const std::string& css_class) {
    return html_.element("table", {{"class", css_class}});
  }

  void write_changes() {
    const Block block(html_, of_, "changes", word(Word::kCompareChanges));
    if (report_.groups.empty()) html_.leaf("p", {{"class", "nothing"}}, word(Word::kNoChanges));
    if (report_.explains_split && !report_.groups.empty())
      html_.leaf("p", {{"class", "hint"}}, word(Word::kCompareNote));
    for (const ChangeGroup& group : report_.groups) {
      html_.leaf(of_ == ComparisonIn::kReport ? "h4" : "h3", {}, group.heading);
      const auto scroll = html_.element("div", {{"class", "scroll"}, {"tabindex", "0"}});
      const auto table = table_of("changes");
      write_change_head();
      const auto body = html_.element("tbody");
      for (const ChangeView& view : group.changes) write_change(view);
    }
  }

  /// Asking what if, changes stand by subject, and how each changed is said in place of what made it.
  [[nodiscard]] bool says_kind() const { return report_.source->what_if; }
  [[nodiscard]] bool says_what_made_it() const { return !says_kind() && report_.source->comparison.has_split; }

  void write_change_head() {
    std::vector<LocalizedText> headings{word(Word::kSubject), word(Word::kRule), word(Word::kCompareBefore),
                                        word(Word::kCompareAfter)};
    if (says_kind()) headings.push_back(word(Word::kChangeKind));
    if (says_what_made_it()) headings.push_back(word(Word::kMadeBy));
    headings.push_back(word(Word::kWhatItSays));
    write_head(html_, headings);
  }

  void write_change(const ChangeView& view) {
    const auto line = html_.element("tr");
    html_.leaf("th", {{"scope", "row"}}, view.subject);
    {
      const auto rule = html_.element("td");
      html_.text(view.title);
      html_.text(" ");
      html_.leaf("span", {{"class", "ref"}}, std::string_view(view.rule));
    }
    write_state(view.change->before, view.before);
    write_state(view.change->after, view.after);
    if (says_kind()) html_.leaf("td", {}, view.kind);
    if (says_what_made_it()) html_.leaf("td", {}, view.by);
    html_.leaf("td", {}, view.text);
  }

  void write_state(const audit::MaybeState& state, const LocalizedText& text) {
    const auto cell = html_.element("td");
    const auto chip = html_.element("span", {{"class", "verdict"}});
    if (state) write_verdict_mark(html_, state->verdict);
    html_.leaf("span", {{"class", "word"}}, text);
  }

  void write_counts(const std::string& id, const LocalizedText& title, const std::vector<CompareCounts>& all) {
    if (all.empty()) return;
    const Block block(html_, of_, id, title);
    const auto scroll = html_.element("div", {{"class", "scroll"}, {"tabindex", "0"}});
    const auto table = table_of("change-counts");
    {
      const auto top = html_.element("thead");
      const auto line = html_.element("tr");
      html_.leaf("th", {{"scope", "col"}}, LocalizedText());
      for (std::size_t at = 0; at < audit::kNumChangeClasses; ++at)
        html_.leaf("th", {{"scope", "col"}, {"class", "num"}}, change_word(static_cast<ChangeClass>(at)));
    }
    const auto body = html_.element("tbody");
    for (const CompareCounts& row : all) {
      const auto line = html_.element("tr");
      html_.leaf("th", {{"scope", "row"}}, row.label);
      for (const std::size_t count : row.counts)
        html_.leaf("td", {{"class", count == 0 ? "num zero" : "num"}}, std::string_view(std::to_string(count)));
    }
  }

  void write_rates() {
    if (report_.rates.empty()) return;
    const Block block(html_, of_, "indicators", word(Word::kCompareRates));
    const auto scroll = html_.element("div", {{"class", "scroll"}, {"tabindex", "0"}});
    const auto table = table_of("indicators");
    write_head(html_,
               {word(Word::kIndicator), word(Word::kCompareBefore), word(Word::kCompareAfter), word(Word::kTrend)});
    const auto body = html_.element("tbody");
    for (const CompareRate& rate : report_.rates) {
      const auto line = html_.element("tr");
      {
        const auto title = html_.element("th", {{"scope", "row"}});
        html_.text(rate.indicator->title);
        for (const LocalizedText& note : rate.notes) html_.leaf("p", {{"class", "description"}}, note);
      }
      html_.leaf("td", {{"class", "short"}}, rate.before);
      html_.leaf("td", {{"class", "short"}}, rate.after);
      html_.leaf("td", {{"class", "short"}}, rate.trend);
    }
  }

  void write_joins() {
    const Block block(html_, of_, "joins", word(Word::kCompareJoins));
    if (report_.joins.empty()) html_.leaf("p", {{"class", "nothing"}}, word(Word::kAllJoin));
    if (report_.joins.empty()) return;
    const auto list = html_.element("ul");
    for (const LocalizedText& sentence : report_.joins) html_.leaf("li", {}, sentence);
  }

  const CompareReport& report_;
  ComparisonIn of_;
  HtmlWriter& html_;
};

}  // namespace

void write_compared(const CompareReport& report, HtmlWriter& html) {
  const auto table = html.element("table", {{"class", "compared"}});
  write_head(html, {{}, word(Word::kCompareBefore), word(Word::kCompareAfter)});
  const auto body = html.element("tbody");
  for (const CompareHeadRow& row : report.head) {
    const auto line = row.differs ? html.element("tr", {{"class", "differs"}}) : html.element("tr");
    html.leaf("th", {{"scope", "row"}}, row.label);
    html.leaf("td", {}, row.before);
    html.leaf("td", {}, row.after);
  }
}

void write_comparison_parts(const CompareReport& report, ComparisonIn of, HtmlWriter& html) {
  PartsWriter(report, of, html).write();
}

}  // namespace kijun::reports
