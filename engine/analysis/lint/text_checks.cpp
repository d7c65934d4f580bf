#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/analysis/domain/answer_domain.h"
#include "engine/analysis/lint/lint_run.h"
#include "engine/base/utf8.h"
#include "engine/cel/evaluator.h"

namespace kijun::analysis {
namespace {

using audit::CompiledRule;

constexpr char32_t kFirstKana = 0x3041;
constexpr char32_t kLastIdeograph = 0x9FFF;
constexpr char32_t kLastAscii = 0x7F;

/// True when a text has Japanese letters and not one Latin one.
bool is_japanese_only(std::string_view text) {
  bool has_japanese = false;
  while (const auto decoded = decode_utf8(text)) {
    const char32_t letter = decoded->code_point;
    if (letter <= kLastAscii && ((letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z'))) return false;
    has_japanese = has_japanese || (letter >= kFirstKana && letter <= kLastIdeograph);
    text.remove_prefix(decoded->num_bytes);
  }
  return has_japanese;
}

/// Checks the texts, basis and deadline of one rule.
class RuleTexts {
 public:
  RuleTexts(const audit::Plan& plan, const CompiledRule& rule, LintRun& run)
      : plan_(plan), rule_(*rule.source), compiled_(rule), run_(run) {}

  void check() {
    languages();
    evidence();
    deadline();
    for (const std::string& id : rule_.basis) {
      const policy::Basis* basis = plan_.ruleset.find_basis(id);
      if (basis != nullptr && !basis->confirmed && rule_.stage == policy::Stage::kActive &&
          plan_.ruleset.stage == policy::Stage::kActive)
        run_.find(kUnconfirmedBasis, rule_.span, id, rule_.id, id);
    }
  }

 private:
  void languages() {
    text("title", rule_.title, rule_.span);
    verdict(rule_.verdict, rule_.span);
    for (const policy::RuleCase& one : rule_.cases) verdict(one.verdict, one.span);
  }

  void verdict(const policy::Verdict& verdict, diag::Span span) {
    text("message", {verdict.message.ja.text(), verdict.message.en.text()}, span);
    text("remedy", verdict.remedy, span);
    if (!verdict.ask) return;
    text("ask", verdict.ask->text, span);
    for (const LocalizedText& option : verdict.ask->options) text("ask", option, span);
  }

  void text(const std::string& key, const LocalizedText& text, diag::Span span) {
    if (text.empty()) return;
    if (text.ja.empty()) run_.find(kMissingLanguage, span, key + "ja", key, "日本語", key, "Japanese");
    if (text.en.empty() || is_japanese_only(text.en))
      run_.find(kMissingLanguage, span, key + "en", key, "英語", key, "English");
  }

  /// Notes whose reading the rule judges by have to be shown.
  void evidence() {
    if (!compiled_.require) return;
    Reading reading;
    add_rule(plan_, compiled_, reading);
    for (const auto& [id, use] : reading.subject.fields) {
      const std::string& note = use.field.reads;
      const bool shown = std::find(rule_.evidence.begin(), rule_.evidence.end(), note) != rule_.evidence.end();
      if (!note.empty() && !shown && !is_quoted(note))
        run_.find(kMessageWithoutEvidence, rule_.span, note, rule_.id, note);
    }
  }

  [[nodiscard]] bool is_quoted(const std::string& note) const {
    const auto quotes = [&](const policy::Verdict& verdict) {
      return verdict.message.ja.text().find("{" + note + "}") != std::string::npos;
    };
    return quotes(rule_.verdict) ||
           std::any_of(rule_.cases.begin(), rule_.cases.end(), [&](const auto& one) { return quotes(one.verdict); });
  }

  void deadline() {
    if (!compiled_.deadline) return;
    Reading reading;
    CompiledRule only;
    only.source = compiled_.source;
    only.audience = compiled_.audience;
    only.deadline = compiled_.deadline;
    add_rule(plan_, only, reading);
    if (!reading.subject.fields.empty() || !reading.subject.links.empty()) return;  // every subject has its own
    const cel::EvalContext context = plan_.context(nullptr, plan_.ruleset.from_year, Date{});
    const cel::Value value = cel::Evaluator(*compiled_.deadline, context).eval();
    const Date* day = value.as<Date>();
    const int year = day == nullptr ? 0 : day->fiscal_year();
    if (day != nullptr && (year < plan_.ruleset.from_year || year > plan_.ruleset.to_year))
      run_.find(kDeadlineOutside, rule_.span, plan_.ruleset.id, rule_.id, day->iso(),
                fmt::format("{}–{}", plan_.ruleset.from_year, plan_.ruleset.to_year));
  }

  const audit::Plan& plan_;
  const policy::Rule& rule_;
  const CompiledRule& compiled_;
  LintRun& run_;
};

/// Every expression and message of a ruleset, to look for names in.
std::vector<std::string> written_texts(const policy::Ruleset& ruleset, const policy::Condition* without) {
  std::vector<std::string> texts;
  const auto add = [&](const diag::EmbeddedText& text) { texts.push_back(text.text()); };
  const auto add_verdict = [&](const policy::Verdict& verdict) {
    add(verdict.message.ja);
    add(verdict.message.en);
  };
  for (const policy::Rule& rule : ruleset.rules) {
    for (const diag::EmbeddedText* text : {&rule.when, &rule.require, &rule.deadline}) add(*text);
    if (rule.judgeable) add(rule.judgeable->expr);
    add_verdict(rule.verdict);
    for (const policy::RuleCase& one : rule.cases) {
      add(one.when);
      add_verdict(one.verdict);
    }
    texts.insert(texts.end(), rule.for_fields.begin(), rule.for_fields.end());
    texts.insert(texts.end(), rule.evidence.begin(), rule.evidence.end());
  }
  for (const policy::Condition& condition : ruleset.conditions)
    if (&condition != without) add(condition.expr);
  for (const policy::DerivedGroup& group : ruleset.groups) add(group.by);
  for (const policy::Indicator& indicator : ruleset.indicators) {
    add(indicator.of);
    add(indicator.met);
  }
  return texts;
}

bool is_name_letter(char letter) {
  return letter == '_' || (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
         (letter >= 'A' && letter <= 'Z');
}

bool names(const std::vector<std::string>& texts, const std::string& name) {
  return std::any_of(texts.begin(), texts.end(), [&](const std::string& text) {
    for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
      const std::size_t end = at + name.size();
      if ((at == 0 || !is_name_letter(text[at - 1])) && (end == text.size() || !is_name_letter(text[end]))) return true;
    }
    return false;
  });
}

/// Things that editions define, and whether any of them uses each.
class Uses {
 public:
  void add(LocalizedView what, const std::string& id, diag::Span span, bool used) {
    const std::string place = span.valid() ? fmt::format("{}:{}", span.source->path(), span.begin) : std::string();
    Use& use = uses_.try_emplace(place + " " + id, Use{what, id, span, false}).first->second;
    use.used = use.used || used;
  }
  void report(LintRun& run) const {
    for (const auto& [place, use] : uses_)
      if (!use.used) run.find(kUnused, use.span, use.id, use.what.ja, use.id, use.what.en);
  }

 private:
  struct Use {
    LocalizedView what;
    std::string id;
    diag::Span span;
    bool used = false;
  };
  std::map<std::string, Use> uses_;
};

bool rests_on(const policy::Ruleset& ruleset, const std::string& basis) {
  const auto has = [&](const std::vector<std::string>& ids) {
    return std::find(ids.begin(), ids.end(), basis) != ids.end();
  };
  return std::any_of(ruleset.rules.begin(), ruleset.rules.end(), [&](const auto& rule) { return has(rule.basis); }) ||
         std::any_of(ruleset.params.begin(), ruleset.params.end(), [&](const auto& param) { return has(param.basis); });
}

}  // namespace

void check_texts(const audit::Plan& plan, LintRun& run) {
  for (const CompiledRule& rule : plan.rules)
    if (run.asks_about(rule.source->id)) RuleTexts(plan, rule, run).check();
}

void check_uses(const std::vector<std::unique_ptr<audit::Plan>>& plans, LintRun& run) {
  Uses uses;
  for (const auto& plan : plans) {
    const policy::Ruleset& ruleset = plan->ruleset;
    const std::vector<std::string> texts = written_texts(ruleset, nullptr);
    for (const policy::Param& param : ruleset.params)
      uses.add({"パラメーター", "parameter"}, param.id, param.span, names(texts, "params." + param.id));
    for (const policy::Condition& condition : ruleset.conditions)
      uses.add({"条件", "condition"}, condition.id, condition.span,
               names(written_texts(ruleset, &condition), condition.id));
    for (const policy::Basis& basis : ruleset.bases)
      uses.add({"根拠", "basis"}, basis.id, basis.span, rests_on(ruleset, basis.id));
    for (const table::Field& field : plan->vocabulary->fields())
      if (field.role == table::FieldRole::kReading)
        uses.add({"読取り項目", "reading"}, field.id, field.span, names(texts, field.id));
  }
  uses.report(run);
}

}  // namespace kijun::analysis
