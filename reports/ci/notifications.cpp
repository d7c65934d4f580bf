#include "reports/ci/notifications.h"

#include <algorithm>
#include <map>

#include "engine/audit/fingerprint.h"
#include "reports/ci/ci_result.h"
#include "reports/ci/source_paths.h"
#include "reports/words/decision_text.h"
#include "reports/words/readership_words.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

using policy::Severity;

/// Gathers notifications and gives each a fingerprint.
class Collector {
 public:
  explicit Collector(const ReportOptions& options) : paths_(options.ci.folders) {}

  void add(CiNotification made) {
    if (made.at.line == 0) made.at = paths_.manifest();
    made.at.column = std::max<std::size_t>(made.at.column, 1);
    const std::string subject = made.at.file + "\n" + made.message.ja;
    const std::size_t number = ++seen_[made.code + "\n" + subject];
    made.fingerprint = audit::fingerprint_of({made.code, "notification", subject, std::to_string(number), ""});
    all_.push_back(std::move(made));
  }
  void add_printed(const Notification& each) {
    LocalizedText text = each.message;
    if (!each.hint.empty()) text = fill(Word::kCiWithHint, {{"text", each.message}, {"hint", each.hint}});
    add({each.code.empty() ? "kijun.not-run" : each.code, each.level, std::move(text), paths_.of_source(each.at), {}});
  }
  void add_decision(const audit::ResultModel& model, const audit::DecisionView& decision) {
    const auto& strict = model.run().strict_decisions;
    const std::string state(decision.expiring ? "expiring" : audit::decision_state_id(decision.state));
    const bool is_error = std::find(strict.begin(), strict.end(), state) != strict.end();
    const LocalizedText text = fill(Word::kCiDecision, {{"name", decision.subject.name},
                                                        {"about", decision.field_or_rule},
                                                        {"state", decision_state_text(model.run(), decision)}});
    add({"kijun.decision-" + state,
         is_error ? Severity::kError : Severity::kNotice,
         text,
         paths_.of_survey(decision.at),
         {}});
  }
  /// A run that looked at a part only says so in every output.
  void add_narrowing(const std::vector<std::string>& options) {
    LocalizedText how;
    for (const std::string& option : options) append(how, in_both(option), {" ", " "});
    if (!how.empty()) add({"kijun.narrowed", Severity::kNotice, fill(Word::kNarrowed, {{"how", how}}), {}, {}});
  }
  /// So does one that is not for the prefecture's own office.
  void add_readership(const audit::RunInfo& run) {
    if (const LocalizedText sentence = readership_sentence(run); !sentence.empty())
      add({"kijun.audience", Severity::kNotice, sentence, {}, {}});
  }
  void add_too_many_unknown(const audit::ResultModel& model) {
    if (!model.summary().too_many_unknown) return;
    const LocalizedText text = fill(Word::kCiTooManyUnknown, {{"n", model.summary().num_open_unknown},
                                                              {"max", model.run().max_unknown.value_or(0)}});
    add({"kijun.too-many-unknown", Severity::kError, text, {}, {}});
  }
  std::vector<CiNotification> take() { return std::move(all_); }

 private:
  SourcePaths paths_;
  std::map<std::string, std::size_t> seen_;
  std::vector<CiNotification> all_;
};

}  // namespace

std::vector<CiNotification> collect_notifications(const audit::ResultModel* model, const ReportOptions& options) {
  Collector collector(options);
  bool has_error = false;
  for (const Notification& each : options.ci.notifications) {
    has_error = has_error || each.level == Severity::kError;
    collector.add_printed(each);
  }
  if (model == nullptr) {
    if (!has_error) collector.add({"kijun.not-run", Severity::kError, word(Word::kCiNotRun), {}, {}});
    return collector.take();
  }
  collector.add_readership(model->run());
  collector.add_narrowing(model->run().narrowed);
  collector.add_too_many_unknown(*model);
  for (const audit::DecisionView& decision : model->decisions())
    if (needs_attention(decision)) collector.add_decision(*model, decision);
  return collector.take();
}

CiMapping map_notification(Severity level) {
  switch (level) {
    case Severity::kError:
      return {"", "error", "error", CaseEnd::kError, "blocker", "error", "error"};
    case Severity::kWarning:
      return {"", "warning", "warning", CaseEnd::kSkipped, "minor", "warning", "warning"};
    case Severity::kNotice:
      return {"", "note", "note", CaseEnd::kSkipped, "info", "notice", "info"};
  }
  return {};
}

LeftOut count_left_out(const audit::ResultModel& model, const ReportOptions& options,
                       std::string_view CiMapping::*word) {
  LeftOut left_out;
  const CiResults results(model, options);
  results.each(ResultsShown::kFindings, [&](ResultAt where) {
    if ((results.mapping(where).*word).empty()) ++left_out.waived;
  });
  left_out.unlisted = count_unlisted_findings(model);
  return left_out;
}

LocalizedText left_out_text(const LeftOut& left_out) {
  if (left_out.total() == 0) return {};
  return fill(Word::kCiLeftOut, {{"waived", left_out.waived}, {"unlisted", left_out.unlisted}});
}

std::vector<LocalizedText> left_out_remarks(const audit::ResultModel& model, const ReportOptions& options,
                                            std::string_view CiMapping::*word) {
  const LocalizedText text = left_out_text(count_left_out(model, options, word));
  return text.empty() ? std::vector<LocalizedText>{} : std::vector{text};
}

}  // namespace kijun::reports
