#include "engine/audit/run.h"

#include "engine/audit/audiences.h"
#include "engine/audit/audit_diagnostics.h"
#include "engine/audit/audit_model.h"
#include "engine/audit/decision_views.h"
#include "engine/audit/derived_groups.h"
#include "engine/audit/plan_roots.h"
#include "engine/audit/readership/readership_model.h"
#include "engine/audit/reworded_plan.h"
#include "engine/audit/run_info.h"
#include "engine/base/assert.h"
#include "engine/base/glossary_scope.h"
#include "engine/base/threads.h"
#include "engine/exec/execution.h"
#include "engine/exec/program.h"
#include "engine/survey/survey_blocks.h"

namespace kijun::audit {
namespace {

/// Counts the rows that go by.
class CountedBlocks : public table::BlockSource {
 public:
  CountedBlocks(std::unique_ptr<table::BlockSource> source, WorkCounter& counter)
      : source_(std::move(source)), counter_(counter) {}

  Result<bool> next(const table::BlockRequest& request, std::uint32_t max_rows, table::Block& block) override {
    counter_.add(pending_);  // The block before is done.
    Result<bool> more = source_->next(request, max_rows, block);
    pending_ = more && *more ? block.num_rows : 0;
    return more;
  }

 private:
  std::unique_ptr<table::BlockSource> source_;
  WorkCounter& counter_;
  std::uint32_t pending_ = 0;
};

/// Runs one plan over one survey.
class Runner {
 public:
  Runner(std::unique_ptr<Plan> plan, std::unique_ptr<survey::SurveySeries> series, const policy::Pack& pack,
         AuditOptions options, diag::Sink& sink)
      : plan_(std::move(plan)),
        series_(std::move(series)),
        pack_(pack),
        options_(std::move(options)),
        sink_(sink),
        world_(*series_),
        context_(plan_->context(&world_, survey().manifest().fiscal_year, options_.as_of)) {}

  std::unique_ptr<ResultModel> run() {
    const std::size_t errors_before = sink_.num_errors();
    const Glossary& glossary = survey().glossary();
    const GlossaryScope terms(glossary);
    std::vector<Meaning> meanings;
    if (!glossary.empty()) {
      meanings = meanings_of(*plan_);
      reword(*plan_, glossary);
    }
    if (!sees(options_.readership, Content::kPeople)) drop_names(plan_->ruleset);
    select_rules();
    if (rules_.empty() && !options_.allow.no_rules) sink_.report(kNoRules, {}, plan_->ruleset.id);
    if (!options_.allow.other_rules) check_decided_rules(survey(), plan_->ruleset, sink_);
    if (!group_records()) return nullptr;
    std::optional<AuditResults> results = judge();
    if (!results) return nullptr;
    results->meanings = std::move(meanings);
    RunInfo info = describe_run(*plan_, *series_, pack_, options_);
    auto model = std::make_unique<AuditModel>(std::move(plan_), std::move(series_), std::move(info),
                                              std::move(options_), std::move(*results));
    check_results(*model);
    if (sink_.num_errors() > errors_before) return nullptr;
    model->summarise();
    if (model->options().readership == Readership::kInternal) return model;
    return std::make_unique<ReadershipModel>(std::move(model), left_out_.size());
  }

 private:
  [[nodiscard]] survey::SurveyTable& survey() { return series_->audited(); }

  void select_rules() {
    for (const CompiledRule& rule : plan_->rules) {
      if (!options_.only_rules.empty() && !options_.only_rules.contains(rule.source->id)) continue;
      if (may_judge(rule, *plan_, options_.readership))
        rules_.push_back(&rule);
      else
        left_out_.insert(rule.source->id);
    }
  }

  /// The program of `roots`, run over the survey; on several threads when there are rows enough to be worth starting them.
  /// The first run looks at the answers, too; nothing comes back when they turn out to be wrong (reported).
  std::optional<exec::Execution> execute(const exec::Program& program) {
    const bool is_first = !survey().are_answers_checked();
    survey::AnswerFindings findings;
    exec::Execution execution(program, survey(), context_, {table::kBlockRows, threads_for_rows(survey().num_rows())});
    if (options_.counter != nullptr) options_.counter->begin(survey().num_rows());
    const Status status = execution.run([&](std::uint32_t first_row, std::uint32_t num_rows) {
      return counted(is_first ? survey::open_unchecked_blocks(survey(), findings, first_row, num_rows)
                              : survey::open_blocks(survey(), first_row, num_rows));
    });
    if (!is_first || survey().confirm_answers(findings, sink_)) {
      KIJUN_ASSERT(status.has_value());
      return execution;
    }
    if (!survey::reread_answers(*series_, sink_)) return std::nullopt;
    return execute(program);
  }
  [[nodiscard]] std::unique_ptr<table::BlockSource> counted(std::unique_ptr<table::BlockSource> source) const {
    if (options_.counter == nullptr) return source;
    return std::make_unique<CountedBlocks>(std::move(source), *options_.counter);
  }

  [[nodiscard]] exec::Program compile(const std::vector<exec::Root>& roots) const {
    const auto num_earlier = static_cast<std::uint32_t>(series_->surveys.size() - 1);
    return exec::compile_program(roots, {&plan_->profile, plan_->condition_view, num_earlier});
  }

  /// Derived groups need their key of every municipality before the rules can be asked, so keys run as a program first.
  /// False when the answers are wrong.
  bool group_records() {
    if (plan_->groups.empty()) return true;
    std::vector<exec::Root> roots;
    const std::string kind(survey().member_kind());
    for (const CompiledGroup& group : plan_->groups) roots.push_back({&group.by, table::kRecordSpace, kind});
    const exec::Program program = compile(roots);
    const std::optional<exec::Execution> keys = execute(program);
    if (keys) add_derived_groups(*plan_, *keys, *series_);
    return keys.has_value();
  }

  std::optional<AuditResults> judge() {
    const PlanRoots roots(*plan_, rules_);
    const exec::Program program = compile(roots.roots());
    const std::optional<exec::Execution> execution = execute(program);
    if (!execution) return std::nullopt;
    AuditResults results{Audiences(survey(), options_.only_rows), {}, rules_, {}, program.num_fallback_nodes()};
    std::vector<const SubjectList*> subjects;
    for (const CompiledRule* rule : rules_) subjects.push_back(&results.audiences.subjects(rule->audience));
    std::vector<std::optional<RuleColumn>> columns(rules_.size());
    run_each(threads_for_rows(survey().num_rows()), columns.size(),
             [&](std::size_t rule) { columns[rule] = roots.column(rule, *subjects[rule], *execution, context_); });
    for (std::optional<RuleColumn>& column : columns) results.columns.push_back(std::move(*column));
    for (std::size_t i = 0; i < plan_->indicators.size(); ++i)
      results.indicators.push_back(roots.indicator(i, results.audiences.subjects(plan_->indicators[i].audience),
                                                   results.audiences.zones(), survey(), *execution));
    return results;
  }

  /// Fail closed: a run in which nothing applied, or a rule erred, is not a result.
  void check_results(const AuditModel& model) {
    bool applicable = model.columns().empty() || model.options().allow.nothing_applicable;
    for (std::size_t column = 0; column < model.columns().size(); ++column) {
      const RuleColumn& results = model.columns()[column];
      applicable = applicable || results.count(Outcome::kNotApplicable) < results.size();
      if (results.count(Outcome::kError) > 0 && !model.options().allow.rule_errors) report_error(model, column);
    }
    if (!applicable) sink_.report(kNothingApplicable, {});
  }

  /// Reports the first error of a column.
  void report_error(const AuditModel& model, std::size_t column) {
    const RuleColumn& results = model.columns()[column];
    std::size_t position = 0;
    while (results.outcome(position) != Outcome::kError) ++position;
    sink_.report(kRuleError, results.rule().span, results.rule().id, model.subject(results.subject(position)).name.code,
                 model.error_text(column, position));
  }

  std::unique_ptr<Plan> plan_;
  std::unique_ptr<survey::SurveySeries> series_;
  const policy::Pack& pack_;
  AuditOptions options_;
  diag::Sink& sink_;
  survey::SurveyWorld world_;
  cel::EvalContext context_;
  std::vector<const CompiledRule*> rules_;
  std::set<std::string> left_out_;  ///< Ids of the rules that are not judged for the readership.
};

}  // namespace

std::unique_ptr<ResultModel> run_audit(std::unique_ptr<Plan> plan, std::unique_ptr<survey::SurveySeries> series,
                                       const policy::Pack& pack, AuditOptions options, diag::Sink& sink) {
  return Runner(std::move(plan), std::move(series), pack, std::move(options), sink).run();
}

}  // namespace kijun::audit
