/// A log is one run. Its parts are written one after the other and its results one a line, so that any number of them
/// needs the memory of one; only the logical locations, which results number as they come, are kept until the end.
#include "reports/sarif/sarif_report.h"

#include <algorithm>
#include <optional>

#include "engine/audit/fingerprint.h"
#include "reports/ci/grouping.h"
#include "reports/ci/notifications.h"
#include "reports/ci/source_paths.h"
#include "reports/escape/json_document.h"
#include "reports/escape/short_text.h"
#include "reports/provenance/provenance.h"
#include "reports/sarif/sarif_result.h"
#include "reports/sarif/sarif_rules.h"
#include "reports/words/words.h"

namespace kijun::reports {
namespace {

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// Results of a run that GitHub keeps; above 25,000 it refuses the file.
constexpr std::size_t kGithubLimit = 5000;

/// Results shown by name in one entry of a group.
constexpr std::size_t kMaxListed = 20;

/// Digits of the fingerprint of groups and of the absent, which belong to no result.
std::string group_fingerprint(const audit::RunInfo& run, std::string_view rule, std::string_view subject) {
  return audit::fingerprint_of({rule, "kijun-group", subject, run.series, ""});
}

/// What is written, before anything is.
struct Layout {
  EntryUnit unit = EntryUnit::kCell;
  std::vector<ResultGroup> groups;  ///< But for `kCell`.
  std::size_t num_findings = 0;     ///< That are to be shown.
};

/// Writes one log.
class SarifLog {
 public:
  SarifLog(const audit::ResultModel* model, const ReportOptions& options, SarifProfile profile)
      : model_(model),
        options_(options),
        profile_(profile),
        notifications_(collect_notifications(model, options)),
        layout_(model == nullptr ? Layout{} : lay_out()),
        rules_(model, layout_.unit == EntryUnit::kMunicipality, notifications_, options),
        logical_(model == nullptr ? "kijun" : model->run().survey_id) {}

  void write(std::ostream& out) {
    out << "{\"$schema\":\"" << kSchema << "\",\"version\":\"2.1.0\",\"runs\":[\n";
    JsonDocument run(out, "columnKind", "unicodeCodePoints");
    run.member("language", [&](JsonWriter& json) { json.value(language_tag()); });
    run.member("tool", [&](JsonWriter& json) { write_tool(json); });
    run.member("automationDetails",
               [&](JsonWriter& json) { json.object([&] { json.member("id", automation_id()); }); });
    run.member("originalUriBaseIds", [&](JsonWriter& json) {
      json.object(
          [&] { json.object_member("SRCROOT", [&] { write_text("description", word(Word::kCiRoot), json); }); });
    });
    run.member("invocations", [&](JsonWriter& json) { json.array([&] { write_invocation(json); }); });
    run.array("results", [&] { write_results(run); });
    run.member("logicalLocations", [&](JsonWriter& json) { logical_.write(json); });
    if (model_ != nullptr) run.member("properties", [&](JsonWriter& json) { write_run_properties(json); });
    run.end();
    out << "]}\n";
  }

  /// What a person should know of the log.
  [[nodiscard]] std::vector<LocalizedText> remarks() const {
    std::vector<LocalizedText> remarks;
    if (model_ == nullptr) return remarks;
    if (layout_.unit != EntryUnit::kCell)
      remarks.push_back(grouped_text(
          {Word::kCiGroupedAsAsked, Word::kCiGroupedByMunicipality, Word::kCiGroupedByRule}, options_.ci.sarif_group,
          layout_.unit, {{"n", layout_.num_findings}, {"limit", kGithubLimit}, {"entries", layout_.groups.size()}}));
    LeftOut left_out = count_left_out(*model_, options_, &CiMapping::github_alert);
    if (profile_ == SarifProfile::kFull) left_out.waived = 0;
    if (left_out.total() != 0) remarks.push_back(left_out_text(left_out));
    return remarks;
  }

 private:
  [[nodiscard]] std::string_view language_tag() const {
    return options_.language == Language::kJapanese ? "ja-JP" : "en-US";
  }
  [[nodiscard]] bool is_full() const { return profile_ == SarifProfile::kFull; }

  void write_text(std::string_view name, const LocalizedText& text, JsonWriter& json) const {
    json.object_member(name, [&] { json.member("text", sarif_text(text.in(options_.language))); });
  }

  [[nodiscard]] bool is_shown(const CiMapping& mapping) const {
    return is_full() ? !mapping.sarif_kind.empty() : !mapping.github_alert.empty();
  }

  [[nodiscard]] Layout lay_out() const {
    const CiResults results(*model_, options_);
    Layout layout;
    UnitCounts counts;
    std::vector<ResultGroup> subjects = groups_of(results, EntryUnit::kMunicipality);
    for (const ResultGroup& group : subjects) layout.num_findings += group.results.size();
    counts.cells = layout.num_findings + notifications_.size();
    counts.subjects = subjects.size() + notifications_.size();
    const std::size_t limit = is_full() ? SIZE_MAX : kGithubLimit;
    layout.unit = choose_unit(options_.ci.sarif_group, counts, limit);
    if (layout.unit == EntryUnit::kMunicipality) layout.groups = std::move(subjects);
    if (layout.unit == EntryUnit::kRule) layout.groups = groups_of(results, EntryUnit::kRule);
    return layout;
  }

  /// Groups of the findings that are shown.
  [[nodiscard]] std::vector<ResultGroup> groups_of(const CiResults& results, EntryUnit unit) const {
    std::vector<ResultGroup> groups = unit == EntryUnit::kRule ? group_by_rule(results, ResultsShown::kFindings)
                                                               : group_by_subject(results, ResultsShown::kFindings);
    for (ResultGroup& group : groups)
      std::erase_if(group.results, [&](ResultAt where) { return !is_shown(results.mapping(where)); });
    std::erase_if(groups, [](const ResultGroup& group) { return group.results.empty(); });
    return groups;
  }

  /// GitHub takes an upload for all there is in its category: a run that came to no result, or looked at a part only, must
  /// not close alerts.
  [[nodiscard]] std::string automation_id() const {
    if (model_ == nullptr) return "kijun/not-run/";
    const std::string id = "kijun/" + uri_path(model_->ruleset().id) + "/" + uri_path(model_->run().survey_id) + "/";
    return model_->run().narrowed.empty() ? id : id + "narrowed/";
  }

  void write_tool(JsonWriter& json) const {
    json.object([&] {
      json.object_member("driver", [&] {
        json.member("name", "kijun");
        if (model_ != nullptr) {
          json.member("version", model_->run().tool_version);
          json.member("semanticVersion", model_->run().tool_version);
        }
        json.member("language", language_tag());
        json.key("rules");
        rules_.write(json);
      });
    });
  }

  void write_invocation(JsonWriter& json) const {
    json.object([&] {
      const std::vector<ResultAt> erring = erring_results();
      json.member("executionSuccessful", model_ != nullptr && erring.empty());
      json.member("exitCode", model_ == nullptr ? 2 : model_->summary().gates() ? 1 : 0);
      json.array_member("toolExecutionNotifications", [&] {
        for (const CiNotification& each : notifications_) write_notification(each, json);
        for (const ResultAt where : erring) write_erring(where, json);
        for (const LocalizedText& remark : remarks())
          json.object([&] {
            json.object_member("descriptor", [&] { json.member("id", "kijun.remark"); });
            json.member("level", "note");
            write_text("message", remark, json);
          });
      });
    });
  }

  void write_notification(const CiNotification& each, JsonWriter& json) const {
    json.object([&] {
      json.object_member("descriptor", [&] { json.member("id", each.code); });
      json.member("level", map_notification(each.level).sarif_level);
      write_text("message", each.message, json);
      json.array_member("locations", [&] {
        json.object([&] {
          json.key("physicalLocation");
          write_physical_location(each.at, 0, "", json);
        });
      });
    });
  }

  [[nodiscard]] std::vector<ResultAt> erring_results() const {
    std::vector<ResultAt> erring;
    if (model_ == nullptr || model_->summary().by_outcome[static_cast<std::size_t>(audit::Outcome::kError)] == 0)
      return erring;
    const CiResults results(*model_, options_);
    results.each(ResultsShown::kFindings, [&](ResultAt where) {
      if (results.standing(where).outcome == audit::Outcome::kError) erring.push_back(where);
    });
    return erring;
  }

  void write_erring(ResultAt where, JsonWriter& json) const {
    const CiResult result = CiResults(*model_, options_).make(where);
    json.object([&] {
      json.object_member("descriptor", [&] { json.member("id", "kijun.not-evaluated"); });
      json.object_member("associatedRule", [&] { json.member("id", result.rule->id); });
      json.member("level", "error");
      write_text("message", result.message, json);
      json.array_member("locations", [&] {
        json.object([&] {
          json.key("physicalLocation");
          write_physical_location(result.anchor.at, result.anchor.end_column, result.anchor.raw, json);
        });
      });
    });
  }

  [[nodiscard]] SarifContext context() { return {profile_, options_.language, rules_, logical_}; }

  void put(JsonDocument& run, const SarifResult& result) {
    run.element([&](JsonWriter& json) { write_sarif_result(result, context(), json); });
  }

  void write_results(JsonDocument& run) {
    if (!is_full())
      for (const CiNotification& each : notifications_) put(run, alert_of(each));
    if (model_ == nullptr) return;
    const CiResults results(*model_, options_);
    for (const ResultGroup& group : layout_.groups) put(run, entry_of(results, group));
    if (layout_.unit == EntryUnit::kCell) {
      results.each(is_full() ? options_.results : ResultsShown::kFindings, [&](ResultAt where) {
        if (!is_shown(results.mapping(where))) return;
        const CiResult result = results.make(where);
        put(run, make_sarif_result(result, profile_, *model_));
      });
    }
    if (is_full()) write_absent(run);
  }

  [[nodiscard]] SarifResult alert_of(const CiNotification& notification) const {
    SarifResult result;
    result.rule_id = notification.code;
    result.level = map_notification(notification.level).github_alert;
    result.message = notification.message;
    result.anchors = {{notification.at, notification.at.column + 1, "", ""}};
    result.fingerprint = notification.fingerprint;
    return result;
  }

  [[nodiscard]] SarifResult entry_of(const CiResults& results, const ResultGroup& group) const {
    const CiResult worst = results.make(worst_of(results, group));
    SarifResult entry = make_sarif_result(worst, profile_, *model_);
    const bool is_rule = layout_.unit == EntryUnit::kRule;
    if (!is_rule) {
      entry.rule_id = kSubjectRule;
      entry.rule_at = {};
      entry.address = model_->run().survey_id + "/" + worst.address.substr(worst.address.find('/') + 1);
    }
    entry.message = fill(Word::kCiGroup, {{"name", is_rule ? worst.rule->title : worst.subject.name},
                                          {"counts", count_text(results, group)}});
    append_line(entry.message, list_text(results, group, kMaxListed));
    entry.fingerprint =
        is_rule ? group_fingerprint(model_->run(), worst.rule->id, "")
                : group_fingerprint(model_->run(), kSubjectRule, worst.subject.kind + "/" + worst.subject.code);
    entry.baseline_state = {};
    const auto is_waived = [&](ResultAt where) { return results.standing(where).waived; };
    if (!std::all_of(group.results.begin(), group.results.end(), is_waived)) entry.waiver = nullptr;
    entry.source = nullptr;
    for (std::size_t i = 0; is_rule && i < std::min(group.results.size(), kMaxListed); ++i)
      if (group.results[i].column != worst.where.column || group.results[i].position != worst.where.position)
        entry.anchors.push_back(results.make(group.results[i]).anchor);
    return entry;
  }

  /// What the baseline lists and this run does not find any more.
  void write_absent(JsonDocument& run) {
    if (model_->baseline() == nullptr) return;
    const audit::Place manifest = SourcePaths(options_.ci.folders).manifest();
    for (const audit::BaselineEntry* entry : model_->baseline()->absent()) {
      SarifResult result;
      result.rule_id = entry->rule;
      result.kind = "informational";
      result.level = "none";
      result.message = fill(Word::kCiNamed, {{"name", in_both(entry->subject_name)}, {"text", word(Word::kResolved)}});
      result.anchors = {{manifest, manifest.column + 1, "", ""}};
      result.fingerprint = entry->fingerprint;
      result.baseline_state = "absent";
      put(run, result);
    }
  }

  void write_run_properties(JsonWriter& json) const {
    const audit::RunInfo& run = model_->run();
    const audit::Summary& summary = model_->summary();
    json.object([&] {
      json.member("survey", run.survey_id);
      json.member("series", run.series);
      json.member("asOf", run.as_of.iso());
      json.member("ruleset", model_->ruleset().id);
      json.member("rulesetSha256", model_->ruleset().hash);
      json.member("group", unit_id(layout_.unit));
      if (options_.created) json.member("created", options_.created->iso());
      json.member("narrowed", run.narrowed);
      if (run.readers.who != audit::Readership::kInternal)
        json.member("audience", audit::readership_id(run.readers.who));
      json.object_member("outcomes", [&] {
        for (const audit::Outcome outcome : audit::kAllOutcomes)
          json.member(audit::outcome_id(outcome), summary.by_outcome[static_cast<std::size_t>(outcome)]);
      });
      json.member("blocking", summary.num_blocking);
      json.member("waived", summary.num_waived);
      json.member("notListed", count_unlisted_findings(*model_));
      json.key("provenance");
      write_provenance(provenance_of(*model_, options_, (is_full() ? kSarifFormat : kGithubSarifFormat).name), json);
    });
  }

  const audit::ResultModel* model_;
  const ReportOptions& options_;
  SarifProfile profile_;
  std::vector<CiNotification> notifications_;
  Layout layout_;
  SarifRules rules_;
  LogicalLocations logical_;
};

}  // namespace

void write_sarif_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  SarifLog(&model, options, SarifProfile::kFull).write(out);
}

void write_sarif_failure(const ReportOptions& options, std::ostream& out) {
  SarifLog(nullptr, options, SarifProfile::kFull).write(out);
}

std::vector<LocalizedText> describe_sarif(const audit::ResultModel& model, const ReportOptions& options) {
  return SarifLog(&model, options, SarifProfile::kFull).remarks();
}

void write_github_sarif_report(const audit::ResultModel& model, const ReportOptions& options, std::ostream& out) {
  SarifLog(&model, options, SarifProfile::kGithub).write(out);
}

void write_github_sarif_failure(const ReportOptions& options, std::ostream& out) {
  SarifLog(nullptr, options, SarifProfile::kGithub).write(out);
}

std::vector<LocalizedText> describe_github_sarif(const audit::ResultModel& model, const ReportOptions& options) {
  return SarifLog(&model, options, SarifProfile::kGithub).remarks();
}

}  // namespace kijun::reports
