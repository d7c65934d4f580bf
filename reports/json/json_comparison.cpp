#include "reports/json/json_comparison.h"

#include "reports/escape/json_document.h"
#include "reports/json/json_parts.h"

namespace kijun::reports {
namespace {

using audit::ChangeClass;
using audit::Input;

void write_inputs(std::string_view name, const audit::Inputs& inputs, JsonWriter& json) {
  json.array_member(name, [&] {
    for (const Input input : audit::kAllInputs)
      if (has(inputs, input)) json.value(audit::input_id(input));
  });
}

void write_side(const audit::TableHead& head, JsonWriter& json) {
  json.object([&] {
    json.object_member("survey", [&] {
      json.member("id", head.survey_id);
      json.member("series", head.series);
      json.member("fiscal_year", head.fiscal_year);
      write_text("title", head.survey_title, json);
      json.member("answers_as_of", head.answers_as_of.iso());
    });
    json.object_member("ruleset", [&] {
      json.member("id", head.ruleset_id);
      write_text("title", head.ruleset_title, json);
      json.member("pack_version", head.pack_version);
    });
    json.member("as_of", head.as_of.iso());
    write_date("revision", head.revision, json);
  });
}

void write_counts(const audit::ClassCounts& counts, JsonWriter& json) {
  json.object_member("counts", [&] {
    for (std::size_t at = 0; at < counts.size(); ++at)
      json.member(audit::change_class_id(static_cast<ChangeClass>(at)), counts[at]);
  });
}

void write_split(const CompareSource& source, JsonWriter& json) {
  const audit::Comparison& comparison = source.comparison;
  json.object([&] {
    json.member("available", comparison.has_split);
    write_inputs("differing", audit::differing_inputs(source.corners.before().head, source.corners.after().head), json);
    if (comparison.has_split) {
      for (const Input input : audit::kAllInputs)
        json.member(audit::input_id(input), comparison.by_input[static_cast<std::size_t>(input)]);
      json.member("combined", comparison.num_combined);
      return;
    }
    json.array_member("why_not", [&] {
      for (const NoSplit& reason : source.no_split)
        json.object([&] {
          constexpr std::array<std::string_view, 3> kIds{"old_is_result_file", "new_is_result_file", "run_failed"};
          json.member("reason", kIds[static_cast<std::size_t>(reason.kind)]);
          write_inputs("replaced", reason.replaced, json);
        });
    });
  });
}

void write_state(std::string_view name, const audit::MaybeState& state, const LocalizedText& text, JsonWriter& json) {
  json.key(name);
  if (!state) return json.null();
  json.object([&] {
    json.member("outcome", audit::outcome_id(state->outcome));
    json.member("verdict", audit::verdict_id(state->verdict));
    json.member("severity", policy::severity_id(state->severity));
    write_text("message", text, json);
  });
}

void write_rule_id(const audit::TableRule& rule, JsonWriter& json) {
  json.member("rule", rule.id);
  write_string_or_null("field", rule.field, json);
}

void write_change(const audit::FindingChange& change, const CompareSource& source, JsonWriter& json) {
  const audit::SubjectPair& pair = source.comparison.subjects[change.subject];
  const table::SubjectName& before = source.subject_before(pair).name;
  const table::SubjectName& after = source.subject_after(pair).name;
  json.object([&] {
    write_rule_id(source.rule(source.comparison.rules[change.rule]), json);
    write_subject("subject", after, json);
    if (before.code != after.code) write_subject("subject_before", before, json);
    json.member("change", audit::change_class_id(change.change));
    if (source.comparison.has_split) {
      write_inputs("by", change.by, json);
      json.member("combined", change.by.none());
    }
    write_state("before", change.before, change.text_before, json);
    write_state("after", change.after, change.text_after, json);
  });
}

void write_rate(std::string_view name, const std::optional<audit::RateCount>& rate, JsonWriter& json) {
  json.key(name);
  if (!rate) return json.null();
  json.object([&] { write_interval(rate->lower, rate->upper, rate->of, rate->answered, json); });
}

std::string_view obstacle_id(audit::Obstacle::Kind kind) {
  constexpr std::array<std::string_view, 8> kIds{"one_sided", "series", "definition", "unknown_form",
                                                 "not_asked", "legend", "response",   "nobody"};
  return kIds[static_cast<std::size_t>(kind)];
}

void write_indicator(const CompareRate& rate, JsonWriter& json) {
  const audit::IndicatorComparison& indicator = *rate.indicator;
  json.object([&] {
    json.member("id", indicator.id);
    write_text("title", indicator.title, json);
    write_rate("before", indicator.before, json);
    write_rate("after", indicator.after, json);
    json.member("by_old_rules", indicator.by_old_rules);
    if (indicator.as_it_was) write_rate("as_it_was", indicator.as_it_was, json);
    json.member("trend", audit::trend_id(indicator.trend));
    json.array_member("not_comparable", [&] {
      for (std::size_t at = 0; at < indicator.obstacles.size(); ++at)
        json.object([&] {
          json.member("reason", obstacle_id(indicator.obstacles[at].kind));
          write_text("text", rate.notes[at], json);
        });
    });
  });
}

void write_group(const CompareCounts& group, JsonWriter& json) {
  json.object([&] {
    json.member("id", group.id);
    write_text("title", group.label, json);
    write_counts(group.counts, json);
  });
}

void write_people(const CompareSource& source, JsonDocument& document) {
  document.array("joins", [&] {
    for (const audit::SeriesJoin& join : source.comparison.joins)
      document.element([&](JsonWriter& json) { write_join(join, json); });
  });
  document.array("not_compared", [&] {
    for (const audit::LoneSubject& lone : source.comparison.lone)
      document.element([&](JsonWriter& json) {
        json.object([&] {
          write_subject("subject", lone.name, json);
          json.member("side", lone.is_new ? "after" : "before");
          json.member("findings", lone.num_findings);
        });
      });
  });
}

}  // namespace

void write_json_comparison(const CompareReport& report, Language /*language*/, std::ostream& out) {
  const CompareSource& source = *report.source;
  JsonDocument document(out, "schema", "kijun.comparison/1");
  document.member("what_if", [&](JsonWriter& json) { json.value(source.what_if); });
  document.member("before", [&](JsonWriter& json) { write_side(source.corners.before().head, json); });
  document.member("after", [&](JsonWriter& json) { write_side(source.corners.after().head, json); });
  document.member("split", [&](JsonWriter& json) { write_split(source, json); });
  document.member("summary", [&](JsonWriter& json) {
    json.object([&] {
      json.member("changes", source.comparison.changes.size());
      write_counts(source.comparison.counts, json);
    });
  });
  const auto groups = [&](std::string_view name, const std::vector<CompareCounts>& all) {
    document.array(name, [&] {
      for (const CompareCounts& group : all) document.element([&](JsonWriter& json) { write_group(group, json); });
    });
  };
  groups("by_rule", report.by_rule);
  groups("by_zone", report.by_zone);
  groups("by_municipality", report.by_member);
  document.array("indicators", [&] {
    for (const CompareRate& rate : report.rates)
      document.element([&](JsonWriter& json) { write_indicator(rate, json); });
  });
  write_people(source, document);
  document.array("changes", [&] {
    for (const audit::FindingChange& change : source.comparison.changes)
      document.element([&](JsonWriter& json) { write_change(change, source, json); });
  });
  document.end();
}

}  // namespace kijun::reports
