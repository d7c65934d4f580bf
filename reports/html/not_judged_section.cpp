#include "reports/html/sections.h"
#include "reports/words/data_text.h"
#include "reports/words/decision_text.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {
namespace {

void write_not_judged_row(const Page& page, const NotJudged& entry) {
  const auto row = page.html.element("tr");
  {
    const auto rule = page.html.element("th", {{"scope", "row"}});
    write_link(page, "r-" + entry.rule->id, entry.title);
  }
  {
    const auto verdict = page.html.element("td");
    write_verdict(page, entry.verdict);
  }
  page.html.leaf("td", {}, entry.reason);
  page.html.leaf("td", {{"class", "num"}}, std::string_view(std::to_string(entry.num_subjects)));
  const auto who = page.html.element("td", {{"class", "who"}});
  write_subjects(page, entry.subjects);
}

void write_not_judged_table(const Page& page, Word caption, bool not_applicable) {
  const auto wrapper = page.html.element("div", {{"class", "scroll"}});
  const auto table = page.html.element("table", {{"class", "not-judged"}});
  write_caption(page, word(caption));
  write_head(
      page, {word(Word::kRule), word(Word::kVerdict), word(Word::kReason), word(Word::kNumSubjects), word(Word::kWho)});
  const auto body = page.html.element("tbody");
  for (const NotJudged& entry : page.report.not_judged) {
    if ((entry.verdict == audit::Verdict::kNotApplicable) == not_applicable) {
      write_not_judged_row(page, entry);
    }
  }
}

void write_disabled(const Page& page) {
  const auto& disabled = page.result().ruleset().disabled;
  if (disabled.empty()) {
    return;
  }
  page.html.leaf("h3", {}, word(Word::kDisabledRules));
  const auto list = page.html.element("ul");
  for (const policy::Disabled& rule : disabled) {
    const auto item = page.html.element("li");
    page.html.leaf("code", {}, std::string_view(rule.id));
    page.html.text(" ");
    page.html.text(rule.reason);
  }
}

void write_unread(const Page& page) {
  if (page.report.unread.empty()) {
    write_paragraph(page, Word::kNoUnreadNotes, "nothing");
    return;
  }
  const auto wrapper = page.html.element("div", {{"class", "scroll"}});
  const auto table = page.html.element("table", {{"class", "unread"}});
  write_caption(page, word(Word::kUnreadNotes));
  write_head(page, {word(Word::kSubject), word(Word::kNoteText), word(Word::kToRead)});
  const auto body = page.html.element("tbody");
  for (const UnreadNote& unread : page.report.unread) {
    const auto row = page.html.element("tr");
    {
      const auto name = page.html.element("th", {{"scope", "row"}});
      write_link(page, page.subject(unread.subject).anchor, page.subject(unread.subject).name);
    }
    {
      const auto note = page.html.element("td");
      page.html.leaf("p", {{"class", "key"}}, unread.note.label);
      write_note(page, unread.note.raw);
    }
    const auto open = page.html.element("td");
    const auto list = page.html.element("ul");
    for (const LocalizedText& label : unread.open) {
      page.html.leaf("li", {}, label);
    }
  }
}

// The label of the field a decision is about, or the title of its rule.
LocalizedText about(const Page& page, const audit::DecisionView& decision) {
  const table::Vocabulary& vocabulary = page.result().vocabulary();
  if (const auto field = vocabulary.find(decision.field_or_rule)) {
    return vocabulary.field(*field).label;
  }
  const policy::Rule* rule = page.result().ruleset().find_rule(decision.field_or_rule);
  return rule == nullptr ? in_both(decision.field_or_rule) : rule->title;
}

// A reading's quote, values and reason stand in the record's sheet; those of other conclusions only here.
void write_decision_row(const Page& page, const audit::DecisionView& decision) {
  const auto row = page.html.element(
      "tr",
      {{"data-subject", decision.subject.code}, {"data-kind", decision.kind}, {"data-about", decision.field_or_rule}});
  page.html.leaf("th", {{"scope", "row"}}, decision.subject.name);
  page.html.leaf("td", {}, decision_kind_word(decision.kind));
  page.html.leaf("td", {}, about(page, decision));
  {
    const auto why = page.html.element("td");
    const LocalizedText content = decision_content(decision);
    if (!content.empty()) page.html.leaf("p", {}, content);
    if (decision.kind != "reading") {
      write_decision_reason(page, decision);
    } else if (decision.when) {
      page.html.text(date_text(*decision.when));
    }
  }
  page.html.leaf("td", {}, decision_state_text(page.result().run(), decision));
}

}  // namespace

void write_not_judged_section(const Page& page) {
  const Section section(page, "not-judged", Word::kNotJudged);
  write_paragraph(page, Word::kNotJudgedNote, "hint");
  write_not_judged_table(page, Word::kUndecidedCaption, false);
  write_not_judged_table(page, Word::kNotApplicableCaption, true);
  write_disabled(page);
}

void write_reading_section(const Page& page) {
  const Section section(page, "readings", Word::kUnreadNotes, "block", "reading");
  write_unread(page);
}

void write_decision_section(const Page& page) {
  const Section section(page, "decisions", Word::kDecisions);
  page.html.leaf("p", {{"class", "hint"}},
                 fill(Word::kVerdictsOnReadings, {{"n", page.result().summary().num_verdicts_on_readings}}));
  if (page.result().decisions().empty()) {
    write_paragraph(page, Word::kNoDecisions, "nothing");
    return;
  }
  write_paragraph(page, Word::kReadingsInSheets, "hint");
  const auto wrapper = page.html.element("div", {{"class", "scroll"}});
  const auto table = page.html.element("table", {{"class", "decisions"}});
  write_caption(page, word(Word::kDecisions));
  write_head(page,
             {word(Word::kSubject), word(Word::kKind), word(Word::kItem), word(Word::kDecidedOn), word(Word::kState)});
  const auto body = page.html.element("tbody");
  for (const audit::DecisionView& decision : page.result().decisions()) {
    write_decision_row(page, decision);
  }
}

void write_resolved_section(const Page& page) {
  const audit::BaselineComparison* baseline = page.result().baseline();
  if (baseline == nullptr) return;
  const Section section(page, "resolved", Word::kResolved);
  if (baseline->absent().empty()) return write_paragraph(page, Word::kNoneResolved, "nothing");
  write_paragraph(page, Word::kResolvedNote, "hint");
  const auto wrapper = page.html.element("div", {{"class", "scroll"}});
  const auto table = page.html.element("table", {{"class", "resolved"}});
  write_caption(page, word(Word::kResolved));
  write_head(page, {word(Word::kSubject), word(Word::kRule)});
  const auto body = page.html.element("tbody");
  for (const audit::BaselineEntry* entry : baseline->absent()) {
    const auto row = page.html.element("tr");
    page.html.leaf("th", {{"scope", "row"}}, std::string_view(entry->subject_name));
    page.html.leaf("td", {}, rule_title(page.result(), *entry));
  }
}

}  // namespace kijun::reports
