#include "engine/cli/compare/compare_runs.h"

#include "engine/audit/run.h"
#include "engine/audit/run_info.h"
#include "engine/cli/inputs.h"
#include "engine/cli/progress.h"
#include "engine/cli/version.h"

namespace kijun::cli {
namespace {

using audit::Input;

audit::AuditOptions options_for(const CompareSide& side, Date as_of, bool allow_rule_errors) {
  audit::AuditOptions options;
  options.as_of = as_of;
  options.tool_version = kVersion;
  options.revision = side.revision;
  options.allow.rule_errors = allow_rule_errors;
  return options;
}

/// The corner that stands for `corner` where only the inputs of `differing` are another.
std::size_t same_corner(std::size_t corner, const audit::Inputs& differing) { return corner & differing.to_ulong(); }

}  // namespace

bool CompareRuns::run(Session& session) {
  find_joins();
  const Progress progress(session, {"判定しています", "judging"});
  if (!run_end(before_, facts_before_, audit::kOldCorner, session)) return false;
  if (!run_end(after_, facts_after_, audit::kNewCorner, session)) return false;
  audit::share_groups(*tables_[0], *tables_[1]);
  run_corners(session);
  return true;
}

const Glossary& CompareRuns::glossary() const {
  for (const audit::ResultModel* model : {model_after(), model_before()})
    if (model != nullptr) return model->run().glossary;
  return no_terms_;
}

void CompareRuns::find_joins() {
  if (before_.series == nullptr || after_.series == nullptr) {
    // A result file brings the joins with the earlier surveys of its series, a folder those surveys themselves.
    const auto take = [&](const CompareSide& later, const std::string& earlier) {
      const std::vector<audit::SeriesJoin> known = later.file ? later.file->head.joins : audit::joins_of(*later.series);
      for (const audit::SeriesJoin& join : known)
        if (join.earlier_survey == earlier) joins_.push_back(join);
    };
    const auto id_of = [](const CompareSide& side) {
      return side.file ? side.file->head.survey_id : side.series->audited().manifest().id;
    };
    take(after_, id_of(before_));
    take(before_, id_of(after_));
    return;
  }
  const survey::SurveyTable& before = before_.series->audited();
  const survey::SurveyTable& after = after_.series->audited();
  const bool is_forward = before.manifest().fiscal_year <= after.manifest().fiscal_year;
  joins_ = is_forward ? audit::joins_of(after, before) : audit::joins_of(before, after);
}

bool CompareRuns::run_end(CompareSide& side, audit::SideFacts& facts, std::size_t corner, Session& session) {
  if (side.file) {
    tables_.push_back(std::make_unique<audit::ResultTable>(std::move(*side.file)));
  } else {
    facts.form = audit::form_of(side.series->audited());
    facts.indicators = audit::indicator_meanings(*side.plan, side.series->audited().glossary());
    audit::AuditOptions options = options_for(side, side.as_of, allow_rule_errors_);
    options.allow.other_rules = side.is_named;
    auto model = audit::run_audit(std::move(side.plan), std::move(side.series), *side.pack, options, session.sink);
    if (session.print_diagnostics() || model == nullptr) return false;
    tables_.push_back(std::make_unique<audit::ResultTable>(audit::ResultTable::of(*model)));
    models_[corner == audit::kNewCorner ? 1 : 0] = std::move(model);
  }
  corners_.tables[corner] = tables_.back().get();
  return true;
}

bool CompareRuns::run_corner(std::size_t corner, Session& session) {
  const CompareSide& data = side_of(corner, Input::kData);
  const CompareSide& rules = side_of(corner, Input::kRules);
  const Date as_of = side_of(corner, Input::kDate).as_of;
  Session own = session.beside(session.files);
  own.pack_folders = rules.pack_folders;
  auto series = load_survey(data.survey, *rules.pack, own, {survey::AnswersChecked::kAtOnce, data.revision});
  if (series == nullptr) return false;
  auto plan = compile_ruleset(*rules.pack, rules.ruleset, as_of, own);
  audit::AuditOptions options = options_for(data, as_of, allow_rule_errors_);
  options.allow.nothing_applicable = true;
  options.allow.other_rules = true;
  const auto model =
      plan == nullptr ? nullptr : audit::run_audit(std::move(plan), std::move(series), *rules.pack, options, own.sink);
  if (model == nullptr) {
    own.print_diagnostics();
    return false;
  }
  tables_.push_back(std::make_unique<audit::ResultTable>(audit::ResultTable::of(*model)));
  tables_.back()->drop_texts();
  corners_.tables[corner] = tables_.back().get();
  return true;
}

void CompareRuns::run_corners(Session& session) {
  using Kind = reports::NoSplit::Kind;
  const audit::Inputs differing = audit::differing_inputs(corners_.before().head, corners_.after().head);
  const bool has_files = before_.pack == nullptr || after_.pack == nullptr;
  const std::size_t last = same_corner(audit::kNewCorner, differing);
  if (last != audit::kOldCorner) corners_.tables[last] = corners_.tables[audit::kNewCorner];
  if (has_files && differing.count() > 1) {
    if (before_.pack == nullptr) no_split_.push_back({Kind::kOldIsFile, {}});
    if (after_.pack == nullptr) no_split_.push_back({Kind::kNewIsFile, {}});
    return;
  }
  for (std::size_t corner = 0; corner < audit::kNumCorners; ++corner) {
    const std::size_t same = same_corner(corner, differing);
    if (corners_.tables[same] == nullptr && !run_corner(same, session)) {
      audit::Inputs replaced;
      for (std::size_t input = 0; input < audit::kNumInputs; ++input) replaced[input] = (same >> input & 1U) != 0;
      no_split_.push_back({Kind::kCornerFailed, replaced});
      return;
    }
    if (corner != audit::kNewCorner) corners_.tables[corner] = corners_.tables[same];
  }
  corners_.has_split = true;
}

}  // namespace kijun::cli
