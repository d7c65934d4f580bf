#include "reports/text/text_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/base/era.h"
#include "reports/model/gap_report.h"
#include "reports/text/text_layout.h"
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
    write_closing();
  }

 private:
  [[nodiscard]] std::string_view say(LocalizedView text) const { return text.in(language_); }
  [[nodiscard]] const std::string& text_of(const LocalizedText& text) const { return text.in(language_); }
  void heading(LocalizedView title) { out_ << '\n' << say(title) << '\n'; }

  void write_head() {
    const audit::RunInfo& run = model_.run();
    const LocalizedView status =
        run.final_status ? LocalizedView{"確定", "final"} : LocalizedView{"速報", "preliminary"};
    write_wrapped(out_, "", fmt::format("{} [{}]", text_of(run.survey_title), say(status)));
    write_wrapped(out_, "",
                  fmt::format("{} {}  {} {}  {} {} {}", say({"回答時点", "answers as of"}), run.answers_as_of.iso(),
                              say({"判定日", "judged as of"}), run.as_of.iso(), say({"規則", "rules"}),
                              model_.ruleset().id, run.pack_version));
    if (!run.narrowed.empty())
      write_wrapped(out_, "",
                    fmt::format("{}: {}", say({"範囲を限った判定", "narrowed run"}), fmt::join(run.narrowed, "  ")));
    out_ << '\n';
    for (const LocalizedText& sentence : report_.headline)
      write_wrapped(out_, language_ == Language::kJapanese ? "・" : "- ", text_of(sentence));
  }

  void write_topics() {
    heading({"分野別の市町村数", "Municipalities by topic"});
    std::vector<std::vector<std::string>> rows{
        {"", std::string(say({"目標未達", "unmet"})), std::string(say({"判定保留", "undecided"})),
         std::string(say({"期限前", "not yet due"})), std::string(say({"留意・要確認のみ", "notes only"})),
         std::string(say({"案のルールのみ", "draft rules only"})), std::string(say({"該当なし", "clear"})),
         std::string(say({"計", "total"}))}};
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
    heading(
        {"指標（下限–上限。未回答は分母に含む）", "Indicators (lower–upper; unanswered ones stay in the denominator)"});
    std::vector<std::vector<std::string>> rows{{"", std::string(say({"数", "count"})), std::string(say({"率", "rate"})),
                                                std::string(say({"回答", "answered"})),
                                                std::string(say({"全国", "national"}))}};
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
    heading({"結果（ルール別）", "Findings by rule"});
    std::map<const policy::Rule*, std::vector<const Finding*>> findings;
    for (const Finding& finding : report_.findings) findings[finding.rule].push_back(&finding);
    bool any = false;
    for (const RuleView& view : report_.rules) {
      const std::vector<FindingGroup> groups = groups_of(findings[view.rule]);
      if (groups.empty() && view.num_unlisted == 0) continue;
      any = true;
      write_rule(view, groups);
    }
    if (!any) out_ << "  " << say({"指摘する事項はありません。", "Nothing to report."}) << '\n';
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
    std::string title = fmt::format("{}  [{}] {}", text_of(view.rule->title), view.rule->id, refs_of(groups));
    if (view.rule->stage == policy::Stage::kDraft)
      title += say({" 〔案・根拠要確認〕", " (draft, basis to be confirmed)"});
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
    if (group.findings.size() == 1)
      write_wrapped(out_, "        ", text_of(model_.detail(example.column, example.position).message));
    const LocalizedText& remedy = audit::remedy_of(*example.rule, example.code);
    if (example.code.decision.outcome == Outcome::kFail && !remedy.empty())
      write_wrapped(out_, language_ == Language::kJapanese ? "      → " : "     -> ", text_of(remedy));
  }

  /// A name, and under `for_fields` the field it is about.
  [[nodiscard]] std::string name_of(const Finding& finding) const {
    const std::string& name = text_of(report_.subjects[finding.subject].name);
    const audit::RuleColumn& column = model_.columns()[finding.column];
    if (!column.field()) return name;
    return fmt::format("{}（{}）", name, text_of(model_.vocabulary().field(*column.field()).label));
  }

  void write_closing() {
    const audit::Summary& summary = model_.summary();
    const auto count = [&](Outcome outcome) { return summary.by_outcome[static_cast<std::size_t>(outcome)]; };
    heading({"集計", "Counts"});
    write_wrapped(
        out_, "  ",
        fmt::format("{} {}  {} {}  {} {}", say({"回答団体", "records"}), summary.num_records, say({"ルール", "rules"}),
                    summary.num_rules, say({"判定", "results"}), summary.num_results));
    write_wrapped(out_, "  ",
                  fmt::format("pass {}  fail {}  unknown {}  not_applicable {}  error {}", count(Outcome::kPass),
                              count(Outcome::kFail), count(Outcome::kUnknown), count(Outcome::kNotApplicable),
                              count(Outcome::kError)));
    write_wrapped(out_, "  ",
                  fmt::format("{} {}  {} {}", say({"備考の読取りに基づく判定", "verdicts resting on readings"}),
                              summary.num_verdicts_on_readings, say({"読み替えた記号", "look-alike marks read"}),
                              summary.num_folded_marks));
    if (summary.num_fallback_nodes > 0)
      write_wrapped(out_, "  ",
                    fmt::format("{} {}", say({"列方向に評価できなかった式", "expressions without a columnar kernel"}),
                                summary.num_fallback_nodes));
    const audit::RunInfo& run = model_.run();
    write_wrapped(
        out_, "  ",
        fmt::format("{}: {} ({}; {})  {}: {}", say({"ゲートに掛かる結果", "results that gate"}), summary.num_blocking,
                    run.fail_on.empty() ? "never" : fmt::format("{}", fmt::join(run.fail_on, ",")),
                    fmt::join(run.gate_kinds, ","), say({"ゲートに掛けない判定保留", "ungated unknowns"}),
                    summary.num_ungated_unknown));
    write_wrapped(out_, "  ",
                  std::string(say({"個々の判定の過程: kijun explain ルール 調査 --for 市町村",
                                   "How one was judged: kijun explain RULE SURVEY --for NAME"})));
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
