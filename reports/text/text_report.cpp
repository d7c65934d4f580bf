#include "reports/text/text_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/base/era.h"
#include "reports/model/gap_report.h"
#include "reports/text/text_layout.h"
#include "reports/words/data_text.h"
#include "reports/words/decision_text.h"
#include "reports/words/join_words.h"
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

class TextWriter {
 public:
  TextWriter(const GapReport& report, const ReportOptions& options, std::ostream& out)
      : report_(report), model_(*report.result), language_(options.language), out_(out) {}

  void write() {
    write_head();
    write_topics();
    write_indicators();
    write_findings();
    write_decisions();
    write_resolved();
    write_closing();
  }

 private:
  [[nodiscard]] std::string say(Word id) const { return word_for(model_.run(), id).in(language_); }
  [[nodiscard]] std::string say(Word id, std::initializer_list<Argument> arguments) const {
    return fill(id, arguments).in(language_);
  }
  [[nodiscard]] const std::string& text_of(const LocalizedText& text) const { return text.in(language_); }
  void heading(Word title) { out_ << '\n' << say(title) << '\n'; }

  void write_head() {
    const audit::RunInfo& run = model_.run();
    write_wrapped(
        out_, "",
        fmt::format("{} [{}]", text_of(run.survey_title), say(run.final_status ? Word::kFinal : Word::kPreliminary)));
    write_wrapped(out_, "",
                  say(Word::kTextDates, {{"answers", run.answers_as_of.iso()},
                                         {"as_of", run.as_of.iso()},
                                         {"ruleset", model_.ruleset().id},
                                         {"version", run.pack_version}}));
    if (!run.narrowed.empty())
      write_wrapped(out_, "", say(Word::kTextNarrowed, {{"how", fmt::format("{}", fmt::join(run.narrowed, "  "))}}));
    out_ << '\n';
    for (const LocalizedText& sentence : report_.headline)
      write_wrapped(out_, language_ == Language::kJapanese ? "・" : "- ", text_of(sentence));
  }

  void write_topics() {
    heading(Word::kTextTopics);
    std::vector<std::vector<std::string>> rows{{"", say(Word::kVerdictUnmet), say(Word::kVerdictUndecided),
                                                say(Word::kVerdictNotYetDue), say(Word::kNoteOnly),
                                                say(Word::kDraftOnly), say(Word::kTextClear), say(Word::kTextTotal)}};
    for (const TopicSummary& topic : report_.topics) {
      const std::size_t clear = topic.of(Standing::kClear) + topic.of(Standing::kNotAsked);
      rows.push_back(
          {text_of(topic.title), fmt::format("{}", topic.of(Standing::kUnmet)),
           fmt::format("{}", topic.of(Standing::kUndecided)), fmt::format("{}", topic.of(Standing::kNotYetDue)),
           fmt::format("{}", topic.of(Standing::kNoteOnly)), fmt::format("{}", topic.of(Standing::kDraftOnly)),
           fmt::format("{}", clear), fmt::format("{}", topic.total)});
    }
    write_table(out_, rows, "  ", 1);
  }

  void write_indicators() {
    if (report_.indicators.empty()) return;
    heading(Word::kTextIndicators);
    std::vector<std::vector<std::string>> rows{
        {"", say(Word::kTextCount), say(Word::kTextRate), say(Word::kTextAnswered), say(Word::kTextNational)}};
    for (const IndicatorView& view : report_.indicators) {
      std::string national;
      for (const policy::Benchmark& benchmark : view.indicator->benchmarks)
        if (national.empty() && benchmark.value) national = fmt::format("{:.1f}%", *benchmark.value * 100);
      rows.push_back({text_of(view.indicator->title), fmt::format("{}/{}", view.rate.count(), view.rate.of),
                      view.rate.percent(), fmt::format("{}/{}", view.rate.answered, view.rate.of), national});
    }
    write_table(out_, rows, "  ", 1);
  }

  [[nodiscard]] static std::vector<FindingGroup> groups_of(const std::vector<const Finding*>& findings) {
    std::vector<FindingGroup> groups;
    for (const Finding* finding : findings) {
      const auto same = std::find_if(groups.begin(), groups.end(), [&](const FindingGroup& group) {
        return group.verdict == finding->verdict && group.severity == finding->code.severity &&
               (finding->verdict == audit::Verdict::kUndecided || group.rule_case == finding->code.rule_case);
      });
      FindingGroup& group = same != groups.end()
                                ? *same
                                : groups.emplace_back(FindingGroup{
                                      finding->verdict, finding->code.rule_case, finding->code.severity, {}});
      group.findings.push_back(finding);
    }
    std::stable_sort(groups.begin(), groups.end(), [](const FindingGroup& a, const FindingGroup& b) {
      const auto rank = [](audit::Verdict verdict) {
        return std::find(kVerdictOrder.begin(), kVerdictOrder.end(), verdict) - kVerdictOrder.begin();
      };
      return rank(a.verdict) < rank(b.verdict);
    });
    return groups;
  }

  void write_findings() {
    heading(Word::kTextFindings);
    std::map<const policy::Rule*, std::vector<const Finding*>> findings;
    for (const Finding& finding : report_.findings) findings[finding.rule].push_back(&finding);
    bool any = false;
    for (const RuleView& view : report_.rules) {
      const std::vector<FindingGroup> groups = groups_of(findings[view.rule]);
      if (groups.empty() && view.num_unlisted == 0) continue;
      any = true;
      write_rule(view, groups);
    }
    if (!any) out_ << "  " << say(Word::kTextNothing) << '\n';
  }

  [[nodiscard]] std::string refs_of(const std::vector<FindingGroup>& groups) const {
    std::vector<std::string> refs;
    for (const FindingGroup& group : groups)
      for (const Finding* finding : group.findings)
        for (const std::string& ref : audit::refs_of(*finding->rule, finding->code))
          if (std::find(refs.begin(), refs.end(), ref) == refs.end()) refs.push_back(ref);
    return fmt::format("{}", fmt::join(refs, " "));
  }

  void write_rule(const RuleView& view, const std::vector<FindingGroup>& groups) {
    std::string title = fmt::format("{}  [{}]", text_of(view.rule->title), view.rule->id);
    if (const std::string refs = refs_of(groups); !refs.empty()) title += " " + refs;
    const LocalizedText mark = rule_mark(*view.rule, model_.ruleset());
    if (!mark.empty()) title = say(Word::kTextMarked, {{"title", title}, {"mark", mark}});
    out_ << '\n';
    write_wrapped(out_, "  ", title);
    for (const FindingGroup& group : groups) write_group(group);
    if (view.num_unlisted != 0)
      write_wrapped(out_, "    ", text_of(fill(Word::kMoreNotListed, {{"n", view.num_unlisted}})));
  }

  void write_group(const FindingGroup& group) {
    const std::string label =
        pad_right(text_of(verdict_word(group.verdict)), language_ == Language::kJapanese ? 8 : 12);
    const std::string first = fmt::format("    {} {} {:>2}  ", label, pad_right(policy::severity_id(group.severity), 7),
                                          group.findings.size());
    std::vector<std::string> names;
    for (const Finding* finding : group.findings) names.push_back(name_of(*finding));
    write_wrapped(out_, first, fmt::format("{}", fmt::join(names, language_ == Language::kJapanese ? "、" : ", ")));
    const Finding& example = *group.findings.front();
    const bool fails = example.code.decision.outcome == Outcome::kFail;
    if (group.findings.size() == 1 && (fails || report_.has_details)) {
      const audit::ResultDetail detail = model_.detail(example.column, example.position);
      const LocalizedText excluded = excluded_text(model_.run(), detail);
      write_wrapped(out_, "        ", text_of(detail.message));
      if (!excluded.empty()) write_wrapped(out_, "        ", text_of(excluded));
    }
    const LocalizedText& remedy = audit::remedy_of(*example.rule, example.code);
    if (fails && !remedy.empty())
      write_wrapped(out_, language_ == Language::kJapanese ? "      → " : "     -> ", text_of(remedy));
  }

  /// A name, under `for_fields` with the field it is about, and with what sets the finding apart.
  [[nodiscard]] std::string name_of(const Finding& finding) const {
    std::string name = text_of(report_.subjects[finding.subject].name);
    const audit::RuleColumn& column = model_.columns()[finding.column];
    const auto add = [&](const LocalizedText& text) { name += fmt::format("（{}）", text_of(text)); };
    if (column.field()) add(model_.vocabulary().field(*column.field()).label);
    for (const LocalizedText& tag : set_aside_tags(model_, finding.column, finding.position)) add(tag);
    return name;
  }

  void write_decisions() {
    bool any = false;
    for (const audit::DecisionView& decision : model_.decisions()) {
      if (!needs_attention(decision)) continue;
      if (!any) heading(Word::kTextDecisions);
      any = true;
      write_wrapped(out_, "  ",
                    fmt::format("{}  {} {} [{}]  {}", text_of(decision_state_text(model_.run(), decision)),
                                text_of(decision_kind_word(decision.kind)),
                                decision.subject.name.empty() ? decision.subject.code : text_of(decision.subject.name),
                                decision.field_or_rule, text_of(place_text(decision.at))));
    }
  }

  void write_resolved() {
    const audit::BaselineComparison* baseline = model_.baseline();
    if (baseline == nullptr || baseline->absent().empty()) return;
    heading(Word::kResolved);
    for (const audit::BaselineEntry* entry : baseline->absent())
      write_wrapped(out_, "  ",
                    fmt::format("{}  {} [{}]", entry->subject_name, text_of(rule_title(model_, *entry)), entry->rule));
  }

  void write_closing() {
    const audit::Summary& summary = model_.summary();
    const auto count = [&](Outcome outcome) { return summary.by_outcome[static_cast<std::size_t>(outcome)]; };
    heading(Word::kTextCounts);
    const auto line = [&](const std::string& text) { write_wrapped(out_, "  ", text); };
    line(say(Word::kTextRun, {{"who", answering_text(model_.run())},
                              {"records", summary.num_records},
                              {"rules", summary.num_rules},
                              {"results", summary.num_results}}));
    line(fmt::format("pass {}  fail {}  unknown {}  not_applicable {}  error {}", count(Outcome::kPass),
                     count(Outcome::kFail), count(Outcome::kUnknown), count(Outcome::kNotApplicable),
                     count(Outcome::kError)));
    line(say(Word::kTextReadings,
             {{"readings", summary.num_verdicts_on_readings}, {"folded", summary.num_folded_marks}}));
    if (summary.num_fallback_nodes > 0) line(say(Word::kTextFallback, {{"n", summary.num_fallback_nodes}}));
    const audit::RunInfo& run = model_.run();
    const auto join = [](const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, ",")); };
    line(say(Word::kTextGate, {{"blocking", summary.num_blocking},
                               {"fail_on", run.fail_on.empty() ? "never" : join(run.fail_on)},
                               {"kinds", join(run.gate_kinds)},
                               {"unknown", summary.num_ungated_unknown}}));
    for (const audit::SeriesJoin& year : run.joins) line(text_of(join_sentence(year)));
    if (!run.strict_decisions.empty())
      line(say(Word::kTextStrict, {{"n", summary.num_strict_decisions}, {"which", join(run.strict_decisions)}}));
    line(say(Word::kTextExplain));
  }

  const GapReport& report_;
  const audit::ResultModel& model_;
  Language language_;
  std::ostream& out_;
};

}  // namespace

void write_text_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  const GapReport report = build_gap_report(model, ReportScope::kOverview);
  TextWriter(report, options, out).write();
}

}  // namespace kijun::reports
