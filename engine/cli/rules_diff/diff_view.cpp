#include "engine/cli/rules_diff/diff_view.h"

#include <fmt/format.h>

#include <array>

#include "engine/analysis/domain/scene_text.h"
#include "engine/audit/outcome.h"
#include "reports/words/verdict_words.h"

namespace kijun::cli {
namespace {

using analysis::ChangedRow;
using analysis::PartChange;
using analysis::RuleChange;
using analysis::RuleDifference;

constexpr std::array kChanges{RuleChange::kAdded,    RuleChange::kRemoved,  RuleChange::kTightened,
                              RuleChange::kLoosened, RuleChange::kBothWays, RuleChange::kAskedOthers,
                              RuleChange::kReworded, RuleChange::kUnchanged};

LocalizedView part_word(PartChange::Part part) {
  using Part = PartChange::Part;
  switch (part) {
    case Part::kForEach:
      return {"対象", "for each"};
    case Part::kFields:
      return {"調べる項目", "fields"};
    case Part::kSeverity:
      return {"重大度", "severity"};
    case Part::kBeforeDeadline:
      return {"期限前の重大度", "severity before the deadline"};
    case Part::kDeadline:
      return {"期限", "deadline"};
    case Part::kStage:
      return {"段階", "stage"};
    case Part::kKind:
      return {"種類", "kind"};
    case Part::kTitle:
      return {"名称", "title"};
    case Part::kMessage:
      return {"指摘の文", "message"};
    case Part::kRemedy:
      return {"助言の文", "remedy"};
    case Part::kAsk:
      return {"照会の文", "question"};
    case Part::kCases:
      return {"場合分け", "cases"};
    case Part::kBasis:
      return {"根拠", "basis"};
    case Part::kRefs:
      return {"参照番号", "references"};
    case Part::kActor:
      return {"対応する者", "actor"};
    case Part::kTopic:
      return {"分野", "topic"};
    case Part::kEvidence:
      return {"添える項目", "evidence"};
    case Part::kJudgeableReason:
      return {"判定できない理由", "reason for not judging"};
    case Part::kEnforcedBy:
      return {"担保する診断", "enforced by"};
    case Part::kConditions:
      return {"条件", "conditions"};
  }
  return {};
}

/// 「目標未達（重要）」; severity only where it says something.
std::string verdict_text(const policy::Rule& rule, const audit::ResultCode& code, Language language) {
  const audit::Verdict verdict =
      audit::verdict_of(code.decision.outcome, rule.kind, code.severity, code.before_deadline);
  const std::string word = reports::verdict_word(verdict).in(language);
  if (code.decision.outcome != audit::Outcome::kFail) return word;
  return fmt::format(fmt::runtime(language == Language::kJapanese ? "{}（{}）" : "{} ({})"), word,
                     reports::severity_word(code.severity).in(language));
}

RuleView::Row row_view(const ChangedRow& row, const RuleDifference& rule, const audit::Plan& plan, LocalizedView label,
                       Language language) {
  std::string answers = analysis::scene_text(row.scene, plan, language);
  if (row.depends_on_day)
    answers +=
        fmt::format(fmt::runtime(language == Language::kJapanese ? "（{}時点）" : " (as of {})"), row.as_of.iso());
  return {std::string(label.in(language)), std::move(answers), verdict_text(*rule.before, row.before, language),
          verdict_text(*rule.after, row.after, language)};
}

std::string undecided_text(const RuleDifference& rule, Language language) {
  if (rule.decided || rule.before == nullptr || rule.after == nullptr) return {};
  const bool japanese = language == Language::kJapanese;
  std::string text =
      fmt::format(fmt::runtime(japanese ? "未決定：回答の組合せ{:.0f}通りのうち{}通りを調べた"
                                        : "not decided: looked at {1} of the {0:.0f} combinations of answers"),
                  rule.num_combinations, rule.num_judged);
  if (!rule.inexact.empty())
    text += fmt::format(fmt::runtime(japanese ? "。代表値で尽くせない部分：{}" : "; no representatives exhaust {}"),
                        fmt::join(rule.inexact, japanese ? "、" : ", "));
  return text;
}

/// 「支援センターの設置〔案・根拠要確認〕」.
std::string marked_title(const policy::Rule& rule, const policy::Ruleset& ruleset, Language language) {
  return reports::marked(rule.title, reports::rule_mark(rule, ruleset)).in(language);
}

RuleView rule_view(const RuleDifference& rule, const analysis::RulesetDifference& difference, Language language) {
  const policy::Rule& shown = rule.after != nullptr ? *rule.after : *rule.before;
  RuleView view;
  view.change = rule.change;
  view.label = std::string(change_word(rule.change).in(language));
  view.id = shown.id;
  view.title = marked_title(shown, (rule.after != nullptr ? *difference.after : *difference.before).ruleset, language);
  for (const PartChange& part : rule.parts)
    view.parts.push_back(
        {std::string(part_word(part.part).in(language)), part.before.in(language), part.after.in(language)});
  const audit::Plan& plan = *difference.after;
  if (rule.tightened)
    view.rows.push_back(row_view(*rule.tightened, rule, plan, {"厳しくなる例", "judged more strictly"}, language));
  if (rule.loosened)
    view.rows.push_back(row_view(*rule.loosened, rule, plan, {"緩くなる例", "judged less strictly"}, language));
  if (rule.asked && view.rows.empty())
    view.rows.push_back(row_view(*rule.asked, rule, plan, {"対象が変わる例", "asked or not"}, language));
  view.undecided = undecided_text(rule, language);
  return view;
}

}  // namespace

std::span<const RuleChange> rule_changes() { return kChanges; }

LocalizedView change_word(RuleChange change) {
  switch (change) {
    case RuleChange::kAdded:
      return {"追加", "added"};
    case RuleChange::kRemoved:
      return {"削除", "removed"};
    case RuleChange::kTightened:
      return {"厳格化", "tightened"};
    case RuleChange::kLoosened:
      return {"緩和", "loosened"};
    case RuleChange::kBothWays:
      return {"厳格化と緩和", "changed both ways"};
    case RuleChange::kAskedOthers:
      return {"適用対象の変更", "asked of others"};
    case RuleChange::kReworded:
      return {"文言等の変更", "reworded"};
    case RuleChange::kUnchanged:
      return {"変更なし", "unchanged"};
  }
  return {};
}

DiffView make_diff_view(const analysis::RulesetDifference& difference, Language language) {
  DiffView view;
  view.language = language;
  const auto name = [&](const audit::Plan& plan) {
    return fmt::format("{} {}", plan.ruleset.id, plan.ruleset.title.in(language));
  };
  view.before = name(*difference.before);
  view.after = name(*difference.after);
  std::size_t num_undecided = 0;
  for (const RuleDifference& rule : difference.rules) {
    view.rules.push_back(rule_view(rule, difference, language));
    if (!view.rules.back().undecided.empty()) ++num_undecided;
  }
  const bool japanese = language == Language::kJapanese;
  for (const RuleChange change : kChanges)
    view.counts += fmt::format("{}{} {}", view.counts.empty() ? "" : (japanese ? "　" : ", "),
                               change_word(change).in(language), difference.count(change));
  view.counts += fmt::format(fmt::runtime(japanese ? "　うち未決定 {}" : "; not decided {}"), num_undecided);
  return view;
}

}  // namespace kijun::cli
