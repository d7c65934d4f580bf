#include "engine/audit/meaning.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/base/sha256.h"
#include "engine/cel/normal_form.h"

namespace kijun::audit {
namespace {

constexpr std::size_t kHashDigits = 32;

/// Lines that are hashed together; what stands in a line cannot run into the next.
class Lines {
 public:
  void add(std::string_view key, std::string_view value) {
    text_ += fmt::format("{} {}:{}\n", key, value.size(), value);
  }
  void add(std::string_view key, const LocalizedText& text) {
    add(key, text.ja);
    add(key, text.en);
  }
  [[nodiscard]] std::string hash() const { return sha256_hex(text_).substr(0, kHashDigits); }

 private:
  std::string text_;
};

/// Both halves of one rule or indicator while they are gathered.
struct Halves {
  Lines meaning;
  Lines texts;
};

std::string severity_text(const std::optional<policy::Severity>& severity) {
  return severity ? std::string(policy::severity_id(*severity)) : std::string();
}

class MeaningReader {
 public:
  explicit MeaningReader(const Plan& plan) : plan_(plan), names_{&plan.profile, plan.condition_view, plan.params} {}

  std::vector<Meaning> read() {
    std::vector<Meaning> meanings;
    for (const policy::Rule& rule : plan_.ruleset.rules) meanings.push_back(read_rule(rule));
    for (const CompiledIndicator& indicator : plan_.indicators) meanings.push_back(read_indicator(indicator));
    for (const policy::BandSet& set : plan_.ruleset.band_sets) meanings.push_back(read_band_set(set));
    return meanings;
  }

  Meaning read_rule(const policy::Rule& rule) {
    Halves halves;
    Lines& meaning = halves.meaning;
    meaning.add("kind", policy::rule_kind_id(rule.kind));
    meaning.add("stage", policy::stage_id(rule.stage));
    meaning.add("topic", rule.topic);
    meaning.add("actor", rule.actor);
    add_audience(rule.for_each, meaning);
    for (const std::string& code : rule.enforced_by) meaning.add("enforced_by", code);
    add_bases(rule, meaning);
    add_verdict(rule.verdict, halves);
    for (const CompiledRule& compiled : plan_.rules)
      if (compiled.source == &rule) add_compiled(compiled, halves);
    halves.texts.add("title", rule.title);
    for (const std::string& field : rule.evidence) halves.texts.add("evidence", field);
    if (rule.judgeable) halves.texts.add("judgeable", rule.judgeable->reason);
    return {rule.id, meaning.hash(), halves.texts.hash()};
  }

 private:
  void add_compiled(const CompiledRule& compiled, Halves& halves) {
    if (compiled.field) halves.meaning.add("field", plan_.vocabulary->field(*compiled.field).id);
    add_expr("when", compiled.when, halves.meaning);
    add_expr("judgeable", compiled.judgeable, halves.meaning);
    add_expr("require", compiled.require, halves.meaning);
    add_expr("deadline", compiled.deadline, halves.meaning);
    for (const CompiledCase& rule_case : compiled.cases) {
      halves.meaning.add("case", rule_case.source->id);
      halves.meaning.add("when", cel::normal_form(rule_case.when, names_));
      add_verdict(rule_case.source->verdict, halves);
    }
  }

  /// A rule on another basis, or on one that is confirmed by now, is another rule.
  void add_bases(const policy::Rule& rule, Lines& meaning) {
    std::vector<std::string> bases = rule.basis;
    std::sort(bases.begin(), bases.end());
    for (const std::string& id : bases) {
      const policy::Basis* basis = plan_.ruleset.find_basis(id);
      meaning.add("basis",
                  fmt::format("{} {}", id, basis != nullptr && basis->confirmed ? "confirmed" : "unconfirmed"));
    }
  }

  static void add_verdict(const policy::Verdict& verdict, Halves& halves) {
    halves.meaning.add("severity", severity_text(verdict.severity));
    halves.meaning.add("before_deadline", severity_text(verdict.before_deadline));
    Lines& texts = halves.texts;
    texts.add("message", LocalizedText{verdict.message.ja.text(), verdict.message.en.text()});
    texts.add("remedy", verdict.remedy);
    for (const std::string& ref : verdict.refs) texts.add("ref", ref);
    if (!verdict.ask) return;
    texts.add("ask", verdict.ask->text);
    texts.add("answer", verdict.ask->answer);
    for (const LocalizedText& option : verdict.ask->options) texts.add("option", option);
  }

  /// Of a derived group what puts municipalities together, not only its name.
  void add_audience(const std::string& for_each, Lines& meaning) {
    meaning.add("for_each", for_each);
    for (const CompiledGroup& group : plan_.groups)
      if (group.source->id == for_each) meaning.add("by", cel::normal_form(group.by, names_));
  }

  Meaning read_indicator(const CompiledIndicator& compiled) {
    const policy::Indicator& indicator = *compiled.source;
    Halves halves;
    add_audience(indicator.for_each, halves.meaning);
    add_expr("of", compiled.of, halves.meaning);
    halves.meaning.add("met", cel::normal_form(compiled.met, names_));
    halves.meaning.add("target", indicator.target ? fmt::format("{}", *indicator.target) : "");
    halves.texts.add("title", indicator.title);
    halves.texts.add("description", indicator.description);
    halves.texts.add("unit", indicator.unit);
    for (const policy::Benchmark& benchmark : indicator.benchmarks) {
      halves.texts.add("benchmark", benchmark.label);
      halves.texts.add("figures", fmt::format("{} {} {} {}", benchmark.value.value_or(0), benchmark.met.value_or(0),
                                              benchmark.of.value_or(0), benchmark.source));
    }
    return {"indicator:" + indicator.id, halves.meaning.hash(), halves.texts.hash()};
  }

  /// What its indicators mean is said of them.
  static Meaning read_band_set(const policy::BandSet& set) {
    Halves halves;
    std::vector<std::string> indicators;
    for (const diag::EmbeddedText& id : set.indicators) indicators.push_back(id.text());
    std::sort(indicators.begin(), indicators.end());
    for (const std::string& id : indicators) halves.meaning.add("indicator", id);
    halves.texts.add("title", set.title);
    halves.texts.add("source", set.source);
    for (const policy::Band& band : set.bands) {
      halves.meaning.add("band", fmt::format("{} {}/{}", band.id, band.at_least.part, band.at_least.whole));
      halves.texts.add("band", band.title);
    }
    return {"band_set:" + set.id, halves.meaning.hash(), halves.texts.hash()};
  }

  void add_expr(std::string_view key, const std::optional<cel::CheckedExpr>& expr, Lines& meaning) {
    meaning.add(key, expr ? cel::normal_form(*expr, names_) : "");
  }

  const Plan& plan_;
  cel::NameMeanings names_;
};

std::string field_meaning(const table::Field& field) {
  Lines lines;
  lines.add("id", field.id);
  lines.add("type", table::field_type_id(field.type));
  lines.add("element", field.type == table::FieldType::kList ? table::field_type_id(field.element) : "");
  lines.add("role", table::field_role_id(field.role));
  std::vector<std::string> kinds = field.kinds;
  std::sort(kinds.begin(), kinds.end());
  for (const std::string& kind : kinds) lines.add("kind", kind);
  lines.add("ordered", field.ordered ? "true" : "false");
  if (!field.unit.empty()) lines.add("unit", field.unit.ja);
  for (const table::EnumValue& value : field.values) {
    lines.add("value", value.id);
    for (const std::string& mark : value.marks) lines.add("mark", mark);
  }
  lines.add("reads", field.reads);
  lines.add("unless_reviewed", field.unless_reviewed ? field_value_text(*field.unless_reviewed) : "");
  return lines.hash();
}

}  // namespace

std::string field_value_text(const table::FieldValue& value) {
  struct Visitor {
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(std::int64_t number) const { return fmt::format("{}", number); }
    std::string operator()(double number) const { return fmt::format("{}", number); }
    std::string operator()(Date date) const { return date.iso(); }
    std::string operator()(const std::string& text) const { return text; }
    std::string operator()(const std::vector<std::string>& list) const {
      return fmt::format("{}", fmt::join(list, ";"));
    }
  };
  return std::visit(Visitor{}, value);
}

std::vector<Meaning> meanings_of(const Plan& plan) { return MeaningReader(plan).read(); }

Meaning meaning_of(const policy::Rule& rule, const Plan& plan) { return MeaningReader(plan).read_rule(rule); }

std::string meaning_of(const table::Vocabulary& vocabulary) {
  std::vector<std::string> fields;
  for (const table::Field& field : vocabulary.fields()) fields.push_back(field.id + " " + field_meaning(field));
  std::sort(fields.begin(), fields.end());
  Lines lines;
  for (const std::string& field : fields) lines.add("field", field);
  return lines.hash();
}

}  // namespace kijun::audit
