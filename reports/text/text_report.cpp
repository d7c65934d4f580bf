#include "reports/text/text_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "engine/base/file_system.h"
#include "engine/base/unicode.h"
#include "reports/ci/source_paths.h"
#include "reports/model/gap_report.h"
#include "reports/text/text_findings.h"
#include "reports/text/text_layout.h"
#include "reports/words/band_words.h"
#include "reports/words/data_text.h"
#include "reports/words/decision_text.h"
#include "reports/words/join_words.h"
#include "reports/words/readership_words.h"
#include "reports/words/record_words.h"
#include "reports/words/verdict_words.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

/// A word as a POSIX shell reads it, quoted where it has to be. Letters beyond ASCII need no quotes.
std::string shell_word(std::string_view text) {
  constexpr std::string_view kSpecial = " \t\n!\"#$&'()*;<>?[\\]^`{|}~";
  if (!text.empty() && text.find_first_of(kSpecial) == std::string_view::npos) return std::string(text);
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

class TextWriter {
 public:
  TextWriter(const GapReport& report, const ReportOptions& options, std::ostream& out)
      : report_(report),
        model_(*report.result),
        options_(options),
        language_(options.language),
        layout_(out, options.text.style) {}

  void write() {
    write_head();
    write_topics();
    write_indicators();
    write_text_findings(report_, options_, layout_);
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
  void heading(Word title) const { layout_.heading(say(title)); }

  void write_head() {
    const audit::RunInfo& run = model_.run();
    layout_.wrapped("", fmt::format("{} [{}]", text_of(run.survey_title),
                                    say(run.final_status ? Word::kFinal : Word::kPreliminary)));
    layout_.wrapped("", say(Word::kTextDates, {{"answers", run.answers_as_of.iso()},
                                               {"as_of", run.as_of.iso()},
                                               {"ruleset", model_.ruleset().id},
                                               {"version", run.pack_version}}));
    if (const LocalizedText sentence = readership_sentence(run); !sentence.empty())
      layout_.wrapped("", text_of(sentence));
    if (!run.narrowed.empty())
      layout_.wrapped("", say(Word::kTextNarrowed, {{"how", fmt::format("{}", fmt::join(run.narrowed, "  "))}}));
    layout_.blank_line();
    for (const LocalizedText& sentence : report_.headline)
      layout_.wrapped(language_ == Language::kJapanese ? "・" : "- ", text_of(sentence));
  }

  void write_topics() {
    heading(Word::kTextTopics);
    std::vector<std::vector<std::string>> rows{
        {"", say(Word::kVerdictUnmet), say(Word::kVerdictUndecided), say(Word::kTextNotYetDue),
         say(Word::kTextNoteOnly), say(Word::kTextDraftOnly), say(Word::kTextClear), say(Word::kTextTotal)}};
    for (const TopicSummary& topic : report_.topics) {
      const std::size_t clear = topic.of(Standing::kClear) + topic.of(Standing::kNotAsked);
      rows.push_back(
          {text_of(topic.title), fmt::format("{}", topic.of(Standing::kUnmet)),
           fmt::format("{}", topic.of(Standing::kUndecided)), fmt::format("{}", topic.of(Standing::kNotYetDue)),
           fmt::format("{}", topic.of(Standing::kNoteOnly)), fmt::format("{}", topic.of(Standing::kDraftOnly)),
           fmt::format("{}", clear), fmt::format("{}", topic.total)});
    }
    layout_.table(rows, "  ", 1);
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
    layout_.table(rows, "  ", 1);
    for (const audit::BandResult& band : report_.bands) layout_.wrapped("  ", text_of(band_text(band)));
  }

  void write_decisions() {
    bool any = false;
    for (const audit::DecisionView& decision : model_.decisions()) {
      if (!needs_attention(decision)) continue;
      if (!any) heading(Word::kTextDecisions);
      any = true;
      layout_.wrapped(
          "  ", fmt::format("{}  {} {} [{}]  {}", text_of(decision_state_text(model_.run(), decision)),
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
      layout_.wrapped(
          "  ", fmt::format("{}  {} [{}]", entry->subject_name, text_of(rule_title(model_, *entry)), entry->rule));
  }

  void write_closing() {
    const audit::Summary& summary = model_.summary();
    heading(Word::kTextCounts);
    const auto line = [&](const std::string& text) { layout_.wrapped("  ", text); };
    line(say(Word::kTextRun, {{"who", answering_text(model_.run())},
                              {"records", summary.num_records},
                              {"rules", summary.num_rules},
                              {"results", summary.num_results}}));
    write_verdict_counts();
    line(say(Word::kTextReadings,
             {{"readings", summary.num_verdicts_on_readings}, {"folded", summary.num_folded_marks}}));
    if (summary.num_fallback_nodes > 0) line(say(Word::kTextFallback, {{"n", summary.num_fallback_nodes}}));
    const audit::RunInfo& run = model_.run();
    const auto join = [](const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, ",")); };
    line(say(Word::kTextGate, {{"blocking", summary.num_blocking},
                               {"fail_on", run.fail_on.empty() ? "never" : join(run.fail_on)},
                               {"kinds", join(run.gate_kinds)},
                               {"unknown", summary.num_ungated_unknown}}));
    if (const std::string rules = gating_rules(); !rules.empty()) line(say(Word::kTextGatingRules, {{"rules", rules}}));
    if (run.max_unknown) line(say(Word::kTextMaxUnknown, {{"n", summary.num_open_unknown}, {"max", *run.max_unknown}}));
    for (const audit::SeriesJoin& year : run.joins) line(text_of(join_sentence(year)));
    if (!run.strict_decisions.empty())
      line(say(Word::kTextStrict, {{"n", summary.num_strict_decisions}, {"which", join(run.strict_decisions)}}));
    write_next_command();
  }

  /// No word is parted from its number.
  void write_verdict_counts() const {
    std::string counts;
    for (const audit::Verdict verdict : kVerdictOrder) {
      std::size_t number = 0;
      for (const RuleView& view : report_.rules) number += view.by_verdict[static_cast<std::size_t>(verdict)];
      const std::string count = fmt::format("  {} {}", text_of(verdict_word(verdict)), number);
      if (layout_.width(counts) + layout_.width(count) > kTextColumns) layout_.line("", std::exchange(counts, ""));
      counts += count;
    }
    layout_.line("", counts);
  }

  /// A command to copy, so on one line however long.
  void write_next_command() const {
    const Finding* finding = worst_finding();
    if (finding == nullptr) return;
    layout_.wrapped("  ", say(Word::kTextExplain));
    layout_.line("    ",
                 single_line(fmt::format("kijun explain {} {} --for {}", finding->rule->id,
                                         shell_word(parent_path(SourcePaths(options_.ci.folders).manifest().file)),
                                         shell_word(report_.subjects[finding->subject].info.name.name.ja))));
  }

  [[nodiscard]] std::string gating_rules() const {
    std::vector<std::string> rules;
    for (const Finding& finding : report_.findings)
      if ((rules.empty() || rules.back() != finding.rule->id) && model_.gate(finding.column, finding.position).blocks)
        rules.push_back(finding.rule->id);
    return fmt::format("{}", fmt::join(rules, ", "));
  }

  /// Of a record, one that gates if there is any: what a reader will want to understand first.
  [[nodiscard]] const Finding* worst_finding() const {
    const Finding* worst = nullptr;
    for (const Finding& finding : report_.findings) {
      if (report_.subjects[finding.subject].ref.space != table::kRecordSpace) continue;
      if (model_.gate(finding.column, finding.position).blocks) return &finding;
      if (worst == nullptr) worst = &finding;
    }
    return worst;
  }

  const GapReport& report_;
  const audit::ResultModel& model_;
  const ReportOptions& options_;
  Language language_;
  TextLayout layout_;
};

}  // namespace

void write_text_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  const GapReport report = build_gap_report(model, ReportScope::kOverview);
  TextWriter(report, options, out).write();
}

}  // namespace kijun::reports
