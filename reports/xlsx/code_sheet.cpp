#include <algorithm>

#include "engine/audit/baseline.h"
#include "engine/base/glossary_scope.h"
#include "reports/words/decision_text.h"
#include "reports/words/record_words.h"
#include "reports/words/verdict_words.h"
#include "reports/xlsx/book_sheets.h"

namespace kijun::reports {
namespace {

constexpr BookColumn kCodeColumns[] = {{{"分類のid", "list id"}, 16}, {{"分類", "list"}, 18},
                                       {{"コード", "code"}, 30},      {{"記号", "mark"}, 7},
                                       {{"名称", "label"}, 36},       {{"意味", "meaning"}, 70}};

/// What a list of codes is called.
struct CodeList {
  std::string_view id;
  LocalizedView label;
};

/// One code of a list.
struct Code {
  std::string code;
  LocalizedText mark;
  LocalizedText label;
  LocalizedText meaning;
};

class CodeRows {
 public:
  CodeRows(const Book& book, Sheet& sheet) : book_(book), sheet_(sheet) {}

  void add_all(std::span<const BookSheet> others) {
    add_verdicts();
    add_outcomes();
    add_severities();
    add_rules();
    add_subjects();
    add_indicators();
    add_fields();
    add_decisions();
    const auto has = [&](BookSheet which) { return std::find(others.begin(), others.end(), which) != others.end(); };
    if (has(BookSheet::kChanges)) add_changes();
    if (has(BookSheet::kTrend)) add_trend();
    add_columns({"results_column", {"結果データの列", "column of the results"}}, BookSheet::kResults, result_columns());
    if (has(BookSheet::kChanges))
      add_columns({"changes_column", {"判定の変化の列", "column of the changes"}}, BookSheet::kChanges,
                  change_columns());
    if (has(BookSheet::kTrend))
      add_columns({"trend_column", {"推移の列", "column of the trend"}}, BookSheet::kTrend, trend_columns());
  }

 private:
  void add(const CodeList& list, const Code& code) {
    sheet_.rows.push_back({book_.text(std::string(list.id)), book_.text(book_.say(list.label)), book_.text(code.code),
                           book_.text(code.mark, CellStyle::kMark), book_.text(code.label), book_.text(code.meaning)});
  }

  void add_verdicts() {
    for (const audit::Verdict verdict : kVerdictOrder)
      add({"verdict", {"判定", "verdict"}}, {std::string(audit::verdict_id(verdict)), verdict_mark(verdict),
                                             verdict_word(verdict), verdict_meaning(verdict)});
  }

  void add_outcomes() {
    constexpr CodeList kList{"outcome", {"結果", "outcome"}};
    const auto add_outcome = [&](audit::Outcome outcome, Word label, Word meaning) {
      add(kList, {std::string(audit::outcome_id(outcome)), {}, word(label), word(meaning)});
    };
    add_outcome(audit::Outcome::kPass, Word::kOutcomePass, Word::kMeaningMet);
    add_outcome(audit::Outcome::kFail, Word::kOutcomeFail, Word::kMeaningFail);
    add_outcome(audit::Outcome::kUnknown, Word::kVerdictUndecided, Word::kMeaningUndecided);
    add_outcome(audit::Outcome::kNotApplicable, Word::kVerdictNotApplicable, Word::kMeaningNotApplicable);
    add_outcome(audit::Outcome::kError, Word::kVerdictError, Word::kMeaningError);
  }

  void add_severities() {
    using policy::Severity;
    for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNotice})
      add({"severity", {"重要度", "severity"}},
          {std::string(policy::severity_id(severity)), {}, severity_word(severity), {}});
    for (const policy::Stage stage : {policy::Stage::kActive, policy::Stage::kDraft})
      add({"stage", {"段階", "stage"}},
          {std::string(policy::stage_id(stage)), {}, policy::stage_label(stage), stage_meaning(stage)});
  }

  [[nodiscard]] static LocalizedText stage_meaning(policy::Stage stage) {
    return stage == policy::Stage::kDraft ? word(Word::kLegendDraft) : LocalizedText{};
  }

  void add_rules() {
    using policy::RuleKind;
    for (const RuleKind kind : {RuleKind::kPolicy, RuleKind::kQuality, RuleKind::kReview})
      add({"rule_kind", {"ルールの種類", "kind of rule"}},
          {std::string(policy::rule_kind_id(kind)), {}, rule_kind_word(kind), {}});
    const policy::Ruleset& ruleset = book_.result().ruleset();
    for (const policy::Heading& topic : ruleset.topics)
      add({"topic", {"分野", "topic"}}, {topic.id, {}, topic.title, {}});
    for (const policy::Heading& actor : ruleset.actors)
      add({"actor", {"主体", "actor"}}, {actor.id, {}, actor.title, {}});
    add_basis_states();
  }

  void add_basis_states() {
    constexpr CodeList kList{"basis_status", {"根拠の状態", "basis status"}};
    for (const Word state : {Word::kBasisConfirmed, Word::kBasisUnconfirmed, Word::kBookNoBasis}) {
      const LocalizedText meaning = state == Word::kBasisUnconfirmed ? word(Word::kLegendUnconfirmed) : LocalizedText{};
      add(kList, {book_.say(word(state)), {}, word(state), meaning});
    }
  }

  void add_subjects() {
    const audit::RunInfo& run = book_.result().run();
    constexpr CodeList kKinds{"subject_kind", {"対象の種類", "kind of subject"}};
    add(kKinds, {"record", {}, answering_text(run), {}});
    for (const audit::RecordKind& kind : run.record_kinds) add(kKinds, {kind.id, {}, kind.label, {}});
    for (const GroupResults& group : book_.report().groups) add(kKinds, {group.kind, {}, group.title, {}});
    for (const std::size_t zone : book_.report().zones)
      add({"zone", {"圏域", "zone"}}, {book_.subject(zone).info.name.code, {}, book_.subject(zone).name, {}});
  }

  void add_indicators() {
    for (const IndicatorView& view : book_.report().indicators)
      add({"indicator", {"指標", "indicator"}},
          {view.indicator->id, {}, view.indicator->title, view.indicator->description});
  }

  void add_fields() {
    for (const table::Field& field : book_.result().vocabulary().fields()) {
      add({"item", {"項目", "item"}}, {field.id, {}, field.label, field.description});
      for (const table::EnumValue& value : field.values)
        add({"item_value", {"項目の値", "value of an item"}},
            {field.id + "=" + value.id, marks_of(value), value.label, {}});
    }
  }

  [[nodiscard]] static LocalizedText marks_of(const table::EnumValue& value) {
    return in_both(value.marks.empty() ? std::string() : value.marks.front());
  }

  void add_decisions() {
    using audit::BaselineState;
    for (const BaselineState state :
         {BaselineState::kNew, BaselineState::kUnchanged, BaselineState::kUpdated, BaselineState::kWorse})
      add({"baseline_state", {"基準との関係", "standing to the baseline"}},
          {std::string(audit::baseline_state_id(state)), {}, baseline_state_word(state), {}});
    for (const LocalizedText& plan : task_plans()) add({"plan", {"対応方針", "plan"}}, {book_.say(plan), {}, plan, {}});
  }

  void add_changes() {
    for (const audit::ChangeClass change : kEveryChange)
      add({"change", {"変化", "change"}}, {std::string(audit::change_class_id(change)), {}, change_word(change), {}});
  }

  void add_trend() {
    constexpr CodeList kStates{"trend_state", {"推移の状態", "state of a year"}};
    add(kStates, {"result", {}, word(Word::kBookHasResult), {}});
    add(kStates, {"no_result", {}, word(Word::kBookNoResult), {}});
    constexpr CodeList kDefinitions{"trend_definition", {"定義", "definition"}};
    add(kDefinitions, {"same", {}, word(Word::kBookDefinedAlike), {}});
    add(kDefinitions, {"other", {}, word(Word::kBookDefinedOtherwise), {}});
    add(kDefinitions, {"unknown", {}, word(Word::kBookDefinedUnknown), {}});
  }

  void add_columns(const CodeList& list, BookSheet which, std::span<const BookColumn> columns) {
    const std::vector<std::string> headings = book_.table(which, columns).headings;
    for (std::size_t at = 0; at < headings.size(); ++at) {
      add(list, {headings[at], {}, in_both(headings[at]), in_terms(columns[at].meaning)});
    }
  }

  const Book& book_;
  Sheet& sheet_;
};

}  // namespace

Sheet code_sheet(const Book& book, std::span<const BookSheet> others) {
  Sheet sheet = book.table(BookSheet::kCodes, kCodeColumns);
  CodeRows(book, sheet).add_all(others);
  return sheet;
}

}  // namespace kijun::reports
