#include "reports/escape/html_text.h"
#include "reports/html/sections.h"
#include "reports/words/data_text.h"
#include "reports/words/record_words.h"
#include "reports/words/verdict_words.h"

namespace kijun::reports {
namespace {

void write_rule_row(const Page& page, const RuleView& view) {
  const policy::Rule& rule = *view.rule;
  const auto row = page.html.element("tr", {{"id", html_id(view.anchor)}});
  {
    const auto name = page.html.element("th", {{"scope", "row"}});
    page.html.text(rule.title);
    const auto line = page.html.element("p", {{"class", "ids"}});
    page.html.leaf("code", {}, std::string_view(rule.id));
    for (const std::string& ref : rule.verdict.refs) {
      page.html.text(" ");
      page.html.leaf("span", {{"class", "ref"}}, std::string_view(ref));
    }
    if (rule.stage == policy::Stage::kDraft) {
      page.html.text(" ");
      page.html.leaf("span", {{"class", "tag"}}, word(Word::kDraft));
    }
  }
  page.html.leaf("td", {}, view.topic);
  page.html.leaf("td", {}, rule_kind_word(rule.kind));
  page.html.leaf("td", {}, view.actor);
  page.html.leaf("td", {{"class", "short"}},
                 rule.verdict.severity ? severity_word(*rule.verdict.severity) : word(Word::kNone));
  {
    const auto bases = page.html.element("td");
    const auto list = page.html.element("ul", {{"class", "cells"}});
    for (const policy::Basis* basis : view.bases) {
      const auto item = page.html.element("li");
      write_link(page, "b-" + basis->id, basis->title);
      if (!basis->confirmed) {
        page.html.text(" ");
        page.html.leaf("span", {{"class", "tag"}}, word(Word::kBasisUnconfirmed));
      }
    }
  }
  const auto counts = page.html.element("td");
  write_counts(page, view.by_verdict);
  if (view.num_unlisted != 0) {
    page.html.leaf("p", {{"class", "hint"}}, fill(Word::kMoreNotListed, {{"n", view.num_unlisted}}));
  }
}

}  // namespace

void write_rule_section(const Page& page) {
  const Section section(page, "rules", Word::kRules, "block", "r");
  const auto wrapper = page.html.element("div", {{"class", "scroll"}});
  const auto table = page.html.element("table", {{"class", "rules"}});
  write_caption(page, word(Word::kRulesCaption));
  write_head(page, {word(Word::kRule), word(Word::kTopic), word(Word::kKind), word(Word::kActor), word(Word::kSeverity),
                    word(Word::kBasis), word(Word::kResults)});
  const auto body = page.html.element("tbody");
  for (const RuleView& view : page.report.rules) {
    write_rule_row(page, view);
  }
}

void write_basis_section(const Page& page) {
  const Section section(page, "basis", Word::kBases);
  const auto wrapper = page.html.element("div", {{"class", "scroll"}});
  const auto table = page.html.element("table", {{"class", "bases"}});
  write_caption(page, word(Word::kBases));
  write_head(page, {word(Word::kBasis), word(Word::kLaw), word(Word::kArticle), word(Word::kDate), word(Word::kState)});
  const auto body = page.html.element("tbody");
  for (const policy::Basis& basis : page.result().ruleset().bases) {
    const auto row = page.html.element("tr", {{"id", html_id("b-" + basis.id)}});
    page.html.leaf("th", {{"scope", "row"}}, basis.title);
    page.html.leaf("td", {{"lang", "ja"}}, std::string_view(basis.law));
    page.html.leaf("td", {{"lang", "ja"}}, std::string_view(basis.article));
    page.html.leaf("td", {}, basis.date ? date_text(*basis.date) : LocalizedText{});
    page.html.leaf("td", {}, word(basis.confirmed ? Word::kBasisConfirmed : Word::kBasisUnconfirmed));
  }
}

void write_legend_section(const Page& page) {
  const Section section(page, "legend", Word::kLegend, "block", "data");
  {
    const auto table = page.html.element("table", {{"class", "legend"}});
    write_caption(page, word(Word::kLegendCaption));
    write_head(page, {word(Word::kVerdict), word(Word::kMeaning)});
    const auto body = page.html.element("tbody");
    for (const audit::Verdict verdict : kVerdictOrder) {
      const auto row = page.html.element("tr");
      {
        const auto name = page.html.element("th", {{"scope", "row"}});
        write_verdict(page, verdict);
      }
      page.html.leaf("td", {}, verdict_meaning(verdict));
    }
  }
  const auto list = page.html.element("ul", {{"class", "notes"}});
  for (const Word note :
       {Word::kLegendMarks, Word::kLegendInterval, Word::kLegendDraft, Word::kLegendUnconfirmed, Word::kLegendOrder}) {
    page.html.leaf("li", {}, word_for(page.result().run(), note));
  }
}

}  // namespace kijun::reports
