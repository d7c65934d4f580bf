#include "reports/html/components.h"

#include "engine/audit/baseline.h"
#include "reports/escape/html_text.h"
#include "reports/words/data_text.h"
#include "reports/words/decision_text.h"
#include "reports/words/requirement_text.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {
namespace {

std::string css_class_of(std::string_view prefix, audit::Verdict verdict) {
  return std::string(prefix) + std::string(audit::verdict_id(verdict));
}

void write_tags(const Page& page, const Finding& finding) {
  if (finding.draft) {
    page.html.leaf("span", {{"class", "tag"}}, word(Word::kDraft));
  }
  if (finding.basis_unconfirmed) {
    page.html.leaf("span", {{"class", "tag"}}, word(Word::kBasisUnconfirmed));
  }
  for (const LocalizedText& tag : set_aside_tags(page.result(), finding.column, finding.position)) {
    page.html.leaf("span", {{"class", "tag"}}, tag);
  }
  for (const std::string& ref : finding.detail.refs) {
    page.html.leaf("span", {{"class", "ref"}}, std::string_view(ref));
  }
}

LocalizedText basis_text(const policy::Ruleset& ruleset, const std::vector<std::string>& ids) {
  LocalizedText text;
  for (const std::string& id : ids) {
    const policy::Basis* basis = ruleset.find_basis(id);
    if (basis == nullptr) {
      continue;
    }
    LocalizedText one = basis->title;
    if (!basis->confirmed) {
      one = fill(Word::kBasisWithDoubt, {{"basis", basis->title}});
    }
    append(text, one, {"、", "; "});
  }
  return text;
}

// "協議の場の設置状況「△」調整中": the answer as given, then what it stands for.
LocalizedText evidence_text(const audit::CellView& cell, const std::string& own_code) {
  LocalizedText text = cell.label;
  if (cell.subject.code != own_code) {
    text = fill(Word::kFieldOfMember, {{"name", cell.subject.name}, {"label", cell.label}});
  }
  if (cell.origin == audit::Origin::kAnswer && !cell.raw.empty()) {
    return fill(Word::kEvidenceWithMark, {{"field", text}, {"raw", cell.raw}, {"value", cell.value}});
  }
  return fill(Word::kEvidenceValue, {{"field", text}, {"value", cell.value}});
}

void write_evidence(const Page& page, const Finding& finding) {
  const std::string& own_code = page.subject(finding.subject).info.name.code;
  LocalizedText all;
  const auto add = [&](const LocalizedText& text) { append(all, text, {"、", "; "}); };
  std::size_t num_decided = 0;
  for (const audit::CellView& cell : finding.detail.evidence) {
    if (cell.role == audit::EvidenceRole::kDecided) {
      ++num_decided;
      add(evidence_text(cell, own_code));
    }
  }
  if (finding.detail.num_evidence > num_decided) {
    add(fill(Word::kMoreEvidence, {{"n", finding.detail.num_evidence - num_decided}}));
  }
  write_fact(page, Word::kEvidence, all);
}

void write_requirement(const Page& page, const audit::Requirement& requirement) {
  const auto item = page.html.element("div", {{"class", "requirement"}});
  page.html.leaf("dt", {}, requirement_heading(requirement));
  if (requirement.clauses.size() == 1) return page.html.leaf("dd", {}, requirement_text(requirement.clauses.front()));
  const auto value = page.html.element("dd");
  const auto list = page.html.element("ul", {{"class", "cells"}});
  for (const audit::RequiredClause& clause : requirement.clauses) page.html.leaf("li", {}, requirement_text(clause));
}

bool has_decided_evidence(const Finding& finding) {
  for (const audit::CellView& cell : finding.detail.evidence) {
    if (cell.role == audit::EvidenceRole::kDecided) {
      return true;
    }
  }
  return false;
}

std::vector<Attribute> finding_attributes(const Page& page, const Finding& finding, bool is_target) {
  std::vector<Attribute> attributes{{"class", "finding"}};
  if (is_target) attributes.push_back({"id", html_id(finding.anchor)});
  if (page.result().baseline() != nullptr)
    if (const auto state = page.result().baseline()->state(finding.column, finding.position))
      attributes.push_back({"data-baseline", std::string(audit::baseline_state_id(*state))});
  return attributes;
}

void write_message(const Page& page, const Finding& finding) {
  if (finding.code.decision.outcome != audit::Outcome::kFail) {
    page.html.leaf("p", {{"class", "message"}}, fill(Word::kHeldBecause, {{"reason", finding.reason}}));
    return;
  }
  page.html.leaf("p", {{"class", "message"}}, finding.detail.message);
  if (!finding.detail.remedy.empty()) {
    page.html.leaf("p", {{"class", "remedy"}}, finding.detail.remedy);
  }
}

}  // namespace

Section::Section(HtmlWriter& html, std::string_view id, const LocalizedText& heading, std::string_view css_class,
                 std::string_view view)
    : element_(html.element("section", {{"id", std::string(id)},
                                        {"class", std::string(css_class)},
                                        {"data-view", std::string(view.empty() ? id : view)},
                                        {"aria-labelledby", "h-" + std::string(id)}})) {
  html.leaf("h2", {{"id", "h-" + std::string(id)}}, heading);
}

void write_paragraph(const Page& page, Word text, std::string_view css_class) {
  page.html.leaf("p", {{"class", std::string(css_class)}}, word_for(page.result().run(), text));
}

void write_caption(const Page& page, const LocalizedText& caption) { page.html.leaf("caption", {}, caption); }

void write_head(HtmlWriter& html, const std::vector<LocalizedText>& headings) {
  const auto head = html.element("thead");
  const auto row = html.element("tr");
  for (const LocalizedText& heading : headings) {
    html.leaf("th", {{"scope", "col"}}, heading);
  }
}

void write_verdict_mark(HtmlWriter& html, audit::Verdict verdict) {
  html.leaf("b", {{"class", css_class_of("mk v-", verdict)}}, "");
}

void write_mark(const Page& page, audit::Verdict verdict) {
  page.html.leaf("b", {{"class", css_class_of("mk v-", verdict)}}, verdict_word(verdict));
}

void write_verdict(const Page& page, audit::Verdict verdict) {
  const auto chip = page.html.element("span", {{"class", "verdict"}});
  write_verdict_mark(page.html, verdict);
  page.html.leaf("span", {{"class", "word"}}, verdict_word(verdict));
}

void write_counts(const Page& page, const std::array<std::size_t, 8>& by_verdict) {
  const auto list = page.html.element("ul", {{"class", "counts"}});
  for (const audit::Verdict verdict : kVerdictOrder) {
    const std::size_t number = by_verdict[static_cast<std::size_t>(verdict)];
    if (number != 0) {
      const auto item = page.html.element("li");
      write_verdict(page, verdict);
      page.html.leaf("span", {{"class", "num"}}, std::string_view(std::to_string(number)));
    }
  }
}

void write_headline(HtmlWriter& html, const std::vector<LocalizedText>& sentences) {
  const auto box = html.element("div", {{"class", "headline"}});
  bool is_first = true;
  for (const LocalizedText& sentence : sentences) {
    html.leaf("p", {{"class", is_first ? "lead" : "also"}}, sentence);
    is_first = false;
  }
}

void write_fact(const Page& page, Word label, const LocalizedText& value) {
  const auto item = page.html.element("div");
  page.html.leaf("dt", {}, word(label));
  page.html.leaf("dd", {}, value);
}

void write_number(const Page& page, std::size_t number) {
  page.html.leaf("td", {{"class", number == 0 ? "num zero" : "num"}}, std::string_view(std::to_string(number)));
}

void write_link(const Page& page, const std::string& anchor, const LocalizedText& text) {
  if (page.is_sheet)
    page.html.text(text);
  else
    page.html.leaf("a", {{"href", "#" + html_id(anchor)}}, text);
}

void write_subjects(const Page& page, const std::vector<std::size_t>& subjects) {
  bool is_first = true;
  for (const std::size_t at : subjects) {
    if (!is_first) {
      page.html.text(word(Word::kListSeparator));
    }
    is_first = false;
    const SubjectView& subject = page.subject(at);
    write_link(page, subject.anchor, subject.name);
  }
}

void write_raw(const Page& page, const std::string& raw) {
  if (raw.empty()) {
    page.html.leaf("span", {{"class", "empty"}}, word(Word::kEmptyCell));
    return;
  }
  page.html.leaf("q", {{"class", "raw"}, {"lang", "ja"}}, std::string_view(raw));
}

void write_note(const Page& page, const std::string& raw) {
  if (raw.empty()) {
    page.html.leaf("p", {{"class", "empty"}}, word(Word::kEmptyCell));
    return;
  }
  page.html.leaf("blockquote", {{"class", "note"}, {"lang", "ja"}}, std::string_view(raw));
}

void write_decision_reason(const Page& page, const audit::DecisionView& decision) {
  page.html.leaf("p", {{"class", "reason"}}, decision.reason);
  const auto line = page.html.element("p", {{"class", "by"}});
  page.html.text(decided_by_text(decision));
  if (decision.when) {
    page.html.text(" ");
    page.html.text(date_text(*decision.when));
  }
  if (needs_attention(decision)) {
    page.html.text(" ");
    page.html.leaf("span", {{"class", "tag"}}, decision_state_text(page.result().run(), decision));
  }
}

void write_finding(const Page& page, const Finding& finding, bool is_target) {
  const auto card = page.html.element("div", finding_attributes(page, finding, is_target));
  {
    const auto head = page.html.element("p", {{"class", "finding-head"}});
    write_verdict(page, finding.verdict);
    page.html.text(" ");
    write_link(page, "r-" + finding.rule->id, finding.title);
    page.html.text(" ");
    write_tags(page, finding);
  }
  write_message(page, finding);
  const LocalizedText excluded = excluded_text(page.result().run(), finding.detail);
  if (!excluded.empty()) page.html.leaf("p", {{"class", "excluded"}}, excluded);
  const auto facts = page.html.element("dl", {{"class", "facts"}});
  if (is_target && !finding.requirement.empty()) write_requirement(page, finding.requirement);
  if (finding.code.deadline) {
    write_fact(page, Word::kDeadline, date_text(*finding.code.deadline));
  }
  const LocalizedText basis = basis_text(page.result().ruleset(), finding.rule->basis);
  if (is_target && !basis.empty()) {
    write_fact(page, Word::kBasis, basis);
  }
  if (is_target && has_decided_evidence(finding)) {
    write_evidence(page, finding);
  }
}

}  // namespace kijun::reports
