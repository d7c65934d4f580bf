#include "reports/text/text_comparison.h"

#include <fmt/format.h>

#include "reports/text/text_layout.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

using audit::ChangeClass;

class ComparisonWriter {
 public:
  ComparisonWriter(const CompareReport& report, Language language, std::ostream& out)
      : report_(report), language_(language), layout_(out, {}) {}

  void write() {
    layout_.wrapped("", text_of(report_.title));
    write_head();
    layout_.blank_line();
    for (const LocalizedText& sentence : report_.headline)
      layout_.wrapped(language_ == Language::kJapanese ? "・" : "- ", text_of(sentence));
    write_changes();
    write_counts(word(Word::kByRule), report_.by_rule, true);
    write_counts(word(Word::kByZone), report_.by_zone);
    write_counts(report_.by_member_heading, report_.by_member);
    write_rates();
    write_joins();
  }

 private:
  [[nodiscard]] const std::string& text_of(const LocalizedText& text) const { return text.in(language_); }
  [[nodiscard]] std::string say(Word id) const { return word(id).in(language_); }

  void write_head() {
    for (const CompareHeadRow& row : report_.head) {
      const std::string label = text_of(row.label);
      const bool differs = text_of(row.before) != text_of(row.after);
      layout_.wrapped(fmt::format("  {}: ", label),
                      differs ? fmt::format("{} → {}", text_of(row.before), text_of(row.after)) : text_of(row.after));
    }
  }

  void write_changes() {
    layout_.heading(say(Word::kCompareChanges));
    if (report_.groups.empty()) layout_.wrapped("  ", say(Word::kNoChanges));
    for (const ChangeGroup& group : report_.groups) {
      layout_.blank_line();
      layout_.wrapped("  ", text_of(group.heading));
      for (const ChangeView& view : group.changes) write_change(view);
    }
  }

  void write_change(const ChangeView& view) {
    const bool what_if = report_.source->what_if;
    const std::string who =
        what_if ? text_of(view.title) : fmt::format("{}  {}", text_of(view.subject), text_of(view.title));
    layout_.wrapped("    ", fmt::format("{} [{}]", who, view.rule));
    std::string line = fmt::format("{} → {}", text_of(view.before), text_of(view.after));
    if (what_if) line += fmt::format("  {}", text_of(view.kind));
    if (!view.by.empty() && !what_if) line += fmt::format("  {}: {}", say(Word::kMadeBy), text_of(view.by));
    layout_.wrapped("      ", line);
    if (!view.text.empty()) layout_.wrapped("      ", text_of(view.text));
  }

  void write_counts(const LocalizedText& title, const std::vector<CompareCounts>& counts, bool by_id = false) {
    if (counts.empty()) return;
    layout_.heading(text_of(title));
    std::vector<std::vector<std::string>> rows{{""}};
    for (std::size_t at = 0; at < audit::kNumChangeClasses; ++at)
      rows.front().push_back(text_of(short_change_word(static_cast<ChangeClass>(at))));
    for (const CompareCounts& row : counts) {
      rows.push_back({by_id ? row.id : text_of(row.label)});
      for (const std::size_t count : row.counts) rows.back().push_back(std::to_string(count));
    }
    layout_.table(rows, "  ", 1);
  }

  void write_rates() {
    if (report_.rates.empty()) return;
    layout_.heading(say(Word::kCompareRates));
    for (const CompareRate& rate : report_.rates) {
      layout_.wrapped("  ", text_of(rate.indicator->title));
      layout_.wrapped("    ", fmt::format("{} → {}  {}: {}", text_of(rate.before), text_of(rate.after),
                                          say(Word::kTrend), text_of(rate.trend)));
      for (const LocalizedText& note : rate.notes) layout_.wrapped("    ", text_of(note));
    }
  }

  void write_joins() {
    layout_.heading(say(Word::kCompareJoins));
    if (report_.joins.empty()) layout_.wrapped("  ", say(Word::kAllJoin));
    for (const LocalizedText& sentence : report_.joins) layout_.wrapped("  ", text_of(sentence));
  }

  const CompareReport& report_;
  Language language_;
  TextLayout layout_;
};

}  // namespace

void write_text_comparison(const CompareReport& report, Language language, std::ostream& out) {
  ComparisonWriter(report, language, out).write();
}

}  // namespace kijun::reports
