#include "reports/json/json_parts.h"

#include <fmt/format.h>

#include "engine/audit/fingerprint.h"
#include "engine/audit/requirement/requirement.h"
#include "engine/table/missing.h"

namespace kijun::reports {
void write_text(std::string_view name, const LocalizedText& text, JsonWriter& json) {
  json.object_member(name, [&] {
    json.member("ja", text.ja);
    json.member("en", text.en);
  });
}

void write_string_or_null(std::string_view name, std::string_view text, JsonWriter& json) {
  json.member(name, text.empty() ? std::nullopt : std::optional(text));
}

void write_date(std::string_view name, const std::optional<Date>& date, JsonWriter& json) {
  json.member(name, date ? std::optional(date->iso()) : std::nullopt);
}

void write_subject_members(const table::SubjectName& subject, JsonWriter& json) {
  json.member("kind", subject.kind);
  json.member("code", subject.code);
  write_text("name", subject.name, json);
}

void write_subject(std::string_view name, const table::SubjectName& subject, JsonWriter& json) {
  json.object_member(name, [&] { write_subject_members(subject, json); });
}

void write_interval(std::size_t lower, std::size_t upper, std::size_t of, std::size_t answered, JsonWriter& json) {
  json.member("lower", lower);
  json.member("upper", upper);
  json.member("of", of);
  json.member("answered", answered);
}

void write_join(const audit::SeriesJoin& join, JsonWriter& json) {
  json.object([&] {
    write_subject("subject", join.subject, json);
    json.member("earlier_survey", join.earlier_survey);
    json.array_member("predecessors", [&] {
      for (const table::SubjectName& name : join.predecessors) json.object([&] { write_subject_members(name, json); });
    });
    json.member("compares", join.compares);
  });
}

namespace {

using audit::Outcome;
using policy::Severity;

constexpr std::string_view origin_id(audit::Origin origin) {
  switch (origin) {
    case audit::Origin::kAnswer:
      return "answer";
    case audit::Origin::kCorrection:
      return "correction";
    case audit::Origin::kAttestation:
      return "attestation";
    case audit::Origin::kReading:
      return "reading";
    case audit::Origin::kDefault:
      return "default";
    case audit::Origin::kRegister:
      return "register";
  }
  return "";
}

void write_text_or_null(std::string_view name, const LocalizedText& text, JsonWriter& json) {
  if (!text.empty()) return write_text(name, text, json);
  json.key(name);
  json.null();
}

void write_place(std::string_view name, const audit::Place& place, JsonWriter& json) {
  json.key(name);
  if (place.line == 0) return json.null();
  json.object([&] {
    json.member("file", place.file);
    json.member("line", place.line);
    json.member("column", place.column);
    write_string_or_null("sheet", place.sheet, json);
    write_string_or_null("cell", place.cell, json);
  });
}

void write_cell(const audit::CellView& cell, JsonWriter& json) {
  json.object([&] {
    write_subject("subject", cell.subject, json);
    json.member("survey", cell.survey);
    json.member("field", cell.field);
    json.member("value", cell.missing == table::MissingReason::kNone ? std::optional<std::string_view>(cell.value_id)
                                                                     : std::nullopt);
    write_text("label", cell.value, json);
    write_string_or_null("missing", table::reason_id(cell.missing), json);
    json.member("raw", cell.raw);
    json.member("origin", origin_id(cell.origin));
    json.member("role", cell.role == audit::EvidenceRole::kDecided ? "decided" : "context");
    write_place("at", cell.at, json);
  });
}

void write_cause(const audit::OpenCause& cause, JsonWriter& json) {
  json.object([&] {
    write_subject("subject", cause.cell.subject, json);
    json.member("survey", cause.cell.survey);
    json.member("field", cause.cell.field);
    json.member("reason", table::reason_id(cause.cell.missing));
    json.member("asks", cause.asks);
    write_place("at", cause.cell.at, json);
  });
}

void write_ask(std::string_view name, const std::optional<policy::Ask>& ask, JsonWriter& json) {
  json.key(name);
  if (!ask) return json.null();
  json.object([&] {
    write_text("text", ask->text, json);
    json.member("answer", ask->answer);
    json.array_member("options", [&] {
      for (const LocalizedText& option : ask->options)
        json.object([&] {
          json.member("ja", option.ja);
          json.member("en", option.en);
        });
    });
  });
}

void write_benchmark(const policy::Benchmark& benchmark, JsonWriter& json) {
  json.object([&] {
    write_text("label", benchmark.label, json);
    write_date("as_of", benchmark.as_of, json);
    json.member("value", benchmark.value);
    json.member("n", benchmark.met);
    json.member("of", benchmark.of);
    json.member("source", benchmark.source);
  });
}

void write_clause(const audit::RequiredClause& clause, JsonWriter& json) {
  json.object([&] {
    write_text("required", clause.required, json);
    write_string_or_null("field", clause.field, json);
    write_string_or_null("operator", clause.relation, json);
    write_string_or_null("limit", clause.limit, json);
    write_text("measured", clause.measured, json);
    write_string_or_null("value", clause.value, json);
    write_string_or_null("gap", clause.gap ? clause.gap->number : std::string(), json);
    write_string_or_null("unit", clause.gap ? clause.gap->unit : std::string(), json);
    json.member("met", clause.state == cel::State::kTrue    ? std::optional(true)
                       : clause.state == cel::State::kFalse ? std::optional(false)
                                                            : std::nullopt);
  });
}

/// Of a finding alone: what passes has nothing to mend.
void write_requirement(const audit::Requirement& requirement, JsonWriter& json) {
  if (requirement.empty()) return;
  json.object_member("requirement", [&] {
    json.member("any", requirement.is_any);
    json.array_member("clauses", [&] {
      for (const audit::RequiredClause& clause : requirement.clauses) write_clause(clause, json);
    });
  });
}

template <class Count>
void write_outcomes(Count count, JsonWriter& json) {
  json.object_member("outcomes", [&] {
    for (const Outcome outcome : audit::kAllOutcomes) json.member(audit::outcome_id(outcome), count(outcome));
  });
}

/// The field that a column of a rule with `for_fields` is about.
void write_field(const audit::ResultModel& model, const audit::RuleColumn& column, JsonWriter& json) {
  json.member("field", column.field() ? std::optional(model.vocabulary().field(*column.field()).id) : std::nullopt);
}

}  // namespace

void write_tool(const audit::RunInfo& run, JsonWriter& json) {
  json.object([&] {
    json.member("name", "kijun");
    json.member("version", run.tool_version);
  });
}

void write_survey(const audit::RunInfo& run, JsonWriter& json) {
  json.object([&] {
    json.member("id", run.survey_id);
    json.member("series", run.series);
    json.member("fiscal_year", run.fiscal_year);
    write_text("title", run.survey_title, json);
    json.member("answers_as_of", run.answers_as_of.iso());
    json.member("status", run.final_status ? "final" : "preliminary");
    json.array_member("record_kinds", [&] {
      for (const audit::RecordKind& kind : run.record_kinds)
        json.object([&] {
          json.member("id", kind.id);
          write_text("label", kind.label, json);
        });
    });
    if (run.joins.empty()) return;
    json.array_member("joins", [&] {
      for (const audit::SeriesJoin& join : run.joins) write_join(join, json);
    });
  });
}

void write_ruleset(const audit::ResultModel& model, JsonWriter& json) {
  const policy::Ruleset& ruleset = model.ruleset();
  json.object([&] {
    json.member("pack", model.run().pack_id);
    json.member("pack_version", model.run().pack_version);
    json.member("id", ruleset.id);
    write_text("title", ruleset.title, json);
    json.object_member("fiscal_years", [&] {
      json.member("from", ruleset.from_year);
      json.member("to", ruleset.to_year);
    });
    json.member("stage", policy::stage_id(ruleset.stage));
    json.member("sha256", ruleset.hash);
  });
}

void write_gate(const audit::RunInfo& run, JsonWriter& json) {
  json.object([&] {
    json.member("fail_on", run.fail_on);
    json.member("kinds", run.gate_kinds);
    if (run.max_unknown) json.member("max_unknown", *run.max_unknown);
  });
}

void write_baseline(const audit::BaselineComparison& baseline, JsonWriter& json) {
  json.object([&] {
    for (const audit::BaselineState state : {audit::BaselineState::kNew, audit::BaselineState::kUnchanged,
                                             audit::BaselineState::kUpdated, audit::BaselineState::kWorse})
      json.member(audit::baseline_state_id(state), baseline.count(state));
    json.array_member("absent", [&] {
      for (const audit::BaselineEntry* entry : baseline.absent())
        json.object([&] {
          json.member("rule", entry->rule);
          write_string_or_null("field", entry->field, json);
          json.member("kind", entry->subject_kind);
          json.member("code", entry->subject_code);
          json.member("name", entry->subject_name);
          json.member("fingerprint", entry->fingerprint);
        });
    });
    json.member("outside", baseline.num_outside());
  });
}

void write_left_out(const audit::LeftOut& left_out, JsonWriter& json) {
  json.object([&] {
    json.member("answers", left_out.num_cells);
    json.member("small_numbers", left_out.num_small);
    json.member("decisions", left_out.num_decisions);
    json.member("rules", left_out.num_rules);
  });
}

void write_summary(const audit::Summary& summary, JsonWriter& json) {
  json.object([&] {
    json.member("records", summary.num_records);
    json.member("municipalities", summary.num_municipalities);
    json.member("rules", summary.num_rules);
    json.member("results", summary.num_results);
    write_outcomes([&](Outcome outcome) { return summary.by_outcome[static_cast<std::size_t>(outcome)]; }, json);
    json.object_member("failing", [&] {
      for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNotice})
        json.member(policy::severity_id(severity), summary.failing_by_severity[static_cast<std::size_t>(severity)]);
    });
    json.member("blocking", summary.num_blocking);
    json.member("ungated_unknown", summary.num_ungated_unknown);
    json.member("open_unknown", summary.num_open_unknown);
    json.member("waived", summary.num_waived);
    json.object_member("decisions", [&] {
      for (std::size_t state = 0; state < audit::kNumDecisionStates; ++state)
        json.member(audit::decision_state_id(static_cast<audit::DecisionState>(state)),
                    summary.decisions_by_state[state]);
      json.member("expiring", summary.num_expiring);
      json.member("strict", summary.num_strict_decisions);
    });
    json.member("verdicts_on_readings", summary.num_verdicts_on_readings);
    json.member("fallback_nodes", summary.num_fallback_nodes);
    json.member("folded_marks", summary.num_folded_marks);
  });
}

void write_unlisted(const audit::ResultModel& model, std::size_t column_at, const Unlisted& unlisted,
                    JsonWriter& json) {
  const audit::RuleColumn& column = model.columns()[column_at];
  json.object([&] {
    json.member("rule", column.rule().id);
    write_field(model, column, json);
    json.member("findings", unlisted.findings);
    json.member("others", unlisted.others);
  });
}

void write_indicator(const audit::IndicatorResult& result, const audit::ResultModel& model, JsonWriter& json) {
  const policy::Indicator& indicator = *result.indicator;
  json.object([&] {
    json.member("id", indicator.id);
    write_text("title", indicator.title, json);
    json.member("unit", indicator.unit);
    json.member("target", indicator.target);
    write_interval(result.lower, result.upper, result.of, result.answered, json);
    json.array_member("by_zone", [&] {
      for (const audit::IndicatorResult::Part& part : result.by_zone)
        json.object([&] {
          json.member("zone", model.subject(part.zone).name.code);
          write_interval(part.lower, part.upper, part.of, part.answered, json);
        });
    });
    json.array_member("benchmarks", [&] {
      for (const policy::Benchmark& benchmark : indicator.benchmarks) write_benchmark(benchmark, json);
    });
  });
}

void write_band(const audit::BandResult& band, JsonWriter& json) {
  json.object([&] {
    json.member("id", band.set->id);
    write_text("title", band.set->title, json);
    json.member("lower", band.lower);
    json.member("upper", band.upper);
    json.member("of", band.of);
    json.array_member("indicators", [&] {
      for (const diag::EmbeddedText& id : band.set->indicators) json.value(id.text());
    });
    json.array_member("not_counted", [&] {
      for (const policy::Indicator* indicator : band.not_counted) json.value(indicator->id);
    });
    write_string_or_null("band", band.worst == nullptr || band.is_held() ? "" : band.worst->id, json);
    json.array_member("possible", [&] {
      if (band.best == nullptr) return;
      for (const policy::Band* each = band.best; each <= band.worst; ++each) json.value(each->id);
    });
    json.array_member("bands", [&] {
      for (const policy::Band& each : band.set->bands)
        json.object([&] {
          json.member("id", each.id);
          write_text("title", each.title, json);
          json.member("at_least", fmt::format("{}/{}", each.at_least.part, each.at_least.whole));
        });
    });
    json.member("source", band.set->source);
  });
}

void write_rule(const policy::Rule& rule, const audit::ResultModel& model, JsonWriter& json) {
  json.object([&] {
    json.member("id", rule.id);
    write_text("title", rule.title, json);
    json.member("kind", policy::rule_kind_id(rule.kind));
    json.member("topic", rule.topic);
    json.member("actor", rule.actor);
    json.member("for_each", rule.for_each);
    json.member("stage", policy::stage_id(rule.stage));
    json.member("basis", rule.basis);
    json.member("refs", rule.verdict.refs);
    write_text_or_null("remedy", rule.verdict.remedy, json);
    json.array_member("cases", [&] {
      for (const policy::RuleCase& rule_case : rule.cases)
        json.object([&] {
          json.member("id", rule_case.id);
          json.member("refs", rule_case.verdict.refs);
          write_text_or_null("remedy", rule_case.verdict.remedy, json);
        });
    });
    const auto count = [&](Outcome outcome) {
      std::size_t total = 0;
      for (const audit::RuleColumn& column : model.columns())
        if (column.rule().id == rule.id) total += column.count(outcome);
      return total;
    };
    write_outcomes(count, json);
  });
}

void write_basis(const policy::Basis& basis, JsonWriter& json) {
  json.object([&] {
    json.member("id", basis.id);
    write_text("title", basis.title, json);
    json.member("law", basis.law);
    json.member("article", basis.article);
    write_date("date", basis.date, json);
    json.member("status", basis.confirmed ? "confirmed" : "unconfirmed");
  });
}

void write_decision(const audit::DecisionView& decision, JsonWriter& json) {
  json.object([&] {
    json.member("kind", decision.kind);
    write_subject("subject", decision.subject, json);
    json.member("about", decision.field_or_rule);
    write_string_or_null("quote", decision.quote, json);
    json.object_member("values", [&] {
      for (const audit::CellView& value : decision.values) json.member(value.field, value.value_id);
    });
    write_text("reason", decision.reason, json);
    json.member("source", decision.source);
    json.member("by", decision.by);
    write_date("when", decision.when, json);
    if (decision.kind == "correction") json.member("answer", decision.answer);
    if (decision.until) {
      json.member("approver", decision.approver);
      write_date("until", decision.until, json);
    }
    json.member("state", audit::decision_state_id(decision.state));
    json.member("stale", decision.state == audit::DecisionState::kStale);
    json.member("expiring", decision.expiring);
    write_place("at", decision.at, json);
  });
}

void write_result(const audit::ResultModel& model, std::size_t column, std::size_t position, JsonWriter& json) {
  const audit::RuleColumn& results = model.columns()[column];
  const audit::ResultCode code = results.code(position);
  const audit::ResultDetail detail = model.detail(column, position);
  const audit::Gate gate = model.gate(column, position);
  json.object([&] {
    json.member("rule", results.rule().id);
    write_field(model, results, json);
    json.member("case", code.rule_case == audit::ResultCode::kNoCase
                            ? std::nullopt
                            : std::optional<std::string_view>(results.rule().cases[code.rule_case].id));
    json.member("refs", detail.refs);
    write_subject("subject", model.subject(results.subject(position)).name, json);
    json.member("outcome", audit::outcome_id(code.decision.outcome));
    json.member("verdict", audit::verdict_id(audit::verdict_of(results, code)));
    json.member("severity", policy::severity_id(code.severity));
    json.object_member("gate", [&] {
      json.member("blocks", gate.blocks);
      json.member("reasons", gate.reasons);
    });
    write_text("message", detail.message, json);
    json.array_member("evidence", [&] {
      for (const audit::CellView& cell : detail.evidence) write_cell(cell, json);
    });
    json.member("evidence_total", detail.num_evidence);
    json.member("evidence_excluded", detail.num_excluded);
    json.array_member("unknown_because", [&] {
      for (const audit::OpenCause& cause : detail.unknown_because) write_cause(cause, json);
    });
    if (detail.num_causes > detail.unknown_because.size()) json.member("unknown_because_total", detail.num_causes);
    json.member("unknown_by_form", detail.unknown_by_form);
    if (audit::is_finding(code.decision.outcome)) write_requirement(model.requirement(column, position), json);
    write_text_or_null("not_applicable_because", detail.not_applicable_because, json);
    write_date("deadline", code.deadline, json);
    write_ask("ask", detail.ask, json);
    if (const audit::DecisionView* waiver = model.waiver(column, position); waiver != nullptr)
      json.object_member("waiver", [&] {
        json.member("approver", waiver->approver);
        write_date("until", waiver->until, json);
        write_place("at", waiver->at, json);
      });
    if (const auto state = model.baseline() == nullptr ? std::nullopt : model.baseline()->state(column, position))
      json.member("baseline", audit::baseline_state_id(*state));
    json.member("fingerprint", audit::fingerprint(model, column, position));
    json.member("state_hash", audit::state_hash(results, code, detail));
  });
}

}  // namespace kijun::reports
