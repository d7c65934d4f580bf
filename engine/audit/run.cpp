#include "engine/audit/run.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/audit/audit_diagnostics.h"
#include "engine/audit/audit_model.h"
#include "engine/audit/judge.h"
#include "engine/base/assert.h"
#include "engine/base/sha256.h"
#include "engine/exec/execution.h"
#include "engine/exec/program.h"
#include "engine/survey/survey_blocks.h"
#include "engine/table/group.h"

namespace kijun::audit {
namespace {

using cel::State;
using exec::Execution;
using exec::Root;
using exec::RootIndex;

constexpr RootIndex kNoRoot = static_cast<RootIndex>(-1);

/// Where the expressions of one rule stand among the program's roots.
struct RuleRoots {
  RootIndex when = kNoRoot;
  RootIndex judgeable = kNoRoot;
  RootIndex require = kNoRoot;
  RootIndex deadline = kNoRoot;
  std::vector<RootIndex> cases;
};

struct IndicatorRoots {
  RootIndex of = kNoRoot;
  RootIndex met = kNoRoot;
};

/// Runs one plan over one survey.
class Runner {
 public:
  Runner(std::unique_ptr<Plan> plan, std::unique_ptr<survey::SurveySeries> series, const policy::Pack& pack,
         AuditOptions options, diag::Sink& sink)
      : plan_(std::move(plan)), series_(std::move(series)), pack_(pack), options_(std::move(options)), sink_(sink) {}

  std::unique_ptr<ResultModel> run() {
    const std::size_t errors_before = sink_.num_errors();
    select_rules();
    check_inputs();
    add_derived_groups();
    RunInfo info = describe_run();
    const survey::SurveyWorld world(*series_);
    const cel::EvalContext context = plan_->context(&world, survey().manifest().fiscal_year, options_.as_of);
    collect_roots();
    const exec::Program program = exec::compile_program(roots_, {&plan_->profile, plan_->condition_view});
    Execution execution(program, survey(), context);
    const std::unique_ptr<table::BlockSource> blocks = survey::open_blocks(survey());
    const Status status = execution.run(*blocks);
    KIJUN_ASSERT(status.has_value());
    std::vector<RuleColumn> columns;
    for (std::size_t rule = 0; rule < rules_.size(); ++rule)
      columns.push_back(make_column(*rules_[rule], rule_roots_[rule], execution));
    std::vector<IndicatorResult> indicators;
    for (std::size_t i = 0; i < plan_->indicators.size(); ++i)
      indicators.push_back(make_indicator(plan_->indicators[i], indicator_roots_[i], execution));
    auto model =
        std::make_unique<AuditModel>(std::move(plan_), std::move(series_), std::move(info), std::move(options_));
    model->set_results(std::move(columns), std::move(rules_), std::move(indicators));
    model->set_fallback_nodes(program.num_fallback_nodes());
    check_results(*model);
    if (sink_.num_errors() > errors_before) return nullptr;
    model->summarise();
    return model;
  }

 private:
  [[nodiscard]] survey::SurveyTable& survey() { return series_->audited(); }

  void select_rules() {
    for (const CompiledRule& rule : plan_->rules)
      if (options_.only_rules.empty() || options_.only_rules.contains(rule.source->id)) rules_.push_back(&rule);
  }

  void check_inputs() {
    if (rules_.empty() && !options_.allow.no_rules) sink_.report(kNoRules, {}, plan_->ruleset.id);
  }

  /// Derived groups need their key of every municipality before the rules can be asked, so keys run as a program first.
  void add_derived_groups() {
    if (plan_->groups.empty()) return;
    std::vector<Root> roots;
    for (const CompiledGroup& group : plan_->groups)
      roots.push_back({&group.by, table::kRecordSpace, std::string(survey().member_kind())});
    const survey::SurveyWorld world(*series_);
    const cel::EvalContext context = plan_->context(&world, survey().manifest().fiscal_year, options_.as_of);
    const exec::Program program = exec::compile_program(roots, {&plan_->profile, plan_->condition_view});
    Execution execution(program, survey(), context);
    const std::unique_ptr<table::BlockSource> blocks = survey::open_blocks(survey());
    const Status status = execution.run(*blocks);
    KIJUN_ASSERT(status.has_value());
    for (std::size_t group = 0; group < plan_->groups.size(); ++group)
      add_derived_group(*plan_->groups[group].source, execution, static_cast<RootIndex>(group));
  }

  void add_derived_group(const policy::DerivedGroup& source, const Execution& execution, RootIndex root) {
    table::Grouping grouping;
    grouping.groups_of.resize(survey().num_rows());
    std::map<std::string, std::uint32_t> group_by_key;
    std::vector<std::string> keys;
    for (const std::uint32_t row : survey().rows_in_order()) {
      if (!execution.covers(root, row) || execution.state(root, row) != State::kTrue) continue;
      const std::string key(execution.column(root).string_at(row));
      const auto [entry, added] = group_by_key.try_emplace(key, static_cast<std::uint32_t>(keys.size()));
      if (added) {
        keys.push_back(key);
        grouping.members.emplace_back();
      }
      grouping.members[entry->second].push_back(row);
      grouping.groups_of[row].push_back(entry->second);
    }
    std::vector<table::SubjectName> names;
    for (std::size_t group = 0; group < keys.size(); ++group)
      names.push_back(name_group(source, keys[group], grouping.members[group]));
    for (std::vector<std::uint32_t>& members : grouping.members) std::sort(members.begin(), members.end());
    (void)survey().add_group({source.id, "", source.title, false, {}}, std::move(grouping), std::move(names));
    for (std::size_t earlier = 1; earlier < series_->surveys.size(); ++earlier) {
      table::Grouping none;
      none.groups_of.resize(series_->surveys[earlier]->num_rows());
      (void)series_->surveys[earlier]->add_group({source.id, "", source.title, false, {}}, std::move(none), {});
    }
  }

  /// A derived group has no name of its own: its first member stands for it. Its code is a digest of the key.
  table::SubjectName name_group(const policy::DerivedGroup& source, const std::string& key,
                                const std::vector<std::uint32_t>& members) {
    constexpr std::size_t kCodeDigits = 12;
    const LocalizedText first = survey().subject({table::kRecordSpace, members.front()}).name;
    LocalizedText name = first;
    if (members.size() > 1)
      name = {fmt::format("{}ほか{}団体", first.ja, members.size() - 1),
              fmt::format("{} and {} more", first.en, members.size() - 1)};
    return {source.id, sha256_hex(key).substr(0, kCodeDigits), std::move(name)};
  }

  RootIndex add_root(const std::optional<cel::CheckedExpr>& expr, const Audience& audience) {
    if (!expr) return kNoRoot;
    roots_.push_back({&*expr, audience.space, audience.kind});
    return static_cast<RootIndex>(roots_.size() - 1);
  }

  void collect_roots() {
    for (const CompiledRule* rule : rules_) {
      RuleRoots roots{add_root(rule->when, rule->audience),
                      add_root(rule->judgeable, rule->audience),
                      add_root(rule->require, rule->audience),
                      add_root(rule->deadline, rule->audience),
                      {}};
      for (const CompiledCase& rule_case : rule->cases) {
        roots_.push_back({&rule_case.when, rule->audience.space, rule->audience.kind});
        roots.cases.push_back(static_cast<RootIndex>(roots_.size() - 1));
      }
      rule_roots_.push_back(std::move(roots));
    }
    for (const CompiledIndicator& indicator : plan_->indicators) {
      IndicatorRoots roots{add_root(indicator.of, indicator.audience), kNoRoot};
      roots_.push_back({&indicator.met, indicator.audience.space, indicator.audience.kind});
      roots.met = static_cast<RootIndex>(roots_.size() - 1);
      indicator_roots_.push_back(roots);
    }
  }

  static State state_at(const Execution& execution, RootIndex root, std::uint32_t subject) {
    return root == kNoRoot ? State::kTrue : execution.state(root, subject);
  }

  /// Subjects a rule is asked about, in the order of reports.
  std::vector<table::SubjectRef> subjects_of(const Audience& audience) {
    std::vector<table::SubjectRef> subjects;
    if (audience.space == table::kRecordSpace) {
      for (const std::uint32_t row : survey().rows_in_order()) {
        const bool asked = audience.kind == "record" || audience.kind == survey().record_kind(row);
        if (asked && (!options_.only_rows || options_.only_rows->contains(row)))
          subjects.push_back({audience.space, row});
      }
      return subjects;
    }
    const auto group = static_cast<table::GroupId>(audience.space - 1);
    const std::vector<std::vector<std::uint32_t>>& members = survey().grouping(group).members;
    for (std::uint32_t index = 0; index < members.size(); ++index) {
      const bool wanted =
          !options_.only_rows || std::any_of(members[index].begin(), members[index].end(),
                                             [&](std::uint32_t row) { return options_.only_rows->contains(row); });
      if (wanted) subjects.push_back({audience.space, index});
    }
    return subjects;
  }

  RuleColumn make_column(const CompiledRule& rule, const RuleRoots& roots, const Execution& execution) {
    RuleColumn column;
    column.rule = rule.source;
    column.field = rule.field;
    column.subjects = subjects_of(rule.audience);
    for (const table::SubjectRef subject : column.subjects)
      column.codes.push_back(make_code(rule, roots, execution, subject.index));
    return column;
  }

  ResultCode make_code(const CompiledRule& rule, const RuleRoots& roots, const Execution& execution,
                       std::uint32_t subject) {
    ResultCode code;
    code.decision = decide(state_at(execution, roots.when, subject), state_at(execution, roots.judgeable, subject),
                           state_at(execution, roots.require, subject));
    if (code.decision.outcome == Outcome::kFail || code.decision.outcome == Outcome::kUnknown) {
      for (std::size_t i = 0; i < roots.cases.size() && code.rule_case == ResultCode::kNoCase; ++i)
        if (execution.state(roots.cases[i], subject) == State::kTrue) code.rule_case = static_cast<std::uint8_t>(i);
    }
    if (roots.deadline != kNoRoot && execution.state(roots.deadline, subject) == State::kTrue)
      code.deadline = execution.column(roots.deadline).date_at(subject);
    set_severity(rule, options_.as_of, code);
    return code;
  }

  static void count(State met, std::size_t& lower, std::size_t& upper, std::size_t& of, std::size_t& answered) {
    if (met == State::kNotApplicable) return;
    ++of;
    if (met == State::kTrue) ++lower;
    if (met != State::kFalse) ++upper;
    if (met == State::kTrue || met == State::kFalse) ++answered;
  }

  IndicatorResult make_indicator(const CompiledIndicator& indicator, const IndicatorRoots& roots,
                                 const Execution& execution) {
    IndicatorResult result;
    result.indicator = indicator.source;
    result.met.assign(survey().num_rows(), State::kNotApplicable);
    for (const table::SubjectRef subject : subjects_of(indicator.audience)) {
      const State of = state_at(execution, roots.of, subject.index);
      if (of == State::kFalse || of == State::kNotApplicable) continue;
      const State met = of == State::kTrue ? execution.state(roots.met, subject.index) : of;
      if (subject.space == table::kRecordSpace) result.met[subject.index] = met;
      count(met, result.lower, result.upper, result.of, result.answered);
    }
    if (indicator.audience.space != table::kRecordSpace) return result;
    const std::vector<std::vector<std::uint32_t>>& zones = survey().grouping(table::kZoneGroup).members;
    for (std::uint32_t zone = 0; zone < zones.size(); ++zone) {
      const auto asked = [&](std::uint32_t row) { return options_.only_rows->contains(row); };
      if (options_.only_rows && std::none_of(zones[zone].begin(), zones[zone].end(), asked)) continue;
      IndicatorResult::Part part;
      part.zone = {table::group_space(table::kZoneGroup), zone};
      for (const std::uint32_t row : zones[zone])
        count(result.met[row], part.lower, part.upper, part.of, part.answered);
      result.by_zone.push_back(part);
    }
    return result;
  }

  RunInfo describe_run() {
    const survey::Manifest& manifest = survey().manifest();
    RunInfo info;
    info.tool_version = options_.tool_version;
    info.survey_id = manifest.id;
    info.series = manifest.series;
    info.survey_title = manifest.title;
    info.fiscal_year = manifest.fiscal_year;
    info.answers_as_of = manifest.answers_as_of;
    info.answers_as_of_basis = manifest.answers_as_of_basis;
    info.as_of = options_.as_of;
    info.final_status = manifest.final_status;
    info.source_title = manifest.source.title;
    info.source_publisher = manifest.source.publisher;
    info.prefecture = survey().reg().head().title;
    if (const survey::Municipality* prefecture = survey().reg().prefecture(); prefecture != nullptr) {
      info.prefecture = {prefecture->name, prefecture->name_en};
    }
    info.zone_term = survey().reg().head().zone_term;
    info.pack_id = pack_.id;
    info.pack_version = pack_.version;
    for (const survey::InputFile& file : survey().inputs()) info.inputs.push_back({file.role, file.name, file.sha256});
    for (std::size_t earlier = 1; earlier < series_->surveys.size(); ++earlier)
      for (const survey::InputFile& file : series_->surveys[earlier]->inputs())
        info.inputs.push_back({file.role, series_->surveys[earlier]->manifest().id + ":" + file.name, file.sha256});
    const auto in_pack = [&](const std::string& path) {
      return path.starts_with(pack_.directory + "/") ? path.substr(pack_.directory.size() + 1) : path;
    };
    info.inputs.push_back({"vocabulary", in_pack(pack_.vocabulary_path), pack_.vocabulary_sha256});
    for (const policy::RulesetFile& file : plan_->ruleset.files)
      info.inputs.push_back({"ruleset", in_pack(file.path), file.sha256});
    if (options_.gate.fail_on) info.fail_on.emplace_back(policy::severity_id(*options_.gate.fail_on));
    if (options_.gate.fail_on_unknown) info.fail_on.emplace_back("unknown");
    for (const policy::RuleKind kind : options_.gate.kinds) info.gate_kinds.emplace_back(policy::rule_kind_id(kind));
    info.narrowed = options_.narrowed;
    return info;
  }

  /// Fail closed: a run in which nothing applied, or a rule erred, is not a result.
  void check_results(const AuditModel& model) {
    bool applicable = false;
    for (std::size_t column = 0; column < model.columns().size(); ++column) {
      const RuleColumn& results = model.columns()[column];
      bool reported = model.options().allow.rule_errors;
      for (std::size_t position = 0; position < results.codes.size(); ++position) {
        const Outcome outcome = results.codes[position].decision.outcome;
        applicable = applicable || outcome != Outcome::kNotApplicable;
        if (outcome != Outcome::kError || reported) continue;
        reported = true;
        const table::SubjectName subject = model.subject(results.subjects[position]).name;
        sink_.report(kRuleError, results.rule->span, results.rule->id, subject.code,
                     model.error_text(column, position));
      }
    }
    if (!applicable && !model.columns().empty() && !model.options().allow.nothing_applicable)
      sink_.report(kNothingApplicable, {});
  }

  std::unique_ptr<Plan> plan_;
  std::unique_ptr<survey::SurveySeries> series_;
  const policy::Pack& pack_;
  AuditOptions options_;
  diag::Sink& sink_;
  std::vector<const CompiledRule*> rules_;
  std::vector<Root> roots_;
  std::vector<RuleRoots> rule_roots_;
  std::vector<IndicatorRoots> indicator_roots_;
};

}  // namespace

std::unique_ptr<ResultModel> run_audit(std::unique_ptr<Plan> plan, std::unique_ptr<survey::SurveySeries> series,
                                       const policy::Pack& pack, AuditOptions options, diag::Sink& sink) {
  return Runner(std::move(plan), std::move(series), pack, std::move(options), sink).run();
}

}  // namespace kijun::audit
