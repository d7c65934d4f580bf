#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/date.h"
#include "engine/base/language.h"
#include "engine/diag/embedded_text.h"
#include "engine/policy/severity.h"
#include "engine/table/vocabulary.h"
#include "engine/toml/document.h"

namespace kijun::policy {

/// A text with `{expression}` parts in both languages; the way back to the file is kept for diagnostics.
struct TemplateText {
  diag::EmbeddedText ja;
  diag::EmbeddedText en;

  [[nodiscard]] bool empty() const { return ja.empty() && en.empty(); }
};

/// A question that would settle a finding.
struct Ask {
  LocalizedText text;
  std::string answer;                  ///< date, text, number, yes_no or choice.
  std::vector<LocalizedText> options;  ///< Of a choice.
};

/// What a case may set, and the rule itself when no case matches.
struct Verdict {
  std::optional<Severity> severity;
  std::optional<Severity> before_deadline;  ///< Severity while `as_of` is before the deadline.
  TemplateText message;
  LocalizedText remedy;
  std::optional<Ask> ask;
  std::vector<std::string> refs;  ///< Ids of the policy paper, e.g. "K1-01".
};

/// One `[[rule.case]]`: the first whose `when` is true supplies the verdict's texts and severity.
struct RuleCase {
  std::string id;
  diag::EmbeddedText when;
  Verdict verdict;
  diag::Span span;
};

/// One `[[rule.example]]`, kept as TOML until `engine/audit` builds a world from it.
struct Example {
  std::string name;
  toml_doc::Table given;
  std::string expect;  ///< Outcome id.
  std::string expect_case;
  std::optional<Severity> expect_severity;
  diag::Span span;
};

/// `judgeable`: a condition for the rule to be decidable at all, with the reason shown when it is not.
struct Judgeable {
  diag::EmbeddedText expr;
  LocalizedText reason;
};

/// One rule as resolved: edition, amendments and overrides laid over each other.
struct Rule {
  std::string id;
  std::vector<std::string> aliases;
  LocalizedText title;
  RuleKind kind = RuleKind::kPolicy;
  std::string topic;
  std::string actor;
  std::string for_each;
  std::vector<std::string> for_fields;  ///< Field ids the rule is repeated for, `answer` naming each in turn.
  diag::EmbeddedText when;              ///< Empty: always.
  diag::EmbeddedText require;           ///< Empty only with `enforced_by`.
  std::optional<Judgeable> judgeable;
  diag::EmbeddedText deadline;  ///< Empty: none.
  Verdict verdict;
  std::vector<RuleCase> cases;
  std::vector<std::string> basis;
  std::vector<std::string> evidence;     ///< Field ids shown beside a result.
  std::vector<std::string> enforced_by;  ///< Diagnostics that stop the run instead.
  Stage stage = Stage::kActive;
  std::vector<Example> examples;
  diag::Span span;         ///< Of the id where the rule is first written.
  toml_doc::Table merged;  ///< Every key with its origin, for `rules show` and `explain`.
};

/// A law, notice or guideline rules rest on.
struct Basis {
  std::string id;
  LocalizedText title;
  std::string law;
  std::string article;
  std::optional<Date> date;
  bool confirmed = false;    ///< `status = "confirmed"`: somebody compared it with the primary text.
  std::string confirmed_by;  ///< Who did; empty where the pack came with it.
  std::optional<Date> confirmed_on;
  LocalizedText note;  ///< What is still to be confirmed.
  diag::Span span;
};

/// A word rules are sorted by: a topic or an actor.
struct Heading {
  std::string id;
  LocalizedText title;
};

/// A ruleset parameter with what it means.
struct Param {
  std::string id;
  std::variant<bool, std::int64_t, double, Date, std::string> value;
  std::string unit;
  LocalizedText description;
  std::vector<std::string> basis;
  std::vector<Date> changes;  ///< Days from which a dated parameter has another value, earliest first.
  diag::Span span;
};

/// `[[condition]]`: a named, derived bool.
struct Condition {
  std::string id;
  std::string for_each;  ///< "record" or a group id.
  diag::EmbeddedText expr;
  LocalizedText description;
  diag::Span span;
};

/// `[[group]]`: municipalities grouped by a text that an expression gives.
struct DerivedGroup {
  std::string id;
  LocalizedText title;
  diag::EmbeddedText by;
  diag::Span span;
};

/// A published figure to compare an indicator with.
struct Benchmark {
  LocalizedText label;
  std::optional<Date> as_of;
  std::optional<double> value;  ///< A share, 0 … 1.
  std::optional<std::int64_t> met;
  std::optional<std::int64_t> of;
  std::string source;
};

/// `[[indicator]]`: a published rate. Rules make findings, indicators make rates.
struct Indicator {
  std::string id;
  LocalizedText title;
  LocalizedText description;
  std::string topic;
  std::string for_each;
  diag::EmbeddedText of;  ///< Who counts in the denominator; empty: everyone.
  diag::EmbeddedText met;
  std::optional<double> target;  ///< A share, 0 … 1.
  std::string unit;
  std::vector<Benchmark> benchmarks;
  diag::Span span;
};

/// An exact share, 0 … 1.
struct Fraction {
  std::int64_t part = 0;
  std::int64_t whole = 1;

  /// `met` of `of` is at least this share.
  [[nodiscard]] bool is_reached(std::size_t met, std::size_t of) const {
    return static_cast<std::int64_t>(met) * whole >= part * static_cast<std::int64_t>(of);
  }
};

/// One step of a set's bands (順調 …).
struct Band {
  std::string id;
  LocalizedText title;
  Fraction at_least;  ///< Of the set's indicators that have a target, those that are met.
};

/// `[[band_set]]`: indicators of the whole survey that are valued together by how many of them are met. Never one
/// indicator of a set, nor a municipality.
struct BandSet {
  std::string id;
  LocalizedText title;
  std::vector<diag::EmbeddedText> indicators;  ///< Ids.
  std::vector<Band> bands;                     ///< The best first; the last holds from 0 on.
  std::string source;
  diag::Span span;
};

/// Who approved a ruleset and when (決裁).
struct Approval {
  std::string by;
  std::optional<Date> date;
  std::string number;
};

/// A rule taken out by `[[disable]]`, with the stated reason.
struct Disabled {
  std::string id;
  std::string reason;
  diag::Span span;
};

/// An `[[amendment]]` of a ruleset, in force or still to come.
struct AmendmentNote {
  Date effective;
  LocalizedText title;
  bool in_force = false;
  diag::Span span;
};

/// A file that took part in a ruleset.
struct RulesetFile {
  std::string path;
  std::string sha256;
};

/// The resolved rules of one fiscal year.
struct Ruleset {
  std::string id;
  LocalizedText title;
  int from_year = 0;
  int to_year = 0;
  Stage stage = Stage::kActive;
  std::optional<Approval> approval;
  std::vector<Basis> bases;
  std::vector<Heading> topics;
  std::vector<Heading> actors;
  std::vector<Param> params;
  std::vector<Condition> conditions;
  std::vector<DerivedGroup> groups;
  std::vector<Rule> rules;
  std::vector<Indicator> indicators;
  std::vector<BandSet> band_sets;
  std::vector<Disabled> disabled;
  std::vector<AmendmentNote> amendments;  ///< In the order they apply.
  std::vector<RulesetFile> files;         ///< Base first.
  std::string hash;                       ///< SHA-256 over the files' hashes in order.

  /// The rule of an id or alias, or null.
  [[nodiscard]] const Rule* find_rule(std::string_view id_or_alias) const;
  /// The basis of an id, or null.
  [[nodiscard]] const Basis* find_basis(std::string_view basis_id) const;
  /// True where a rule rests on a basis that nobody compared with its text (根拠要確認).
  [[nodiscard]] bool has_unconfirmed_basis(const Rule& rule) const;
};

}  // namespace kijun::policy
