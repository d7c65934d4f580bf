#include "reports/text/text_findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "reports/text/text_frames.h"
#include "reports/words/decision_text.h"
#include "reports/words/record_words.h"
#include "reports/words/verdict_words.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

using audit::Outcome;
using policy::Severity;

/// Findings of one rule that say the same: one verdict and one case.
struct FindingGroup {
  audit::Verdict verdict = audit::Verdict::kNote;
  std::uint8_t rule_case = audit::ResultCode::kNoCase;
  Severity severity = Severity::kNotice;
  std::vector<const Finding*> findings;
};

Paint paint_of(audit::Verdict verdict) {
  switch (verdict) {
    case audit::Verdict::kUnmet:
    case audit::Verdict::kError:
      return Paint::kRed;
    case audit::Verdict::kUndecided:
    case audit::Verdict::kNotYetDue:
      return Paint::kYellow;
    case audit::Verdict::kNote:
    case audit::Verdict::kConfirm:
      return Paint::kCyan;
    case audit::Verdict::kMet:
    case audit::Verdict::kNotApplicable:
      break;
  }
  return Paint::kNone;
}

std::vector<FindingGroup> groups_of(const std::vector<const Finding*>& findings) {
  std::vector<FindingGroup> groups;
  for (const Finding* finding : findings) {
    const auto same = std::find_if(groups.begin(), groups.end(), [&](const FindingGroup& group) {
      return group.verdict == finding->verdict && group.severity == finding->code.severity &&
             (finding->verdict == audit::Verdict::kUndecided || group.rule_case == finding->code.rule_case);
    });
    FindingGroup& group =
        same != groups.end()
            ? *same
            : groups.emplace_back(FindingGroup{finding->verdict, finding->code.rule_case, finding->code.severity, {}});
    group.findings.push_back(finding);
  }
  std::stable_sort(groups.begin(), groups.end(), [](const FindingGroup& a, const FindingGroup& b) {
    return verdict_rank(a.verdict) < verdict_rank(b.verdict);
  });
  return groups;
}

class FindingsWriter {
 public:
  FindingsWriter(const GapReport& report, const ReportOptions& options, const TextLayout& layout)
      : report_(report), model_(*report.result), options_(options), language_(options.language), layout_(layout) {}

  void by_rule() {
    layout_.heading(say(Word::kTextFindings));
    std::map<const policy::Rule*, std::vector<const Finding*>> findings;
    for (const Finding& finding : report_.findings) findings[finding.rule].push_back(&finding);
    bool any = false;
    for (const RuleView& view : report_.rules) {
      const std::vector<FindingGroup> groups = groups_of(findings[view.rule]);
      if (groups.empty() && view.num_unlisted == 0) continue;
      any = true;
      write_rule(view, groups);
    }
    if (!any) write_nothing();
  }

  void by_subject() {
    layout_.heading(say(Word::kTextFindingsBySubject));
    std::map<std::size_t, std::vector<const Finding*>> findings;  // In the order of subjects.
    for (const Finding& finding : report_.findings) findings[finding.subject].push_back(&finding);
    for (const auto& [subject, of_subject] : findings) write_subject(report_.subjects[subject], of_subject);
    std::size_t num_unlisted = 0;
    for (const RuleView& view : report_.rules) num_unlisted += view.num_unlisted;
    if (num_unlisted != 0) write_unlisted("  ", num_unlisted);
    if (findings.empty() && num_unlisted == 0) write_nothing();
  }

 private:
  [[nodiscard]] std::string say(Word id) const { return word(id).in(language_); }
  [[nodiscard]] std::string say(Word id, std::initializer_list<Argument> arguments) const {
    return fill(id, arguments).in(language_);
  }
  [[nodiscard]] const std::string& text_of(const LocalizedText& text) const { return text.in(language_); }
  [[nodiscard]] std::string padded(const LocalizedText& text, std::size_t japanese, std::size_t english) const {
    return pad_right(text_of(text), language_ == Language::kJapanese ? japanese : english,
                     layout_.style().ambiguous_width);
  }

  void write_nothing() const { layout_.wrapped("  ", say(Word::kTextNothing)); }
  void write_unlisted(std::string_view indent, std::size_t count) const {
    layout_.wrapped(indent, say(Word::kMoreNotListed, {{"n", count}}));
  }

  /// "市町村の協議の場の設置  [council.municipality] K1-02 〔案〕"
  [[nodiscard]] std::string titled(const LocalizedText& title, const policy::Rule& rule,
                                   const std::vector<const Finding*>& findings) const {
    std::string text = fmt::format("{}  [{}]", text_of(title), rule.id);
    std::vector<std::string> refs;
    for (const Finding* finding : findings)
      for (const std::string& ref : audit::refs_of(rule, finding->code))
        if (std::find(refs.begin(), refs.end(), ref) == refs.end()) refs.push_back(ref);
    if (!refs.empty()) text += fmt::format(" {}", fmt::join(refs, " "));
    const LocalizedText mark = rule_mark(rule, model_.ruleset());
    return mark.empty() ? text : say(Word::kTextMarked, {{"title", text}, {"mark", mark}});
  }

  void write_rule(const RuleView& view, const std::vector<FindingGroup>& groups) {
    std::vector<const Finding*> all;
    for (const FindingGroup& group : groups) all.insert(all.end(), group.findings.begin(), group.findings.end());
    layout_.blank_line();
    layout_.wrapped("  ", titled(view.rule->title, *view.rule, all), Paint::kNone, Paint::kBold);
    has_shown_ = false;
    for (const FindingGroup& group : groups) write_group(group);
    if (view.num_unlisted != 0) write_unlisted("    ", view.num_unlisted);
  }

  /// "    目標未達 重要 "
  [[nodiscard]] std::string verdict_of(audit::Verdict verdict, Severity severity) const {
    return fmt::format("    {} {} ", padded(verdict_word(verdict), 8, 12), padded(severity_word(severity), 4, 7));
  }

  void write_group(const FindingGroup& group) {
    const std::string first =
        fmt::format("{}{:>3}  ", verdict_of(group.verdict, group.severity), group.findings.size());
    std::vector<std::string> names;
    for (const Finding* finding : group.findings) names.push_back(name_of(*finding));
    layout_.wrapped(first, fmt::format("{}", fmt::join(names, language_ == Language::kJapanese ? "、" : ", ")),
                    paint_of(group.verdict));
    if (group.findings.size() == 1) write_message(*group.findings.front());
    write_remedies(group.findings);
    for (const Finding* finding : group.findings)
      if (is_shown(*finding)) write_frames(report_, *finding, options_, "        ", layout_);
  }

  void write_subject(const SubjectView& subject, std::vector<const Finding*> findings) {
    std::stable_sort(findings.begin(), findings.end(), [](const Finding* a, const Finding* b) {
      return a->draft != b->draft ? b->draft : verdict_rank(a->verdict) < verdict_rank(b->verdict);
    });
    layout_.blank_line();
    const bool is_record = subject.ref.space == table::kRecordSpace;
    layout_.wrapped(
        "  ", is_record ? fmt::format("{} ({})", text_of(subject.name), subject.info.name.code) : text_of(subject.name),
        Paint::kNone, Paint::kBold);
    has_shown_ = false;
    for (const Finding* finding : findings) {
      std::string title = titled(finding->title, *finding->rule, {finding});
      for (const LocalizedText& tag : set_aside_tags(model_, finding->column, finding->position))
        title = say(Word::kTextMarked, {{"title", title}, {"mark", tag}});
      layout_.wrapped(verdict_of(finding->verdict, finding->code.severity) + " ", title, paint_of(finding->verdict));
      write_message(*finding);
      write_remedies({finding});
      if (is_shown(*finding)) write_frames(report_, *finding, options_, "        ", layout_);
    }
  }

  void write_message(const Finding& finding) const {
    if (finding.code.decision.outcome != Outcome::kFail && !report_.has_details) return;
    const audit::ResultDetail detail = model_.detail(finding.column, finding.position);
    layout_.wrapped("        ", text_of(detail.message));
    const LocalizedText excluded = excluded_text(model_.run(), detail);
    if (!excluded.empty()) layout_.wrapped("        ", text_of(excluded));
  }

  /// What would help, once for each who has to do it.
  void write_remedies(const std::vector<const Finding*>& findings) const {
    const Finding& example = *findings.front();
    const LocalizedText& remedy = audit::remedy_of(*example.rule, example.code);
    if (example.code.decision.outcome != Outcome::kFail || remedy.empty()) return;
    std::vector<std::string> actors;
    for (const Finding* finding : findings)
      if (std::find(actors.begin(), actors.end(), finding->actor) == actors.end()) actors.push_back(finding->actor);
    LocalizedText who;
    for (const std::string& actor : actors) append(who, actor_title(model_, actor), {"、", ", "});
    layout_.wrapped(language_ == Language::kJapanese ? "      → " : "     -> ",
                    say(Word::kTextRemedy, {{"actor", who}, {"remedy", remedy}}));
  }

  /// A name, under `for_fields` with the field it is about, and with what sets the finding apart.
  [[nodiscard]] std::string name_of(const Finding& finding) const {
    std::string name = text_of(report_.subjects[finding.subject].name);
    const audit::RuleColumn& column = model_.columns()[finding.column];
    const auto add = [&](const LocalizedText& text) {
      name +=
          language_ == Language::kJapanese ? fmt::format("（{}）", text_of(text)) : fmt::format(" ({})", text_of(text));
    };
    if (column.field()) add(model_.vocabulary().field(*column.field()).label);
    for (const LocalizedText& tag : set_aside_tags(model_, finding.column, finding.position)) add(tag);
    return name;
  }

  /// Whether the finding's places are to be shown. The first one that gates is so once for every rule or subject.
  [[nodiscard]] bool is_shown(const Finding& finding) {
    if (options_.text.frames == TextFrames::kNone) return false;
    if (options_.text.frames == TextFrames::kAll) return finding.code.decision.outcome != Outcome::kError;
    if (has_shown_ || !model_.gate(finding.column, finding.position).blocks) return false;
    has_shown_ = true;
    return true;
  }

  const GapReport& report_;
  const audit::ResultModel& model_;
  const ReportOptions& options_;
  Language language_;
  const TextLayout& layout_;
  bool has_shown_ = false;  ///< Of the rule or subject at hand.
};

}  // namespace

void write_text_findings(const GapReport& report, const ReportOptions& options, const TextLayout& layout) {
  FindingsWriter writer(report, options, layout);
  if (options.text.order == TextOrder::kSubject)
    writer.by_subject();
  else
    writer.by_rule();
}

}  // namespace kijun::reports
